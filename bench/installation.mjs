// An installation of its own for the benchmark: a cluster in a temporary directory, migrated and seeded.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { here } from './questions.mjs';

export const ownRoot = dirname(here);
const require = createRequire(import.meta.url);
const secret = (letter) => letter.repeat(48);

/** Secrets as production asks for them; they protect nothing here. */
const secrets = {
  ROLE_SECRET: `bench-role-${secret('r')}1aB`,
  TOKEN_SECRET: `bench-token-${secret('t')}1aB`,
  ...Object.fromEntries(
    ['ZA', 'BW', 'MZ', 'ZW'].map((code, i) => [
      `COUNTRY_KEY_${code}`,
      `k1:${Buffer.from(Array.from({ length: 32 }, (_, j) => (i * 37 + j * 101 + 11) % 251)).toString('base64')}`,
    ]),
  ),
};

/** Which commit a checkout is built from. */
export const commitOf = (root) =>
  execFileSync('git', ['-C', root, 'describe', '--always', '--dirty']).toString().trim();

/** Whether what two checkouts make of an empty database is the same, so that both can serve one. */
export function sameDatabase(one, other) {
  const made = (root) => {
    const migrations = readdirSync(join(root, 'migrations'), { recursive: true }).filter((name) =>
      name.endsWith('.ts'),
    );
    const files = [...migrations.toSorted().map((name) => join('migrations', name)), 'schema/grants.md'];
    return files.map((name) => `${name}\n${readFileSync(join(root, name), 'utf8')}`).join('\n');
  };
  return made(one) === made(other);
}

/** Filled by the code of the checkout in `root`, which is also what serves it. */
export async function install(root, scale) {
  const { startCluster } = require(join(ownRoot, 'dist/src/installation/embedded/cluster.js'));
  const home = mkdtempSync(join(tmpdir(), 'hands-off-bench-'));
  chmodSync(home, 0o755);
  const directory = join(home, 'postgres');
  const cluster = await startCluster({
    directory,
    logFile: join(home, 'postgres.log'),
    password: 'bench',
    removeAfter: home,
    parameters: { shared_buffers: '1GB' },
  });
  const address = `127.0.0.1:${cluster.admin.port}/postgres`;
  const database = `postgresql://postgres:bench@${address}`;
  const env = { PATH: process.env.PATH, ...secrets, DATA_DIR: home, DATABASE_URL: `postgresql://${address}` };
  const admin = { ...env, DATABASE_ADMIN_URL: database };
  try {
    for (const args of [['migrate'], ['seed', '--scale', String(scale)]]) {
      const stdio = ['ignore', process.stderr, process.stderr];
      execFileSync(process.execPath, [join(root, 'dist/src/cli/main.js'), ...args], { env: admin, stdio });
    }
    const facts = await prepare(database);
    const postmaster = Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const password = 'hands-off-demo';
    return { root, commit: commitOf(root), home, env, database, postmaster, password, facts, stop: cluster.stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

const DEPTH = 6_000;
const PAGE = 50;

/** Production refuses demo accounts; for the benchmark they are made ordinary ones. Gives what the workloads ask for. */
async function prepare(database) {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const row = async (text, values) => (await client.query(text, values)).rows[0];
  await client.query('UPDATE identity.account SET demo = false');
  await openToAll(client);
  await client.query('VACUUM ANALYZE');
  const { id, organisation } = await row(
    'SELECT id, organisation_id AS organisation FROM identity.account WHERE email = $1',
    ['case-manager@za.demo'],
  );
  const { count } = await row('SELECT count(*)::int AS count FROM za."case"');
  const depth = Math.min(DEPTH, count - PAGE);
  const boundary = await row(
    'SELECT opened_at::text AS "openedAt", id FROM za."case" ORDER BY opened_at DESC, id DESC OFFSET $1 LIMIT 1',
    [depth - 1],
  );
  const cases = await client.query(fullCases, [organisation, id]);
  if (cases.rowCount === 0) throw new Error('The case manager has no case with everything that W2 asks for.');
  const { version } = await row(`SELECT current_setting('server_version') AS version`);
  await client.end();
  return { count, depth, boundary, organisation, cases: cases.rows.map((found) => found.id), version };
}

/**
 * The peers know of no drafts, restricted cases or records in error: there are none here, so that all answer the same. What
 * asking for them costs is asked all the same.
 */
async function openToAll(client) {
  const columns = await client.query(
    `SELECT table_schema AS schema, table_name AS name, column_name AS "column" FROM information_schema.columns
      WHERE table_schema ~ '^[a-z]{2}$' AND column_name IN ('restricted_at', 'voided_at') AND table_name NOT LIKE 'accused%'`,
  );
  for (const { schema, name, column } of columns.rows)
    await client.query(`UPDATE ${schema}."${name}" SET ${column} = NULL WHERE ${column} IS NOT NULL`);
  for (const { schema } of (await client.query(`SELECT schemaname AS schema FROM pg_tables WHERE tablename = 'case'`))
    .rows)
    await client.query(`UPDATE ${schema}."case" SET status = 'REGISTERED' WHERE status = 'DRAFT'`);
}

/** The case manager's own, because identities are read of those only, each with something of everything. */
const fullCases = `
  SELECT c.id FROM za."case" c
  WHERE c.organisation_id = $1 AND c.owner_id = $2
    AND EXISTS (SELECT FROM za.consent n WHERE n.survivor_id = c.survivor_id)
    AND EXISTS (SELECT FROM za.alleged_perpetrator p WHERE p.case_id = c.id)
    AND EXISTS (SELECT FROM za.referral r WHERE r.case_id = c.id)
  ORDER BY c.opened_at DESC, c.id DESC LIMIT 20`;
