/** The lifecycle of an emergency alert: every step that its table has, none that it has not, and each guard refused once. */
import '../../../src/domain/all';
import { AlertStatus } from '../../../src/domain/casework/alert/emergency-alert.codes';
import { alertLifecycle, onCallLifecycle } from '../../../src/domain/casework/alert/emergency-alert.lifecycle';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done, told as problemsOf, type Acted } from '../acting';
import type { World } from '../world';
import { inHours, onShift, plan, raise, seen, send, step, stepOf, type AlertShown, type ResponderShown } from './acts';

let world: World;
let worker: Client;
let other: Client;
let manager: Client;
let supervisor: Client;
let account: Record<string, string>;
beforeAll(async () => {
  world = await openWorld();
  account = world.account.za;
  [worker, other] = [await world.as('field-worker', 'za'), await world.as('field-worker-2', 'za')];
  [manager, supervisor] = [await world.as('case-manager', 'za'), await world.as('supervisor', 'za')];
});
afterAll(() => world.close());

test('every status is in it, all can be reached, and an end is none for ever', () => {
  expect([...alertLifecycle.states].sort()).toEqual([...AlertStatus.codes].sort());
  expect(alertLifecycle.unreachable).toEqual([]);
  expect(alertLifecycle.initial).toEqual(['RAISED']);
  expect(alertLifecycle.terminal).toEqual([]);
  expect(onCallLifecycle.terminal).toEqual(['CANCELLED']);
});

interface Night {
  readonly alert: AlertShown;
  /** The one who was sent. */
  readonly responder?: ResponderShown;
}

const raised = async (): Promise<Night> => ({ alert: done(await raise(worker, world.district.za)) });

async function answered(): Promise<Night> {
  return { alert: done(await step(manager, 'acknowledgeAlert', (await raised()).alert)) };
}

async function sent(): Promise<Night> {
  const { alert } = await answered();
  const responder = done(await send(manager, alert, account['field-worker']!));
  return { alert: responder.alert, responder };
}

async function there(): Promise<Night> {
  const { responder } = await sent();
  const now = done(await stepOf(manager, 'recordAlertArrival', responder!));
  return { alert: now.alert, responder: now };
}

async function over(action: string, more: object = {}): Promise<Night> {
  const { alert, responder } = await there();
  const now = done(await step(manager, action, alert, more));
  const { data } = await manager.query('query ($id: ID!) { alertResponder(id: $id) { id version } }', {
    id: responder!.id,
  });
  return { alert: now, responder: data.alertResponder as ResponderShown };
}

const inState: Readonly<Record<AlertStatus, () => Promise<Night>>> = {
  RAISED: raised,
  ACKNOWLEDGED: answered,
  DISPATCHED: sent,
  ON_SITE: there,
  RESOLVED: () => over('resolveAlert', { responses: ['TRANSPORT'] }),
  FALSE_ALARM: () => over('markAlertFalse'),
  UNREACHABLE: () => over('markAlertUnreachable'),
};

const support = { responses: ['FIRST_LINE_SUPPORT'] };
const ofAlert =
  (action: string, more: () => object = () => ({}), client: () => Client = () => manager) =>
  async ({ alert }: Night): Promise<Acted<AlertShown>> =>
    step(client(), action, alert, more());

const actions: Readonly<Record<string, (night: Night) => Promise<Acted<AlertShown>>>> = {
  acknowledgeAlert: ofAlert('acknowledgeAlert'),
  giveAlertBack: ofAlert('giveAlertBack'),
  handOverAlert: ofAlert('handOverAlert', () => ({ acknowledgerId: account.supervisor })),
  takeAlertOver: ofAlert('takeAlertOver', undefined, () => supervisor),
  reopenAlert: ofAlert('reopenAlert'),
  resolveAlert: ofAlert('resolveAlert', () => support),
  markAlertFalse: ofAlert('markAlertFalse', undefined, () => supervisor),
  markAlertUnreachable: ofAlert('markAlertUnreachable'),
  updateAlert: ofAlert('updateAlert', () => ({ riskLevel: 'LOW' })),
  linkAlert: ofAlert('linkAlert', () => ({ caseId: null })),
  sendToAlert: async ({ alert }) => ofResponder(await send(supervisor, alert, account['field-worker-2']!)),
};

/** What a mutation on a responder makes of the alert. */
const ofResponder = ({ record, ...acted }: Acted<ResponderShown>): Acted<AlertShown> => ({
  ...acted,
  record: record?.alert ?? null,
});

