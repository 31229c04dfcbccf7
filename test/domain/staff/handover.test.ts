/** A leaver's cases are handed over in one action, an absent colleague's are worked on by a deputy until the time is over. */
import '../../../src/domain/all';
import { allActions } from '../../../src/model/action';
import type { Input } from '../../../src/model/input';
import { randomUUID } from 'node:crypto';
import { adminRows } from '../../support/admin';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import { act, register, uuidOf } from '../case/acts';
import type { CountryName, World } from '../world';
import { actDeputyship, actStaff, notices, sees } from './acts';
import { alertPlaces, alertTries } from './alert-tries';
import { followUpTries } from './follow-up-tries';
import { reviewerPlaces, reviewerTries } from './reviewer-tries';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const admit = actor<{ id: string; version: number }>('caseMember', 'id version');
const accuse = actor<{ id: string }>('accusedColleague', 'id');
const actPlan = actor<{ id: string }>('plannedAction', 'id');
const why = 'She has left.';
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();

/** For each place where a colleague is named, why it may be an inactive one; null: it may not. */
const places: Readonly<Record<string, string | null>> = {
  'assignCase.ownerId': null,
  'admitToCase.memberId': null,
  'nameOutsideSupervisor.memberId': null,
  'handOverCases.toId': null,
  'deputise.deputyId': null,
  'nameChildProtection.id': null,
  'planAction.responsibleId': null,
  'planCase.responsibleId': null,
  'updatePlannedAction.responsibleId': null,
  'planFollowUp.responsibleId': null,
  'recordFollowUp.responsibleId': null,
  'assignFollowUp.responsibleId': null,
  'completeFollowUp.responsibleId': null,
  'recordFollowUpNotReached.responsibleId': null,
  ...{ ...alertPlaces, ...reviewerPlaces },
  'recordServiceDelivery.givenById': 'who gave it may have left',
  'updateServiceDelivery.givenById': 'who gave it may have left',
  'accuseColleague.accusedId': 'who is accused may have left',
  'handOverCases.fromId': 'a leaver’s cases are what is handed over',
  'deputise.absentId': 'whoever is absent may be shut out meanwhile',
  'changeStaffRole.id': 'nothing is given to them but what they may do once they are let in',
  'disableStaffMember.id': 'a second time changes nothing',
  'enableStaffMember.id': 'it is what makes them active',
  'releaseStaffMember.id': 'nothing is given to them',
  'takeOnStaffMember.id': 'they are let in there by enableStaffMember',
};

/** Where it stands in the input, where it is one of several. */
const inLists: Readonly<Record<string, string>> = { 'planCase.responsibleId': 'plannedActions.0.responsibleId' };

