/** The region's own place is counted as well: what the secretariat records there itself. */
import { startApp, sweepNow } from '../../support/outside';
import type { TestApp } from '../../support/app';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

it('says of what counts survivors that countries alone count it, whatever the period', async () => {
  const secretariat = await api.as('secretariat');
  for (const locale of ['en', 'pt']) {
    const { data } = await secretariat.query(
      `{ indicatorTable(input: { indicators: ["I03", "I10"], countries: [REGION], period: { names: ["2025", "2025April", "2099"] } }) {
        rows { country value status gap gapLabel } } }`,
      {},
      { 'accept-language': locale },
    );
    const rows = data.indicatorTable.rows as { country: string; gapLabel: string }[];
    const told = expect.stringMatching(
      locale === 'en' ? /^Countries alone count it/ : /^Só os países o contam/,
    ) as string;
    expect(rows).toHaveLength(6);
    for (const row of rows)
      expect(row).toEqual({ country: 'REGION', value: null, status: 'MISSING', gap: 'NOT_OF_REGION', gapLabel: told });
  }
});

it('is counted by the sweep, with the rights that the region has there', async () => {
  await expect(sweepNow(api, 'region', 'countIndicators')).resolves.not.toBeNull();
  const secretariat = await api.as('secretariat');
  const { data, errors } = await secretariat.query(
    `{ indicatorTable(input: { indicators: ["I08", "I19"], period: { names: ["2025"] } }) { countries { country asOf gap } } }`,
  );
  expect(errors).toEqual([]);
  const [region] = (
    data.indicatorTable.countries as { country: string; asOf: string | null; gap: string | null }[]
  ).filter(({ country }) => country === 'REGION');
  expect(region).toEqual({ country: 'REGION', asOf: expect.any(String) as string, gap: null });
});
