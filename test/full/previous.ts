/** The version before: the last commit of the issue that was closed before the one that is worked on. */
import { execFileSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';
import { temporaryDirectory } from '../support/temporary';

const previous = 'dde8e2c';

/** Checks it out beside the project and builds it with what the project has installed. @returns its directory */
export function buildPrevious(): string {
  const directory = join(temporaryDirectory('previous'), 'checkout');
  const git = (...args: string[]): unknown => execFileSync('git', args, { cwd: projectRoot, stdio: 'pipe' });
  git('clone', '--quiet', '--no-checkout', projectRoot, directory);
  execFileSync('git', ['checkout', '--quiet', previous], { cwd: directory, stdio: 'pipe' });
  if (!existsSync(join(directory, 'node_modules'))) {
    symlinkSync(join(projectRoot, 'node_modules'), join(directory, 'node_modules'));
  }
  execFileSync(process.execPath, [join(projectRoot, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: directory,
    stdio: 'pipe',
  });
  return directory;
}
