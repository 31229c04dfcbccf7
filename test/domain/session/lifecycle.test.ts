/** The lifecycle of a session: every step that its table has, none that it has not, and each guard refused once. */
import '../../../src/domain/all';
import { ServiceSessionStatus } from '../../../src/domain/casework/session/service-session.codes';
import { sessionLifecycle } from '../../../src/domain/casework/session/service-session.lifecycle';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done, told, warned } from '../acting';
import { step as stepReferral } from '../referral/acts';
import type { World } from '../world';
import { accepted, actSession, days, planned, seen, stepOf, type SessionShown } from './acts';

let world: World;
let manager: Client;
let clinic: Client;
beforeAll(async () => {
  world = await openWorld();
  [manager, clinic] = [await world.as('case-manager', 'za'), await world.as('service-provider', 'za')];
});
afterAll(() => world.close());

test('every status is in it, all can be reached, and what was held or missed by mistake is put right', () => {
  expect([...sessionLifecycle.states].sort()).toEqual([...ServiceSessionStatus.codes].sort());
  expect(sessionLifecycle.unreachable).toEqual([]);
  expect([...sessionLifecycle.initial].sort()).toEqual(['ATTENDED', 'PLANNED']);
  expect([...sessionLifecycle.terminal].sort()).toEqual(['CANCELLED', 'MOVED']);
});

const moved = (): object => ({ plannedAt: days(5), endReason: 'SURVIVOR_ASKED' });
const inputs: Readonly<Record<string, () => object>> = {
  recordSessionAttended: () => ({}),
  recordSessionNoShow: () => ({}),
  moveServiceSession: moved,
  cancelServiceSession: () => ({ endReason: 'NO_TRANSPORT' }),
  updateServiceSession: () => ({ mode: 'VIDEO' }),
};

const plan = async (): Promise<SessionShown> => planned(clinic, { referralId: (await accepted(world)).id }, days(1));
const after = async (action: string): Promise<SessionShown> =>
  done(await stepOf(clinic, action, await plan(), inputs[action]!()));

const inState: Readonly<Record<string, () => Promise<SessionShown>>> = {
  PLANNED: plan,
  ATTENDED: () => after('recordSessionAttended'),
  NO_SHOW: () => after('recordSessionNoShow'),
  MOVED: () => after('moveServiceSession'),
  CANCELLED: () => after('cancelServiceSession'),
};

const leads: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PLANNED: {
    recordSessionAttended: 'ATTENDED',
    recordSessionNoShow: 'NO_SHOW',
    moveServiceSession: 'MOVED',
    cancelServiceSession: 'CANCELLED',
    updateServiceSession: 'PLANNED',
  },
  ATTENDED: { recordSessionNoShow: 'NO_SHOW', updateServiceSession: 'ATTENDED' },
  NO_SHOW: { recordSessionAttended: 'ATTENDED', updateServiceSession: 'NO_SHOW' },
  MOVED: {},
  CANCELLED: {},
};

test.each(ServiceSessionStatus.codes.flatMap((from) => Object.keys(inputs).map((action) => [from, action] as const)))(
  'from %s, %s',
  async (from, action) => {
    const session = await inState[from]!();
    expect(session.status).toBe(from);
    const acted = await stepOf(clinic, action, session, inputs[action]!());
    const to = leads[from]![action];
    if (to) expect(done(acted).status).toBe(to);
    else {
      expect(told(acted)).toEqual(['ILLEGAL_STEP']);
      expect([...(acted.problems[0]?.allowed ?? [])].sort()).toEqual(Object.keys(leads[from]!).sort());
    }
  },
);

test('who did not come before the time is warned about, and recorded all the same', async () => {
  const of = { referralId: (await accepted(world)).id };
  const early = await stepOf(clinic, 'recordSessionNoShow', await planned(clinic, of, days(1)));
  expect([done(early).status, warned(early)]).toEqual(['NO_SHOW', ['UNLIKELY ']]);
  const past = await stepOf(clinic, 'recordSessionNoShow', await planned(clinic, of, days(-1)));
  expect([done(past).status, warned(past)]).toEqual(['NO_SHOW', []]);
});

describe('the guards', () => {
  test('nothing is planned or recorded where the service does not run, but what was is put right', async () => {
    const referral = await accepted(world);
    const of = { referralId: referral.id };
    const [missed, held] = [await planned(clinic, of, days(1)), await planned(clinic, of, days(2))];
    const attended = done(await stepOf(clinic, 'recordSessionAttended', held));
    done(await stepOf(clinic, 'recordSessionNoShow', missed));
    const { version } = await seen(clinic, referral.id);
    done(await stepReferral(clinic, 'returnReferral', { ...referral, version }, { rejectedReason: 'OTHER' }));
    for (const acted of [
      await actSession(clinic, 'planServiceSession', { of, plannedAt: days(3) }),
      await actSession(clinic, 'recordServiceSession', { of }),
      await stepOf(clinic, 'recordSessionNoShow', attended, { nextSession: { plannedAt: days(3) } }),
    ])
      expect(told(acted)).toEqual(['SERVICE_NOT_RUNNING']);
    expect(done(await stepOf(clinic, 'recordSessionNoShow', attended)).status).toBe('NO_SHOW');
  });

  test('whoever has the case records nothing for a provider that does so itself', async () => {
    const { id } = await accepted(world);
    const of = { referralId: id };
    const session = await planned(clinic, of, days(1));
    for (const [action, input] of Object.entries(inputs))
      expect([action, told(await stepOf(manager, action, session, input()))]).toEqual([action, ['RECEIVER_ANSWERS']]);
    for (const [action, more] of [
      ['planServiceSession', { plannedAt: days(2) }],
      ['recordServiceSession', {}],
    ] as const)
      expect(told(await actSession(manager, action, { of, ...more }))).toEqual(['RECEIVER_ANSWERS']);
    expect((await seen(manager, id)).sessions).toHaveLength(1);
  });

  test('a time that cannot be is refused, with what is wrong with it', async () => {
    const { id } = await accepted(world);
    const of = { referralId: id };
    for (const plannedAt of [days(-8), days(367)])
      expect(told(await actSession(clinic, 'planServiceSession', { of, plannedAt }))).toEqual([
        'INVALID_INPUT plannedAt',
      ]);
    for (const plannedAt of [days(-6), days(365)])
      expect(told(await actSession(clinic, 'planServiceSession', { of, plannedAt }))).toEqual([]);
    expect(told(await actSession(clinic, 'recordServiceSession', { of, heldAt: days(2) }))).toEqual([
      'INVALID_INPUT heldAt',
    ]);
    const session = await planned(clinic, of, days(3));
    expect(told(await stepOf(clinic, 'updateServiceSession', session, { heldAt: days(0) }))).toEqual([
      'INVALID_INPUT heldAt',
    ]);
    expect(
      told(await actSession(clinic, 'planServiceSession', { of, plannedAt: days(4), insteadOfId: session.id })),
    ).toEqual(['INVALID_INPUT insteadOfId']);
  });
});

test('of twenty who record one session exactly one does', async () => {
  const session = await plan();
  const acted = await Promise.all(Array.from({ length: 20 }, () => stepOf(clinic, 'recordSessionAttended', session)));
  expect(acted.filter(({ record }) => record !== null)).toHaveLength(1);
});
