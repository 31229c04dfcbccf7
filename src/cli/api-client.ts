/** A client of the API, for commands that do what somebody with an account does: from anywhere, with that account's rights. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Api } from '../base/api';
import { askedLocale, type Locale, type Text } from '../base/locale';
import * as words from './client-words';
import { Failure } from './terminal';

/** What the API has against a query is thrown as a Failure. */
export interface ApiClient extends Api {
  readonly url: string;
  /** Of whoever uses it: as it was asked for, or the account's. */
  readonly locale: Locale;
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

/** How a client speaks. */
export interface Speaking {
  /** As it was asked for; else the account's own counts. */
  readonly asked?: Locale | undefined;
  /** Before it is known who somebody is. */
  readonly before: Locale;
}

/** Signs in: with `HANDSOFF_TOKEN`, or with the address, and the password of `HANDSOFF_PASSWORD` or as it is typed. */
export async function openClient(
  url: string,
  email: string | undefined,
  { asked, before }: Speaking,
): Promise<ApiClient> {
  const base = url.replace(/\/+(graphql\/*)?$/, '');
  const stranger: Asking = { base, headers: { 'accept-language': asked ?? before }, locale: asked ?? before };
  const authorization = `Bearer ${process.env.HANDSOFF_TOKEN ?? (await signIn(stranger, email))}`;
  const own = asked ?? (await localeOf({ ...stranger, headers: { ...stranger.headers, authorization } }));
  const asking: Asking = { base, headers: { authorization, 'accept-language': own }, locale: own };
  const { headers, locale } = asking;
  return {
    ...{ url: base, locale },
    query: (document, variables) => ask(asking, document, variables),
    send: (path, body) => reach(`${base}${path}`, { method: 'PUT', headers, body: new Uint8Array(body) }, locale),
  };
}

/** As whom, and in which language, something is asked. */
interface Asking {
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly locale: Locale;
}

/** The language of the account. */
async function localeOf(asking: Asking): Promise<Locale> {
  const document = `query Language { viewer { account { locale } } }`;
  const { viewer } = await ask<{ readonly viewer: { readonly account: { readonly locale: string } } | null }>(
    asking,
    document,
  );
  return askedLocale(viewer?.account.locale) ?? asking.locale;
}

async function reach(url: string, request: RequestInit, locale: Locale): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    const { cause } = error as { readonly cause?: { readonly message?: string } };
    throw new Failure(words.noAnswer(url, cause?.message ?? String(error))[locale]);
  }
}

async function ask<T>(
  { base, headers, locale }: Asking,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
): Promise<T> {
  const request = {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  };
  const answer = await reach(`${base}/graphql`, request, locale);
  const { data, errors } = (await answer.json().catch(() => ({}))) as GraphqlAnswer<T>;
  if (data && !errors?.length) return data;
  throw new Failure(errors?.map(({ message }) => message).join(' ') || words.answersWith(base, answer.status)[locale]);
}

const signInDocument = `mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { session { accessToken } problems { code message } } }`;

interface SignedIn {
  readonly signIn: { readonly session: { readonly accessToken: string } | null; readonly problems: readonly Problem[] };
}

async function signIn(asking: Asking, email: string | undefined): Promise<string> {
  const { locale } = asking;
  if (email === undefined) throw new Failure(words.whoAreYou[locale]);
  const password = process.env.HANDSOFF_PASSWORD ?? (await secret(words.passwordOf(email), locale));
  const once = async (oneTimeCode?: string): Promise<SignedIn['signIn']> => {
    const input = { email, password, ...(oneTimeCode !== undefined && { oneTimeCode }) };
    return (await ask<SignedIn>(asking, signInDocument, { input })).signIn;
  };
  let { session, problems } = await once();
  if (problems.some(({ code }) => code === 'SECOND_FACTOR_REQUIRED'))
    ({ session, problems } = await once(await secret(words.codeOfApp, locale)));
  if (session) return session.accessToken;
  throw new Failure(problems.map(({ message }) => message).join(' '));
}

/** What is typed is not shown. */
async function secret(question: Text, locale: Locale): Promise<string> {
  if (!process.stdin.isTTY) throw new Failure(words.nobodyThere[locale]);
  process.stdout.write(question[locale]);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stdout.write('\n');
  }
}
