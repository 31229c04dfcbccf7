/** Follow-ups of a case: what was done, tried and cancelled, what is planned, and what is due though nobody planned it. */
import { CaseActivity } from '../../src/domain/casework/case/case-activity.entity';
import type { Case } from '../../src/domain/casework/case/case.entity';
import { open } from '../../src/domain/casework/case/case.lifecycle';
import { FollowUp } from '../../src/domain/casework/follow-up/follow-up.entity';
import {
  contacts,
  type FollowUpType,
  safeFor,
  type FollowUpOutcome,
} from '../../src/domain/casework/follow-up/follow-up.codes';
import type { FollowUpCancelledReason } from '../../src/domain/casework/follow-up/follow-up-reason.codes';
import type { SurvivorFeedback } from '../../src/domain/casework/referral/referral.codes';
import { made, type Row } from './batch';
import { between, DAY, END, HOUR, instant, later } from './calendar';
import type { Timeline } from './case-timeline';
import { addDue } from './follow-up-due';
import { addNote } from './note';
import type { Person } from './person';
import type { Weights } from './random';
import { answered } from './referral-record';
import type { Story } from './story';

const outcomes: Weights<Exclude<FollowUpOutcome, 'NO_CONTACT'>> = {
  SUPPORTED: 34,
  SAFE: 22,
  NEEDS_FOUND: 12,
  REFERRED: 8,
  PLAN_CHANGED: 7,
  POSTPONED: 5,
  NOT_SAFE: 4,
  COULD_NOT_TALK: 4,
  DECLINED: 2,
  OTHER: 2,
};
const types: Weights<FollowUpType> = {
  PHONE_CALL: 30,
  HOME_VISIT: 18,
  OFFICE_MEETING: 22,
  MESSAGE: 10,
  ACCOMPANIMENT: 8,
  REVIEW: 6,
  POLICE_VISIT: 4,
  COURT_ATTENDANCE: 2,
};
const feedbacks: Weights<SurvivorFeedback> = { SATISFIED: 72, PARTLY: 20, NOT: 8 };
const dropped: Weights<FollowUpCancelledReason> = { NO_LONGER_NEEDED: 60, NOT_SAFE: 25, OTHER: 15 };

interface Followed {
  readonly row: Row<Case>;
  readonly person: Person | null;
  readonly timeline: Timeline;
}

/** All of it is told beside, so that nothing else is told otherwise for it. */
export function addFollowUps(story: Story, of: Followed): void {
  const { at } = of.timeline;
  if (at.registered === undefined || at.foundDuplicate !== undefined) return;
  const beside = story.beside('follow-ups');
  const done = addDone(beside, of);
  const isOpen = open.includes(of.row.status);
  if (isOpen) addPlanned(beside, of, done.at(-1));
  else if (of.row.status !== 'DUPLICATE' && (beside.random.chance(0.5) || of.row.endedByConsentId))
    addEnded(beside, of);
  const heard = addFeedback(beside, story, of);
  if (isOpen) addDue(beside, story, of.row, [...done, ...heard]);
  showOnCase(beside, of.row);
  story.batch.join(beside.batch);
}

/** What contacts nobody who did not agree to it, nor in another way than the safe one. */
function drawType({ random }: Story, { person }: Followed): FollowUpType {
  const type = random.weighted(types);
  if (!contacts.includes(type)) return type;
  const { agreed = false, method = null } = person?.contact ?? {};
  return agreed && method && safeFor[type]?.includes(method) ? type : 'OFFICE_MEETING';
}

const nothing = {
  dueAt: null,
  doneAt: null,
  outcome: null,
  survivorGotInTouch: false,
  referralId: null,
  feedback: null,
  previousId: null,
  movedReason: null,
  cancelledReason: null,
  endedByConsentId: null,
  overdueToldAt: null,
  overseersToldAt: null,
  voidedAt: null,
};

type ToldFollowUp = Partial<Row<FollowUp>> & Pick<Row<FollowUp>, 'type' | 'status'>;

/** @param madeAt when it was planned, or recorded */
function add(story: Story, { row }: Followed, told: ToldFollowUp, madeAt: number, changedAt?: number): Row<FollowUp> {
  const { random, batch, world } = story;
  const changes = changedAt === undefined ? 0 : 1;
  const followUp = batch.add(FollowUp, {
    caseId: row.id,
    responsibleId: row.ownerId,
    ...nothing,
    ...told,
    ...made(random, madeAt, row.ownerId, changes, changedAt),
  });
  if (told.status === 'DONE' && row.ownerId && random.chance(0.35)) {
    const by = { id: row.ownerId };
    addNote(story, row, by, changedAt ?? madeAt, 'NOTE', random.pick(world.text.caseNotes), null, followUp.id);
  }
  return followUp;
}

