/**
 * `npm run test:full`: what needs volume, other builds or several servers, one after the other. What came of it is
 * written to RESULT.md, with the commit that it was run on; `npm run test:full -- upgrade` runs one part of it.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const own = 'test/full/jest.config.js';
/** Of each part the configuration, and where its files are. */
const parts = {
  commands: ['test/commands/jest.config.js', 'test/commands'],
  upgrade: [own, 'test/full/upgrade'],
  servers: [own, 'test/full/servers'],
  shapes: [own, 'test/full/shapes'],
  faults: [own, 'test/full/faults'],
  backup: [own, 'test/full/backup'],
  standby: [own, 'test/full/standby'],
  volume: [own, 'test/full/volume'],
  attachments: [own, 'test/full/attachments'],
  import: [own, 'test/full/import'],
  dashboard: [own, 'test/full/dashboard'],
  spreadsheet: [own, 'test/full/spreadsheet'],
  plans: ['test/plans/jest.config.js', 'test/plans'],
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}

const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();
const isChanged = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).trim() !== '';
const results = Object.entries(parts)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([name, [config, folder]]) => run(name, config, folder));

write();
process.exitCode = results.every(({ failed }) => failed === 0) ? 0 : 1;

function run(name, config, folder) {
  const report = join(tmpdir(), `handsoff-${name}-${process.pid}.json`);
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  spawnSync(process.execPath, [jest, folder, '--config', config, '--json', `--outputFile=${report}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, startTime } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  const minutes = Math.round((Date.now() - startTime) / 60_000);
  return { name, passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, minutes };
}

/** Parts that were not run now keep what they were told before. */
function write() {
  const file = join(here, 'RESULT.md');
  const lines = new Map();
  try {
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      const [, name] = /^\| (\w+) \|/.exec(line) ?? [];
      if (name && name in parts) lines.set(name, line);
    }
  } catch {
    // The first time there is none.
  }
  const day = new Date().toISOString().slice(0, 10);
  const of = `${commit}${isChanged ? ' with changes' : ''}`;
  for (const { name, passed, failed, minutes } of results) {
    lines.set(name, `| ${name} | ${of} | ${day} | ${passed} | ${failed} | ${minutes} |`);
  }
  const head = ['# `npm run test:full`', '', 'The last result of each part; written by the command.', ''];
  const table = ['| part | commit | day | passed | failed | minutes |', '| --- | --- | --- | --- | --- | --- |'];
  const rows = Object.keys(parts).flatMap((name) => lines.get(name) ?? []);
  writeFileSync(file, `${[...head, ...table, ...rows].join('\n')}\n`);
  console.log([...table, ...rows].join('\n'));
}
