/** Procedures that units pledge and adopt, what somebody else finds, and what lasts. */
import '../../../src/domain/all';
import { randomUUID } from 'node:crypto';
import { AdoptionStatus } from '../../../src/domain/police/procedure-adoption.codes';
import { monthsBetween } from '../../../src/domain/police/procedure-adoption.checks';
import { adoptionLifecycle } from '../../../src/domain/police/procedure-adoption.lifecycle';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import { call, problemsOf } from '../correction/makers';
import type { World } from '../world';

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly pledgedOn: string | null;
  readonly adoptedOn: string | null;
  readonly checkedOn: string | null;
  readonly sustainedAfterMonths: number | null;
  readonly checks: { readonly edges: { readonly node: object }[] };
}

const act = actor<Shown>(
  'procedureAdoption',
  `id version status pledgedOn adoptedOn checkedOn sustainedAfterMonths checks {
    edges { node { checkedOn inPractice complianceScore itemsMet itemsTotal monthsSinceAdoption } } }`,
);

let world: World;
let manager: Client;
let supervisor: Client;
let procedureId: string;
beforeAll(async () => {
  world = await openWorld();
  [manager, supervisor] = await Promise.all([world.as('case-manager', 'za'), world.as('supervisor', 'za')]);
  procedureId = await material('POLICE_PROCEDURE_KEY_POPULATIONS');
});
afterAll(() => world.close());

async function material(kind: string): Promise<string> {
  const input = { kind, title: 'A', edition: '1', language: 'ENGLISH', issuedOn: '2024-01-05' };
  return (await call(manager, 'issueMaterial', input, 'material { id }')).material!.id;
}

const unit = () => ({ procedureId, unit: 'Hillbrow', unitKind: 'POLICE_STATION', level: 'COMMUNITY', outcome: 'LTO4' });
const voidedReason = 'Twice.';
const check = { checkedOn: '2025-08-20', inPractice: true };

const pledged = async (values: object = {}, client = manager): Promise<Shown> =>
  done(await act(client, 'pledgeAdoption', { ...unit(), pledgedOn: '2025-01-20', ...values }));
const adopted = async (values: object = {}, client = manager): Promise<Shown> =>
  done(await act(client, 'recordProcedureAdoption', { ...unit(), adoptedOn: '2025-02-10', ...values }));

const more: Record<string, object> = {
  confirmProcedureAdoption: { adoptedOn: '2025-02-10' },
  recordAdoptionCheck: check,
  takeBackAdoptionCheck: { reason: 'Another station.' },
  voidProcedureAdoption: { voidedReason },
};
const step = (client: Client, action: string, { id, version }: Shown, values = more[action]): Promise<Acted<Shown>> =>
  act(client, action, { id, expectedVersion: version, ...values });
const checked = async (adoption: Shown, values: object = {}): Promise<Shown> =>
  done(await step(supervisor, 'recordAdoptionCheck', adoption, { ...check, ...values }));

test('every status of the code list is in the lifecycle, and all can be reached', () => {
  expect([...adoptionLifecycle.states].sort()).toEqual([...AdoptionStatus.codes].sort());
  expect(adoptionLifecycle.unreachable).toEqual([]);
});

test.each(['field-worker', 'case-manager', 'partner-admin'])(
  'a %s records a pledge, and that it was kept',
  async (role) => {
    const client = await world.as(role, 'za');
    const made = await pledged({}, client);
    expect(made).toMatchObject({ status: 'PLEDGED', pledgedOn: '2025-01-20', adoptedOn: null });
    const kept = done(await step(client, 'confirmProcedureAdoption', made));
    expect(kept).toMatchObject({ status: 'ADOPTED', adoptedOn: '2025-02-10', sustainedAfterMonths: null });
  },
);

test.each(['service-provider', 'privacy-officer'])('a %s records none', async (role) => {
  const input = { ...unit(), pledgedOn: '2025-01-20' };
  expectForbidden(await act(await world.as(role, 'za'), 'pledgeAdoption', input));
});

