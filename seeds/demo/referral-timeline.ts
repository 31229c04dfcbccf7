/** What has become of a referral, and when. */
import type { CaseStatus } from '../../src/domain/casework/case/case.codes';
import type { ReferralStatus } from '../../src/domain/casework/referral/referral.codes';
import { between, DAY, END, fit, HOUR, later, officeTime } from './calendar';
import type { Timeline } from './case-timeline';
import { Deck, type Weights } from './random';
import type { Story } from './story';

export interface ReferralTimes {
  readonly status: ReferralStatus;
  readonly requestedAt: number;
  /** Until when the case could be referred. */
  readonly until: number;
  readonly respondedAt?: number;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly appointmentAt?: number;
  readonly changes: number;
  readonly changedAt: number;
}

/** Of a clinic that many are sent to, of another provider, or of one outside the system, for whom the sender records what came of it. */
export type Receiver = 'busy' | 'other' | 'remote';

type Counts = Weights<ReferralStatus>;

const inOpenCase: Readonly<Record<Receiver, Counts>> = {
  busy: { REQUESTED: 4, ACCEPTED: 3, IN_SERVICE: 4, COMPLETED: 3, REJECTED: 1, NO_SHOW: 1 },
  other: {
    DRAFT: 2,
    REQUESTED: 4,
    ACCEPTED: 3,
    IN_SERVICE: 4,
    COMPLETED: 8,
    REJECTED: 2,
    EXPIRED: 1,
    CANCELLED: 1,
    REVOKED: 1,
    NO_SHOW: 1,
    RETURNED: 1,
  },
  remote: { REQUESTED: 3, COMPLETED: 4, NO_SHOW: 1, REJECTED: 1, CANCELLED: 1 },
};
const inClosedCase: Readonly<Record<Receiver, Counts>> = {
  busy: { COMPLETED: 16, REJECTED: 1, EXPIRED: 1, CANCELLED: 1, REVOKED: 1, NO_SHOW: 2, RETURNED: 1 },
  other: { COMPLETED: 16, REJECTED: 2, EXPIRED: 1, CANCELLED: 1, REVOKED: 1, NO_SHOW: 2, RETURNED: 1 },
  remote: { COMPLETED: 6, NO_SHOW: 2, REJECTED: 1, CANCELLED: 1 },
};
const inWithdrawnCase: Counts = { REVOKED: 2, COMPLETED: 1 };

export function drawReferralStatus(story: Story, status: CaseStatus, receiver: Receiver): ReferralStatus {
  const closed = status === 'CLOSED' || status === 'CLOSURE_REQUESTED';
  const withdrawn = status === 'WITHDRAWN';
  const over = closed || withdrawn;
  const counts = withdrawn && receiver !== 'remote' ? inWithdrawnCase : (over ? inClosedCase : inOpenCase)[receiver];
  const name = `referrals of ${withdrawn ? 'withdrawn' : over ? 'closed' : 'open'} cases to ${receiver}`;
  return story.deck<ReferralStatus>(name, () => Deck.of<ReferralStatus>(story.random, counts)).draw();
}

/** The days within which a referral that is still open was made: those that wait longest are in service. */
const openDays: Counts = { DRAFT: 10, REQUESTED: 9, ACCEPTED: 20, IN_SERVICE: 45 };

const EXPIRY_DAYS = 14;

export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * Within which times the case can be referred: while it is registered, and before closure was asked for or the case
 * was to be handed over.
 */
export function referable({ at, endedAt }: Timeline): Span | undefined {
  const from = at.reopened ?? at.registered;
  if (from === undefined || at.foundDuplicate !== undefined) return undefined;
  const asked = at.reopened === undefined && at.sentBack === undefined ? at.closureRequested : undefined;
  return { from, until: asked ?? at.transferred ?? endedAt };
}

export function referralTimes(story: Story, status: ReferralStatus, from: number, until: number): ReferralTimes {
  const { random } = story;
  const open = openDays[status];
  const earliest = open === undefined ? from : Math.max(from, until - open * DAY);
  const latest = Math.max(earliest, Math.min(until - 2 * HOUR, open === undefined ? earliest + 40 * DAY : until));
  const requestedAt = between(random, earliest + (latest - earliest) * 0.02, latest);
  const steps = stepsOf(story, status, requestedAt);
  const [first, second, third] = fit(requestedAt, steps, until);
  const changedAt = third ?? second ?? first ?? requestedAt;
  const times = { status, requestedAt, until, changes: steps.length, changedAt };
  switch (status) {
    case 'DRAFT':
    case 'REQUESTED':
      return times;
    case 'EXPIRED':
    case 'CANCELLED':
      return { ...times, endedAt: first };
    case 'REJECTED':
      return { ...times, respondedAt: first, endedAt: first };
    case 'ACCEPTED':
      return { ...times, respondedAt: first, ...awaited(story, appointment(story, first)) };
    case 'IN_SERVICE':
    case 'COMPLETED':
      return {
        ...times,
        respondedAt: first,
        startedAt: second,
        ...(third !== undefined && { endedAt: third }),
        ...appointment(story, second),
      };
    default:
      return { ...times, respondedAt: first, endedAt: second, ...appointment(story, second) };
  }
}

/** When each step after the request was taken, before it is known how much time there is. */
function stepsOf({ random }: Story, status: ReferralStatus, requestedAt: number): number[] {
  if (status === 'DRAFT' || status === 'REQUESTED') return [];
  if (status === 'EXPIRED') return [requestedAt + EXPIRY_DAYS * DAY];
  const answered = later(random, requestedAt, 0, 4);
  if (status === 'CANCELLED' || status === 'REJECTED' || status === 'ACCEPTED') return [answered];
  const second = later(random, answered, 0, 10);
  return status === 'COMPLETED' ? [answered, second, later(random, second, 1, 35)] : [answered, second];
}

const appointment = ({ random }: Story, at: number | undefined): { appointmentAt?: number } =>
  at !== undefined && random.chance(0.6) ? { appointmentAt: at } : {};

/** Of what is accepted and not begun some is due in the days to come, and some was due already. */
function awaited(story: Story, { appointmentAt: agreedAt }: { appointmentAt?: number }): { appointmentAt?: number } {
  if (agreedAt === undefined) return {};
  const random = story.apart('appointments');
  const isAhead = story.count('appointments') % 2 === 0;
  const day = isAhead ? END + random.int(2, 10) * DAY : between(random, agreedAt, Math.max(agreedAt, END - DAY));
  return { appointmentAt: officeTime(random, day) };
}
