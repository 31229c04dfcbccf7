/** Outreach: planned and held, with the people it reached as counts, and what came of it. */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { OutreachStatus } from '../../../src/domain/outreach/outreach.codes';
import { outreachLifecycle } from '../../../src/domain/outreach/outreach.lifecycle';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly heldOn: string;
  readonly organisation: { name: string };
  readonly resultingCases: number | null;
  readonly reached: { totalCount: number; edges: { node: object }[] };
}

const act = actor<Shown>(
  'outreachActivity',
  `id version status heldOn organisation { name } resultingCases
   reached { totalCount edges { node { genderIdentity ageBand kind people contacts } } }`,
);

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const tomorrow = dayFromNow(2);
const plan = {
  type: 'DEBATE',
  title: 'What the by-laws do',
  level: 'COMMUNITY',
  outcome: 'LTO3',
  topics: ['RIGHTS', 'POLICE'],
  heldOn: '2026-03-02',
};
const women = { genderIdentity: 'WOMAN', ageBand: 'AGE_25_34', kind: 'NEW', people: 12, contacts: 14 };
const transWomen = { genderIdentity: 'TRANS_WOMAN', ageBand: 'AGE_18_24', kind: 'UNKNOWN', people: 3, contacts: 3 };
const held = { ...plan, reached: [women, transWomen] };

const planned = async (values: object = {}, client = manager): Promise<Shown> =>
  done(await act(client, 'planOutreachActivity', { ...plan, ...values }));
const recorded = async (values: object = {}, client = manager): Promise<Shown> =>
  done(await act(client, 'recordOutreachActivity', { ...held, ...values }));
const step = (client: Client, action: string, { id, version }: Shown, values: object = {}): Promise<Acted<Shown>> =>
  act(client, action, { id, expectedVersion: version, ...values });
const groups = ({ reached }: Shown): object[] => reached.edges.map(({ node }) => node);
const refused = async (action: string, input: object): Promise<string[]> => told(await act(manager, action, input));

const taken: Readonly<Record<string, object>> = {
  holdOutreachActivity: { reached: [women] },
  cancelOutreachActivity: {},
  updateOutreachActivity: {},
  voidOutreachActivity: { statusReason: 'Told twice.' },
};

test('every status of the code list is in the lifecycle, and all can be reached', () => {
  expect([...outreachLifecycle.states].sort()).toEqual([...OutreachStatus.codes].sort());
  expect(outreachLifecycle.unreachable).toEqual([]);
});

describe('planned', () => {
  it('it is held on its day, with whom it reached and what came of it', async () => {
    const before = await planned({ districtId: world.district.za });
    expect(before).toMatchObject({ version: 1, status: 'PLANNED', organisation: { name: 'Partner' } });
    const values = { reached: [women, transWomen], resultingCases: 2, heldOn: '2026-03-03' };
    const after = done(await step(manager, 'holdOutreachActivity', before, values));
    expect(after).toMatchObject({ version: 2, status: 'HELD', heldOn: '2026-03-03', resultingCases: 2 });
    expect(groups(after)).toEqual(expect.arrayContaining([women, transWomen]));
    expect(after.reached.totalCount).toBe(2);
  });

  it('it is not held before its day', async () => {
    const before = await planned({ heldOn: tomorrow });
    expect(told(await step(manager, 'holdOutreachActivity', before, { reached: [women] }))).toEqual(['NOT_YET heldOn']);
  });

  it('it reached nobody yet, and nothing came of it', async () => {
    const values = { reached: [women], resultingAlerts: 1, resultNote: 'Much.' };
    expect(told(await step(manager, 'updateOutreachActivity', await planned(), values))).toEqual([
      'INVALID_INPUT reached',
      'INVALID_INPUT resultingAlerts',
      'INVALID_INPUT resultNote',
    ]);
  });

  it('it is cancelled', async () => {
    const after = done(await step(manager, 'cancelOutreachActivity', await planned(), { statusReason: 'Rain.' }));
    expect(after.status).toBe('CANCELLED');
  });
});

describe('held', () => {
  it('it is recorded at once, and not ahead', async () => {
    expect(await recorded()).toMatchObject({ version: 1, status: 'HELD', reached: { totalCount: 2 } });
    expect(await refused('recordOutreachActivity', { ...held, heldOn: tomorrow })).toEqual(['NOT_YET heldOn']);
  });

  it('its counts are corrected as a whole: what is left out is taken out, what is told again comes back', async () => {
    const first = await recorded();
    const one = { ...women, people: 11, contacts: 11 };
    const second = done(await step(manager, 'updateOutreachActivity', first, { reached: [one] }));
    expect(groups(second)).toEqual([one]);
    const third = done(await step(manager, 'updateOutreachActivity', second, { reached: [one, transWomen] }));
    expect(groups(third)).toEqual(expect.arrayContaining([one, transWomen]));
    expect(third.reached.totalCount).toBe(2);
  });

  it('its counts stay where a correction does not speak of them', async () => {
    const after = done(await step(manager, 'updateOutreachActivity', await recorded(), { title: 'Another' }));
    expect(groups(after)).toEqual(expect.arrayContaining([women, transWomen]));
  });

  it('it is not moved ahead of today', async () => {
    expect(told(await step(manager, 'updateOutreachActivity', await recorded(), { heldOn: tomorrow }))).toEqual([
      'NOT_YET heldOn',
    ]);
  });

  it('taken out, it stands in no list, nor do the people whom it reached', async () => {
    const { id, ...rest } = await recorded({ title: `Taken out ${randomUUID()}` });
    done(await step(manager, 'voidOutreachActivity', { id, ...rest }, { statusReason: 'Told twice.' }));
    const { data } = await manager.query(
      `query ($id: ID!) { outreachActivities(filter: { id: { eq: $id } }) { totalCount }
        outreachReaches(filter: { activity: { eq: $id } }) { totalCount } }`,
      { id },
    );
    expect(data).toEqual({ outreachActivities: { totalCount: 0 }, outreachReaches: { totalCount: 0 } });
  });
});

