/** What becomes of sessions and services: missed, ended with what they rest on, taken out by who recorded them, forgotten. */
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { adminRows } from '../../support/admin';
import { sweepNow } from '../../support/sweep-now';
import { actor, done, told } from '../acting';
import { uuidOf } from '../case/acts';
import { recorded } from '../need/acts';
import { act as refer, inputFor, step } from '../referral/acts';
import type { World } from '../world';
import { accepted, actDelivery, actSession, days, planned, seen, stepOf, type SessionShown } from './acts';

let world: World;
let worker: Client;
let manager: Client;
let supervisor: Client;
let clinic: Client;
beforeAll(async () => {
  world = await openWorld();
  const as = (name: string): Promise<Client> => world.as(name, 'za');
  [worker, manager, supervisor] = [await as('field-worker'), await as('case-manager'), await as('supervisor')];
  clinic = await as('service-provider');
});
afterAll(() => world.close());

/** Kinds of what somebody was told, of a case where one is named, the oldest first. */
async function noticesOf(client: Client, caseId?: string): Promise<string[]> {
  const { data } = await client.query('{ notices(first: 100) { edges { node { kind case { id } createdAt } } } }');
  type Edge = { node: { kind: string; case: { id: string } | null; createdAt: string } };
  return (data.notices.edges as Edge[])
    .map(({ node }) => node)
    .filter((one) => caseId === undefined || (one.case !== null && uuidOf(one.case.id) === caseId))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('SESSION'));
}

const miss = async (session: SessionShown, more: object = {}): Promise<SessionShown> =>
  done(await stepOf(clinic, 'recordSessionNoShow', session, more));

describe('sessions that were missed', () => {
  test('in a row are told to the sender as such, from the second on', async () => {
    const { id, caseId } = await accepted(world);
    const of = { referralId: id };
    await miss(await planned(clinic, of, days(1)));
    await miss(await planned(clinic, of, days(2)));
    await miss(await planned(clinic, of, days(3)));
    expect(await noticesOf(worker, caseId)).toEqual(['SESSION_MISSED', 'SESSIONS_MISSED', 'SESSIONS_MISSED']);
  });

  test('one that was held between them ends the row, also in the place of the one that was missed', async () => {
    const { id, caseId } = await accepted(world);
    const of = { referralId: id };
    await miss(await planned(clinic, of, days(1)), { nextSession: { plannedAt: days(2) } });
    const anew = (await seen(clinic, id)).sessions.find(({ status }) => status === 'PLANNED');
    expect(anew).toMatchObject({ number: 1 });
    done(await stepOf(clinic, 'recordSessionAttended', anew!));
    await miss(await planned(clinic, of, days(3)));
    expect(await noticesOf(worker, caseId)).toEqual(['SESSION_MISSED', 'SESSION_MISSED']);
  });
});

test('a referral to which nobody came is sent again, and its series goes on with a new appointment', async () => {
  const { caseId: _, ...referral } = await accepted(world);
  const of = { referralId: referral.id };
  await miss(await planned(clinic, of, days(1)));
  const second = await planned(clinic, of, days(2));
  const gone = done(await step(clinic, 'recordReferralNoShow', referral));
  expect((await seen(clinic, referral.id)).sessions).toMatchObject([
    { status: 'NO_SHOW' },
    { id: second.id, status: 'CANCELLED', endReason: 'SERVICE_ENDED' },
  ]);
  const again = done(await step(manager, 'sendReferral', gone));
  done(await step(clinic, 'acceptReferral', again, { appointmentAt: days(4) }));
  const { sessions, plannedSessions } = await seen(clinic, referral.id);
  expect([plannedSessions, sessions.at(-1)]).toMatchObject([6, { number: 3, status: 'PLANNED' }]);
});

describe('how many sessions are planned', () => {
  const plan = (client: Client, { id, version }: { id: string; version: number }, plannedSessions: number | null) =>
    step(client, 'planReferralSessions', { id, version } as never, { plannedSessions });

  test('is said by who serves, and by nobody else', async () => {
    const { id, version } = await accepted(world);
    const now = done(await plan(clinic, { id, version }, 4));
    expect(await seen(manager, id)).toMatchObject({ plannedSessions: 4 });
    expect(told(await plan(manager, now, 8))).toEqual(['RECEIVER_ANSWERS']);
    done(await plan(clinic, now, null));
    expect(await seen(manager, id)).toMatchObject({ plannedSessions: null });
  });

  test('is none of an ended referral', async () => {
    const { id, version } = await accepted(world);
    const ended = done(await step(clinic, 'returnReferral', { id, version } as never, { rejectedReason: 'OTHER' }));
    expect(told(await plan(clinic, ended, 4))).toEqual(['ILLEGAL_STEP']);
  });
});

