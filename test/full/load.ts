/** Front ends at work: lists, single reads and registrations, one after the other on several connections, and what came of them. */
import { randomUUID } from 'node:crypto';

interface Session {
  readonly address: string;
  readonly token: string;
}

export interface Told {
  readonly asked: number;
  /** Answers that a client did not deserve, as texts. */
  readonly failures: readonly string[];
  /** Display numbers of the cases that were acknowledged. */
  readonly registered: readonly string[];
}

const registration = `mutation ($input: RegisterCaseInput!) {
  registerCase(input: $input) { case { id displayId version } problems { code } }
}`;
const reading = `query ($after: String) { cases(first: 20, after: $after) { totalCount pageInfo { endCursor }
  edges { node { id status owner { name } referrals { edges { node { status } } } incidents { totalCount } } } } }`;

async function ask(
  { address, token }: Session,
  query: string,
  variables: object,
): Promise<{ data: Data; text: string }> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { data: (JSON.parse(text) as { data?: Data }).data ?? null, text };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are read as they are asked for
type Data = any;

export async function signIn(address: string, email: string, password: string): Promise<Session> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { session { accessToken } } }';
  const { data, text } = await ask({ address, token: '' }, query, { input: { email, password } });
  const token = data?.signIn?.session?.accessToken as string | undefined;
  if (!token) throw new Error(text);
  return { address, token };
}

/** Asks on so many connections until it is told to stop. */
export async function load(session: Session, connections: number, until: AbortSignal): Promise<Told> {
  const told = { asked: 0, failures: [] as string[], registered: [] as string[] };
  const one = async (): Promise<void> => {
    while (!until.aborted) {
      await attempt(session, told);
      told.asked += 2;
    }
  };
  await Promise.all(Array.from({ length: connections }, one));
  return told;
}

async function attempt(session: Session, told: { failures: string[]; registered: string[] }): Promise<void> {
  try {
    const list = await ask(session, reading, {});
    if (!list.data?.cases) told.failures.push(list.text);
    const input = { idempotencyKey: randomUUID(), source: 'HELPLINE', draft: true, anonymous: true };
    const made = await ask(session, registration, { input });
    const displayId = made.data?.registerCase?.case?.displayId as string | undefined;
    if (displayId) told.registered.push(displayId);
    else told.failures.push(made.text);
  } catch (error) {
    told.failures.push(String(error));
  }
}
