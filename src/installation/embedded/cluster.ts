/** A PostgreSQL cluster of our own: made when it is not there, started, kept running, stopped. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type { AdminAddress } from '../../base/config';
import { binaries, EmbeddedError, serverAccount, type ServerAccount } from './binaries';

export interface ClusterOptions {
  /** Data directory; its parent exists and the server's account may enter it. */
  readonly directory: string;
  readonly logFile: string;
  /** Of the superuser `postgres`. */
  readonly password: string;
  /** Taken when it is free, else another. */
  readonly port?: number;
  /** Server parameters beyond those that every cluster of ours has. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** A directory that is removed when the server has stopped, whatever becomes of this process. */
  readonly removeAfter?: string;
}

export interface RunningCluster {
  readonly admin: AdminAddress;
  /** Process that keeps the server. */
  readonly keeper: number;
  /** Settles when the keeper has ended, whoever ended it. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

export const superuser = 'postgres';

/**
 * Only this machine can reach it. Its log never holds a statement or a value: errors are told to the client alone.
 * Connections are enough for some dozen countries' pools.
 */
const parameters: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '300',
  shared_buffers: '128MB',
  jit: 'off',
  TimeZone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

const startTimeoutMs = 60_000;

/** Makes the cluster when there is none, starts it and waits until it answers. */
export async function startCluster(options: ClusterOptions): Promise<RunningCluster> {
  const account = serverAccount();
  const bin = binaries(account);
  if (!existsSync(join(options.directory, 'PG_VERSION'))) await initialise(bin, options, account);
  checkVersion(options.directory, bin);
  const port = await freePort(options.port);
  const admin = {
    host: '127.0.0.1',
    port,
    database: 'postgres',
    ssl: false,
    user: superuser,
    password: options.password,
  };
  const keeper = startKeeper(bin, options, port, account);
  try {
    await untilReady(admin, options, () => keeper.exitCode === null && keeper.signalCode === null);
  } catch (error) {
    await stopKeeper(keeper);
    throw error;
  }
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()));
  return { admin, keeper: keeper.pid as number, ended, stop: () => stopKeeper(keeper) };
}

/** Made under another name, so that an interrupted start leaves no half of a cluster. Sorts text by code point everywhere. */
async function initialise(bin: string, options: ClusterOptions, account: ServerAccount | undefined): Promise<void> {
  const draft = `${options.directory}.new`;
  const passwordFile = `${options.directory}.password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid);
  const flags = [
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
  if (options.parameters?.fsync === 'off') flags.push('--no-sync');
  const args = [`--pgdata=${draft}`, `--username=${superuser}`, `--pwfile=${passwordFile}`, ...flags];
  try {
    await promisify(execFile)(join(bin, 'initdb'), args, { cwd: '/', ...account });
  } catch (error) {
    throw new EmbeddedError(`initdb failed: ${(error as { stderr?: string }).stderr || (error as Error).message}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, options.directory);
}

function checkVersion(directory: string, bin: string): void {
  const has = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  const catalogue = readFileSync(join(bin, '../share/postgresql/postgres.bki'), 'utf8').slice(0, 40);
  const needs = /PostgreSQL (\d+)/.exec(catalogue)?.[1];
  if (has === needs) return;
  throw new EmbeddedError(
    `${directory} was made by PostgreSQL ${has}, this is ${needs}: move the directory away to start empty, ` +
      'or dump it with the old version and restore it into a server of your own (DATABASE_URL)',
  );
}

function startKeeper(
  bin: string,
  options: ClusterOptions,
  port: number,
  account: ServerAccount | undefined,
): ChildProcess {
  const settings = Object.entries({ ...parameters, ...options.parameters, port: String(port) });
  const args = ['-D', options.directory, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const tooLong = existsSync(options.logFile) && statSync(options.logFile).size > 10_000_000;
  const log = openSync(options.logFile, tooLong ? 'w' : 'a', 0o600);
  const job = JSON.stringify({ command: join(bin, 'postgres'), args, ...account, removeAfter: options.removeAfter });
  const keeper = spawn(process.execPath, [join(__dirname, 'keeper.cjs'), job], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', log, log],
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  closeSync(log);
  keeper.unref();
  (keeper.stdin as unknown as { unref(): void }).unref();
  return keeper;
}

/** Closing the pipe is the request to stop; the keeper ends when the server has. */
async function stopKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  keeper.ref();
  const ended = new Promise((resolve) => keeper.once('exit', resolve));
  keeper.stdin?.end();
  await ended;
}

async function untilReady(admin: AdminAddress, options: ClusterOptions, alive: () => boolean): Promise<void> {
  for (const end = Date.now() + startTimeoutMs; Date.now() < end; await pause(30)) {
    if (!alive()) break;
    const answer = await knock(admin);
    if (answer === options.directory) return;
    if (answer !== undefined)
      throw new EmbeddedError(`Another server answers on port ${admin.port}: it serves ${answer}`);
  }
  const log = readFileSync(options.logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
  throw new EmbeddedError(`The embedded PostgreSQL did not start; its log (${options.logFile}) ends with:\n${log}`);
}

/** The data directory that the server at an address serves; undefined when none answers yet. */
export async function knock(admin: AdminAddress): Promise<string | undefined> {
  const client = new Client({ ...admin, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return rows[0]?.data_directory;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return undefined;
    throw new EmbeddedError(
      'The embedded PostgreSQL refuses the password of DATA_DIR/secrets.json: that file is not the one that belongs to it',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    return await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  } catch (error) {
    if (wanted === 0) throw error;
    return await freePort();
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