describe('a check', () => {
  test('says how many months after the adoption the unit still works by it', async () => {
    const once = await checked(await adopted());
    expect(once).toMatchObject({ status: 'VERIFIED', checkedOn: '2025-08-20', sustainedAfterMonths: 6 });
    const twice = await checked(once, { checkedOn: '2026-02-10', itemsMet: 9, itemsTotal: 12 });
    expect(twice).toMatchObject({ status: 'VERIFIED', sustainedAfterMonths: 12 });
    expect(twice.checks.edges[0]!.node).toMatchObject({ complianceScore: 75, monthsSinceAdoption: 12 });
  });

  test('that finds it abandoned leaves what lasted until then', async () => {
    const verified = await checked(await adopted());
    const lapsed = await checked(verified, { checkedOn: '2026-03-01', inPractice: false, complianceScore: 20 });
    expect(lapsed).toMatchObject({ status: 'LAPSED', sustainedAfterMonths: 6 });
    const again = await checked(lapsed, { checkedOn: '2026-09-01' });
    expect(again).toMatchObject({ status: 'VERIFIED', sustainedAfterMonths: 18 });
  });

  test('that is entered late changes nothing of what a later one found', async () => {
    const lapsed = await checked(await adopted(), { checkedOn: '2026-03-01', inPractice: false });
    expect(await checked(lapsed)).toMatchObject({
      status: 'LAPSED',
      checkedOn: '2026-03-01',
      sustainedAfterMonths: 6,
    });
  });

  test('is not by who recorded the adoption, or corrected it', async () => {
    const own = await adopted({}, supervisor);
    expect(told(await step(supervisor, 'recordAdoptionCheck', own))).toEqual(['SAME_PERSON']);
    const others = await adopted();
    const corrected = done(await step(supervisor, 'updateProcedureAdoption', others, { unit: 'Hillbrow SAPS' }));
    expect(told(await step(supervisor, 'recordAdoptionCheck', corrected))).toEqual(['SAME_PERSON']);
    expect(done(await step(await world.as('me-officer', 'za'), 'recordAdoptionCheck', corrected)).status).toBe(
      'VERIFIED',
    );
  });

  test.each(['field-worker', 'case-manager', 'partner-admin'])('is not recorded by a %s', async (role) => {
    const adoption = await adopted();
    for (const action of ['recordAdoptionCheck', 'takeBackAdoptionCheck'])
      expectForbidden(await step(await world.as(role, 'za'), action, adoption));
  });

  test('can be taken back: it is as the one before it left it', async () => {
    const verified = await checked(await adopted());
    const lapsed = await checked(verified, { checkedOn: '2026-03-01', inPractice: false });
    const back = done(await step(supervisor, 'takeBackAdoptionCheck', lapsed));
    expect(back).toMatchObject({ status: 'VERIFIED', checkedOn: '2025-08-20', sustainedAfterMonths: 6 });
    const none = done(await step(supervisor, 'takeBackAdoptionCheck', back));
    expect(none).toMatchObject({ status: 'ADOPTED', checkedOn: null, sustainedAfterMonths: null });
    expect(none.checks.edges).toEqual([]);
    expect(told(await step(supervisor, 'takeBackAdoptionCheck', none))).toEqual(['NOT_YET']);
  });

  test.each([
    ['before the adoption', { checkedOn: '2025-02-09' }, 'checkedOn'],
    ['in the future', { checkedOn: '2199-01-01' }, 'checkedOn'],
    ['with items met of none', { itemsMet: 3 }, 'itemsTotal'],
    ['with items of which nobody says how many are met', { itemsTotal: 3 }, 'itemsMet'],
    ['with more items met than there are', { itemsMet: 4, itemsTotal: 3 }, 'itemsMet'],
    ['with a score beside the items', { itemsMet: 2, itemsTotal: 3, complianceScore: 60 }, 'complianceScore'],
    ['with a score of more than a hundred', { complianceScore: 101 }, 'complianceScore'],
  ])('%s is refused', async (_, values, path) => {
    const answer = await step(supervisor, 'recordAdoptionCheck', await adopted(), { ...check, ...values });
    expect(told(answer)).toEqual([`INVALID_INPUT ${path}`]);
  });
});

test.each([
  ['a day in the future', 'recordProcedureAdoption', { adoptedOn: '2199-01-01' }, 'adoptedOn'],
  ['a day before it was issued', 'recordProcedureAdoption', { adoptedOn: '2024-01-04' }, 'adoptedOn'],
  ['a pledge in the future', 'pledgeAdoption', { pledgedOn: '2199-01-01' }, 'pledgedOn'],
])('%s is refused', async (_, action, values, path) => {
  expect(told(await act(manager, action, { ...unit(), ...values }))).toEqual([`INVALID_INPUT ${path}`]);
});

test('a curriculum is not adopted', async () => {
  const input = { ...unit(), procedureId: await material('TRAINING_CURRICULUM'), adoptedOn: '2025-02-10' };
  expect(told(await act(manager, 'recordProcedureAdoption', input))).toEqual(['INVALID_INPUT procedureId']);
});

