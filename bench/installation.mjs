// An installation of its own for the benchmark: a cluster in a temporary directory, migrated and seeded.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
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

export async function install(scale) {
  const { startCluster } = require(join(root, 'dist/src/database/embedded/cluster.js'));
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
  for (const args of [['migrate'], ['seed', '--scale', String(scale)]]) {
    execFileSync(process.execPath, [join(root, 'dist/src/cli/main.js'), ...args], { env: admin, stdio: 'inherit' });
  }
  const facts = await prepare(database);
  const postmaster = Number(readFileSync(join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
  return { env, database, postmaster, stop: cluster.stop, ...facts };
}

/** Production refuses demo accounts; for the benchmark they are made ordinary ones. */
async function prepare(database) {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query('UPDATE identity.account SET demo = false');
  await client.query('VACUUM ANALYZE');
  const email = 'case-manager@za.demo';
  const account = await client.query('SELECT organisation_id FROM identity.account WHERE email = $1', [email]);
  const cases = await client.query('SELECT count(*)::int AS count FROM za."case"');
  await client.end();
  return {
    email,
    password: 'hands-off-demo',
    organisation: account.rows[0].organisation_id,
    cases: cases.rows[0].count,
  };
}
