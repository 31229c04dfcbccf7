/** Condoms, self-tests and the like that are handed out without a case. */
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { dayFromNow } from '../../support/days';
import { actor, done, expectForbidden, told } from '../acting';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly quantity: number;
  readonly outreachActivity: { title: string } | null;
}

const act = actor<Shown>('supplyDistribution', 'id version kind quantity outreachActivity { title }');
const actOutreach = actor<{ readonly id: string }>('outreachActivity', 'id');

let world: World;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  manager = await world.as('case-manager', 'za');
});
afterAll(() => world.close());

const supply = { kind: 'CONDOM_EXTERNAL', quantity: 144, givenOn: '2026-03-02' };
const about = { type: 'LECTURE', title: 'PrEP', level: 'COMMUNITY', outcome: 'LTO2', topics: ['PREP_PEP'] };
const day = { heldOn: '2026-03-02' };
const reached = [{ genderIdentity: 'WOMAN', ageBand: 'UNKNOWN', kind: 'UNKNOWN', people: 4, contacts: 4 }];
const refused = async (values: object): Promise<string[]> =>
  told(await act(manager, 'recordSupplyDistribution', { ...supply, ...values }));

it('are recorded by kind, at an outreach activity or anywhere', async () => {
  expect(done(await act(manager, 'recordSupplyDistribution', supply))).toMatchObject({ outreachActivity: null });
  const { id } = done(await actOutreach(manager, 'recordOutreachActivity', { ...about, ...day, reached }));
  const input = { ...supply, outreachActivityId: id, districtId: world.district.za };
  expect(done(await act(manager, 'recordSupplyDistribution', input))).toMatchObject({
    quantity: 144,
    outreachActivity: { title: 'PrEP' },
  });
});

it('are corrected, and taken out', async () => {
  const { id, version } = done(await act(manager, 'recordSupplyDistribution', supply));
  const input = { id, expectedVersion: version, quantity: 100 };
  const after = done(await act(manager, 'updateSupplyDistribution', input));
  expect(after.quantity).toBe(100);
  const reason = { expectedVersion: after.version, voidedReason: 'Told twice.' };
  done(await act(manager, 'voidSupplyDistribution', { id, ...reason }));
  const { data } = await manager.query(
    'query ($id: ID!) { supplyDistributions(filter: { id: { eq: $id } }) { totalCount } }',
    { id },
  );
  expect(data.supplyDistributions.totalCount).toBe(0);
});

it('are some, and were handed out already', async () => {
  const ahead = dayFromNow(2);
  expect(await refused({ quantity: 0 })).toEqual(['INVALID_INPUT quantity']);
  expect(await refused({ givenOn: ahead })).toEqual(['INVALID_INPUT givenOn']);
});

it('are handed out at outreach that was held, of the same organisation', async () => {
  const planned = done(await actOutreach(manager, 'planOutreachActivity', { ...about, ...day }));
  expect(await refused({ outreachActivityId: planned.id })).toEqual(['INVALID_INPUT outreachActivityId']);
  const other = await world.as('case-manager-2', 'za');
  const theirs = done(await actOutreach(other, 'recordOutreachActivity', { ...about, ...day, reached }));
  expect(await refused({ outreachActivityId: theirs.id })).toEqual(['NOT_FOUND outreachActivityId']);
  const officer = await world.as('me-officer', 'za');
  const input = { ...supply, organisationId: world.organisation.za.partner, outreachActivityId: theirs.id };
  expect(told(await act(officer, 'recordSupplyDistribution', input))).toEqual(['INVALID_INPUT outreachActivityId']);
});

it.each([
  ['en', 'It lies in the future. Give a day or a time that is past.'],
  ['pt', 'Está no futuro. Indique um dia ou uma hora que já passou.'],
])('say what is wrong in the language of the caller (%s)', async (language, message) => {
  const input = { ...supply, givenOn: '2199-01-01' };
  const { problems } = await act(manager, 'recordSupplyDistribution', input, { 'accept-language': language });
  expect(problems).toMatchObject([{ message }]);
});

it.each(['service-provider', 'privacy-officer'])('are nothing that a %s may record', async (role) => {
  expectForbidden(await act(await world.as(role, 'za'), 'recordSupplyDistribution', supply));
});
