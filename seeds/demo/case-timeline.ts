/** What has become of a case until the end of the demonstration data, and when. */
import type { CaseStatus, WorkflowStage } from '../../src/domain/casework/case/case.codes';
import { DAY, END, fit, HOUR, later } from './calendar';
import { Deck } from './random';
import type { Story } from './story';

/** A step that was taken, and when. */
export type Step =
  | 'registered'
  | 'assessed'
  | 'planned'
  | 'followedUp'
  | 'sentBack'
  | 'closureRequested'
  | 'closed'
  | 'reopened'
  | 'transferred'
  | 'foundDuplicate'
  | 'withdrawn';

export interface Timeline {
  readonly status: CaseStatus;
  readonly stage: WorkflowStage;
  readonly openedAt: number;
  readonly at: Readonly<Partial<Record<Step, number>>>;
  /** How often the case was changed, and when last. */
  readonly changes: number;
  readonly changedAt: number;
  /** Until when something can have happened in the case. */
  readonly endedAt: number;
}

/** Newer cases are at their beginning, older ones mostly closed. */
const recentDays = 75;
const recent = {
  DRAFT: 4,
  REGISTERED: 5,
  ASSESSED: 4,
  ACTION_PLANNED: 4,
  IN_FOLLOW_UP: 5,
  CLOSURE_REQUESTED: 2,
  CLOSED: 1,
};
const older = {
  REGISTERED: 1,
  ASSESSED: 1,
  ACTION_PLANNED: 2,
  IN_FOLLOW_UP: 10,
  CLOSURE_REQUESTED: 2,
  CLOSED: 16,
  REOPENED: 2,
  TRANSFERRED: 2,
  DUPLICATE: 1,
  WITHDRAWN: 1,
};

const days: Readonly<Record<Step, readonly [number, number]>> = {
  registered: [0, 2],
  assessed: [0, 9],
  planned: [1, 14],
  followedUp: [2, 21],
  closureRequested: [15, 160],
  sentBack: [1, 8],
  closed: [1, 12],
  reopened: [8, 90],
  transferred: [2, 60],
  foundDuplicate: [1, 20],
  withdrawn: [3, 60],
};

const assessed: readonly Step[] = ['registered', 'assessed'];
const active: readonly Step[] = [...assessed, 'planned', 'followedUp'];

const paths: Readonly<Record<CaseStatus, readonly Step[]>> = {
  DRAFT: [],
  REGISTERED: ['registered'],
  ASSESSED: assessed,
  ACTION_PLANNED: [...assessed, 'planned'],
  IN_FOLLOW_UP: active,
  CLOSURE_REQUESTED: [...active, 'closureRequested'],
  CLOSED: [...active, 'closureRequested', 'closed'],
  REOPENED: [...active, 'closureRequested', 'closed', 'reopened'],
  TRANSFERRED: [...assessed, 'transferred'],
  DUPLICATE: ['registered', 'foundDuplicate'],
  WITHDRAWN: [...active, 'withdrawn'],
};

const stages: Readonly<Record<CaseStatus, WorkflowStage>> = {
  DRAFT: 'NEW',
  REGISTERED: 'NEW',
  ASSESSED: 'ASSESSMENT',
  ACTION_PLANNED: 'CASE_PLAN',
  IN_FOLLOW_UP: 'SERVICE_PROVISION',
  CLOSURE_REQUESTED: 'SERVICES_IMPLEMENTED',
  CLOSED: 'CLOSED',
  REOPENED: 'REOPENED',
  TRANSFERRED: 'ASSESSMENT',
  DUPLICATE: 'NEW',
  WITHDRAWN: 'SERVICE_PROVISION',
};

/** Statuses after which nothing is done in the case any more. */
const over: ReadonlySet<CaseStatus> = new Set<CaseStatus>(['CLOSED', 'DUPLICATE', 'WITHDRAWN']);

/** What became of a case that was opened then. */
export function drawStatus(story: Story, openedAt: number): CaseStatus {
  const counts = END - openedAt < recentDays * DAY ? recent : older;
  const name = counts === recent ? 'recent cases' : 'older cases';
  return story.deck<CaseStatus>(name, () => Deck.of<CaseStatus>(story.random, counts)).draw();
}

export function timelineOf({ random }: Story, status: CaseStatus, openedAt: number): Timeline {
  const path = [...paths[status]];
  if (status === 'IN_FOLLOW_UP' && random.chance(0.2)) path.push('closureRequested', 'sentBack');
  let last = openedAt;
  const drawn = path.map((step) => (last = later(random, last, ...days[step])));
  const times = fit(openedAt, drawn, END);
  // A transfer that nobody has answered was asked for lately.
  if (status === 'TRANSFERRED')
    times[times.length - 1] = Math.max(times.at(-1) as number, END - random.int(1, 14) * HOUR);
  const at = Object.fromEntries(path.map((step, nth) => [step, times[nth]])) as Timeline['at'];
  const changedAt = times.at(-1) ?? openedAt;
  const endedAt = over.has(status) ? changedAt : END;
  // It is worked on as it stands until the other organisation accepts.
  const stands = status === 'TRANSFERRED' ? 'ASSESSED' : status;
  return { status: stands, stage: stages[status], openedAt, at, changes: path.length, changedAt, endedAt };
}
