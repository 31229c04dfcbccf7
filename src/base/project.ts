/** Where the project stands: the same from the sources and from what is compiled of them. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Directory of package.json. */
export const projectRoot = findRoot(__dirname);

/** Version of package.json. */
export const version = (JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string })
  .version;

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (from === dirname(from)) throw new Error('There is no package.json above the program');
  return findRoot(dirname(from));
}