test('it is not adopted before it was pledged', async () => {
  const early = await step(manager, 'confirmProcedureAdoption', await pledged(), { adoptedOn: '2025-01-19' });
  expect(told(early)).toEqual(['INVALID_INPUT adoptedOn']);
});

describe('a correction', () => {
  test('of the day reckons anew how long it lasts', async () => {
    const verified = await checked(await adopted());
    const corrected = done(await step(manager, 'updateProcedureAdoption', verified, { adoptedOn: '2025-05-20' }));
    expect(corrected).toMatchObject({ status: 'VERIFIED', sustainedAfterMonths: 3 });
    expect(corrected.checks.edges[0]!.node).toMatchObject({ monthsSinceAdoption: 3 });
  });

  test('leaves no adoption without its day, none after its check, and none of what is only pledged', async () => {
    const verified = await checked(await adopted());
    const correct = async (adoption: Shown, values: object) =>
      told(await step(manager, 'updateProcedureAdoption', adoption, values));
    expect(await correct(verified, { adoptedOn: null })).toEqual(['INVALID_INPUT adoptedOn']);
    expect(await correct(verified, { adoptedOn: '2025-08-21' })).toEqual(['INVALID_INPUT adoptedOn']);
    const promise = await pledged();
    expect(await correct(promise, { adoptedOn: '2025-02-10' })).toEqual(['INVALID_INPUT adoptedOn']);
    expect(await correct(promise, { pledgedOn: null })).toEqual(['INVALID_INPUT pledgedOn']);
  });
});

test('what is only pledged is not checked, what is adopted is not adopted again', async () => {
  const promise = await step(supervisor, 'recordAdoptionCheck', await pledged());
  expect(promise.problems).toMatchObject([{ code: 'ILLEGAL_STEP', from: 'PLEDGED' }]);
  const again = await step(manager, 'confirmProcedureAdoption', await adopted());
  expect(again.problems).toMatchObject([{ code: 'ILLEGAL_STEP', from: 'ADOPTED' }]);
});

test('what was recorded in error is in no list, nor are its checks', async () => {
  const verified = await checked(await adopted());
  done(await step(manager, 'voidProcedureAdoption', verified));
  const asked = `query ($id: ID!) { procedureAdoptions(filter: { id: { eq: $id } }) { totalCount }
    adoptionChecks(filter: { adoption: { eq: $id } }) { totalCount } }`;
  const { data } = await manager.query(asked, { id: verified.id });
  expect(data).toEqual({ procedureAdoptions: { totalCount: 0 }, adoptionChecks: { totalCount: 0 } });
});

test.each(['confirmProcedureAdoption', 'updateProcedureAdoption', 'voidProcedureAdoption'])(
  '%s: out of reach, of another country and of nobody are the same bytes',
  async (action) => {
    const adoption = await pledged();
    const others = await world.as('case-manager-2', 'za');
    const asked = async (client: Client, id: string): Promise<string> =>
      (await step(client, action, { ...adoption, id })).answer.text;
    const nobodys = await asked(others, randomUUID());
    expect(nobodys).toContain('NOT_FOUND');
    expect(await asked(others, adoption.id)).toBe(nobodys);
    expect(await asked(await world.as('case-manager', 'bw'), adoption.id)).toBe(nobodys);
  },
);

test('what is wrong is said in either language', async () => {
  const { id, version: expectedVersion } = await adopted({}, supervisor);
  const input = { id, expectedVersion, ...check };
  const [en, pt] = await Promise.all(
    ['en', 'pt'].map((language) => problemsOf(supervisor, 'recordAdoptionCheck', input, language)),
  );
  expect(en).toMatchObject([{ message: 'You recorded this adoption; somebody else has to check it.' }]);
  expect(pt).toMatchObject([{ message: 'Foi você quem registou esta adopção; outra pessoa tem de a verificar.' }]);
});

test.each([
  ['2025-02-10', '2025-08-09', 5],
  ['2025-02-10', '2025-08-10', 6],
  ['2025-01-31', '2025-02-28', 1],
  ['2025-01-31', '2025-02-27', 0],
  ['2024-12-15', '2026-01-14', 12],
  ['2025-02-10', '2025-02-10', 0],
])('from %s to %s there are %i whole months', (from, to, months) => {
  expect(monthsBetween(from, to)).toBe(months);
});
