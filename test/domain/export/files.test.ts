/** What stands in a file is what the API answers, in every form, in both languages, for every kind of account. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { sharedApp } from '../../support/outside';
import type { Client, TestApp } from '../../support/app';
import { fileOf, linesOf } from './exporting';

/** As a file has it: a value of an answer is no object. */
const text = (value: unknown): string => String(value);

let api: TestApp;
let folder: string;
beforeAll(async () => {
  api = await sharedApp();
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await api.close();
});

const rowsOfCases =
  'displayId status statusLabel openedAt closedAt riskLevel anonymous owner { name } organisation { name }';
const cases = `{ cases(orderBy: [{ field: OPENED_AT, direction: ASC }]) { edges { node { ${rowsOfCases} } } } }`;
const table = `query ($by: [IndicatorDimension!]) { indicatorTable(input: {
  indicators: ["I03", "I10", "I16"], period: { names: ["2026Q1", "2026Q2"] }, by: $by }) { rows {
    indicator country period from to dimensions { code label } value numerator denominator status gap } } }`;

/** All rows of the list, page by page. */
async function paged(client: Client, locale: string): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let after: string | null = null; ;) {
    const { data } = await client.query(
      `query ($after: String) { cases(first: 50, after: $after, orderBy: [{ field: OPENED_AT, direction: ASC }]) {
        pageInfo { hasNextPage endCursor } edges { node { ${rowsOfCases} } } } }`,
      { after },
      { 'accept-language': locale },
    );
    const { edges, pageInfo } = data.cases as {
      edges: { node: Record<string, unknown> }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    rows.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return rows;
    after = pageInfo.endCursor;
  }
}

const flat = ({ owner, organisation, ...row }: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  'owner.name': (owner as { name: string } | null)?.name ?? null,
  'organisation.name': (organisation as { name: string }).name,
});

const asText = (row: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : text(value)]));

async function duck(file: Buffer, query: (path: string) => string): Promise<Record<string, unknown>[]> {
  const path = join(folder, `${Math.random()}.parquet`);
  await writeFile(path, file);
  const connection = await (await DuckDBInstance.create()).connect();
  try {
    return (await connection.runAndReadAll(query(path))).getRowObjectsJson();
  } finally {
    connection.closeSync();
  }
}

