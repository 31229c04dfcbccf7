/** A mapping whose faults need no numbers is told them before a link is made; what is odd about it stops nothing. */
import { startApp, type TestApp } from '../../support/app';
import type { Client } from '../../support/app';
import { against, example, forDhis2, inputOf, recordOf } from './dhis2-link';

let api: TestApp;
let analyst: Client;
beforeAll(async () => {
  api = await startApp();
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
    ],
  });
});

it('a mapping without its country is told that, and not that its places are none', async () => {
  expect(await against(analyst, { mapping: example.replace(/^country: .*\n/m, '') })).toEqual([
    expect.stringMatching(/Here is missing: country/),
  ]);
});
