/** Files as a spreadsheet program opens them: no text of theirs runs, every row is one, numbers and days are what they were. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import type { Column, Row, WriteFile } from '../../../src/exchange/export/column';
import { writeCsv } from '../../../src/exchange/export/csv';
import { writeWorkbook } from '../../../src/exchange/export/workbook';

const program = process.env['SOFFICE_PATH'] ?? '/usr/bin/soffice';

let folder: string;
beforeAll(() => {
  if (!existsSync(program))
    throw new Error(
      `There is no LibreOffice at ${program}: apt-get install libreoffice-calc-nogui, or say where it is in SOFFICE_PATH.`,
    );
  folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'));
});
afterAll(() => folder && rmSync(folder, { recursive: true, force: true }));

const column = (name: string, kind: Column['kind'] = 'text'): Column => ({ name, kind, tag: '' });
const columns = [column('id'), column('title'), column('count', 'integer'), column('day', 'date')];

const texts = [
  ...['=1+1', '+1+1', '-1+1', '@SUM(1;1)', '\t=1+1', ' =1+1', '=', '-', 'a;=1+1', "a'=1+1", '＝1+1', '"=1+1"'],
  ...['plain, with a comma', '"quoted"', 'ção', 'two\nlines', 'two\n=1+1', 'two\r\nlines', "it's"],
];
const rows: readonly Row[] = texts.map((text, nth) => [`r${nth}`, text, 1_000_000 + nth, '2026-03-01']);

interface Shown {
  readonly formula: string | undefined;
  readonly type: string | undefined;
  readonly value: string | undefined;
  readonly text: string;
}

/** Writes the rows, has the program open and keep them, and reads what it understood. */
async function opened(name: string, write: WriteFile, separator = ','): Promise<readonly (readonly Shown[])[]> {
  const pieces: Buffer[] = [];
  const options = { byteOrderMark: true, hxl: false, title: 'rows' };
  for await (const piece of write(columns, batchOf(rows), options)) pieces.push(piece);
  writeFileSync(join(folder, name), Buffer.concat(pieces));
  // Field separator, text delimiter, UTF-8.
  const filter = name.endsWith('.csv') ? [`--infilter=CSV:${separator.charCodeAt(0)},34,76,1`] : [];
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const kept = ['--convert-to', 'fods', '--outdir', join(folder, 'out'), join(folder, name)];
  execFileSync(program, ['--headless', profile, ...filter, ...kept], { stdio: 'ignore' });
  return tableOf(readFileSync(join(folder, 'out', name.replace(/\.\w+$/, '.fods')), 'utf8'));
}

async function* batchOf(all: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield await Promise.resolve(all);
}

/** Rows of the first sheet that hold anything. */
function tableOf(document: string): readonly (readonly Shown[])[] {
  const table: Shown[][] = [];
  let cell: { -readonly [key in keyof Shown]: Shown[key] } | null = null;
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'table:table-row') table.push([]);
    if (name === 'text:p' && cell?.text) cell.text += '\n';
    if (name !== 'table:table-cell') return;
    const told = (of: string): string | undefined => attributes[of];
    const value = told('office:value') ?? told('office:date-value');
    cell = { formula: told('table:formula'), type: told('office:value-type'), value, text: '' };
    table.at(-1)?.push(cell);
  });
  parser.on('text', (text) => {
    if (cell) cell.text += text.replace(/^\s+|\s+$/g, '');
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'table:table-cell') cell = null;
  });
  parser.write(document).close();
  return table.filter((cells) => cells.some(({ type }) => type !== undefined));
}

const formulas = (table: readonly (readonly Shown[])[]): readonly string[] =>
  table.flat().flatMap(({ formula }) => formula ?? []);

/** What the program would run, if it were written as it is. */
const asItIs: WriteFile = async function* () {
  yield await Promise.resolve(Buffer.from('a,b\n=1+1,2\n'));
};

test('the program runs what nobody made harmless', async () =>
  expect(formulas(await opened('raw.csv', asItIs))).toEqual(['of:=1+1']));

describe.each([
  ['rows.csv', writeCsv],
  ['rows.xlsx', writeWorkbook],
] as const)('%s', (name, write) => {
  let table: readonly (readonly Shown[])[];
  beforeAll(async () => {
    table = await opened(name, write);
  });

  it('has no formula', () => expect(formulas(table)).toEqual([]));

  it('has a row for each, with its numbers and days', () => {
    const [, ...all] = table;
    expect(all.map(([id]) => id?.text)).toEqual(rows.map(([id]) => id));
    expect(all.map(([, , count]) => count?.value)).toEqual(rows.map(([, , count]) => String(count)));
    expect(new Set(all.map(([, , , day]) => `${day?.type} ${day?.value}`))).toEqual(new Set(['date 2026-03-01']));
  });
});

test('has no formula where the list separator is a semicolon, as in Portuguese', async () =>
  expect(formulas(await opened('semicolon.csv', writeCsv, ';'))).toEqual([]));