const everywhere = { updateAlert: '', linkAlert: '' };
const ends = { resolveAlert: 'RESOLVED', markAlertFalse: 'FALSE_ALARM', markAlertUnreachable: 'UNREACHABLE' };
const whoAnswers = { handOverAlert: '', takeAlertOver: '', ...everywhere };
/** Where each step leads; nowhere else: `''`. */
const leads: Readonly<Record<AlertStatus, Readonly<Record<string, string>>>> = {
  RAISED: { acknowledgeAlert: 'ACKNOWLEDGED', markAlertFalse: 'FALSE_ALARM', ...everywhere },
  ACKNOWLEDGED: { giveAlertBack: 'RAISED', sendToAlert: 'DISPATCHED', ...ends, ...whoAnswers },
  DISPATCHED: { sendToAlert: '', ...ends, ...whoAnswers },
  ON_SITE: { sendToAlert: '', ...ends, ...whoAnswers },
  RESOLVED: { reopenAlert: 'ACKNOWLEDGED', ...everywhere },
  FALSE_ALARM: { reopenAlert: 'ACKNOWLEDGED', ...everywhere },
  UNREACHABLE: { reopenAlert: 'ACKNOWLEDGED', ...everywhere },
};

test.each(AlertStatus.codes.flatMap((from) => Object.keys(actions).map((action) => [from, action] as const)))(
  'from %s, %s',
  async (from, action) => {
    const night = await inState[from]();
    expect(night.alert.status).toBe(from);
    const acted = await actions[action]!(night);
    const to = leads[from][action];
    if (to !== undefined) expect(done(acted).status).toBe(to || from);
    else expect(problemsOf(acted).map((one) => one.split(' ')[0])).toEqual(['ILLEGAL_STEP']);
  },
);

test('a refusal names what can be done, and only that', async () => {
  const { alert } = await raised();
  const { problems } = await step(manager, 'resolveAlert', alert, support);
  expect(problems).toMatchObject([{ from: 'RAISED', allowed: ['acknowledgeAlert', 'linkAlert', 'updateAlert'] }]);
});

describe('who was sent', () => {
  test('arrives once, is corrected, and leaves: the alert stands where those who are left have it', async () => {
    const { alert, responder } = await sent();
    const second = done(await send(manager, alert, account['field-worker-2']!));
    const here = done(await stepOf(worker, 'recordAlertArrival', responder!, { arrivedAt: inHours(0) }));
    expect(here.alert.status).toBe('ON_SITE');
    expect(problemsOf(await stepOf(worker, 'recordAlertArrival', here))).toEqual(['ALREADY_ARRIVED']);
    const back = done(await stepOf(worker, 'sendBackFromAlert', here));
    expect(back.alert.status).toBe('DISPATCHED');
    expect(problemsOf(await stepOf(manager, 'recordAlertArrival', back))).toEqual(['SENT_BACK']);
    expect(problemsOf(await stepOf(manager, 'sendBackFromAlert', back))).toEqual(['SENT_BACK']);
    const alone = done(await stepOf(other, 'sendBackFromAlert', second));
    expect(alone.alert).toMatchObject({ status: 'ACKNOWLEDGED', arrivedAt: here.arrivedAt });
    const none = done(await send(manager, alert, account['field-worker']!));
    expect(none.alert.status).toBe('DISPATCHED');
  });

  test.each(['RAISED', 'ACKNOWLEDGED'] as const)('nobody arrives while it is %s', async (status) => {
    const { responder, alert } = await sent();
    let now = done(await stepOf(manager, 'sendBackFromAlert', responder!)).alert;
    if (status === 'RAISED') now = done(await step(manager, 'giveAlertBack', now));
    expect([now.status, now.id]).toEqual([status, alert.id]);
    const again = await stepOf(manager, 'recordAlertArrival', { id: responder!.id, version: responder!.version + 1 });
    expect(problemsOf(again)).toEqual(['SENT_BACK']);
  });

  test('nobody arrives at what has ended, and nothing arrives before the call', async () => {
    const { alert, responder } = await sent();
    const early = await stepOf(manager, 'recordAlertArrival', responder!, { arrivedAt: inHours(-3) });
    expect(problemsOf(early)).toEqual(['INVALID_INPUT arrivedAt']);
    expect(problemsOf(await step(manager, 'resolveAlert', alert, { ...support, resolvedAt: inHours(-3) }))).toEqual([
      'INVALID_INPUT resolvedAt',
    ]);
    done(await step(manager, 'markAlertUnreachable', alert));
    const late = { id: responder!.id, version: responder!.version + 1 };
    expect(problemsOf(await stepOf(manager, 'recordAlertArrival', late))).toEqual(['SENT_BACK']);
  });

  test('goes once at a time, and only who can answer is sent', async () => {
    const { alert } = await sent();
    expect(problemsOf(await send(manager, alert, account['field-worker']!))).toEqual(['ALREADY_SENT memberId']);
    expect(problemsOf(await send(manager, alert, account['partner-admin']!))).toEqual(['INVALID_INPUT memberId']);
    expect(problemsOf(await send(manager, alert, account['case-manager-2']!))).toEqual(['NOT_FOUND memberId']);
  });
});