describe('the appointment of a referral', () => {
  const appointmentOf = async (id: string): Promise<string> =>
    (await manager.query('query ($id: ID!) { referral(id: $id) { appointmentAt } }', { id })).data.referral
      .appointmentAt as string;

  test('is its first session: it goes along when that is moved, and is not changed behind it', async () => {
    const { caseId, survivorId } = await world.newCase();
    const consentId = await world.newConsent(survivorId, { purpose: 'RELEASE_TO_PSYCHOSOCIAL', scopes: [] });
    const input = inputFor(world, { caseId }, { category: 'PSYCHOSOCIAL', consentId });
    const sent = done(await refer(manager, 'makeReferral', input));
    const [first, later] = [days(2), days(4)];
    const now = done(await step(clinic, 'acceptReferral', sent, { appointmentAt: first }));
    expect(told(await step(manager, 'updateReferral', now, { appointmentAt: days(3) }))).toEqual([
      'INVALID_INPUT appointmentAt',
    ]);
    const same = done(await step(manager, 'updateReferral', now, { appointmentAt: first }));
    const [session] = (await seen(clinic, same.id)).sessions;
    const moved = { plannedAt: later, endReason: 'SURVIVOR_ASKED' };
    done(await stepOf(clinic, 'moveServiceSession', session!, moved));
    expect(Date.parse(await appointmentOf(same.id))).toBe(Date.parse(later));
    // One that is none of its own is moved alone.
    const second = await planned(clinic, { referralId: same.id }, days(9));
    done(await stepOf(clinic, 'moveServiceSession', second, { ...moved, plannedAt: days(10) }));
    expect(Date.parse(await appointmentOf(same.id))).toBe(Date.parse(later));
  });
});

describe('what a session rests on ends', () => {
  test('with the consent of the survivor', async () => {
    const { id } = await accepted(world);
    await planned(clinic, { referralId: id }, days(1));
    const { data } = await manager.query('query ($id: ID!) { referral(id: $id) { consent { id } } }', { id });
    const consentId = data.referral.consent.id as string;
    const withdraw = actor<{ id: string }>('consent', 'id');
    done(await withdraw(manager, 'withdrawConsent', { consentId, mode: 'VERBAL_WITNESSED' }));
    expect((await seen(clinic, id)).sessions).toMatchObject([{ status: 'CANCELLED', endReason: 'SURVIVOR_DECIDED' }]);
  });

  test('with the case where its organisation meets the need itself, with the decision on the need, and with its referral', async () => {
    for (const end of ['closure', 'decision', 'referral'] as const) {
      const { caseId } = await world.newCase('za', { anonymous: true });
      const need = await recorded(manager, caseId, { status: 'PROVIDED_HERE', servedAt: days(-1) });
      const session = await planned(manager, { needId: need.id }, days(1));
      const actCase = actor<{ id: string; version: number }>('case', 'id version');
      if (end === 'closure') {
        const input = { id: caseId, expectedVersion: 1, closureReason: 'NEEDS_MET' };
        const asked = done(await actCase(manager, 'requestCaseClosure', input));
        done(await actCase(supervisor, 'approveCaseClosure', { id: caseId, expectedVersion: asked.version }));
      } else if (end === 'referral') {
        const receiver = { remoteProvider: 'A shelter' };
        const input = { caseId, category: 'SAFE_HOUSE', urgency: 'ROUTINE', needId: need.id, receiver };
        done(await actor<{ id: string }>('referral', 'id')(manager, 'makeReferral', input));
      } else {
        const decide = actor<{ id: string }>('serviceNeed', 'id');
        const input = { id: need.id, expectedVersion: need.version, status: 'DECLINED_BY_SURVIVOR' };
        done(await decide(manager, 'decideServiceNeed', input));
      }
      const { data } = await manager.query('query ($id: ID!) { serviceSession(id: $id) { status endReason } }', {
        id: session.id,
      });
      expect([end, data.serviceSession]).toEqual([end, { status: 'CANCELLED', endReason: 'SERVICE_ENDED' }]);
    }
  });
});

