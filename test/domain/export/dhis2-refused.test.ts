/** What makes no file for a DHIS2: who may not, mappings with faults, and what does not fit; told in both languages. */
import type { Client, TestApp } from '../../support/app';
import { adminRows } from '../../support/admin';
import { startApp } from '../../support/outside';
import { against, asked, example, forDhis2, published, recordOf, type Wanted } from './dhis2-link';
import { exported, fetched } from './exporting';

let api: TestApp;
let analyst: Client;
let quarter: string;
beforeAll(async () => {
  api = await startApp({ env: { EXPORTS_PER_DAY: '100000' } });
  [quarter] = await published(api);
  analyst = await api.as('analyst');
}, 600_000);
afterAll(() => api?.close());

const made = async (): Promise<number> => {
  const [found] = await adminRows<{ many: number }>(
    api.database,
    'SELECT count(*)::int AS many FROM region.data_export',
  );
  return found?.many ?? 0;
};

describe('who may not', () => {
  it.each(['me-officer', 'privacy-officer', 'field-worker', 'case-manager', 'service-provider', 'partner-admin'])(
    '%s of a country, whose numbers are exact',
    async (role) => {
      const { data, errors } = await asked(await api.as(role, 'za'));
      expect([data, errors.map(({ extensions }) => extensions.code)]).toEqual([
        { exportForDhis2: null },
        ['FORBIDDEN'],
      ]);
      expect(errors[0]?.message).toMatch(/export published numbers for a DHIS2\. Ask somebody whose role may: /);
    },
  );

  it('nobody', async () => {
    const { status, errors } = await asked(api.anyone);
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([401, ['UNAUTHENTICATED']]);
  });

  it('while who works for the secretariat may', async () => {
    expect((await forDhis2(await api.as('secretariat'))).problems).toEqual([]);
  });
});

const running = String(new Date().getFullYear());
const I99 = example.replace('indicator: I08', 'indicator: I99');
const faults: readonly (readonly [what: string, wanted: Wanted, en: RegExp, pt: RegExp])[] = [
  ['no YAML', { mapping: 'country: [' }, /^mapping: line 1: This is no YAML/, /^mapping: linha 1: Isto não é YAML/],
  [
    'a word that is none',
    { mapping: example.replace('periodType: Yearly', 'periodType: Weakly') },
    /^mapping: line 61: “Weakly” is none of/,
    /^mapping: linha 61: «Weakly» não é /,
  ],
  [
    'an indicator that is none',
    { mapping: I99 },
    /^mapping: line \d+: There is no indicator I99/,
    /Não há indicador I99/,
  ],
  [
    'a dimension by which it is not told outside',
    { mapping: example.replace('by: [PROVINCE, VIOLENCE_TYPE]', 'by: [PROVINCE, DAY]') },
    /^mapping: line \d+: I03 is not told by DAY outside its country/,
    /não se indica por DAY fora/,
  ],
  [
    'a province without a unit',
    { mapping: example.replace(/ {2}ZA-NW: .*\n/, '') },
    /^mapping: No organisation unit is named for ZA-NW/,
    /Não há unidade organizacional para ZA-NW/,
  ],
  [
    'places below the lowest that the country is published by',
    {
      mapping:
        'country: MZ\norgUnits: { MZ-A: hoMoz000001 }\ndataSets:\n  - { id: hoDsQuarter, periodType: Quarterly, indicators: [{ indicator: I03, by: [PROVINCE], value: hoDe0000001 }] }',
    },
    /^mapping: MZ is published by zones \(.*\), and not by MZ-A/,
    /^mapping: MZ publica-se por zonas/,
  ],
  [
    'a country that nobody sees',
    { mapping: example.replace(/ZA/g, 'XX') },
    /^mapping: The account does not see XX/,
    /^mapping: A conta não vê XX/,
  ],
  [
    'no data set where there are two',
    { dataSet: null },
    /^dataSet: .*\(hoDsQuarter, hoDsYear001\).*say which/,
    /indique qual/,
  ],
  [
    'a data set that is none',
    { dataSet: 'hoDsNothing' },
    /^dataSet: .* no data set hoDsNothing; it has/,
    /não tem o conjunto/,
  ],
  [
    'a period of another type',
    { periods: ['2025Q4', '2025'] },
    /^periods\.1: 2025 is Yearly/,
    /^periods\.1: 2025 é Yearly/,
  ],
  [
    'a period that is none',
    { periods: ['2025Q5'] },
    /^periods\.0: 2025Q5 is no period of DHIS2/,
    /não é um período do DHIS2/,
  ],
  [
    'a period beyond all days',
    { periods: ['9999Q1'] },
    /^periods\.0: 9999Q1 is no period that is counted/,
    /que aqui se conte/,
  ],
  ['no period', { periods: [] }, /^periods: /, /^periods: /],
  [
    'a period that goes on, in ADX, which has no place for saying so',
    { dataSet: 'hoDsYear001', periods: ['2025', running], format: 'DHIS2_ADX' },
    /^periods\.1: \d{4} is not over, and ADX has no comments/,
    /^periods\.1: \d{4} não acabou, e o ADX não tem comentários/,
  ],
  [
    'a form of rows',
    { format: 'CSV' },
    /^format: .*do this instead: export data\./,
    /faça antes isto: exportar dados\./,
  ],
  [
    'deletions in ADX',
    { format: 'DHIS2_ADX', sent: recordOf([]) },
    /^sent: ADX has no deletions/,
    /^sent: O ADX não tem/,
  ],
  [
    'a record that is none',
    { sent: '{"cells": 1}' },
    /^sent: This is no record of what was sent/,
    /^sent: Isto não é um registo/,
  ],
  [
    'a record of another country',
    { sent: recordOf([]).replace('"ZA"', '"MZ"') },
    /^sent: The record of what was sent is not of ZA/,
    /^sent: O registo/,
  ],
];

