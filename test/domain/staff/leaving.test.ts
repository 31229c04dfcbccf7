/** What waited for a colleague who leaves, or to whom a case is open no more, waits for somebody else: alerts, shifts, what was to be done. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { actor, done } from '../acting';
import {
  inHours,
  notices as noticesOf,
  plan,
  raise,
  seen as seenAlert,
  send,
  step,
  type AlertShown,
} from '../alert/acts';
import { planned, seen } from '../follow-up/acts';
import type { World } from '../world';
import { actStaff, notices, staffMember } from './acts';

let world: World;
let worker: Client;
let manager: Client;
let supervisor: Client;
let admin: Client;
let leaver: string;
beforeAll(async () => {
  world = await openWorld();
  const as = (name: string): Promise<Client> => world.as(name, 'za');
  [worker, manager] = [await as('field-worker'), await as('case-manager')];
  [supervisor, admin] = [await as('supervisor'), await as('partner-admin')];
  leaver = world.account.za['field-worker-2']!;
});
afterAll(() => world.close());

async function change(action: string, more: object = {}): Promise<void> {
  const member = await staffMember(admin, leaver);
  done(await actStaff(admin, action, { id: leaver, expectedVersion: member?.version, ...more }));
}

const ways = [
  ['is let in no longer', () => change('disableStaffMember'), () => change('enableStaffMember')],
  [
    'works on no cases any more',
    () => change('changeStaffRole', { role: 'PARTNER_ADMIN' }),
    () => change('changeStaffRole', { role: 'FIELD_WORKER' }),
  ],
] as const;

/** An alert that the leaver answers. */
async function theirs(): Promise<AlertShown> {
  const alert = done(await raise(worker, world.district.za));
  const mine = done(await step(supervisor, 'acknowledgeAlert', alert));
  return done(await step(supervisor, 'handOverAlert', mine, { acknowledgerId: leaver }));
}

describe.each(ways)('a colleague who %s', (_, leave, comeBack) => {
  afterEach(() => comeBack());

  test('answers no alert any more: it is as if it had come in anew', async () => {
    const alert = await theirs();
    await leave();
    const now = await seenAlert(supervisor, alert);
    expect(now).toMatchObject({ status: 'RAISED', acknowledger: null, acknowledgedAt: null, onSiteDueAt: null });
    expect(Date.parse(now!.ackDueAt)).toBeGreaterThan(Date.now());
    const told = await noticesOf(supervisor, alert);
    expect(told.slice(-2).sort()).toEqual(['ALERT_GIVEN_BACK', 'ALERT_NOBODY_ON_CALL']);
    done(await step(manager, 'acknowledgeAlert', now!));
  });

  test('leaves one on which others are out to those, and the supervisors hear', async () => {
    const alert = await theirs();
    done(await send(supervisor, alert, world.account.za['field-worker']!));
    await leave();
    const now = await seenAlert(supervisor, alert);
    expect(now).toMatchObject({ status: 'DISPATCHED', acknowledger: null });
    expect((await noticesOf(supervisor, alert)).at(-1)).toBe('ALERT_GIVEN_BACK');
    done(await step(supervisor, 'takeAlertOver', now!));
  });

  test('is on the way no more: who answers it hears that somebody else is to go', async () => {
    const alert = done(await step(manager, 'acknowledgeAlert', done(await raise(worker, world.district.za))));
    done(await send(manager, alert, leaver));
    await leave();
    expect(await seenAlert(manager, alert)).toMatchObject({ status: 'ACKNOWLEDGED' });
    expect(await noticesOf(manager, alert)).toContain('COLLEAGUE_LEFT');
  });

  test('is on call no more, and nobody is called in vain', async () => {
    const [running, coming] = [
      await plan(supervisor, leaver),
      await plan(supervisor, leaver, { startsAt: inHours(48), endsAt: inHours(60) }),
    ];
    await leave();
    const { data } = await supervisor.query(
      `query ($a: ID!, $b: ID!) { a: onCallShift(id: $a) { status endsAt } b: onCallShift(id: $b) { status endsAt } }`,
      { a: running.id, b: coming.id },
    );
    expect(data.a.status).toBe('PLANNED');
    expect(Date.parse(data.a.endsAt as string)).toBeLessThanOrEqual(Date.now());
    expect(data.b).toEqual({ status: 'CANCELLED', endsAt: coming.endsAt });
    const alert = done(await raise(worker, world.district.za));
    expect(await noticesOf(supervisor, alert)).toEqual(['ALERT_NOBODY_ON_CALL']);
  });

  test('has nothing left to do in cases of others, and the supervisors are told that they left', async () => {
    const { caseId } = await world.newCase('za', { anonymous: true });
    const own = actor<{ id: string; version: number }>('case', 'id version');
    const [za, id] = [world.account.za, caseId];
    // Who has the case may do something in it; then another has it, for whom they still do it.
    done(await own(manager, 'assignCase', { id, expectedVersion: 1, ownerId: za['case-manager'] }));
    const actDeputy = actor<{ id: string; version: number }>('deputyship', 'id version');
    const deputy = done(
      await actDeputy(supervisor, 'deputise', { absentId: za['case-manager'], deputyId: leaver, endsAt: inHours(48) }),
    );
    const meeting = await planned(manager, caseId, { responsibleId: leaver });
    await leave();
    expect((await seen(manager, meeting))?.responsible?.name).toBe('case-manager za');
    expect(await notices(manager)).toEqual(['FOLLOW_UP_ASSIGNED']);
    expect(await notices(supervisor)).toEqual(['COLLEAGUE_LEFT field-worker-2 za']);
    await actDeputy(supervisor, 'updateDeputyship', {
      id: deputy.id,
      expectedVersion: deputy.version,
      endsAt: inHours(-1),
    });
  });
});

