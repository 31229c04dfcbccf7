/** The region's own place is counted as well: what the secretariat records there itself. */
import { startApp, sweepNow } from '../../support/outside';
import type { TestApp } from '../../support/app';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api?.close());

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
