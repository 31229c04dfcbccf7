/**
 * By no form of a file does the region learn more than the API tells it, which an attack has been tried on: the values
 * of files are those of the table, and what is hidden there stands in none.
 */
import { parse } from 'csv-parse/sync';
import { startApp, type Client, type TestApp } from '../../support/app';
import { fileOf, linesOf } from './exporting';

let api: TestApp;
let region: Client;
beforeAll(async () => {
  api = await startApp({ template: 'published', env: { EXPORTS_PER_DAY: '100000' } });
  region = await api.as('analyst');
}, 600_000);
afterAll(() => api?.close());

const document = `query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows {
  indicator country period dimensions { dimension code } value numerator denominator status gap } } }`;
const flat = document.replace('dimension code', 'code');

interface Row {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly status: string;
}

const tables = [
  { indicators: ['I03'], by: ['PROVINCE'] },
  { indicators: ['I03'], by: ['VIOLENCE_TYPE', 'GENDER'] },
  { indicators: ['I03'], by: ['PERPETRATOR', 'AGE_BAND', 'GENDER'] },
  { indicators: ['I03'], by: ['ORGANISATION'] },
  { indicators: ['I10', 'I09', 'I12'], by: [] },
  { indicators: ['I09'], by: ['SERVICE_CATEGORY'] },
  { indicators: ['I03b'], by: [] },
].map((table) => ({ ...table, period: { names: ['2025S1', '2025S2', '2025', '2025Q1', '2025Q4'] } }));

it.each(tables.map((input) => [input.indicators.join(), input.by.join(), input] as const))(
  '%s by %s',
  async (_codes, _by, input) => {
    const { data, errors } = await region.query(document, { input });
    expect(errors).toEqual([]);
    const rows = data.indicatorTable.rows as Row[];
    const hidden = rows.filter(({ status }) => status === 'SUPPRESSED');
    for (const row of hidden) expect(row.value).toBeNull();
    expect(linesOf(await fileOf(api, region, { document, variables: { input } }))).toEqual(rows);
    const csv = await fileOf(api, region, { document: flat, variables: { input }, format: 'CSV' });
    const read = parse<Record<string, string>>(csv, { columns: true });
    expect(read.map(({ value, numerator, status }) => [value, numerator, status])).toEqual(
      rows.map(({ value, numerator, status }) => [String(value ?? ''), String(numerator ?? ''), status]),
    );
  },
);

it('something is hidden, and something told', async () => {
  const input = tables[1];
  const { data } = await region.query(document, { input });
  const statuses = new Set((data.indicatorTable.rows as Row[]).map(({ status }) => status));
  expect([...statuses].sort()).toEqual(expect.arrayContaining(['EXACT', 'SUPPRESSED']));
});

it('what a country alone reads exactly, no account of the region gets by a file', async () => {
  const input = { indicators: ['I26'], period: { names: ['2025'] } };
  const [told] = linesOf(await fileOf(api, region, { document, variables: { input } }));
  expect(told).toMatchObject({ value: null, gap: 'NOT_TOLD_SO' });
});
