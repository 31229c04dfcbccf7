/** A whole server without a database: the real routes, plugins and execution, with an identity that knows two tokens. */
import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { pino } from 'pino';
import { loadConfig, type Config } from '../../src/base/config';
import type { App } from '../../src/identity/app';
import type { Actor } from '../../src/base/actor';
import type { OperationCheck } from '../../src/schema/served';
import { answering, createServer, type Server } from '../../src/server/server';
import { Standing } from '../../src/base/standing';
import { unauthenticated } from '../../src/base/refusals';
import { nothingDenied, sdl, smallSchema } from './small-schema';

export const caseManager: Actor = {
  accountId: '7b0c8f3e-0000-4000-8000-000000000001',
  sessionId: '7b0c8f3e-0000-4000-8000-000000000002',
  name: 'Nomsa',
  email: 'case-manager@za.demo',
  role: 'CASE_MANAGER',
  country: 'ZA',
  organisationId: null,
  locale: 'en',
};

export interface TestServer extends Server {
  readonly log: string[];
  post(body: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  ask(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: { message: string; path?: unknown[]; locations?: unknown[]; extensions: Record<string, unknown> }[];
}

const pools: Record<string, { answers: boolean }> = { ZA: { answers: true }, MZ: { answers: true } };

/** Makes the database of a country answer, or not. */
export const setDatabase = (country: string, answers: boolean): void => void (pools[country] = { answers });

function poolOf(code: string): object {
  const query = (): Promise<unknown> =>
    pools[code]?.answers ? Promise.resolve({ rows: [] }) : Promise.reject(new Error('connect ECONNREFUSED'));
  return { query, totalCount: 1, idleCount: 1, waitingCount: 0 };
}

const databases = Object.keys(pools).map((code) => ({ code, app: poolOf(code), region: poolOf(code) }));

const actors: Readonly<Record<string, Actor>> = {
  'Bearer good': caseManager,
  'Bearer region': { ...caseManager, country: null },
};

const identity = {
  demoAccounts: () => Promise.resolve([]),
  authenticate: (authorization?: string): Promise<Standing | null> => {
    if (authorization === undefined) return Promise.resolve(null);
    const actor = actors[authorization];
    if (actor) return Promise.resolve(new Standing(actor, null));
    if (authorization === 'Bearer down') {
      return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
    }
    return Promise.reject(unauthenticated());
  },
  presume: (authorization = ''): Promise<Standing | null> => {
    const actor = actors[authorization];
    return Promise.resolve(actor ? new Standing(actor, () => Promise.resolve(true)) : null);
  },
  jwks: () => Promise.resolve({ keys: [{ kid: 'one', kty: 'EC' }] }),
  ping: () => Promise.resolve(),
};

export interface TestOptions {
  readonly environment?: Record<string, string>;
  readonly check?: OperationCheck;
}

export function testConfig(environment: Record<string, string> = {}): Config {
  const secret = (): string => randomBytes(48).toString('base64');
  const secrets = { ROLE_SECRET: secret(), TOKEN_SECRET: secret() };
  // A slow machine must not look like one under attack.
  return loadConfig({ NODE_ENV: 'test', MAX_EVENT_LOOP_DELAY_MS: '0', ...secrets, ...environment });
}

let twice = false;

/** From now on servers are asked everything twice, and give the second answer. */
export function askTwice(): void {
  twice = true;
}

/** Asks for what is injected twice. */
function doubled(http: FastifyInstance): void {
  const inject = http.inject.bind(http) as (options: unknown) => Promise<LightMyRequestResponse>;
  http.inject = (async (options: unknown) => {
    await inject(options);
    return inject(options);
  }) as typeof http.inject;
}

export async function startTestServer({ environment, check = nothingDenied }: TestOptions = {}): Promise<TestServer> {
  const log: string[] = [];
  const sink = new Writable({ write: (chunk, _, done) => (log.push(String(chunk)), done()) });
  const app = {
    config: testConfig(environment),
    log: pino({ level: 'debug' }, sink),
    identity,
    countries: {
      all: () => databases,
      get: (code: string) => databases.find((one) => one.code === code),
      states: () => databases.map(({ code }) => ({ code, because: null })),
    },
  } as unknown as App;
  const schema = { executable: smallSchema(), sdl, check, reads: new Map() };
  const server = await createServer(app, schema, answering(schema, app.config));
  if (twice && !environment?.RATE_LIMIT_PER_MINUTE) doubled(server.http);
  const post = (body: unknown, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> =>
    send(server.http, body, headers);
  return {
    ...server,
    log,
    post,
    async ask(query, variables, headers) {
      const response = await post({ query, variables }, headers);
      return { status: response.statusCode, ...response.json<Omit<Answer, 'status'>>() };
    },
  };
}

function send(http: FastifyInstance, body: unknown, headers: Record<string, string>): Promise<LightMyRequestResponse> {
  const payload = Buffer.isBuffer(body) || typeof body === 'string' ? body : JSON.stringify(body);
  return http.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
}
