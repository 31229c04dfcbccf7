/** Servers and poolers for the shapes: what is embedded, what `PG_SERVERS` names, and PgBouncer where there is one. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { asAdmin, quote } from '../../../src/database/connect';
import { serverAccount } from '../../../src/installation/embedded/binaries';
import { startTestCluster, type TestCluster } from '../../support/cluster';
import { freshDatabase, type TestDatabase } from '../../support/database';

export type Server = TestCluster & { readonly stop: () => Promise<void> };

/** As in the field: what is acknowledged is on the disk. */
export const startServer = (): Promise<Server> => startTestCluster({ fsync: 'on', full_page_writes: 'on' });

const [user, password] = ['installer', 'no-superuser-of-anything'];

/** An empty database of an administrator who owns it and may create roles, and is no superuser. */
export async function owned(server: Server): Promise<TestDatabase> {
  const database = await freshDatabase('empty', server);
  await asAdmin(server.admin, async (client) => {
    await client.query(`CREATE ROLE ${user} LOGIN CREATEROLE PASSWORD '${password}'`);
    await client.query(`ALTER DATABASE ${quote(database.name)} OWNER TO ${user}`);
  });
  const { host, port } = database.admin;
  const adminUrl = `postgresql://${user}:${password}@${host}:${port}/${database.name}`;
  return {
    ...database,
    adminUrl,
    admin: { ...database.admin, user, password },
    env: { ...database.env, DATABASE_ADMIN_URL: adminUrl },
  };
}

/** Where `PGBOUNCER` says that it is, or PATH; null where there is none. */
export function findPgBouncer(): { readonly path: string; readonly version: string } | null {
  const path = process.env.PGBOUNCER ?? 'pgbouncer';
  try {
    const said = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe' });
    return { path, version: /PgBouncer (\S+)/.exec(said)?.[1] ?? '?' };
  } catch {
    return null;
  }
}

export interface Pooler {
  /** The database over it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Lets in whom the server lets in, by the same verifiers; so it is begun after migrating. */
export async function startPgBouncer(
  path: string,
  { admin, name }: TestDatabase,
  settings: Readonly<Record<string, string | number>>,
): Promise<Pooler> {
  const { rows } = await asAdmin(admin, (client) =>
    client.query<{ role: string; verifier: string }>(
      `SELECT rolname AS role, rolpassword AS verifier FROM pg_authid WHERE rolname ~ '_(app|region)$' OR rolsuper`,
    ),
  );
  const home = mkdtempSync(join(tmpdir(), 'hands-off-pgbouncer-'));
  chmodSync(home, 0o755);
  const port = await freePort();
  const users = join(home, 'users.txt');
  writeFileSync(users, rows.map(({ role, verifier }) => `"${role}" "${verifier}"\n`).join(''));
  const ini = join(home, 'pgbouncer.ini');
  const lines = {
    ...{ listen_addr: '127.0.0.1', listen_port: port, unix_socket_dir: '', auth_type: 'scram-sha-256' },
    ...{ auth_file: users, max_client_conn: 500, default_pool_size: 20, logfile: join(home, 'log') },
    ...settings,
  };
  writeFileSync(
    ini,
    `[databases]\n${name} = host=${admin.host} port=${admin.port}\n[pgbouncer]\n${Object.entries(lines)
      .map(([key, value]) => `${key} = ${value}\n`)
      .join('')}`,
  );
  const account = serverAccount();
  if (account) execFileSync('chown', ['-R', `${account.uid}:${account.gid}`, home]);
  const child = spawn(path, [ini], { stdio: 'ignore', ...account });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const url = `postgresql://127.0.0.1:${port}/${name}`;
  await answering(port);
  return {
    url,
    async stop() {
      child.kill('SIGKILL');
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const client = new Client({ host: '127.0.0.1', port, user: 'nobody', database: 'nothing' });
    client.on('error', () => undefined);
    const error = await client.connect().then(
      () => undefined,
      (failed: Error & { code?: string }) => failed,
    );
    await client.end().catch(() => undefined);
    if (error?.code !== 'ECONNREFUSED') return;
    await delay(100);
  }
  throw new Error('PgBouncer does not answer.');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
