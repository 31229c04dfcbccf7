/**
 * Compiles the project into dist/: TypeScript, the dashboard as browsers get it, nothing left of sources that are gone,
 * the command where `npx` looks.
 * With --if-needed only when a source is younger than the last build.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');
const stamp = join(dist, '.built');
const folders = ['src', 'migrations', 'seeds'];
const files = [
  'ormconfig.ts',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
  '.ci/build.mjs',
  '.ci/bundle.mjs',
];

const list = (folder) =>
  existsSync(folder) ? [folder, ...readdirSync(folder, { recursive: true }).map((name) => join(folder, name))] : [];

/** A folder is younger than the build, too, when something in it was removed. */
function isFresh() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  const sources = [...folders.flatMap((folder) => list(join(root, folder))), ...files.map((file) => join(root, file))];
  return sources.every((source) => statSync(source).mtimeMs < built);
}

/** A migration that was removed must not be run because its compiled form is still there. */
function prune() {
  for (const compiled of folders.flatMap((folder) => list(join(dist, folder)))) {
    if (statSync(compiled).isDirectory()) continue;
    const stem = join(root, compiled.slice(dist.length)).replace(/\.(c?js|json)(\.map)?$/, '');
    if (!['.ts', '.cjs', '.json'].some((extension) => existsSync(stem + extension))) rmSync(compiled);
  }
}

/** Two that build at once, such as two test files, would run what the other has half written. */
function locked(work) {
  const lock = join(root, 'node_modules/.building');
  while (!take(lock)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  try {
    return work();
  } finally {
    rmSync(lock);
  }
}

/** A build that was interrupted holds nothing up. */
function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    try {
      process.kill(Number(readFileSync(lock, 'utf8')), 0);
    } catch (error) {
      if (error.code === 'ESRCH') rmSync(lock, { force: true });
    }
    return false;
  }
}

/**
 * `npx handsoff` looks here first. A `bin` in package.json is not for the package itself: npx would install the
 * project into its cache, and build it once more, at the first call in each clone.
 */
function linkCommand() {
  const command = join(dist, 'src/cli/main.js');
  const link = join(root, 'node_modules/.bin/handsoff');
  chmodSync(command, 0o755);
  if (existsSync(link) || process.platform === 'win32') return;
  mkdirSync(dirname(link), { recursive: true });
  symlinkSync(relative(dirname(link), command), link);
}

const run = (...program) => spawnSync(process.execPath, program, { cwd: root, stdio: 'inherit' }).status === 0;

function build() {
  if (process.argv.includes('--if-needed') && isFresh()) return 0;
  const started = new Date();
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  // Programs of their own: what both need is not there where only what was built is run.
  if (!run(tsc, '-p', join(root, 'tsconfig.build.json')) || !run(join(root, '.ci/bundle.mjs'))) return 1;
  prune();
  linkCommand();
  writeFileSync(stamp, '');
  utimesSync(stamp, started, started);
  return 0;
}

process.exitCode = locked(build);
