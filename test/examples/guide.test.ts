/** What the guide for data teams shows does what it says: its commands, its notebook, and its snippets where R or pandas is. */
import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';
import { startApp, type TestApp } from '../support/app';
import { languages, pull } from './pulling';

const folderOfExamples = join(projectRoot, 'examples', 'data');
const guide = readFileSync(join(projectRoot, 'docs', 'data-teams.md'), 'utf8');
const email = 'analyst@region.demo';

let api: TestApp;
let folder: string;
beforeAll(async () => {
  api = await startApp({ listen: true });
  folder = await mkdtemp(join(tmpdir(), 'guide-'));
});
afterAll(async () => {
  await api?.close();
  if (folder) await rm(folder, { recursive: true });
});

const blocksOf = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map(([, block = '']) => block);

/** In the folder of this test, in place of the one that the guide names. */
const here = (text: string): string => text.replaceAll('/tmp/', `${folder}/`);

const runs = (command: string, args: readonly string[]): boolean => spawnSync(command, args).status === 0;
const hasPandas = runs('python3', ['-c', 'import pandas, matplotlib']);
const hasR = runs('Rscript', ['-e', 'library(httr2); library(jsonlite); library(ggplot2)']);
const ifThere = (isThere: boolean) => (isThere ? it : it.skip);

/** @returns what it printed. @throws with what it says where it fails */
const done = (command: string, args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const own = { HANDSOFF_URL: api.address, HANDSOFF_EMAIL: email, HANDSOFF_PASSWORD: 'hands-off-demo' };
    const python = { PYTHONDONTWRITEBYTECODE: '1', PYTHONPATH: folderOfExamples, MPLBACKEND: 'Agg' };
    const env = { ...process.env, ...own, ...python };
    execFile(command, args, { cwd: folder, env }, (error, out, err) =>
      error ? reject(new Error(`${err}${out}`)) : resolve(out),
    );
  });

describe.each(languages)('With $name', (language) => {
  ifThere(language.isThere)('every command that pulls something does', async () => {
    const shown = blocksOf('sh')
      .flatMap((block) => [...block.matchAll(/^python3 pull\.py (.*?) --into \/tmp/gm)])
      .map(([, args = '']) => [...args.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''));
    expect(shown.length).toBeGreaterThan(2);
    for (const args of shown) {
      const { code, error, files } = await pull(language, api.address, args, { HANDSOFF_EMAIL: email });
      expect([code, error, Object.keys(files).length > 0]).toEqual([0, '', true]);
    }
  });
});

interface Cell {
  readonly cell_type: string;
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
}
const { cells } = JSON.parse(readFileSync(join(folderOfExamples, 'notebook.ipynb'), 'utf8')) as {
  readonly cells: readonly Cell[];
};
const code = cells.filter(({ cell_type: type }) => type === 'code');

it('The notebook holds no data', () => {
  expect(code.map(({ outputs }) => outputs)).toEqual(code.map(() => []));
});

ifThere(hasPandas)('The notebook runs from its first cell to its last', async () => {
  const program = code.map(({ source }) => source.join('')).join('\n');
  await done('python3', ['-c', `${program}\nfigure.savefig("chart.png")`]);
  expect(await readdir(folder)).toContain('chart.png');
});

ifThere(hasPandas)('pandas reads a table as the guide says: hidden and missing stay empty', async () => {
  await done('python3', [join(folderOfExamples, 'pull.py'), 'indicators', '--period', '2025,2026S1']);
  const [program = ''] = blocksOf('python');
  const empty = 'print(table[table.status.isin(["SUPPRESSED", "MISSING"])].value.isna().all(), len(table) > 0)';
  expect(await done('python3', ['-c', `${here(program)}\n${empty}`])).toBe('True True\n');
});

ifThere(hasR)('R draws the chart of the guide', async () => {
  const [program = ''] = blocksOf('r');
  await done('Rscript', ['-e', here(program).replaceAll('chart.png', 'chart-of-r.png')]);
  expect(await readdir(folder)).toContain('chart-of-r.png');
});
