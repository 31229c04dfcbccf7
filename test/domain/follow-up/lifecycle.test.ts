/** The lifecycle of a follow-up: every step that its table has, and none that it has not. */
import { followUpLifecycle } from '../../../src/domain/casework/follow-up/follow-up.lifecycle';
import { FollowUpStatus } from '../../../src/domain/casework/follow-up/follow-up.codes';
import '../../../src/domain/all';
import type { Client } from '../../support/app';
import { openWorld } from '../../support/outside';
import { done, told } from '../acting';
import type { World } from '../world';
import { inDays, planned, recorded, step, type FollowUpShown } from './acts';

let world: World;
let worker: Client;
let manager: Client;
beforeAll(async () => {
  world = await openWorld();
  [worker, manager] = [await world.as('field-worker', 'za'), await world.as('case-manager', 'za')];
});
afterAll(() => world.close());

test('every status is in it, all can be reached, and it ends when it is done, tried or cancelled', () => {
  expect([...followUpLifecycle.states].sort()).toEqual([...FollowUpStatus.codes].sort());
  expect(followUpLifecycle.unreachable).toEqual([]);
  expect([...followUpLifecycle.initial].sort()).toEqual(['DONE', 'NOT_REACHED', 'PLANNED']);
  expect([...followUpLifecycle.terminal].sort()).toEqual(['CANCELLED', 'DONE', 'NOT_REACHED']);
});

/** One of each state, each of a case of its own. */
const inState: Readonly<Record<string, () => Promise<FollowUpShown>>> = {
  PLANNED: async () => planned(worker, (await world.newCase()).caseId),
  DONE: async () => recorded(worker, (await world.newCase()).caseId),
  NOT_REACHED: async () => recorded(worker, (await world.newCase()).caseId, { outcome: 'NO_CONTACT' }),
  CANCELLED: async () =>
    done(await step(worker, 'cancelFollowUp', await inState.PLANNED!(), { cancelledReason: 'NO_LONGER_NEEDED' })),
};

const inputs = (): Readonly<Record<string, object>> => ({
  completeFollowUp: { outcome: 'SUPPORTED' },
  recordFollowUpNotReached: {},
  moveFollowUp: { dueAt: inDays(5), movedReason: 'SURVIVOR_ASKED' },
  assignFollowUp: { responsibleId: world.account.za.supervisor },
  cancelFollowUp: { cancelledReason: 'OTHER' },
  updateFollowUp: { type: 'REVIEW' },
});

const leads: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PLANNED: {
    completeFollowUp: 'DONE',
    recordFollowUpNotReached: 'NOT_REACHED',
    moveFollowUp: 'PLANNED',
    assignFollowUp: 'PLANNED',
    cancelFollowUp: 'CANCELLED',
    updateFollowUp: 'PLANNED',
  },
  DONE: { updateFollowUp: 'DONE' },
  NOT_REACHED: { updateFollowUp: 'NOT_REACHED' },
  CANCELLED: {},
};

test.each(FollowUpStatus.codes.flatMap((from) => Object.keys(leads.PLANNED!).map((action) => [from, action] as const)))(
  'from %s, %s',
  async (from, action) => {
    const record = await inState[from]!();
    expect(record.status).toBe(from);
    const acted = await step(manager, action, record, inputs()[action]);
    const to = leads[from]![action];
    if (to) expect(done(acted).status).toBe(to);
    else {
      expect(told(acted)).toEqual(['ILLEGAL_STEP']);
      const allowed = Object.keys(leads[from]!);
      expect([...(acted.problems[0]?.allowed ?? [])].sort()).toEqual(allowed.sort());
    }
  },
);

test('nobody is told of a step that only follows from something else', () => {
  expect(followUpLifecycle.allowed('PLANNED')).toEqual(
    expect.not.arrayContaining(['withdrawConsent', 'the closure of the case']),
  );
});
