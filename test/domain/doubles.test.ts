/** What stands twice in a list is kept once, and a problem with a later item is told at the place where it was sent. */
import { startApp, type TestApp } from '../support/app';
import { actor, told } from './acting';
import { outside } from './directory/acts';
import { inputOf } from './export/dhis2-link';
import { whole } from './ministry-release/releasing';

let api: TestApp;
beforeAll(async () => {
  api = await startApp();
});
afterAll(() => api.close());

const staff = async (): Promise<string> => {
  const { data } = await (
    await api.as('supervisor', 'za')
  ).query('{ staffMembers(first: 1) { edges { node { id } } } }');
  return data.staffMembers.edges[0].node.id as string;
};
const shift = async (districtCodes: readonly string[]): Promise<object> => ({
  ...{ memberId: await staff(), turn: 'FIRST', startsAt: '2030-01-01T08:00:00Z', endsAt: '2030-01-01T16:00:00Z' },
  districtCodes,
});
const entry = (values: object): object => ({ ...outside, ...values });

type Try = readonly [action: string, slot: string, who: string, country: string, input: () => unknown, paths: string[]];

it.each<Try>([
  [
    ...(['exportForDhis2', 'dataExport', 'analyst', 'region'] as const),
    () => inputOf({ dataSet: 'hoDsYear001', periods: ['2025', ' 2025', 'nonsense', '2024', 'nonsense', 'none'] }),
    ['periods.2', 'periods.5'],
  ],
  [
    ...(['releaseToMinistry', 'ministryRelease', 'privacy-officer', 'za'] as const),
    () => ({ ...whole, indicatorCodes: ['I03', 'I03', 'I08', 'I03', 'I99'] }),
    ['indicatorCodes.4'],
  ],
  [
    ...(['releaseToMinistry', 'ministryRelease', 'privacy-officer', 'za'] as const),
    () => ({ ...whole, indicatorCodes: ['I03'], by: ['PROVINCE', 'PROVINCE', 'TOPIC'] }),
    ['by.2'],
  ],
  [
    ...(['planOnCall', 'onCallShift', 'supervisor', 'za'] as const),
    () => shift(['XX', 'XX', 'YY']),
    ['districtCodes.0', 'districtCodes.2'],
  ],
  [
    ...(['addServiceEntry', 'serviceEntry', 'case-manager', 'za'] as const),
    () => entry({ serviceTypes: ['PEP', 'PEP', 'BAIL'], openingHours: ['Mo 08:00-10:00', 'Mo 08:00-10:00', 'Xx'] }),
    ['serviceTypes.2', 'openingHours.2'],
  ],
  [
    ...(['addServiceEntry', 'serviceEntry', 'case-manager', 'za'] as const),
    () => entry({ coverage: 'PROVINCES', provinceCodes: ['ZA-GP', 'ZA-GP', 'XX'] }),
    ['provinceCodes.2'],
  ],
  // Together with a mistake of a field, and with an id that is none, for which the rest is rehearsed.
  [
    ...(['releaseToMinistry', 'ministryRelease', 'privacy-officer', 'za'] as const),
    () => ({ ...whole, ministry: '', indicatorCodes: ['I03', 'I03', 'I99'] }),
    ['ministry', 'indicatorCodes.2'],
  ],
  [
    ...(['addServiceEntry', 'serviceEntry', 'case-manager', 'za'] as const),
    () => entry({ id: 'none', serviceTypes: ['PEP', 'PEP', 'BAIL'] }),
    ['id', 'serviceTypes.2'],
  ],
  // Without doubles all stays where it is.
  [
    ...(['addServiceEntry', 'serviceEntry', 'case-manager', 'za'] as const),
    () => entry({ serviceTypes: ['PEP', 'BAIL'] }),
    ['serviceTypes.1'],
  ],
])('%s', async (action, slot, who, country, input, paths) => {
  const client = await api.as(who, country);
  const tried = await actor(slot, 'id')(client, action, (await input()) as object);
  expect([tried.record, told(tried)]).toEqual([null, paths.map((path) => `INVALID_INPUT ${path}`)]);
});

it('is kept once', async () => {
  const client = await api.as('case-manager', 'za');
  const add = actor<{ serviceTypes: string[] }>('serviceEntry', 'serviceTypes');
  const { record } = await add(client, 'addServiceEntry', entry({ serviceTypes: ['PEP', 'HIV_TEST', 'PEP'] }));
  expect(record?.serviceTypes).toEqual(['PEP', 'HIV_TEST']);
});