it.each(faults)('%s', async (_what, wanted, en, pt) => {
  const before = await made();
  const english = await against(analyst, wanted);
  expect(english[0]).toMatch(en);
  const portuguese = await against(analyst, wanted, 'pt');
  expect(portuguese[0]).toMatch(pt);
  expect([portuguese.length, await made()]).toEqual([english.length, before]);
});

it('all faults of a mapping at once, but no more than anybody reads', async () => {
  const two = I99.replace('indicator: I20', 'indicator: I98');
  expect(await against(analyst, { mapping: two })).toEqual([
    expect.stringContaining('no indicator I99'),
    expect.stringContaining('no indicator I98'),
  ]);
  const many = Array.from({ length: 300 }, (_, at) => `x${at}: y`).join('\n');
  const told = await against(analyst, { mapping: `${many}\n${example}` });
  expect([told.length, told.at(-1)]).toEqual([101, 'mapping: There are 200 faults more: mend these first.']);
});

it('what only the rows can tell is told when the link is opened, with its line, as often as it is', async () => {
  const { url } = await forDhis2(
    analyst,
    { mapping: example.replace(/ {10}OTHER_VIOLENCE: .*\n/, ''), periods: [quarter] },
    'pt',
  );
  for (const _ of [1, 2]) {
    const { statusCode, problems } = await fetched(api, url);
    expect([statusCode, problems.map(({ code }) => code)]).toEqual([422, ['INVALID_INPUT']]);
    expect(problems[0]?.message).toMatch(/^linha 39: I03: não há combinação para OTHER_VIOLENCE/);
  }
});

it('a file without a value', async () => {
  const { url } = await forDhis2(analyst, { periods: ['1999Q1'] });
  const { statusCode, problems } = await fetched(api, url);
  expect([statusCode, problems.map(({ message }) => message)]).toEqual([422, ['There is nothing to send.']]);
});

it.each(['DHIS2_JSON', 'DHIS2_CSV', 'DHIS2_ADX'])('%s of a document: a mapping makes it', async (format) => {
  const document = '{ provinces { edges { node { code } } } }';
  const [problem] = (await exported(analyst, { document, format })).problems;
  expect([problem?.code, problem?.path]).toEqual(['INVALID_INPUT', ['format']]);
  expect(problem?.message).toMatch(/Do this instead: export published numbers for a DHIS2\./);
});

it('more in a day than an account may', async () => {
  const strict = await startApp({ env: { EXPORTS_PER_DAY: '1' } });
  try {
    const other = await strict.as('analyst');
    expect((await forDhis2(other)).problems).toEqual([]);
    expect((await forDhis2(other)).problems.map(({ code }) => code)).toEqual(['EXPORT_LIMIT']);
  } finally {
    await strict.close();
  }
});

it('an id that is somebody else’s, whoever has it', async () => {
  const own = await forDhis2(analyst);
  const uuid = Buffer.from(own.dataExport?.id ?? '', 'base64url')
    .toString()
    .split(':')[2];
  const answers = await Promise.all(
    [analyst, await api.as('secretariat')].map((client) => asked(client, { id: uuid } as Wanted)),
  );
  for (const { data } of answers)
    expect(data.exportForDhis2).toMatchObject({
      ...{ dataExport: null, url: null },
      problems: [{ code: 'ALREADY_EXISTS', path: ['id'] }],
    });
});