describe('wrong counts', () => {
  it.each<[string, object[], string]>([
    ['nobody was reached', [], 'reached'],
    ['a group is told twice', [women, { ...women, people: 1, contacts: 1 }], 'reached.1'],
    ['there are more people than contacts', [{ ...women, contacts: 11 }], 'reached.0.contacts'],
    ['a group is of nobody', [{ ...women, people: 0 }], 'reached.0.people'],
  ])('are refused where %s', async (_, reached, path) => {
    expect(await refused('recordOutreachActivity', { ...held, reached })).toEqual([`INVALID_INPUT ${path}`]);
    const before = await planned();
    expect(told(await step(manager, 'holdOutreachActivity', before, { reached }))).toEqual([`INVALID_INPUT ${path}`]);
    const after = await recorded();
    expect(told(await step(manager, 'updateOutreachActivity', after, { reached }))).toEqual([`INVALID_INPUT ${path}`]);
  });

  it('are told all at once, with the missing topic', async () => {
    const reached = [women, { ...women, contacts: 1 }];
    expect((await refused('recordOutreachActivity', { ...held, topics: [], reached })).sort()).toEqual([
      'INVALID_INPUT reached.1',
      'INVALID_INPUT reached.1.contacts',
      'INVALID_INPUT topics',
    ]);
  });

  it.each([
    ['en', 'There are fewer contacts than people: with 12 people there were at least as many contacts.'],
    ['pt', 'Há menos contactos do que pessoas: com 12 pessoas houve pelo menos outros tantos contactos.'],
  ])('are explained in the language of the caller (%s)', async (language, message) => {
    const input = { ...held, reached: [{ ...women, contacts: 1 }] };
    const { problems } = await act(manager, 'recordOutreachActivity', input, { 'accept-language': language });
    expect(problems).toMatchObject([{ message }]);
  });
});

test.each<[string, (() => Promise<Shown>) | undefined, string[]]>([
  [
    'PLANNED',
    undefined,
    ['holdOutreachActivity', 'cancelOutreachActivity', 'updateOutreachActivity', 'voidOutreachActivity'],
  ],
  ['HELD', recorded, ['updateOutreachActivity', 'voidOutreachActivity']],
  [
    'CANCELLED',
    async () => done(await step(manager, 'cancelOutreachActivity', await planned())),
    ['voidOutreachActivity'],
  ],
])('%s allows its steps and no other', async (status, make, allowed) => {
  const activity = await (make ?? planned)();
  expect(activity.status).toBe(status);
  for (const [action, values] of Object.entries(taken).filter(([name]) => !allowed.includes(name))) {
    const { problems } = await step(manager, action, activity, values);
    expect(problems).toMatchObject([{ __typename: 'IllegalStep', from: status, allowed }]);
  }
});

describe('by role', () => {
  it.each(['field-worker', 'case-manager', 'supervisor', 'partner-admin'])(
    'a %s records it for the own organisation',
    async (role) => {
      expect(await recorded({}, await world.as(role, 'za'))).toMatchObject({ organisation: { name: 'Partner' } });
    },
  );

  it('the M&E officer names the organisation, everybody else only the own one', async () => {
    const officer = await world.as('me-officer', 'za');
    expect(told(await act(officer, 'recordOutreachActivity', held))).toEqual(['INVALID_INPUT organisationId']);
    const { otherPartner } = world.organisation.za;
    expect((await recorded({ organisationId: otherPartner }, officer)).organisation.name).toBe('Other partner');
    const input = { ...held, organisationId: otherPartner };
    expect(await refused('recordOutreachActivity', input)).toEqual(['INVALID_INPUT organisationId']);
  });

  it('another organisation finds none of it', async () => {
    const other = await world.as('case-manager-2', 'za');
    expect(told(await step(other, 'updateOutreachActivity', await recorded()))).toEqual(['NOT_FOUND id']);
  });

  it.each(['service-provider', 'privacy-officer'])('a %s may do nothing with it', async (role) => {
    const client = await world.as(role, 'za');
    expectForbidden(await act(client, 'planOutreachActivity', plan));
    const before = await planned();
    for (const [action, values] of Object.entries(taken)) expectForbidden(await step(client, action, before, values));
  });

  it('the region reads that it was held, and whom its own work alone reached', async () => {
    const { id } = await recorded();
    const secretariat = await world.as('secretariat');
    const asked = await secretariat.query('query ($id: ID!) { outreachActivity(id: $id) { title } }', { id });
    expect(asked.data).toEqual({ outreachActivity: { title: plan.title } });
    const own = await secretariat.query('{ outreachReaches(country: REGION) { totalCount } }');
    expect(own).toMatchObject({ data: { outreachReaches: { totalCount: 0 } }, errors: [] });
    const both = await secretariat.query('{ outreachReaches { edges { node { country } } } }');
    expect(both).toMatchObject({ data: { outreachReaches: { edges: [] } }, errors: [] });
    const there = await secretariat.query('{ outreachReaches(country: ZA) { totalCount } }');
    expect(there.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

test.each(['organisationId', 'districtId'])('%s must lead to something of the country', async (field) => {
  const foreign = { organisationId: world.organisation.bw.partner, districtId: world.district.bw }[field];
  const theirs = await act(manager, 'recordOutreachActivity', { ...held, [field]: foreign });
  expect(told(theirs)).toEqual([`NOT_FOUND ${field}`]);
});
