/** What is planned with a survivor: written down with the plan or after it, changed, done, dropped, overdue; and by whom. */
import '../../../src/domain/all';
import { plannedActionLifecycle } from '../../../src/domain/casework/plan/planned-action.lifecycle';
import { PlannedActionStatus } from '../../../src/domain/casework/plan/planned-action.codes';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { adminRows } from '../../support/admin';
import { uuidOf } from '../case/acts';
import { sweepNow } from '../../support/sweep-now';
import { dayFromNow } from '../../support/days';
import { actor, done, expectForbidden, told, type Acted } from '../acting';
import type { CountryName, World } from '../world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

interface Shown {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly doneOn: string | null;
  readonly dueOn: string | null;
  readonly responsible: { id: string } | null;
  readonly words: { text: string } | null;
}
const fields = 'id version status doneOn dueOn responsible { id }';
const act = actor<Shown>('plannedAction', fields);
const actCase = actor<{ id: string; version: number; status: string }>('case', 'id version status');

const about = { plan: 'ACTION', doer: 'CASE_WORKER', words: { text: 'Go along to the clinic.' } };
const planAction = (client: Client, caseId: string, values: object = {}): Promise<Acted<Shown>> =>
  act(client, 'planAction', { caseId, ...about, ...values });
const step = (client: Client, action: string, { id, version }: Shown, more: object = {}): Promise<Acted<Shown>> =>
  act(client, action, { id, expectedVersion: version, ...more });

async function plansOf(client: Client, caseId: string): Promise<Shown[]> {
  const { data } = await client.query(
    `query ($id: ID!) { case(id: $id) { plannedActions { edges { node { ${fields} words { text } } } } } }`,
    { id: caseId },
  );
  return (data.case.plannedActions.edges as { node: Shown }[]).map(({ node }) => node);
}