test('every place where a colleague is named is known', () => {
  const inside = (action: string, input: Input): string[] =>
    [...input.fields.values()].flatMap((field) => {
      if (field.part) return inside(action, field.part);
      const of = field.attribute?.of?.().name;
      return of === 'StaffMember' ? [`${action}.${field.name}`] : [];
    });
  const found = [...allActions.values()].flatMap(({ name, input, thing }) => [
    ...inside(name, input),
    ...(thing.name === 'StaffMember' && input.fields.has('id') ? [`${name}.id`] : []),
  ]);
  expect([...new Set(found)].sort()).toEqual(Object.keys(places).sort());
});

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let peer: Client;
  let other: Client;
  let manager: Client;
  let supervisor: Client;
  const id = (name: string): string => world.account[country][name]!;
  const setActive = (name: string, active: boolean): Promise<unknown> =>
    adminRows(world.database, `UPDATE ${country}.staff_member SET active = ${active} WHERE id = '${id(name)}'`);
  const handOver = (from: string, to: string, by = supervisor): Promise<Acted<unknown>> =>
    actStaff(by, 'handOverCases', { fromId: id(from), toId: id(to), reason: why });
  const ownerOf = async (caseId: string): Promise<string | undefined> => {
    const { data } = await supervisor.query('query ($id: ID!) { case(id: $id) { owner { name } } }', { id: caseId });
    return data.case?.owner?.name as string | undefined;
  };

  beforeAll(async () => {
    peer = await world.as('field-worker', country);
    other = await world.as('field-worker-2', country);
    manager = await world.as('case-manager', country);
    supervisor = await world.as('supervisor', country);
  });

  it('nobody inactive is assigned anything', async () => {
    const record = await register(peer, {});
    const of = { id: record.id, expectedVersion: record.version };
    const restricted = done(await act(peer, 'restrictCase', { ...of, restrictionReason: 'OTHER' }));
    await setActive('field-worker-2', false);
    const ownerId = id('field-worker-2');
    const [staff] = await adminRows(
      world.database,
      `SELECT version FROM ${country}.staff_member WHERE id = '${ownerId}'`,
    );
    const plan = { plan: 'ACTION', doer: 'CASE_WORKER', words: { text: 'x' } };
    const planned = done(await actPlan(manager, 'planAction', { caseId: record.id, ...plan }));
    const { caseId: assessed } = await world.newCase(country, { status: 'ASSESSED' });
    const followUps = await followUpTries(manager, record.id, ownerId);
    const alerts = await alertTries(supervisor, world.district[country], [id('case-manager'), ownerId]);
    const tries: Readonly<Record<string, () => Promise<Acted<unknown>>>> = {
      'assignCase.ownerId': () => act(manager, 'assignCase', { ...of, expectedVersion: restricted.version, ownerId }),
      'admitToCase.memberId': () => admit(manager, 'admitToCase', { caseId: record.id, memberId: ownerId }),
      'nameOutsideSupervisor.memberId': async () =>
        admit(await world.as('privacy-officer', country), 'nameOutsideSupervisor', {
          displayId: record.displayId,
          memberId: ownerId,
          reason: why,
        }),
      'handOverCases.toId': () => handOver('field-worker', 'field-worker-2'),
      'planAction.responsibleId': () =>
        actPlan(manager, 'planAction', { caseId: record.id, ...plan, responsibleId: ownerId }),
      'planCase.responsibleId': () =>
        act(manager, 'planCase', {
          id: assessed,
          expectedVersion: 1,
          plannedActions: [{ ...plan, responsibleId: ownerId }],
        }),
      'updatePlannedAction.responsibleId': () =>
        actPlan(manager, 'updatePlannedAction', { id: planned.id, expectedVersion: 1, responsibleId: ownerId }),
      'deputise.deputyId': () =>
        actDeputyship(supervisor, 'deputise', { absentId: id('field-worker'), deputyId: ownerId, endsAt: inDays(3) }),
      'nameChildProtection.id': () =>
        actStaff(supervisor, 'nameChildProtection', {
          id: ownerId,
          expectedVersion: staff!.version,
          childProtection: true,
        }),
      ...{ ...followUps, ...alerts, ...(await reviewerTries(manager, world, [country, ownerId])) },
    };
    const forbidden = Object.keys(places).filter((place) => places[place] === null);
    expect(Object.keys(tries).sort()).toEqual(forbidden.sort());
    for (const place of forbidden) {
      const field = inLists[place] ?? place.split('.')[1]!;
      const where = new RegExp(`^INVALID_INPUT (nextFollowUp[.])?${field.replaceAll('.', '[.]')}$`);
      expect([place, told(await tries[place]!())]).toEqual([place, [expect.stringMatching(where)]]);
    }
    await setActive('field-worker-2', true);
  });

  it('who hears of a case that goes from one colleague to another', async () => {
    const record = await register(peer, {});
    const of = { id: record.id, expectedVersion: record.version };
    done(await act(manager, 'assignCase', { ...of, ownerId: id('case-manager') }));
    for (const client of [supervisor, peer])
      expect(await notices(client)).toEqual([`CASE_TAKEN_OVER case-manager ${country}`]);
    expect(await sees(peer, record.id)).toBe(true);
  });

  it('hands over all open cases at once; what the other is accused in goes to the supervisor', async () => {
    const [open, restricted, accusing, closed] = await Promise.all([1, 2, 3, 4].map(() => register(peer, {})));
    const restrict = { id: restricted!.id, expectedVersion: restricted!.version, restrictionReason: 'WELL_KNOWN' };
    const restriction = await act(peer, 'restrictCase', restrict);
    done(
      restriction.record ? restriction : await act(peer, 'restrictCase', { ...restrict, restrictionReason: 'OTHER' }),
    );
    done(await accuse(peer, 'accuseColleague', { caseId: accusing!.id, accusedId: id('field-worker-2') }));
    await adminRows(
      world.database,
      `UPDATE ${country}."case" SET status = 'CLOSED', workflow_stage = 'CLOSED' WHERE id = '${uuidOf(closed!.id)}'`,
    );
    expectForbidden(await handOver('field-worker', 'field-worker-2', manager));
    expectForbidden(await handOver('field-worker', 'field-worker-2', peer));
    expect(told(await handOver('field-worker', 'field-worker'))).toEqual(['INVALID_INPUT toId']);
    expect(told(await handOver('field-worker', 'case-manager-2'))).toEqual(['NOT_FOUND toId']);
    expect(told(await handOver('field-worker', 'partner-admin'))).toEqual(['INVALID_INPUT toId']);
    await setActive('field-worker', false);
    done(await handOver('field-worker', 'field-worker-2'));
    await setActive('field-worker', true);
    expect(await notices(other)).toEqual([`CASES_HANDED_OVER field-worker ${country}`]);
    for (const record of [open!, restricted!]) {
      expect(await ownerOf(record.id)).toBe(`field-worker-2 ${country}`);
      expect(await sees(other, record.id)).toBe(true);
    }
    expect(await ownerOf(accusing!.id)).toBe(`supervisor ${country}`);
    expect(await sees(other, accusing!.id)).toBe(false);
    expect(await ownerOf(closed!.id)).toBe(`field-worker ${country}`);
    const { data } = await supervisor.query(
      `query ($id: ID!) { case(id: $id) { history(first: 1) { edges { node { action actor { name } } } }
        notes(first: 1) { edges { node { text step } } } } }`,
      { id: open!.id },
    );
    expect(data.case).toEqual({
      history: { edges: [{ node: { action: 'handOverCases', actor: { name: `supervisor ${country}` } } }] },
      notes: { edges: [{ node: { text: why, step: 'handOverCases' } }] },
    });
    const left = await adminRows(
      world.database,
      `SELECT id FROM ${country}."case" WHERE owner_id = '${id('field-worker')}' AND status NOT IN ('CLOSED', 'DRAFT')`,
    );
    expect(left).toEqual([]);
  });

  it('a restricted case is shut to who had it and handed it on', async () => {
    const record = await register(manager, {});
    const first = done(
      await act(manager, 'assignCase', {
        id: record.id,
        expectedVersion: record.version,
        ownerId: id('field-worker-2'),
      }),
    );
    done(
      await act(manager, 'restrictCase', { id: record.id, expectedVersion: first.version, restrictionReason: 'OTHER' }),
    );
    expect(await sees(other, record.id)).toBe(true);
    done(await handOver('field-worker-2', 'field-worker'));
    expect([await sees(other, record.id), await sees(peer, record.id)]).toEqual([false, true]);
  });

  it('a deputy sees and works on the cases of an absent colleague, until the time is over', async () => {
    const [open, restricted, accusing] = await Promise.all([1, 2, 3].map(() => register(peer, {})));
    done(
      await act(peer, 'restrictCase', {
        id: restricted!.id,
        expectedVersion: restricted!.version,
        restrictionReason: 'OTHER',
      }),
    );
    done(await accuse(peer, 'accuseColleague', { caseId: accusing!.id, accusedId: id('field-worker-2') }));
    const seen = async (): Promise<boolean[]> =>
      Promise.all([open!, restricted!, accusing!].map((one) => sees(other, one.id)));
    expect(await seen()).toEqual([false, false, false]);
    const deputising = { absentId: id('field-worker'), deputyId: id('field-worker-2'), endsAt: inDays(14) };
    expectForbidden(await actDeputyship(manager, 'deputise', deputising));
    for (const wrong of [{ endsAt: inDays(-1) }, { endsAt: inDays(400) }, { startsAt: inDays(20) }])
      expect(told(await actDeputyship(supervisor, 'deputise', { ...deputising, ...wrong }))).toEqual([
        'INVALID_INPUT endsAt',
      ]);
    const later = done(await actDeputyship(supervisor, 'deputise', { ...deputising, startsAt: inDays(1) }));
    expect(await seen()).toEqual([false, false, false]);
    done(
      await actDeputyship(supervisor, 'updateDeputyship', {
        id: later.id,
        expectedVersion: later.version,
        endsAt: inDays(-1),
      }),
    );
    const made = done(await actDeputyship(supervisor, 'deputise', deputising));
    expect(await notices(other)).toEqual([`DEPUTISED field-worker ${country}`]);
    expect(await seen()).toEqual([true, true, false]);
    const { data } = await other.query(
      'query ($id: ID!) { case(id: $id) { version survivor { id identity { workingName } } } }',
      { id: restricted!.id },
    );
    expect(data.case.survivor.id).toEqual(expect.any(String));
    const change = { id: restricted!.id, expectedVersion: data.case.version as number, riskLevel: 'HIGH' };
    done(await act(other, 'updateCase', change));
    // Time alone ends it.
    await adminRows(world.database, `UPDATE ${country}.deputyship SET ends_at = now() WHERE id = '${uuidOf(made.id)}'`);
    expect(await seen()).toEqual([false, false, false]);
    expect(told(await act(other, 'updateCase', { ...change, idempotencyKey: randomUUID() }))).toEqual(['NOT_FOUND id']);
  });
});
