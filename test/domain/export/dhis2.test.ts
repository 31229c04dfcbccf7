/** Published numbers leave for a DHIS2 by a link, one data set a file, in the forms that its importers read. */
import { createHash, randomUUID } from 'node:crypto';
import type { Client, TestApp } from '../../support/app';
import { adminRows } from '../../support/admin';
import { adxFaults } from '../../support/dhis2/adx-schema';
import { adxRead, csvOfNew, csvOfOld, jsonRead, type Read } from '../../support/dhis2/readers';
import { startApp, sweepNow } from '../../support/outside';
import { cellsOf, example, forDhis2, keyOf, published, recordOf, type Wanted } from './dhis2-link';
import { fetched, type Given } from './exporting';

let api: TestApp;
let analyst: Client;
let quarter: string;
let later: string;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' }, listen: true });
  [quarter, later] = await published(api);
  analyst = await api.as('analyst');
}, 600_000);
afterAll(() => api?.close());

async function opened(wanted: Wanted = {}): Promise<Given> {
  const { url, problems } = await forDhis2(analyst, { periods: [quarter], ...wanted });
  if (url === null) throw new Error(JSON.stringify(problems));
  return fetched(api, url);
}

const readers: Readonly<Record<string, readonly ((text: string) => readonly Read[])[]>> = {
  DHIS2_JSON: [(text) => jsonRead(text).values],
  DHIS2_CSV: [csvOfOld, csvOfNew],
  DHIS2_ADX: [adxRead],
};

interface Row {
  readonly value: number | null;
  readonly status: string;
  readonly dimensions: readonly { readonly code: string | null }[];
}

async function table(by: string): Promise<readonly Row[]> {
  const { data } = await analyst.query(
    `{ indicatorTable(input: { indicators: ["I03"], countries: [ZA], period: { names: ["${quarter}"] }, by: [${by}] }) {
      rows { value status dimensions { code } } } }`,
  );
  return data.indicatorTable.rows as Row[];
}

describe.each([
  ['DHIS2_JSON', 'application/json', 'json'],
  ['DHIS2_CSV', 'application/csv', 'csv'],
  ['DHIS2_ADX', 'application/adx+xml', 'xml'],
])('%s', (format, mediaType, ending) => {
  it('is read with the same values by every importer, and says what it is', async () => {
    const { statusCode, headers, body } = await opened({ format });
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'content-type': expect.stringMatching(new RegExp(`^${mediaType.replace('+', '\\+')}(;|$)`)),
      'content-disposition': `attachment; filename="ZA-${quarter}-hoDsQuarter.${ending}"`,
      'repr-digest': `sha-256=:${createHash('sha256').update(body).digest('base64')}:`,
    });
    const json = jsonRead((await opened()).body.toString()).values;
    expect(json.length).toBeGreaterThan(20);
    for (const read of readers[format] ?? []) expect(cellsOf(read(body.toString()))).toEqual(cellsOf(json));
    expect(headers['x-row-count']).toBe(String(json.length));
    if (format === 'DHIS2_ADX') expect(adxFaults(body.toString())).toEqual([]);
  });

  it('has what the region is told, and nothing that is hidden', async () => {
    const rows = await table('PROVINCE, VIOLENCE_TYPE');
    const told = rows.filter(({ status, dimensions }) => status === 'EXACT' && dimensions.every(({ code }) => code));
    expect(rows.some(({ status }) => status === 'SUPPRESSED')).toBe(true);
    const [read] = readers[format] ?? [];
    const values = read?.((await opened({ format })).body.toString()) ?? [];
    const cells = values.filter(({ dataElement }) => dataElement === 'hoDe0000001');
    expect(cells.map(({ value }) => value).sort()).toEqual(told.map(({ value }) => String(value)).sort());
  });
});

it('is of one data set, and marks no form as complete', async () => {
  const wanted = { dataSet: 'hoDsYear001', periods: ['2025'] };
  const { body, headers } = await opened(wanted);
  const { group, values } = jsonRead(body.toString());
  expect([group.dataSet, group.completeDate]).toEqual(['hoDsYear001', undefined]);
  expect(new Set(values.map(({ dataElement }) => dataElement))).toEqual(new Set(['hoDe0000006', 'hoDe0000007']));
  expect(headers['content-disposition']).toContain('"ZA-2025-hoDsYear001.json"');
});

it('takes several periods, and the one data set of a mapping without its being named', async () => {
  const only = example.slice(0, example.indexOf('  - id: hoDsYear001'));
  const { body, headers } = await opened({ mapping: only, dataSet: null, periods: [quarter, later, quarter] });
  expect(new Set(jsonRead(body.toString()).values.map(({ period }) => period))).toEqual(new Set([quarter, later]));
  expect(headers['content-disposition']).toContain(`"ZA-${quarter}-${later}-hoDsQuarter.json"`);
});

