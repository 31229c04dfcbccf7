/** Since when what the region is told stands as it does: the day on which the country published it. */
import { adminRows } from '../../support/admin';
import { startApp } from '../../support/outside';
import type { Client, TestApp } from '../../support/app';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
  // As a publication leaves them: two half-years, and the year that they add up to.
  await adminRows(
    api.database,
    `INSERT INTO bw.published_period (series, period, starts_on, ends_on, published_on, list, parts)
     SELECT 'main', p, f::date, t::date, d::date, 'MERGED', CASE WHEN p = '2025' THEN ARRAY['2025S1', '2025S2'] END
     FROM (VALUES ('2025S1', '2025-01-01', '2025-06-30', '2025-08-01'), ('2025S2', '2025-07-01', '2025-12-31', '2026-02-02'),
       ('2025', '2025-01-01', '2025-12-31', '2026-02-03')) AS v (p, f, t, d)`,
  );
  await adminRows(
    api.database,
    `INSERT INTO bw.published_cell (period, population, dimensions, codes, value, is_rounded)
     VALUES ('2025S1', 'incidents.all', '', '{}', 40, false), ('2025S2', 'incidents.all', '', '{}', NULL, false),
       ('2025', 'incidents.all', '', '{}', 100, false)`,
  );
});
afterAll(() => api?.close());

const days = { '2025S1': '2025-08-01', '2025S2': '2026-02-02', '2025': '2026-02-03' };

async function told(client: Client, indicator: string, more: object = {}): Promise<Record<string, string | null>> {
  const { data, errors } = await client.query(
    'query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows { period publishedOn } } }',
    { input: { indicators: [indicator], period: { names: ['2025S1', '2025S2', '2025', '2025April'] }, ...more } },
  );
  expect(errors).toEqual([]);
  const rows = data.indicatorTable.rows as { period: string; publishedOn: string | null }[];
  return Object.fromEntries(rows.map(({ period, publishedOn }) => [period, publishedOn]));
}

it('is told with what was published, hidden or not, and of periods that are none of its nothing', async () => {
  const secretariat = await api.as('secretariat');
  expect(await told(secretariat, 'I03', { countries: ['BW'] })).toEqual({ ...days, '2025April': null });
});

it('of what is added up from published parts is that of the last', async () => {
  const secretariat = await api.as('secretariat');
  await adminRows(api.database, `DELETE FROM bw.published_period WHERE period = '2025' AND parts IS NOT NULL`);
  const year = { '2025': days['2025S2'], '2025April': null };
  expect(await told(secretariat, 'I03', { countries: ['BW'] })).toMatchObject(year);
});

it('is none of what is counted when it is asked for: activities for the region, all in the country', async () => {
  const none = { '2025S1': null, '2025S2': null, '2025': null, '2025April': null };
  expect(await told(await api.as('secretariat'), 'I08', { countries: ['BW'] })).toEqual(none);
  expect(await told(await api.as('me-officer', 'bw'), 'I03')).toEqual(none);
});
