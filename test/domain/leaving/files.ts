/** Files of tables in every form, read back into the numbers that stand in them. */
import { parse } from 'csv-parse/sync';
import type { Client, TestApp } from '../../support/app';
import { fileOf, linesOf } from '../export/exporting';
import { inputOf, type Question, type Row } from './asked';
import { Numbers, toldBy } from './numbers';

export const forms = ['NDJSON', 'CSV', 'XLSX', 'PARQUET'] as const;
export type Form = (typeof forms)[number];

const document = (dimensions: string): string => `query ($input: IndicatorTableInput!) {
  indicatorTable(input: $input) { rows { indicator country period dimensions { ${dimensions} }
    value numerator denominator status previous } } }`;

/** A row of a file in columns; null where nothing stands. */
type Columns = Readonly<Record<string, unknown>>;

const readers: Readonly<Record<Exclude<Form, 'NDJSON'>, (file: Buffer) => Promise<readonly Columns[]>>> = {
  CSV: (file) => Promise.resolve(parse<Columns>(file, { columns: true })),
  async XLSX(file) {
    const { readXlsx } = await import('hucre/xlsx');
    const [head = [], ...rows] = (await readXlsx(file)).sheets[0]?.rows ?? [];
    return rows.map((row) => Object.fromEntries(head.map((name, at) => [String(name), row[at]])));
  },
  async PARQUET(file) {
    const { parquetReadObjects } = await import('hyparquet');
    return parquetReadObjects({ file: new Uint8Array(file).buffer });
  },
};

/** What the account gets of it as a file. */
export async function filed(api: TestApp, client: Client, question: Question, format: Form): Promise<Numbers> {
  const variables = { input: inputOf(question) };
  if (format === 'NDJSON') {
    const file = await fileOf(api, client, { document: document('dimension code'), variables });
    return new Numbers(linesOf(file).flatMap((line) => toldBy(line as unknown as Row)));
  }
  const file = await fileOf(api, client, { document: document('code'), variables, format });
  return new Numbers((await readers[format](file)).flatMap((row) => toldBy(rowIn(row, question))));
}

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
const number = (cell: unknown): number | null =>
  cell === null || cell === undefined || cell === '' ? null : Number(cell);

/** `PERPETRATOR_GROUP` as its column is called. */
const columnOf = (dimension: string): string =>
  dimension.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

const rowIn = (row: Columns, { by }: Question): Parameters<typeof toldBy>[0] => ({
  ...{ indicator: text(row.indicator), country: text(row.country), period: text(row.period) },
  dimensions: by.map((dimension) => ({ dimension, code: text(row[columnOf(dimension)]) || null })),
  ...{ value: number(row.value), numerator: number(row.numerator), denominator: number(row.denominator) },
  previous: number(row.previous),
});
