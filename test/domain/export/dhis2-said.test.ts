/** A mapping whose faults need no numbers is told them before a link is made; what is odd about it stops nothing. */
import type { Client, TestApp } from '../../support/app';
import { startApp, sweepNow } from '../../support/outside';
import { against, example, forDhis2, inputOf, recordOf } from './dhis2-link';

let api: TestApp;
let analyst: Client;
beforeAll(async () => {
  api = await startApp();
  await sweepNow(api, 'za', 'countIndicators');
  analyst = await api.as('analyst');
});
afterAll(() => api.close());

const coded = example.replace(/^schemes: .*$/m, 'schemes: { dataElements: code, categoryOptionCombos: code }');

it('an id that CSV cannot say, with its line', async () => {
  const mapping = coded.replace('hoDe0000003', '"rape, by place"');
  const line = mapping.split('\n').findIndex((text) => text.includes('rape, by place')) + 1;
  const [fault] = await against(analyst, { mapping, format: 'DHIS2_CSV' });
  expect(fault).toMatch(/^mapping: line \d+: .*rape, by place/);
  expect(Number(/line (\d+)/.exec(fault ?? '')?.[1])).toBeLessThanOrEqual(line);
  expect((await forDhis2(analyst, { mapping, format: 'DHIS2_JSON' })).problems).toEqual([]);
});

it('the default combination by its uid, which ADX would have to name', async () => {
  const mapping = `country: MZ
orgUnits: { MZ: hoMoz000001 }
dataSets:
  - id: hoDsHalf001
    periodType: SixMonthly
    indicators:
      - { indicator: I08, value: hoDe0000006 }`;
  const half = { mapping, dataSet: null, periods: ['2025S2'] };
  expect(await against(analyst, { ...half, format: 'DHIS2_ADX' })).toEqual([
    expect.stringMatching(/^mapping: line 7: .*default/),
  ]);
  expect((await forDhis2(analyst, half)).problems).toEqual([]);
});

it.each([
  ['with schemes that are none', recordOf([]).replace(/"schemes": \{[^}]*\}/, '"schemes": [[1]]'), /is not of ZA/],
  ['without a server', recordOf([]).replace('https://d.example', ''), /This is no record/],
  [
    'with a cell that no mapping could name',
    recordOf([['hoDe0000001', '2025Q4', 'hoZaf000001', 'a\nb', 'default']]),
    /This is no record/,
  ],
])('a record of what was sent %s', async (_what, sent, text) => {
  expect(await against(analyst, { sent })).toEqual([expect.stringMatching(text)]);
});

it('a code that no table has is odd, and stops nothing', async () => {
  const mapping = example.replace(/^( +)RAPE: HO_VIOLENCE_RAPE/m, '$1RAEP: ~\n$&');
  const document = `mutation ($input: ExportForDhis2Input!) { exportForDhis2(input: $input) {
    url problems { message } warnings { code path message } } }`;
  const { data } = await analyst.query(document, { input: inputOf({ mapping }) }, { 'accept-language': 'pt' });
  expect(data.exportForDhis2).toMatchObject({
    ...{ url: expect.any(String) as string, problems: [] },
    warnings: [
      {
        code: 'UNLIKELY',
        path: ['mapping'],
        message: expect.stringMatching(/^linha \d+: VIOLENCE_TYPE não tem código RAEP/) as string,
      },
      { message: 'I03 2025Q4 não está publicado.' },
      { message: 'I10 2025Q4 não está publicado.' },
    ],
  });
});

const zeroless = example.replace('value: hoDe0000006', 'value: { dataElement: hoDe0000006, zeroIsSignificant: false }');

it.each([
  [
    'en',
    /^I03 1999Q1 is not published\.$/,
    /^(\d{4}) goes on until \1-12-31: .*“provisional”/,
    /hoDe0000006: DHIS2 up to/,
  ],
  [
    'pt',
    /^I03 1999Q1 não está publicado\.$/,
    /^(\d{4}) decorre até \1-12-31: .*«provisional»/,
    /hoDe0000006: o DHIS2 até/,
  ],
])('what the check of the command notes is among the warnings of the link, in %s', async (locale, ...texts) => {
  const warned = async (wanted: object): Promise<string[]> => {
    const { data } = await analyst.query(
      'mutation ($input: ExportForDhis2Input!) { exportForDhis2(input: $input) { url problems { message } warnings { message } } }',
      { input: inputOf(wanted) },
      { 'accept-language': locale },
    );
    expect(data.exportForDhis2).toMatchObject({ url: expect.any(String) as string, problems: [] });
    return (data.exportForDhis2.warnings as { message: string }[]).map(({ message }) => message);
  };
  const [unpublished, goesOn, zero] = texts;
  expect(await warned({ periods: ['1999Q1'] })).toContainEqual(expect.stringMatching(unpublished));
  const yearly = await warned({
    mapping: zeroless,
    dataSet: 'hoDsYear001',
    periods: ['1999', String(new Date().getFullYear())],
  });
  for (const text of [goesOn, zero]) expect(yearly).toContainEqual(expect.stringMatching(text));
  // Of what the file has no part of nothing is noted.
  expect(yearly.join()).not.toMatch(/I03/);
});

it('a mapping without its country is told that, and not that its places are none', async () => {
  expect(await against(analyst, { mapping: example.replace(/^country: .*\n/m, '') })).toEqual([
    expect.stringMatching(/Here is missing: country/),
  ]);
});