describe('what was sent before', () => {
  const without = example.replace(/ZA-WC: .*/, 'ZA-WC: ~');
  const before = async (): Promise<readonly Read[]> => jsonRead((await opened()).body.toString()).values;

  it.each(['DHIS2_JSON', 'DHIS2_CSV'])('and is not told now is deleted: %s', async (format) => {
    const values = await before();
    const gone = values.filter(({ orgUnit }) => orgUnit === 'hoZaf000010');
    expect(gone.length).toBeGreaterThan(0);
    const sent = recordOf(values.map(keyOf));
    const { body, headers } = await opened({ format, mapping: without, sent });
    for (const read of readers[format] ?? []) {
      const all = read(body.toString());
      const deleted = all.filter((one) => one.deleted);
      expect(deleted.map((one) => keyOf(one).join()).sort()).toEqual(gone.map((one) => keyOf(one).join()).sort());
      expect(deleted.every(({ value }) => value === null)).toBe(true);
      expect(headers['x-row-count']).toBe(String(all.length));
      expect(all.length).toBe(values.length);
    }
  });

  it('of other periods, or in another data set, stays', async () => {
    const [first] = (await before()).filter(({ orgUnit }) => orgUnit === 'hoZaf000010');
    const key = keyOf(first as Read);
    for (const sent of [
      recordOf([[key[0], later, key[2], key[3], key[4]]]),
      recordOf([key], 'hoDsOther01'),
      recordOf([]),
    ]) {
      const { values } = jsonRead((await opened({ mapping: without, sent })).body.toString());
      expect(values.filter((one) => one.deleted)).toEqual([]);
    }
  });

  it('and goes into another data set now is not deleted', async () => {
    const moved = `${example}
  - id: hoDsQuart02
    periodType: Quarterly
    indicators:
      - { indicator: I08, value: hoDe0000008 }
`;
    const sent = recordOf((await before()).map(keyOf), 'hoDsQuart02');
    const { values } = jsonRead((await opened({ mapping: moved, dataSet: 'hoDsQuart02', sent })).body.toString());
    expect(values.map(({ dataElement, deleted }) => [dataElement, deleted])).toEqual([['hoDe0000008', false]]);
  });
});

it('is given once, is the same for the same request, and goes on where it broke off', async () => {
  const key = randomUUID();
  const wanted = { periods: [quarter] };
  const made = await forDhis2(analyst, wanted, 'en', key);
  expect((await forDhis2(analyst, wanted, 'en', key)).url).toBe(made.url);
  const first = await fetched(api, made.url, { range: 'bytes=0-99' });
  expect(first.statusCode).toBe(206);
  const headers = { range: 'bytes=100-', 'if-range': String(first.headers.etag) };
  let rest = await fetched(api, made.url, headers);
  while (rest.statusCode === 503) rest = await fetched(api, made.url, headers);
  const whole = Buffer.concat([first.body, rest.body]);
  expect(`sha-256=:${createHash('sha256').update(whole).digest('base64')}:`).toBe(first.headers['repr-digest']);
  let again = await fetched(api, made.url);
  while (again.statusCode === 503) again = await fetched(api, made.url);
  expect([again.statusCode, again.problems[0]?.code]).toEqual([410, 'NOT_FOUND']);
});

it('is on record with what left and what for; what it was made by goes with its link', async () => {
  const made = await forDhis2(analyst, { periods: [quarter], purpose: 'QUALITY_REVIEW', sent: recordOf([]) });
  const { headers } = await fetched(api, made.url);
  const { data } = await analyst.query(
    'query ($id: ID!) { dataExport(id: $id) { root columns format status rows sha256 purpose } }',
    { id: made.dataExport?.id },
  );
  expect(data.dataExport).toMatchObject({
    ...{ root: 'indicatorTable', format: 'DHIS2_JSON', status: 'READY', purpose: 'QUALITY_REVIEW' },
    rows: Number(headers['x-row-count']),
    columns: [
      ...['indicator', 'period', 'dimensions.PROVINCE.code', 'dimensions.VIOLENCE_TYPE.code'],
      ...['value', 'numerator', 'denominator'],
    ],
  });
  const uuid = Buffer.from(made.dataExport?.id ?? '', 'base64url')
    .toString()
    .split(':')[2];
  const logged = `SELECT purpose FROM region.access_log_entry WHERE entity = 'DataExport' AND record_id = $1`;
  expect(await adminRows(api.database, logged, [uuid])).toEqual([{ purpose: 'QUALITY_REVIEW' }]);
  const past = `UPDATE region.one_time_link SET expires_at = now() - interval '1 minute', leased_until = NULL WHERE record_id = $1`;
  await adminRows(api.database, past, [uuid]);
  expect(await sweepNow(api, 'region', 'forgetExport')).toBeGreaterThan(0);
  const kept = 'SELECT document, variables, content_id FROM region.data_export WHERE id = $1';
  expect(await adminRows(api.database, kept, [uuid])).toEqual([{ document: null, variables: null, content_id: null }]);
});
