/** Commands that compare what is written in the sources: a stale build would answer for sources that are no more. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../base/project';
import { Failure } from './terminal';

const script = join(projectRoot, '.ci/build.mjs');
const stamp = join(projectRoot, 'dist/.built');

/** Brings the build up to date with the sources. */
export function build(): void {
  const { status } = spawnSync(process.execPath, [script, '--if-needed'], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Failure('The sources cannot be built; mend them first (`npm run typecheck`).');
}

/** Builds where the sources are younger. @returns whether this process runs what is there no more */
export function builtAnew(): boolean {
  if (!existsSync(script) || !existsSync(join(projectRoot, 'src'))) return false;
  const before = builtAt();
  build();
  return builtAt() !== before;
}

const builtAt = (): number => (existsSync(stamp) ? statSync(stamp).mtimeMs : 0);

/** Runs the same command once more, with the new build. */
export function again(): void {
  const { status } = spawnSync(process.execPath, process.argv.slice(1), { stdio: 'inherit' });
  process.exitCode = status ?? 1;
}
