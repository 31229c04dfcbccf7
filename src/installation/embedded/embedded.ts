/** The embedded PostgreSQL of a data directory, as the API and the commands use it. */
import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, readlinkSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AdminAddress, DatabaseAddress } from '../../base/config';
import { developmentSecrets } from '../../base/config/secrets';
import { asAdmin, quote } from '../../database/connect';
import { canEnter, EmbeddedError, serverAccount, sharedHome } from './binaries';
import { knock, pause, startCluster, superuser } from './cluster';
import { holderOf, rememberedPort, rememberPort, takeLock } from './lock';
import { commandOf, runs } from './processes';

export { EmbeddedError } from './binaries';

/** A running embedded PostgreSQL. */
export interface EmbeddedDatabase {
  /** Where it is, for serving. */
  readonly address: DatabaseAddress;
  readonly admin: AdminAddress;
  /** Where its data are, when that is not in the data directory. */
  readonly elsewhere: string | null;
  /** Settles when it has ended for good; never where another process keeps it. */
  readonly ended: Promise<void>;
  /** Stops it, if this process started it. */
  stop(): Promise<void>;
}

const databaseName = 'handsoff';

/** Starts the embedded PostgreSQL for as long as this process serves. Throws when another process has it. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const started = await start(dataDir, 'the API');
  if (started) return started;
  const holder = holderOf(dataDir);
  throw new EmbeddedError(
    `${dataDir} is in use by ${holder?.doing ?? 'another process'} (process ${holder?.pid ?? 'unknown'}): ` +
      'stop that one, or set DATA_DIR and PORT to start a second installation',
  );
}

/** The embedded PostgreSQL for a command: that of the running API, else one that is started for the command. */
export async function useEmbedded(dataDir: string, command: string): Promise<EmbeddedDatabase> {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(100)) {
    const started = await start(dataDir, `\`handsoff ${command}\``);
    if (started) return started;
    const port = rememberedPort(dataDir);
    if (port === undefined) continue;
    const admin = adminOf(dataDir, port);
    if ((await knock({ ...admin, database: 'postgres' })) !== undefined)
      return opened(admin, null, { ended: never, stop: () => Promise.resolve() });
  }
  throw new EmbeddedError(`${dataDir} is in use by another process, and its PostgreSQL does not answer`);
}

async function start(dataDir: string, doing: string): Promise<EmbeddedDatabase | undefined> {
  const password = developmentSecrets(dataDir).POSTGRES_PASSWORD;
  const lock = takeLock(dataDir, doing);
  if (!lock) return undefined;
  try {
    const directory = placeOf(realpathSync(dataDir));
    await endOrphan(directory);
    const logFile = join(dataDir, 'postgres.log');
    const cluster = await startCluster({ directory, logFile, password, port: rememberedPort(dataDir) });
    await createDatabase(cluster.admin);
    rememberPort(dataDir, cluster.admin.port);
    const elsewhere = dirname(directory) === realpathSync(dataDir) ? null : directory;
    const stop = (): Promise<void> => cluster.stop().finally(() => lock.release());
    return opened(adminOf(dataDir, cluster.admin.port), elsewhere, { ended: cluster.ended, stop });
  } catch (error) {
    lock.release();
    throw error;
  }
}

const never = new Promise<void>(() => undefined);

function opened(
  admin: AdminAddress,
  elsewhere: string | null,
  end: Pick<EmbeddedDatabase, 'ended' | 'stop'>,
): EmbeddedDatabase {
  const { host, port, database, ssl } = admin;
  return { address: { host, port, database, ssl }, admin, elsewhere, ...end };
}

const adminOf = (dataDir: string, port: number): AdminAddress => ({
  host: '127.0.0.1',
  port,
  database: databaseName,
  ssl: false,
  user: superuser,
  password: developmentSecrets(dataDir).POSTGRES_PASSWORD,
});

/**
 * `DATA_DIR/postgres`, or what that links to. Started by root below a directory that is closed to others (`/root`),
 * the server's account could not reach it: then it stands in a place of its own, and the link remembers which.
 */
function placeOf(dataDir: string): string {
  const path = join(dataDir, 'postgres');
  const linked = linkTarget(path);
  const account = serverAccount();
  if (!linked && canEnter(dataDir, account)) return path;
  const place = linked ?? join(sharedHome, randomBytes(6).toString('hex'), 'postgres');
  mkdirSync(dirname(place), { recursive: true, mode: 0o755 });
  if (!linked) symlinkSync(place, path);
  return place;
}

function linkTarget(path: string): string | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(path) : undefined;
}

/** A server whose keeper was killed still runs, and a server that was killed leaves its number to another process. */
async function endOrphan(directory: string): Promise<void> {
  const path = join(directory, 'postmaster.pid');
  const pid = postmaster(path);
  if (pid === undefined || !runs(pid)) return;
  if (!/postgres/.test(commandOf(pid))) return rmSync(path, { force: true });
  for (const [signal, patienceMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    process.kill(pid, signal);
    for (const end = Date.now() + patienceMs; Date.now() < end; await pause(50)) if (!runs(pid)) return;
  }
  throw new EmbeddedError(
    `A PostgreSQL of an earlier start (process ${pid}) still uses ${directory} and does not stop`,
  );
}

function postmaster(path: string): number | undefined {
  try {
    return Number(readFileSync(path, 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
}

/** The API's database; the cluster's others are closed to the run-time roles. */
async function createDatabase(admin: AdminAddress): Promise<void> {
  await asAdmin(admin, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [databaseName]);
    if (rowCount) return;
    await client.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
    await client.query(`CREATE DATABASE ${quote(databaseName)}`);
  });
}