/** About as often as the risk asks for, in the first months; the last was planned with the one before. */
function addDone(story: Story, of: Followed): Row<FollowUp>[] {
  const { random } = story;
  const { at, endedAt } = of.timeline;
  const from = at.registered as number;
  const apart = { HIGH: [2, 9], MEDIUM: [5, 21], LOW: [14, 40] } as const;
  const [least, most] = apart[of.row.riskLevel ?? 'MEDIUM'];
  const until = Math.min(endedAt, END) - HOUR;
  const told: Row<FollowUp>[] = [];
  let last = from;
  for (let nth = random.int(0, at.followedUp === undefined ? 2 : 5); nth > 0; nth--) {
    const when = later(random, last, least, most);
    if (when >= until) break;
    told.push(addOne(story, of, when, last, told.at(-1)));
    last = when;
  }
  return told;
}

function addOne(story: Story, of: Followed, when: number, last: number, before?: Row<FollowUp>): Row<FollowUp> {
  const { random } = story;
  const type = drawType(story, of);
  const isMissed = contacts.includes(type) && random.chance(0.2);
  const outcome = isMissed ? 'NO_CONTACT' : random.weighted(outcomes);
  const done = { type, status: isMissed ? 'NOT_REACHED' : 'DONE', outcome, doneAt: instant(when) } as const;
  if (!before || random.chance(0.4)) return add(story, of, done, when);
  const dueAt = instant(when - random.int(-20, 30) * HOUR);
  const moved = random.chance(0.15) ? ('SURVIVOR_ASKED' as const) : null;
  return add(story, of, { ...done, dueAt, previousId: before.id, movedReason: moved }, last, when);
}

/** Of most open cases the next is planned: for the days to come, or overdue. */
function addPlanned(story: Story, of: Followed, last: Row<FollowUp> | undefined): void {
  const { random } = story;
  if (!random.chance(0.7)) return;
  const from = Math.max(of.timeline.at.registered as number, Date.parse(last?.doneAt ?? of.row.openedAt));
  const isLate = random.chance(0.25);
  const dueAt = isLate ? between(random, Math.max(from, END - 9 * DAY), END) : END + random.int(1, 14 * 24) * HOUR;
  const told = {
    overdueToldAt: dueAt < END - HOUR ? instant(dueAt + HOUR) : null,
    overseersToldAt: dueAt < END - 26 * HOUR ? instant(dueAt + 25 * HOUR) : null,
  };
  const previousId = last?.doneAt && !isChained(story, last) ? last.id : null;
  add(story, of, { type: drawType(story, of), status: 'PLANNED', dueAt: instant(dueAt), previousId, ...told }, from);
  if (random.chance(0.15)) addDropped(story, of, from);
}

const isChained = ({ batch }: Story, { id }: Row<FollowUp>): boolean =>
  batch.of(FollowUp).some(({ previousId }) => previousId === id);

function addDropped(story: Story, of: Followed, from: number): void {
  const { random } = story;
  const at = between(random, from, END);
  const cancelledReason = random.weighted(dropped);
  const dueAt = instant(at + random.int(1, 9) * DAY);
  add(story, of, { type: drawType(story, of), status: 'CANCELLED', dueAt, cancelledReason }, from, at);
}

/** What was planned when the work ended was cancelled with it. */
function addEnded(story: Story, of: Followed): void {
  const { at, endedAt } = of.timeline;
  const from = Math.max(at.registered as number, endedAt - 10 * DAY);
  const dueAt = instant(endedAt + story.random.int(1, 9) * DAY);
  add(
    story,
    of,
    {
      ...{ type: drawType(story, of), status: 'CANCELLED', dueAt, cancelledReason: 'CASE_ENDED' },
      endedByConsentId: of.row.endedByConsentId,
    },
    from,
    endedAt,
  );
}

/** What the survivor says of a service is heard by who referred them. */
function addFeedback(beside: Story, { batch }: Story, of: Followed): Row<FollowUp>[] {
  const { random } = beside;
  const isOver = of.timeline.at.closed !== undefined || of.timeline.at.withdrawn !== undefined;
  const heard: Row<FollowUp>[] = [];
  for (const referral of answered(batch, of.row.id)) {
    const at = later(random, Date.parse(referral.endedAt as string), 1, 12);
    if (at >= (isOver ? of.timeline.endedAt : END) || !random.chance(0.6)) continue;
    const said = { referralId: referral.id, feedback: random.weighted(feedbacks), doneAt: instant(at) };
    const told = { ...said, type: drawType(beside, of), status: 'DONE', outcome: 'SUPPORTED' } as const;
    heard.push(add(beside, of, told, at));
  }
  return heard;
}

/** The case shows when something below it was made last. */
function showOnCase({ batch, random }: Story, row: Row<Case>): void {
  for (const { createdAt, createdById: byId } of batch.of(FollowUp)) {
    batch.add(CaseActivity, {
      caseId: row.id,
      kind: 'FOLLOW_UP_ADDED',
      byId,
      ...made(random, Date.parse(createdAt), byId),
    });
    if (createdAt > row.updatedAt) Object.assign(row, { updatedAt: createdAt });
  }
}
