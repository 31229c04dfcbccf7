/** Copies in a folder: which of them are the newest. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BackupError } from './tools';

/** `za-20261128T062418Z.dump`: in the order of their names those of a schema are in that of time. */
export const nameOfCopy = (schema: string, takenAt: string): string =>
  `${schema}-${takenAt.replaceAll(/[-:]/g, '')}.dump`;

const copyName = /^(identity|(?:[a-z]{2}|region)(?:_keys)?)-\d{8}T\d{6}Z\.dump$/;

/**
 * The newest copy of each schema, by its name; of keys, too, the newest: what was erased since an older one stays so.
 * @throws BackupError where there is none
 */
export function newestCopies(folder: string): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const name of namesIn(folder)) {
    const schema = copyName.exec(name)?.[1];
    if (schema) newest.set(schema, join(folder, name));
  }
  if (newest.size === 0) throw new BackupError(`There is no copy in ${folder}: their names end in .dump.`);
  return newest;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    throw new BackupError(`${folder} cannot be read: ${(error as Error).message}`);
  }
}