describe('a case that is open to a colleague no more', () => {
  const actAction = actor<{ id: string; responsible: { id: string } | null }>('plannedAction', 'id responsible { id }');
  const about = { plan: 'ACTION', doer: 'CASE_WORKER', words: { text: 'Go along to the clinic.' } };
  const who = async (id: string): Promise<string | undefined> =>
    (await supervisor.query('query ($id: ID!) { plannedAction(id: $id) { responsible { name } } }', { id })).data
      .plannedAction.responsible?.name as string | undefined;

  test('since it was closed to them leaves what they were to do to who has it', async () => {
    const { caseId } = await world.newCase();
    const responsibleId = world.account.za['case-manager'];
    const meeting = await planned(worker, caseId, { responsibleId });
    const action = done(await actAction(worker, 'planAction', { caseId, ...about, responsibleId }));
    const restrict = { id: caseId, expectedVersion: 1, restrictionReason: 'WELL_KNOWN' };
    done(await actor('case', 'id')(supervisor, 'restrictCase', restrict));
    expect((await seen(worker, meeting))?.responsible?.name).toBe('case-manager za');
    const { data } = await supervisor.query(
      'query ($id: ID!) { case(id: $id) { members { edges { node { id version member { name } } } } } }',
      { id: caseId },
    );
    type Edge = { node: { id: string; version: number; member: { name: string } } };
    const { node } = (data.case.members.edges as Edge[]).find((one) => one.node.member.name === 'case-manager za')!;
    const remove = actor<{ id: string }>('caseMember', 'id');
    done(await remove(supervisor, 'removeFromCase', { id: node.id, expectedVersion: node.version }));
    expect((await seen(worker, meeting))?.responsible?.name).toBe('field-worker za');
    expect(await who(action.id)).toBe('field-worker za');
    expect((await notices(worker, 3)).join()).toContain('FOLLOW_UP_ASSIGNED');
  });

  test('since they are accused in it leaves theirs to who records that', async () => {
    const { caseId } = await world.newCase();
    const responsibleId = world.account.za['field-worker'];
    const action = done(await actAction(worker, 'planAction', { caseId, ...about, responsibleId }));
    const accuse = actor<{ id: string }>('accusedColleague', 'id');
    done(await accuse(manager, 'accuseColleague', { caseId, accusedId: responsibleId }));
    expect(await who(action.id)).toBe('case-manager za');
  });
});
