/** Rows as files: what spreadsheets, databases and people open is what was written, and nothing of it runs. */
import { parse } from 'csv-parse/sync';
import type { Column, FileOptions, Row, WriteFile } from '../../../src/exchange/export/column';
import { writeCsv } from '../../../src/exchange/export/csv';
import { tagOf, tagOfDimension } from '../../../src/exchange/export/hxl';
import { writeParquet } from '../../../src/exchange/export/parquet';
import { TextTooLong, writeWorkbook } from '../../../src/exchange/export/workbook';

const column = (name: string, kind: Column['kind'] = 'text', tag = ''): Column => ({ name, kind, tag });
const options: FileOptions = { byteOrderMark: false, hxl: false, title: 'rows' };

async function* batches(...all: readonly (readonly Row[])[]): AsyncGenerator<readonly Row[]> {
  for (const rows of all) yield await Promise.resolve(rows);
}

async function written(
  write: WriteFile,
  columns: readonly Column[],
  rows: readonly Row[],
  more: Partial<FileOptions> = {},
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const halves = batches(rows.slice(0, 1), rows.slice(1));
  for await (const piece of write(columns, halves, { ...options, ...more })) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+27 11 555', "'+27 11 555"],
    ['-Anon', "'-Anon"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tTab', "'\tTab"],
    ['＝1', "'＝1"],
    // Where the list separator is a semicolon, a cell begins there.
    ['name;=1+1', "name;'=1+1"],
    ['two\n=lines', "two\n'=lines"],
    ['a;"=1+1;b', 'a;"\'=1+1;b'],
    ['a; =1+1', "a; '=1+1"],
    [' =1+1', " '=1+1"],
    ['a-b = c', 'a-b = c'],
    ["it's", "it's"],
    ['2026-11-30', '2026-11-30'],
  ])('%j is no formula', async (text, safe) => {
    const file = await written(writeCsv, [column('title'), column('n', 'number')], [[text, -5]]);
    expect(parse(file.toString(), { columns: true })).toEqual([{ title: safe, n: '-5' }]);
  });

  it.each(['two\nlines', 'two\rlines', 'two\r\nlines'])('%j is one row', async (text) => {
    const file = await written(writeCsv, [column('title'), column('n', 'number')], [[text, 1]]);
    expect(file.toString()).toBe(`title,n\r\n"${text}",1\r\n`);
  });

  it('tells nothing from an empty text by no value, and a nought from both', async () => {
    const columns = [column('value', 'number'), column('yes', 'boolean'), column('text')];
    const file = await written(writeCsv, columns, [
      [0, false, ''],
      [null, null, null],
      [1.5, true, 'é "ü", é'],
    ]);
    expect(file.toString()).toBe('value,yes,text\r\n0,false,\r\n,,\r\n1.5,true,"é ""ü"", é"\r\n');
  });

  it('has as many lines as rows where there is one column, too', async () => {
    const file = await written(writeCsv, [column('closedAt')], [[null], ['x'], [null]]);
    expect(parse(file.toString(), { columns: true, skip_empty_lines: true })).toHaveLength(3);
  });

  it('has a row of tags below the headings where it is asked for, and a byte order mark before all', async () => {
    const columns = [column('country', 'text', '#country+code'), column('note')];
    const file = await written(writeCsv, columns, [], { hxl: true, byteOrderMark: true });
    expect(file.toString()).toBe('\uFEFFcountry,note\r\n#country+code,\r\n');
  });
});

describe('a workbook', () => {
  const read = async (file: Buffer) => (await (await import('hucre/xlsx')).readXlsx(file)).sheets;

  it('keeps texts as texts, whatever they begin with, numbers as numbers and days as days', async () => {
    const columns = [column('text'), column('n', 'integer'), column('day', 'date'), column('at', 'dateTime')];
    const file = await written(writeWorkbook, columns, [
      ['=1+1', 0, '2024-02-29', '2026-03-29T01:30:00.000000Z'],
      ['  ', null, null, null],
    ]);
    const [sheet] = await read(file);
    expect(sheet?.name).toBe('rows');
    expect(sheet?.rows).toEqual([
      ['text', 'n', 'day', 'at_utc'],
      ['=1+1', 0, new Date('2024-02-29T00:00:00Z'), new Date('2026-03-29T01:30:00Z')],
      ['  ', null, null, null],
    ]);
    expect(file.includes('<f>')).toBe(false);
  });

  it('is read whatever characters stand in it', async () => {
    const texts = ['a\uFFFEb', 'a\u0001b', 'line\nbreak', '_x0041_', '👩🏾', '\uD800x'];
    const file = await written(
      writeWorkbook,
      [column('text')],
      texts.map((text) => [text]),
    );
    const [sheet] = await read(file);
    const told = sheet?.rows.slice(1).map(([cell]) => cell);
    expect(told?.slice(0, 3)).toEqual(['a\uFFFDb', 'a\uFFFDb', 'line\nbreak']);
    expect(['_x0041_', '_x005F_x0041_']).toContain(told?.[3]);
    expect(told?.slice(4)).toEqual(['👩🏾', '\uFFFDx']);
  });

  it('does not cut a text off that no cell holds', async () => {
    const rows = [['x'.repeat(32_768)]];
    await expect(written(writeWorkbook, [column('note')], rows)).rejects.toThrow(TextTooLong);
  });
});

it('Parquet has its columns where no row is, and as many rows as came', async () => {
  const { parquetMetadata } = await import('hyparquet');
  const columns = [column('text'), column('n', 'integer'), column('at', 'dateTime')];
  for (const rows of [
    [],
    [['a', 1, '2026-01-01T00:00:00Z']],
    Array.from({ length: 25_000 }, (_, n): Row => [`${n}`, n, null]),
  ]) {
    const file = await written(writeParquet, columns, rows);
    const bytes = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
    const { num_rows: found, schema } = parquetMetadata(bytes);
    expect([Number(found), schema.slice(1).map(({ name }) => name)]).toEqual([rows.length, ['text', 'n', 'at_utc']]);
  }
});

it('tags are those of the standard, and none where it has none', () => {
  expect(tagOf('IndicatorRow', 'value', 'number')).toBe('#indicator+num');
  expect(tagOf('Case', 'openedAt', 'dateTime')).toBe('#date');
  expect(tagOf('Case', 'riskLevel', 'text')).toBe('');
  expect([tagOfDimension('PROVINCE', 'code'), tagOfDimension('GENDER', 'code')]).toEqual(['#adm1+code', '']);
});
