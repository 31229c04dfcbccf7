/** What is wrong with a table of indicators is told when the export is asked for, in the words of the query itself. */
import { startApp, type Client, type TestApp } from '../../support/app';
import { exported } from './exporting';

let api: TestApp;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' } });
});
afterAll(() => api?.close());

const document =
  'query ($input: IndicatorTableInput!) { indicatorTable(input: $input) { rows { period value status } } }';
const right = { indicators: ['I03'], period: { names: ['2025'] } };
const idOf = (type: string, country: string): string =>
  Buffer.from(`${type}:${country}:7b0c8f3e-0000-4000-8000-000000000001`).toString('base64url');

const ofCountry: readonly (readonly [what: string, input: object])[] = [
  ['an indicator that there is not', { indicators: ['I99'] }],
  ['no indicator', { indicators: [] }],
  ['a period that is none', { period: { names: ['2025W1'] } }],
  ['no way of naming periods', { period: {} }],
  ['days that cut a period', { period: { from: '2025-01-02', to: '2025-12-31', by: 'MONTH' } }],
  ['more periods than are told', { period: { from: '1990-01-01', to: '2025-12-31', by: 'MONTH' } }],
  ['a dimension that it is not told by', { indicators: ['I01'], by: ['PROVINCE'] }],
  ['a place that it is not told by', { indicators: ['I01'], province: idOf('Province', 'ZA') }],
  ['a country that the account does not see', { countries: ['MZ'] }],
  ['no country', { countries: [] }],
  ['the numbers of another organisation', { organisation: idOf('Organisation', 'ZA') }],
  ['a province that is something else', { province: idOf('Organisation', 'ZA') }],
  ['an id that is none', { province: 'Gauteng' }],
  ['a funding stream that says nothing', { period: { names: ['2025'], fundingStream: idOf('FundingStream', 'ZA') } }],
];
const ofRegion: readonly (readonly [what: string, input: object])[] = [
  ['what the region is not told', { indicators: ['I08'], by: ['GENDER'] }],
];

async function refused(client: Client, input: object, locale: string): Promise<unknown> {
  const variables = { input: { ...right, ...input } };
  const { errors } = await client.query(document, variables, { 'accept-language': locale });
  const { dataExport, url, problems } = await exported(client, { document, variables, format: 'CSV' }, locale);
  expect([dataExport, url]).toEqual([null, null]);
  expect(problems).toEqual([{ code: 'BAD_USER_INPUT', message: errors[0]?.message, path: ['document'] }]);
  return errors[0]?.message;
}

it.each(ofCountry)('%s', async (_what, input) => {
  const client = await api.as('supervisor', 'za');
  expect(await refused(client, input, 'pt')).not.toBe(await refused(client, input, 'en'));
});

it.each(ofRegion)('%s', async (_what, input) => {
  await refused(await api.as('analyst'), input, 'en');
});

it('and what is right leaves, also by the year of a donor', async () => {
  const client = await api.as('me-officer', 'za');
  const { data } = await client.query('{ fundingStreams(first: 50) { edges { node { id financialYear } } } }');
  const streams = data.fundingStreams.edges as { node: { id: string; financialYear: string | null } }[];
  const fundingStream = streams.find(({ node }) => node.financialYear)?.node.id;
  for (const period of [right.period, { relative: 'LAST_FINANCIAL_YEAR', fundingStream }]) {
    const made = await exported(client, { document, variables: { input: { ...right, period } } });
    expect([made.problems, made.url === null]).toEqual([[], false]);
  }
});
