/** One process at a time has the embedded PostgreSQL of a data directory; others learn who, and on which port it answers. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from './processes';

interface Holder {
  readonly pid: number;
  readonly identity: string;
  /** What it was started as, for people. */
  readonly doing: string;
}

export interface Lock {
  release(): void;
}

const pathOf = (dataDir: string): string => join(dataDir, 'embedded.lock');

/** Takes the lock, also from a process that ended without giving it back; undefined when another one holds it. */
export function takeLock(dataDir: string, doing: string): Lock | undefined {
  const path = pathOf(dataDir);
  const mine: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '', doing };
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (holderOf(dataDir)) return undefined;
    rmSync(path, { force: true });
  }
  return undefined;
}

/** Who holds the lock, if that process still runs. */
export function holderOf(dataDir: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(pathOf(dataDir), 'utf8')) as Holder;
    return identityOf(holder.pid) === holder.identity ? holder : undefined;
  } catch {
    return undefined;
  }
}

/** The port that the embedded PostgreSQL of a data directory answers on, or last did. */
export function rememberedPort(dataDir: string): number | undefined {
  try {
    return (JSON.parse(readFileSync(join(dataDir, 'embedded.json'), 'utf8')) as { port: number }).port;
  } catch {
    return undefined;
  }
}

export function rememberPort(dataDir: string, port: number): void {
  const path = join(dataDir, 'embedded.json');
  writeFileSync(`${path}.new`, JSON.stringify({ port }) + '\n');
  renameSync(`${path}.new`, path);
}