async function noticesOf(client: Client): Promise<{ case: { id: string } | null }[]> {
  const { data } = await client.query(
    '{ notices(first: 100, filter: {kind: {eq: PLAN_OVERDUE}}) { edges { node { case { id } } } } }',
  );
  return (data.notices.edges as { node: { case: { id: string } | null } }[]).map(({ node }) => node);
}

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let peer: Client;
  let manager: Client;
  let supervisor: Client;
  beforeAll(async () => {
    peer = await world.as('field-worker', country);
    manager = await world.as('case-manager', country);
    supervisor = await world.as('supervisor', country);
  });
  const account = (name: string): string => world.account[country][name]!;

  test('the plan is made with the step of the case', async () => {
    const { caseId: id } = await world.newCase(country, { status: 'ASSESSED' });
    const plannedActions = [about, { plan: 'SAFETY', doer: 'SURVIVOR', words: { text: 'Keep the papers elsewhere.' } }];
    const planned = done(await actCase(peer, 'planCase', { id, expectedVersion: 1, plannedActions }));
    expect(planned.status).toBe('ACTION_PLANNED');
    const plans = await plansOf(peer, id);
    expect(plans.map(({ status, words }) => [status, words?.text]).sort()).toEqual([
      ['PLANNED', 'Go along to the clinic.'],
      ['PLANNED', 'Keep the papers elsewhere.'],
    ]);
  });

  test('what is wrong in one of several is told where it stands', async () => {
    const { caseId: id } = await world.newCase(country, { status: 'ASSESSED' });
    const plannedActions = [about, { ...about, responsibleId: account('service-provider') }];
    const acted = await actCase(peer, 'planCase', { id, expectedVersion: 1, plannedActions });
    expect(told(acted)).toEqual(['NOT_FOUND plannedActions.1.responsibleId']);
    expect(await plansOf(peer, id)).toEqual([]);
  });

  test.each(['PLANNED', 'DONE', 'DROPPED'])(
    'from %s the steps of the table can be taken, and no others',
    async (from) => {
      const { caseId } = await world.newCase(country, { anonymous: true });
      const way = { PLANNED: [], DONE: ['completePlannedAction'], DROPPED: ['dropPlannedAction'] }[from] ?? [];
      for (const action of [
        'completePlannedAction',
        'dropPlannedAction',
        'reopenPlannedAction',
        'updatePlannedAction',
      ]) {
        let now = done(await planAction(manager, caseId));
        for (const one of way) now = done(await step(manager, one, now));
        const acted = await step(manager, action, now);
        const isAllowed = plannedActionLifecycle.allowed(from as PlannedActionStatus).includes(action);
        expect([action, told(acted)]).toEqual([action, isAllowed ? [] : ['ILLEGAL_STEP']]);
      }
    },
  );

  test('what is done has its day, what is not has none, and no day is ahead', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const planned = done(await planAction(peer, caseId));
    const ahead = dayFromNow(2);
    expect(told(await step(peer, 'completePlannedAction', planned, { doneOn: ahead }))).toEqual([
      'INVALID_INPUT doneOn',
    ]);
    expect(told(await step(peer, 'updatePlannedAction', planned, { doneOn: '2026-03-01' }))).toEqual([
      'INVALID_INPUT doneOn',
    ]);
    const over = done(await step(peer, 'completePlannedAction', planned));
    expect(over.doneOn).not.toBeNull();
    expect(told(await step(peer, 'updatePlannedAction', over, { doneOn: null }))).toEqual(['INVALID_INPUT doneOn']);
    const again = done(await step(peer, 'reopenPlannedAction', over));
    expect(again).toMatchObject({ status: 'PLANNED', doneOn: null });
    const reason = 'She found another way.';
    expect(done(await step(peer, 'dropPlannedAction', again, { reason })).status).toBe('DROPPED');
    const { data } = await manager.query('query ($id: ID!) { case(id: $id) { notes { edges { node { text } } } } }', {
      id: caseId,
    });
    expect(JSON.stringify(data)).toContain(reason);
  });

  test('a colleague sees to it who sees the case', async () => {
    const { caseId } = await world.newCase(country);
    const ask = async (responsibleId: string) => told(await planAction(manager, caseId, { responsibleId }));
    for (const name of ['field-worker', 'case-manager', 'supervisor']) expect(await ask(account(name))).toEqual([]);
    // Neither made nor assigned the case; answers no cases; works elsewhere.
    expect(await ask(account('field-worker-2'))).toEqual(['INVALID_INPUT responsibleId']);
    expect(await ask(account('partner-admin'))).toEqual(['INVALID_INPUT responsibleId']);
    expect(await ask(account('case-manager-2'))).toEqual(['NOT_FOUND responsibleId']);
  });

  test('of a restricted case somebody to whom it is open', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const restrict = { id: caseId, expectedVersion: 1, restrictionReason: 'WELL_KNOWN' };
    done(await actor('case', 'id')(supervisor, 'restrictCase', restrict));
    expect(told(await planAction(peer, caseId, { responsibleId: account('field-worker-2') }))).toEqual([
      'INVALID_INPUT responsibleId',
    ]);
    expect(told(await planAction(peer, caseId, { responsibleId: account('case-manager') }))).toEqual([]);
  });

  test('it is for a need of the same case', async () => {
    const [{ caseId }, other] = [await world.newCase(country), await world.newCase(country)];
    const need = actor<{ id: string }>('serviceNeed', 'id');
    const record = async (of: string) =>
      done(await need(manager, 'recordServiceNeed', { caseId: of, category: 'LEGAL', namedBySurvivor: true })).id;
    expect(told(await planAction(manager, caseId, { needId: await record(caseId) }))).toEqual([]);
    expect(told(await planAction(manager, caseId, { needId: await record(other.caseId) }))).toEqual([
      'INVALID_INPUT needId',
    ]);
    // Then its words can be left out; who may not write those plans for a need.
    const planned = await planAction(supervisor, caseId, { needId: await record(caseId), words: null });
    const own = done(planned);
    expect(told(await planAction(manager, caseId, { words: null }))).toEqual(['INVALID_INPUT words']);
    expect(told(await step(manager, 'updatePlannedAction', own, { needId: null }))).toEqual(['INVALID_INPUT needId']);
    const words = { text: 'Ask for a bed.' };
    done(await step(manager, 'updatePlannedAction', own, { needId: null, words }));
    expect(told(await planAction(manager, caseId, { dueOn: '2020-01-01' }))).toEqual(['INVALID_INPUT dueOn']);
  });

  test('who has the case plans; supervisors take its steps; strangers learn nothing', async () => {
    const { caseId } = await world.newCase(country);
    const planned = done(await planAction(peer, caseId));
    expectForbidden(await planAction(supervisor, caseId));
    for (const name of ['partner-admin', 'me-officer', 'service-provider', 'privacy-officer'])
      expectForbidden(await planAction(await world.as(name, country), caseId));
    const over = done(await step(supervisor, 'completePlannedAction', planned));
    for (const name of ['field-worker-2', 'case-manager-2']) {
      const stranger = await world.as(name, country);
      expect(told(await planAction(stranger, caseId))).toEqual(['NOT_FOUND caseId']);
      expect(told(await step(stranger, 'reopenPlannedAction', over))).toEqual(['NOT_FOUND id']);
    }
    const officer = await world.as('me-officer', country);
    const ask = (what: string) =>
      officer.query(`query ($id: ID!) { plannedAction(id: $id) { ${what} } }`, { id: planned.id });
    expect((await ask('status')).data.plannedAction).toEqual({ status: 'DONE' });
    expect((await ask('words { text }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('of a closed case what came of it is told, and nothing new is planned', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const planned = done(await planAction(manager, caseId));
    const open = { id: caseId, expectedVersion: 1, closureReason: 'OTHER' };
    const asked = done(await actCase(manager, 'requestCaseClosure', open));
    done(await actCase(supervisor, 'approveCaseClosure', { id: caseId, expectedVersion: asked.version }));
    expect(told(await planAction(manager, caseId))).toEqual(['ILLEGAL_STEP']);
    const [dropped] = await plansOf(manager, caseId);
    expect(dropped).toMatchObject({ id: planned.id, status: 'DROPPED' });
    const over = done(await step(manager, 'completePlannedAction', { ...planned, version: planned.version + 1 }));
    expect(over.status).toBe('DONE');
    expect(told(await step(manager, 'reopenPlannedAction', over))).toEqual(['ILLEGAL_STEP']);
  });

  test('of a withdrawn case nothing is planned any more', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    const planned = done(await planAction(manager, caseId));
    const finished = done(await step(manager, 'completePlannedAction', done(await planAction(manager, caseId))));
    done(await actCase(manager, 'withdrawCase', { id: caseId, expectedVersion: 1 }));
    const plans = new Map((await plansOf(manager, caseId)).map(({ id, status }) => [id, status]));
    expect(Object.fromEntries(plans)).toEqual({ [planned.id]: 'DROPPED', [finished.id]: 'DONE' });
  });

  test('what was planned in error is taken out with its words', async () => {
    const { caseId } = await world.newCase(country);
    const { id } = done(await planAction(peer, caseId));
    const input = { plannedActionId: id, expectedVersion: 1, reason: 'Another case.' };
    done(await actor('voiding', 'id')(peer, 'voidPlannedAction', input));
    expect(await plansOf(manager, caseId)).toEqual([]);
  });

  describe('overdue', () => {
    const yesterday = dayFromNow(-2);
    const overdue = ({ id }: Shown): Promise<unknown> =>
      adminRows(world.database, `UPDATE ${country}.planned_action SET due_on = $2 WHERE id = $1`, [
        uuidOf(id),
        yesterday,
      ]);
    const sweep = () => sweepNow(world, country, 'remindOfPlans');

    test('whoever sees to it is told once, and anew when it has another day', async () => {
      const { caseId } = await world.newCase(country, { anonymous: true });
      const planned = done(await planAction(peer, caseId, { responsibleId: account('case-manager') }));
      await sweep();
      const before = (await noticesOf(manager)).length;
      await overdue(planned);
      await sweep();
      await sweep();
      expect((await noticesOf(manager)).length).toBe(before + 1);
      // Nobody who changes it is told that somebody was faster.
      const tomorrow = dayFromNow(1);
      done(await step(peer, 'updatePlannedAction', planned, { dueOn: tomorrow }));
      await overdue(planned);
      await sweep();
      expect((await noticesOf(manager)).length).toBe(before + 2);
    });

    test('where nobody was named who has the case is told; of what is done nobody', async () => {
      const { caseId } = await world.newCase(country, { anonymous: true });
      const [one, two] = [done(await planAction(manager, caseId)), done(await planAction(manager, caseId))];
      const before = (await noticesOf(peer)).length;
      await overdue(one);
      await overdue(two);
      done(await step(manager, 'completePlannedAction', two));
      await sweep();
      expect((await noticesOf(peer)).length).toBe(before + 1);
    });
  });

  test('what a colleague saw to goes with the cases that are handed over', async () => {
    const { caseId } = await world.newCase(country, { anonymous: true });
    done(await planAction(manager, caseId, { responsibleId: account('field-worker') }));
    const input = { fromId: account('field-worker'), toId: account('case-manager'), reason: 'She left.' };
    done(await actor('staffMember', 'id')(supervisor, 'handOverCases', input));
    const [passed] = await plansOf(manager, caseId);
    const { data } = await manager.query('query ($id: ID!) { staffMember(id: $id) { id } }', {
      id: account('case-manager'),
    });
    expect(passed?.responsible?.id).toBe(data.staffMember.id);
  });
});

test('every status is in the table, and all are reached', () => {
  expect([...plannedActionLifecycle.states].sort()).toEqual([...PlannedActionStatus.codes].sort());
  expect(plannedActionLifecycle.unreachable).toEqual([]);
});
