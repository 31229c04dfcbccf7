/** `pg_dump` and `pg_restore` of the PostgreSQL client: found, held against the server, run without a password on any command line. */
import { execFile, spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { promisify } from 'node:util';
import type { AdminAddress } from '../../base/config';

/** A copy could not be made or put back; the message says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** What a copy is made or put back with. */
export interface Means {
  /** Folder of the tools; empty: PATH. */
  readonly bin: string;
  /** Ends it: what was not finished is undone. */
  readonly signal: AbortSignal;
}

export type Tool = 'pg_dump' | 'pg_restore';

/**
 * The path of a tool that fits the server.
 * @param folder where to look; empty: in PATH
 * @param server major version of the server
 * @throws BackupError where there is none, or one that is older than the server
 */
export async function findTool(tool: Tool, folder: string, server: number): Promise<string> {
  const path = folder ? join(folder, tool) : tool;
  const needed = `install the client of PostgreSQL ${server} or later, or name its folder in PG_BIN`;
  const { stdout } = await promisify(execFile)(path, ['--version']).catch((error: NodeJS.ErrnoException) => {
    throw new BackupError(`${path} cannot be run (${error.code ?? error.message}): ${needed}`);
  });
  const version = Number(/\) (\d+)/.exec(stdout)?.[1] ?? 0);
  if (version < server)
    throw new BackupError(`${path} is of PostgreSQL ${version} and cannot read one of ${server}: ${needed}`);
  return path;
}

export interface Run {
  readonly path: string;
  readonly args: readonly string[];
  readonly admin: AdminAddress;
  /** Ends the tool; what it was told to do is then not done. */
  readonly signal: AbortSignal;
}

export type Process = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * Runs a tool against a database.
 * @param use gets the process, whose output it reads and whose input it ends
 * @throws BackupError with what the tool said, when it failed; the reason of the signal, when that ended it
 */
export async function runTool<T>(
  { path, args, admin, signal }: Run,
  use: (process: Process) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const { environment, forget } = credentials(admin);
  const child = spawn(path, [...args, '--no-password'], { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
  const end = (): boolean => child.kill();
  signal.addEventListener('abort', end);
  try {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)));
    // A tool that ended early does not read on: what it said tells why.
    child.stdin.on('error', () => undefined);
    const ended = new Promise<void>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) =>
        code === 0 ? resolve() : reject(new BackupError(`${path} failed: ${said.trim()}`)),
      );
    });
    const [used, done] = await Promise.allSettled([use(child), ended]);
    signal.throwIfAborted();
    if (used.status === 'rejected') throw used.reason;
    if (done.status === 'rejected') throw done.reason;
    return used.value;
  } finally {
    signal.removeEventListener('abort', end);
    forget();
  }
}

/** As libpq takes them. A certificate authority is a file to it. */
function credentials({ host, port, database, user, password, ssl }: AdminAddress): {
  environment: NodeJS.ProcessEnv;
  forget: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'hands-off-tls-'));
  const options = ssl === true || ssl === false ? {} : ssl;
  const file = (name: string, content: unknown): string => {
    const path = join(folder, name);
    writeFileSync(path, String(content), { mode: 0o600 });
    return path;
  };
  const mode = ssl === false ? 'disable' : options.rejectUnauthorized === false ? 'require' : 'verify-full';
  const environment = {
    PATH: process.env.PATH,
    LC_ALL: 'C',
    ...{
      PGHOST: host,
      PGPORT: String(port),
      PGDATABASE: database,
      PGUSER: user,
      PGPASSWORD: password,
      PGSSLMODE: mode,
    },
    ...(mode === 'verify-full' && { PGSSLROOTCERT: options.ca ? file('ca', options.ca) : 'system' }),
    ...(options.cert !== undefined && { PGSSLCERT: file('cert', options.cert) }),
    ...(options.key !== undefined && { PGSSLKEY: file('key', options.key) }),
  };
  return { environment, forget: () => rmSync(folder, { recursive: true, force: true }) };
}