describe.each([
  ['case-manager', 'za', 'en'],
  ['supervisor', 'mz', 'pt'],
])('the cases of a %s in %s', (role, country, locale) => {
  let client: Client;
  let rows: Record<string, unknown>[];
  beforeAll(async () => {
    client = await api.as(role, country);
    rows = await paged(client, locale);
  });

  it('are the same rows in the same order as pages give, on lines', async () => {
    const file = await fileOf(api, client, { document: cases }, locale);
    expect(linesOf(file)).toEqual(rows);
    expect(rows.length).toBeGreaterThan(20);
  });

  it('are the same as CSV', async () => {
    const file = await fileOf(api, client, { document: cases, format: 'CSV', byteOrderMark: true }, locale);
    expect(file.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const read = parse<Record<string, string>>(file, { columns: true, bom: true });
    expect(read).toEqual(rows.map(flat).map(asText));
  });

  it('are the same as Parquet, each column of its type', async () => {
    const file = await fileOf(api, client, { document: cases, format: 'PARQUET' }, locale);
    const described = await duck(file, (path) => `DESCRIBE SELECT * FROM '${path}'`);
    expect(Object.fromEntries(described.map((one) => [one.column_name, one.column_type]))).toEqual({
      ...{ displayId: 'VARCHAR', status: 'VARCHAR', statusLabel: 'VARCHAR', riskLevel: 'VARCHAR' },
      ...{ openedAt_utc: 'TIMESTAMP WITH TIME ZONE', closedAt_utc: 'TIMESTAMP WITH TIME ZONE', anonymous: 'BOOLEAN' },
      ...{ 'owner.name': 'VARCHAR', 'organisation.name': 'VARCHAR' },
    });
    const at = (name: string): string =>
      `strftime("${name}_utc" AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ') AS "${name}"`;
    const read = await duck(
      file,
      (path) => `SELECT * EXCLUDE (openedAt_utc, closedAt_utc), ${at('openedAt')}, ${at('closedAt')} FROM '${path}'`,
    );
    const inSeconds = (row: Record<string, unknown>): Record<string, unknown> => {
      const short = (value: unknown): unknown => (value === null ? null : text(value).replace(/\.\d+Z$/, 'Z'));
      return { ...row, openedAt: short(row.openedAt), closedAt: short(row.closedAt) };
    };
    expect(read).toEqual(rows.map(flat).map(inSeconds));
  });

  it('are the same as a workbook, whose times are in UTC', async () => {
    const file = await fileOf(api, client, { document: cases, format: 'XLSX' }, locale);
    const { readXlsx } = await import('hucre/xlsx');
    const [sheet] = (await readXlsx(file)).sheets;
    const [head, ...read] = sheet?.rows ?? [];
    expect(head).toEqual(
      Object.keys(flat(rows[0] ?? {})).length === 9
        ? [
            'displayId',
            'status',
            'statusLabel',
            'openedAt_utc',
            'closedAt_utc',
            'riskLevel',
            'anonymous',
            'owner.name',
            'organisation.name',
          ]
        : [],
    );
    const told = read.map((row) => row.map((cell) => (cell instanceof Date ? cell.toISOString() : cell)));
    const expected = rows
      .map(flat)
      .map((row) =>
        Object.entries(row).map(([name, value]) =>
          name.endsWith('At') && value !== null ? new Date(text(value)).toISOString() : value,
        ),
      );
    expect(told).toEqual(expected);
  });
});

describe.each([
  ['me-officer', 'za', ['PROVINCE']],
  ['field-worker', 'mz', ['GENDER', 'PERPETRATOR']],
  ['secretariat', 'region', []],
  ['analyst', 'region', ['PROVINCE']],
])('a table of indicators of a %s in %s by %j', (role, country, by) => {
  const others = by.length > 1 ? '"I15"' : role === 'analyst' ? '"I08"' : '"I10", "I16"';
  const document = table.replace('"I10", "I16"', others);

  it('has the same rows in every form: what is hidden or missing is empty, and says so', async () => {
    const client = await api.as(role, country);
    const { data, errors } = await client.query(document, { by }, { 'accept-language': 'en' });
    expect(errors).toEqual([]);
    const rows = data.indicatorTable.rows as Record<string, unknown>[];
    expect(rows.length).toBeGreaterThan(0);
    expect(linesOf(await fileOf(api, client, { document, variables: { by } }))).toEqual(rows);
    const csv = await fileOf(api, client, { document, variables: { by }, format: 'CSV', hxl: true });
    const [tags, ...read] = parse<Record<string, string>>(csv, { columns: true });
    expect(tags).toMatchObject({ indicator: '#indicator+code', country: '#country+code', value: '#indicator+num' });
    expect(read.map(({ value }) => value)).toEqual(rows.map(({ value }) => (value === null ? '' : text(value))));
    for (const { value, status } of read)
      expect([status, value === '']).toEqual([status, status === 'SUPPRESSED' || status === 'MISSING']);
    const parquet = await fileOf(api, client, { document, variables: { by }, format: 'PARQUET' });
    const [sum] = await duck(parquet, (path) => `SELECT sum(value) AS total, count(*) AS rows FROM '${path}'`);
    const total = rows.reduce((all, { value }) => all + Number(value ?? 0), 0);
    expect(Number(sum?.total ?? 0)).toBeCloseTo(total, 6);
    expect(Number(sum?.rows)).toBe(rows.length);
  });

  it('tells each dimension in two columns', async () => {
    const client = await api.as(role, country);
    const csv = await fileOf(api, client, { document, variables: { by }, format: 'CSV' });
    const [head] = parse(csv);
    const names = by.map((one) => one.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()));
    expect(head).toEqual([
      ...['indicator', 'country', 'period', 'from', 'to'],
      ...names.flatMap((name) => [name, `${name}Label`]),
      ...['value', 'numerator', 'denominator', 'status', 'gap'],
    ]);
  });
});
