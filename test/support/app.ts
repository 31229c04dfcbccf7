/** The whole API on a database of its own, and clients signed in as the demo accounts. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pino, type DestinationStream } from 'pino';
import { composeApp } from '../../src/compose';
import { loadConfig, type Config } from '../../src/base/config';
import type { App } from '../../src/identity/app';
import { testCluster } from './cluster';
import { freshDatabase, type Template, type TestDatabase } from './database';
import { publish } from './publish';

export interface StartOptions {
  /** What the database begins with (`demo` when left out). */
  readonly template?: Template;
  /** Environment beyond that of the test database. */
  readonly env?: Readonly<Record<string, string>>;
  /** An existing database; it is not removed at the end. */
  readonly database?: TestDatabase;
  /** Where the log goes (standard output when left out). */
  readonly log?: DestinationStream;
  /** Listens on a free port as well. */
  readonly listen?: boolean;
}

export interface Answer {
  readonly status: number;
  /** The bytes of the body. */
  readonly text: string;
  readonly headers: Record<string, string | string[] | number | undefined>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read what they asked for
  readonly data: any;
  readonly errors: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

export interface Client {
  readonly token: string | null;
  query(
    document: string,
    variables?: Readonly<Record<string, unknown>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export interface TestApp {
  readonly app: App;
  readonly http: FastifyInstance;
  readonly config: Config;
  readonly database: TestDatabase;
  /** `http://127.0.0.1:<port>` when it listens. */
  readonly address: string;
  /** Nobody. */
  readonly anyone: Client;
  /** The demo account `<role>@<country>.demo`, such as `as('case-manager', 'za')`; without a country the region's. */
  as(role: string, country?: string): Promise<Client>;
  close(): Promise<void>;
}

const signIn = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { session { accessToken } problems { code message } }
}`;

/** How long a client that was signed in is handed out again: well below what its token is good for. */
const tokenLastsMs = 300_000;

/** Starts the API in this process. */
export async function startApp(options: StartOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await freshDatabase(options.template ?? 'demo', testCluster(), publish));
  // A slow machine must not look like one under attack.
  const config = loadConfig({ MAX_EVENT_LOOP_DELAY_MS: '0', ...database.env, ...options.env });
  const running = await composeApp(config, pino({ level: config.logLevel }, options.log));
  const { app, http } = running;
  const address = options.listen ? await http.listen({ host: '127.0.0.1', port: 0 }) : '';
  const anyone = client(http, null);
  const clients = new Map<string, { since: number; client: Promise<Client> }>();
  const close = async (): Promise<void> => {
    await running.close();
    if (!options.database) await database.drop();
  };
  const as = (role: string, country = 'region'): Promise<Client> => {
    const email = `${role}@${country}.demo`;
    const found = clients.get(email);
    if (found && Date.now() - found.since < tokenLastsMs) return found.client;
    const opened = open(http, anyone, email, config.demoPassword);
    clients.set(email, { since: Date.now(), client: opened });
    return opened;
  };
  return { app, http, config, database, address, anyone, as, close };
}

let shared: Promise<TestApp> | undefined;

/**
 * The API on the demo data for files that only read: one in a worker. Closing it does nothing: it ends with the worker,
 * whose end its idle connections do not hold up, and its database with the server of the run.
 */
export async function sharedApp(): Promise<TestApp> {
  // Nobody closes it, and what it does after its sandbox was emptied would fail another file.
  if ('harness' in globalThis) throw new Error('A test file takes the shared app from `support/outside`.');
  shared ??= startApp();
  return { ...(await shared), close: () => Promise.resolve() };
}

async function open(http: FastifyInstance, anyone: Client, email: string, password: string): Promise<Client> {
  const answer = await anyone.query(signIn, { email, password });
  const token = answer.data?.signIn?.session?.accessToken as string | undefined;
  if (!token) throw new Error(`${email} cannot sign in: ${answer.text}`);
  return client(http, token);
}

const client = (http: FastifyInstance, token: string | null): Client => ({
  token,
  async query(query, variables, headers) {
    const response = await http.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }), ...headers },
      payload: JSON.stringify({ query, variables }),
    });
    return answerOf(response);
  },
});

function answerOf(response: LightMyRequestResponse): Answer {
  const { data, errors } = JSON.parse(response.body) as Partial<Answer>;
  return { status: response.statusCode, text: response.body, headers: response.headers, data, errors: errors ?? [] };
}
