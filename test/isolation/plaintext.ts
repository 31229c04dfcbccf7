/** Looks for texts in every file of the database server, as somebody would who has its disk. */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { adminRows } from '../support/admin';
import type { TestDatabase } from '../support/database';

const chunk = 8 * 1024 * 1024;

/** How PostgreSQL would write it: as text, or as the text of a bytea. */
const spellings = (needle: string): Buffer[] => [Buffer.from(needle), Buffer.from(Buffer.from(needle).toString('hex'))];

/** The needles that are in a file; what lies across two chunks is found, for they overlap. */
function found(file: string, needles: ReadonlyMap<string, readonly Buffer[]>): string[] {
  const overlap = Math.max(...[...needles.values()].flat().map(({ length }) => length)) - 1;
  const buffer = Buffer.allocUnsafe(chunk + overlap);
  const hits = new Set<string>();
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    // Files of dropped databases and recycled log segments go while we look.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  try {
    for (let kept = 0, read = 1; read > 0;) {
      read = readSync(descriptor, buffer, kept, chunk, null);
      const part = buffer.subarray(0, kept + read);
      for (const [needle, forms] of needles) if (forms.some((form) => part.includes(form))) hits.add(needle);
      kept = Math.min(overlap, part.length);
      part.copy(buffer, 0, part.length - kept);
    }
  } finally {
    closeSync(descriptor);
  }
  return [...hits];
}

/** Where the server keeps the tables of its other databases: nothing of this one is ever written there. */
async function directoriesOfOthers(database: TestDatabase): Promise<ReadonlySet<string>> {
  const rows = await adminRows<{ path: string }>(
    database,
    `SELECT current_setting('data_directory') || '/base/' || oid AS path FROM pg_database
     WHERE datname <> current_database()`,
  );
  return new Set(rows.map(({ path }) => path));
}

/** The files below the server's home (heap, WAL, the server's log, secrets of the installation) that hold a needle. */
export async function filesWith(
  database: TestDatabase,
  needles: readonly string[],
): Promise<Map<string, readonly string[]>> {
  await adminRows(database, 'CHECKPOINT');
  const [shown] = await adminRows<{ data_directory: string }>(database, 'SHOW data_directory');
  const home = dirname(shown!.data_directory);
  const forms = new Map(needles.map((needle) => [needle, spellings(needle)] as const));
  const others = await directoriesOfOthers(database);
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files
    .filter(({ parentPath }) => !others.has(parentPath))
    .map((file) => join(file.parentPath, file.name));
  const hits = names.map((name) => ({ name, needles: found(name, forms) }));
  const holding = (needle: string): string[] =>
    hits.filter((hit) => hit.needles.includes(needle)).map(({ name }) => name);
  return new Map(needles.map((needle) => [needle, holding(needle)]));
}
