/** A client of the API, for commands that do what somebody with an account does: from anywhere, with that account's rights. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Failure } from './terminal';

export interface ApiClient {
  readonly url: string;
  /** @throws Failure with what the API says */
  query<T>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
  /** Sends bytes with the account's token, and answers with the response as it comes. */
  send(path: string, body: Buffer): Promise<Response>;
}

interface GraphqlAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { readonly message: string }[];
}

interface Problem {
  readonly code: string;
  readonly message: string;
}

/** Signs in: with `HANDSOFF_TOKEN`, or with the address, and the password of `HANDSOFF_PASSWORD` or as it is typed. */
export async function openClient(url: string, email: string | undefined, language: string): Promise<ApiClient> {
  const base = url.replace(/\/+(graphql\/*)?$/, '');
  const token = process.env.HANDSOFF_TOKEN ?? (await signIn(base, email, language));
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
  return {
    url: base,
    query: (document, variables) => ask(base, headers, document, variables),
    send: (path, body) => reach(`${base}${path}`, { method: 'PUT', headers, body: new Uint8Array(body) }),
  };
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly message?: string } };
    throw new Failure(`${url} does not answer (${cause?.message ?? String(error)}).`);
  }
}

async function ask<T>(
  base: string,
  headers: Readonly<Record<string, string>>,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<T> {
  const answer = await reach(`${base}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json().catch(() => ({}))) as GraphqlAnswer<T>;
  if (data && !errors?.length) return data;
  throw new Failure(errors?.map(({ message }) => message).join(' ') || `${base} answers with ${answer.status}.`);
}

const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { session { accessToken } problems { code message } } }`;

interface SignedIn {
  readonly signIn: { readonly session: { readonly accessToken: string } | null; readonly problems: readonly Problem[] };
}

async function signIn(base: string, email: string | undefined, language: string): Promise<string> {
  if (email === undefined) throw new Failure('Say who you are: --email, or a token in HANDSOFF_TOKEN.');
  const password = process.env.HANDSOFF_PASSWORD ?? (await secret(`Password of ${email}: `));
  const once = async (oneTimeCode?: string): Promise<SignedIn['signIn']> => {
    const input = { email, password, ...(oneTimeCode !== undefined && { oneTimeCode }) };
    const headers = { 'accept-language': language };
    return (await ask<SignedIn>(base, headers, signInDocument, { input })).signIn;
  };
  let { session, problems } = await once();
  if (problems.some(({ code }) => code === 'SECOND_FACTOR_REQUIRED'))
    ({ session, problems } = await once(await secret('Code of the authenticator app: ')));
  if (session) return session.accessToken;
  throw new Failure(problems.map(({ message }) => message).join(' '));
}

/** What is typed is not shown. */
async function secret(question: string): Promise<string> {
  if (!process.stdin.isTTY) throw new Failure('Nobody is there to type it: set HANDSOFF_TOKEN or HANDSOFF_PASSWORD.');
  process.stdout.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}