describe.each([
  ['voidServiceSession', 'serviceSessionId', (of: object) => actSession(clinic, 'recordServiceSession', { of })],
  [
    'voidServiceDelivery',
    'serviceDeliveryId',
    (of: object) =>
      actDelivery(clinic, 'recordServiceDelivery', { of, serviceType: 'COUNSELLING', result: 'PROVIDED' }),
  ],
] as const)('%s', (action, slot, record) => {
  const actVoiding = actor<{ id: string; version: number }>('voiding', 'id version');
  const given = async (): Promise<{ id: string; referralId: string }> => {
    const { id: referralId } = await accepted(world);
    return { referralId, id: done<{ id: string }>(await record({ referralId })).id };
  };
  const takeOut = (client: Client, id: string) =>
    actVoiding(client, action, { [slot]: id, expectedVersion: 1, reason: 'Of somebody else.' });

  test('by the provider that recorded it; use and access follow', async () => {
    const { id, referralId } = await given();
    expect((await seen(manager, referralId)).need?.usedAt).not.toBeNull();
    expect(told(await takeOut(manager, id))).toEqual(['RECEIVER_ANSWERS']);
    for (const name of ['field-worker-2', 'case-manager-2', 'service-provider-2']) {
      const { problems, answer } = await takeOut(await world.as(name, 'za'), id);
      expect([problems[0]?.code ?? answer.errors[0]?.extensions.code]).toEqual(['NOT_FOUND']);
    }
    const voiding = done(await takeOut(clinic, id));
    const without = await seen(manager, referralId);
    expect([without.sessions, without.deliveries]).toEqual([[], []]);
    expect(without.need).toMatchObject({ usedAt: null, useBasis: null });
    expect(told(await takeOut(clinic, id))[0]).toMatch(/^V/);
    const restore = { id: voiding.id, expectedVersion: voiding.version, reason: 'It was hers.' };
    // The case's own supervisor does not put back what the provider took out of its own record.
    expect(told(await actVoiding(supervisor, 'restoreRecord', restore))).toEqual(['NOT_FOUND id']);
    const lawyers = await world.as('service-provider-2', 'za');
    expect(told(await actVoiding(lawyers, 'restoreRecord', restore))).toEqual(['NOT_FOUND id']);
    done(await actVoiding(clinic, 'restoreRecord', restore));
    const again = await seen(manager, referralId);
    expect([...again.sessions, ...again.deliveries]).toHaveLength(1);
    expect(again.need?.usedAt).not.toBeNull();
  });
});

describe('sessions of which nothing was recorded', () => {
  /** As if these days had passed since. */
  const pass = (id: string, by: number): Promise<unknown> =>
    adminRows(
      world.database,
      `UPDATE za.service_session SET planned_at = planned_at - make_interval(days => $2) WHERE id = $1`,
      [uuidOf(id), by],
    );
  const tellUnrecorded = (): Promise<number | null> => sweepNow(world, 'za', 'tellUnrecordedSessions');

  test('are told once to who planned them, when their day has passed', async () => {
    await tellUnrecorded();
    const { id } = await accepted(world);
    const session = await planned(clinic, { referralId: id }, days(2));
    expect(await tellUnrecorded()).toBe(0);
    await pass(session.id, 2);
    expect(await tellUnrecorded()).toBe(0);
    await pass(session.id, 1);
    const before = await noticesOf(clinic);
    expect([await tellUnrecorded(), await tellUnrecorded()]).toEqual([1, 0]);
    expect((await noticesOf(clinic)).length).toBe(before.length + 1);
    // Nobody who records it is told that somebody was faster.
    expect(done(await stepOf(clinic, 'recordSessionAttended', session)).status).toBe('ATTENDED');
  });

  test('are told to who has the case, where its organisation meets the need itself', async () => {
    const { caseId } = await world.newCase('za', { anonymous: true });
    const need = await recorded(manager, caseId, { status: 'PROVIDED_HERE', servedAt: days(-1) });
    const session = await planned(manager, { needId: need.id }, days(1));
    await pass(session.id, 2);
    expect(await tellUnrecorded()).toBe(1);
    expect(await noticesOf(worker, caseId)).toEqual(['SESSION_UNRECORDED']);
    expect(await noticesOf(manager, caseId)).toEqual([]);
  });
});

describe('the moment that still counts', () => {
  const plusSeconds = (at: string, seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();

  test.each([
    ['when the service is due', 0, 'SESSION_OFFERED'],
    ['a second later', 1, null],
  ] as const)('a first session for %s', async (_, seconds, accessBasis) => {
    const { id } = await accepted(world);
    const { data } = await clinic.query('query ($id: ID!) { referral(id: $id) { serviceDueAt } }', { id });
    await planned(clinic, { referralId: id }, plusSeconds(data.referral.serviceDueAt as string, seconds));
    expect((await seen(manager, id)).need).toMatchObject({ accessBasis });
  });

  test.each([
    ['72 hours after the incident', 0, 'SERVICE_GIVEN'],
    ['a second later', 1, null],
  ] as const)('a first dose %s', async (_, seconds, useBasis) => {
    const { caseId, incidentId } = await world.newCase('za', { anonymous: true });
    const detail = { occurredOn: '2026-03-03', occurredHour: 9 };
    done(await actor('incident', 'id')(manager, 'updateIncident', { id: incidentId, expectedVersion: 1, detail }));
    const receiver = { remoteProvider: 'A clinic' };
    const input = { caseId, category: 'HEALTH', urgency: 'ROUTINE', serviceType: 'PEP', receiver };
    const { id } = done(await refer(manager, 'makeReferral', input));
    const givenAt = plusSeconds('2026-03-06T09:00:00+02:00', seconds);
    const dose = { of: { referralId: id }, serviceType: 'PEP', result: 'PROVIDED', givenAt };
    done(await actDelivery(manager, 'recordServiceDelivery', dose));
    expect((await seen(manager, id)).need).toMatchObject({ accessBasis: 'SEEN', useBasis });
  });
});