describe('the guards', () => {
  test('who neither answers nor was sent does nothing to it but take it over', async () => {
    // On call, so that the alert is there for them.
    await plan(supervisor, account['field-worker-2']!);
    const { alert } = await answered();
    for (const [action, more] of [
      ['giveAlertBack'],
      ['resolveAlert', support],
      ['markAlertFalse'],
      ['markAlertUnreachable'],
      ['handOverAlert', { acknowledgerId: account['field-worker-2'] }],
      ['updateAlert', { riskLevel: 'LOW' }],
    ] as const)
      expect([action, problemsOf(await step(other, action, alert, more))]).toEqual([action, ['NOT_ANSWERING']]);
    expect(problemsOf(await send(other, alert, account['field-worker-2']!))).toEqual(['NOT_ANSWERING']);
    const taken = done(await step(other, 'takeAlertOver', alert));
    expect(taken.acknowledger).toEqual({ name: 'field-worker-2 za' });
    expect(problemsOf(await step(other, 'takeAlertOver', taken))).toEqual(['ANSWERED_ALREADY']);
  });

  test('before anybody answers, only who raised it or supervises finds it false; and only they say where', async () => {
    const { alert } = await raised();
    expect(problemsOf(await step(manager, 'markAlertFalse', alert))).toEqual(['NOT_ANSWERING']);
    const words = { place: { place: 'Elsewhere.' } };
    expect(problemsOf(await step(manager, 'updateAlert', alert, words))).toEqual(['NOT_ANSWERING']);
    const now = done(await step(worker, 'updateAlert', alert, words));
    expect(done(await step(worker, 'markAlertFalse', now)).status).toBe('FALSE_ALARM');
  });

  test('nobody is helped who was not spoken with', async () => {
    const { alert } = await answered();
    expect(problemsOf(await step(manager, 'resolveAlert', alert, { responses: ['TRANSPORT'] }))).toEqual([
      'NOT_SPOKEN_WITH responses',
    ]);
    expect(problemsOf(await step(manager, 'resolveAlert', alert, { responses: [] }))).toEqual([
      'INVALID_INPUT responses',
    ]);
    const both = { responses: ['FIRST_LINE_SUPPORT', 'TRANSPORT'] };
    expect(done(await step(manager, 'resolveAlert', alert, both)).status).toBe('RESOLVED');
  });

  test('an end is corrected where there is one, and taken back by taking it up again', async () => {
    const { alert } = await answered();
    for (const more of [{ resolvedAt: inHours(0) }, { responses: ['BAIL'] }])
      expect(problemsOf(await step(manager, 'updateAlert', alert, more))).toEqual([
        `INVALID_INPUT ${Object.keys(more)[0]}`,
      ]);
    const ended = done(await step(manager, 'resolveAlert', alert, support));
    expect(problemsOf(await step(manager, 'updateAlert', ended, { resolvedAt: null }))).toEqual([
      'INVALID_INPUT resolvedAt',
    ]);
    const again = done(await step(manager, 'reopenAlert', ended));
    expect(again).toMatchObject({ status: 'ACKNOWLEDGED', resolvedAt: null, responses: [] });
  });

  test('whoever answered it goes on when it is taken up again; where nobody did, who takes it up', async () => {
    const { alert } = await raised();
    const mistaken = done(await step(worker, 'markAlertFalse', alert));
    const again = done(await step(worker, 'reopenAlert', mistaken));
    expect(again).toMatchObject({ status: 'ACKNOWLEDGED', acknowledger: { name: 'field-worker za' } });
    const ended = done(await step(worker, 'resolveAlert', again, support));
    const oncemore = done(await step(supervisor, 'reopenAlert', ended));
    expect(oncemore.acknowledger).toEqual({ name: 'field-worker za' });
  });

  test('a shift that is over stays as it was, and one that is cancelled is not changed', async () => {
    const past = { memberId: account['field-worker'], turn: 'FIRST', startsAt: inHours(-9), endsAt: inHours(-1) };
    expect(problemsOf(await onShift(supervisor, 'planOnCall', past))).toEqual(['SHIFT_OVER']);
    const shift = await plan(supervisor, account['field-worker']!);
    const cancelled = done(await onShift(supervisor, 'cancelOnCall', { id: shift.id, expectedVersion: shift.version }));
    expect(cancelled.status).toBe('CANCELLED');
    const input = { id: shift.id, expectedVersion: cancelled.version };
    for (const action of ['changeOnCall', 'cancelOnCall'])
      expect(problemsOf(await onShift(supervisor, action, input))).toEqual(['ILLEGAL_STEP']);
  });
});

test('of twenty who acknowledge one alert exactly one answers it', async () => {
  const { alert } = await raised();
  const all = Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? manager : supervisor));
  const acted = await Promise.all(all.map((client) => step(client, 'acknowledgeAlert', alert)));
  expect(acted.filter(({ record }) => record !== null)).toHaveLength(1);
  expect((await seen(manager, alert))?.version).toBe(2);
});
