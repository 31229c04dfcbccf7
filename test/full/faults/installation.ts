/** Two instances before three servers: the accounts' with South Africa and Zimbabwe, Botswana's on a small disk, Mozambique's. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handsoff, start, type Started } from '../../support/command';
import { startTestCluster, type TestCluster } from '../../support/cluster';
import { freshDatabase, type TestDatabase } from '../../support/database';
import { lineTo, type Line } from '../../support/line';

type Server = TestCluster & { readonly stop: () => Promise<void> };

/** As in the field: what is acknowledged is on the disk. */
const durable = { fsync: 'on', full_page_writes: 'on', max_wal_size: '64MB', min_wal_size: '32MB' };
const diskBytes = 500_000_000;

export interface Installation {
  readonly botswana: TestDatabase;
  readonly lines: Readonly<Record<'BW' | 'MZ', Line>>;
  /** Where Botswana's server keeps everything; null where this machine lets nobody make a small disk. */
  readonly disk: string | null;
  readonly addresses: readonly string[];
  readonly instances: Started[];
  databaseOf(country: string): TestDatabase;
  /** Starts an instance (again), and waits until it serves. */
  serve(nth: number, change?: Readonly<Record<string, string>>): Promise<void>;
  /** Processes of Botswana's server, the first of them its postmaster. */
  processes(): number[];
  close(): Promise<void>;
}

export async function install(): Promise<Installation> {
  const disk = smallDisk();
  const servers: Server[] = [];
  for (const place of [tmpdir(), disk ?? tmpdir(), tmpdir()]) servers.push(await startTestCluster(durable, place));
  const [main, botswana, mozambique] = (await Promise.all(servers.map((server) => freshDatabase('empty', server)))) as [
    TestDatabase,
    TestDatabase,
    TestDatabase,
  ];
  const lines = { BW: await lineTo(botswana), MZ: await lineTo(mozambique) };
  const env: Record<string, string> = {
    ...main.env,
    LOG_LEVEL: 'warn',
    DATABASE_URL_BW: lines.BW.url,
    DATABASE_URL_MZ: lines.MZ.url,
  };
  await prepare({ ...env, DATABASE_ADMIN_URL_BW: botswana.adminUrl, DATABASE_ADMIN_URL_MZ: mozambique.adminUrl });
  const ports = [await freePort(), await freePort()];
  const instances: Started[] = [];
  const serve: Installation['serve'] = async (nth, change = {}) => {
    const { DATABASE_ADMIN_URL: _, ...without } = env;
    const api = start({ ...without, PORT: String(ports[nth]), ...change });
    instances[nth] = api;
    await api.until('/graphql');
  };
  for (const nth of [0, 1]) await serve(nth);
  return {
    botswana,
    lines,
    disk,
    addresses: ports.map((port) => `http://127.0.0.1:${port}`),
    instances,
    databaseOf: (country) => ({ BW: botswana, MZ: mozambique })[country] ?? main,
    serve,
    processes: () => processesOf(botswana),
    async close() {
      for (const api of instances) if (api.process.exitCode === null) api.signal('SIGTERM');
      await Promise.all(instances.map(({ ended }) => ended));
      for (const line of Object.values(lines)) await line.close();
      for (const server of servers) await server.stop();
      if (disk) execFileSync('umount', [disk]);
    },
  };
}

async function prepare(env: Readonly<Record<string, string>>): Promise<void> {
  for (const command of ['migrate', 'seed']) {
    const { code, error } = await handsoff([command], env);
    if (code !== 0) throw new Error(error);
  }
}

function smallDisk(): string | null {
  const path = join(tmpdir(), `hands-off-disk-${process.pid}`);
  mkdirSync(path, { mode: 0o755 });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes},mode=755`, 'tmpfs', path], { stdio: 'pipe' });
    return path;
  } catch {
    rmSync(path, { recursive: true });
    return null;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function processesOf({ admin }: TestDatabase): number[] {
  const ps = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const all = ps.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const postmaster = all.find(([, , , args]) => args?.includes('/postgres ') && args.includes(`port=${admin.port}`));
  if (!postmaster) return [];
  return [
    Number(postmaster[1]),
    ...all.filter(([, , parent]) => parent === postmaster[1]).map(([, pid]) => Number(pid)),
  ];
}
