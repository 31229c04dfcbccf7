/** What was planned with survivors, and what came of it. */
import type { Case } from '../../src/domain/casework/case/case.entity';
import { open } from '../../src/domain/casework/case/case.lifecycle';
import { ServiceNeed } from '../../src/domain/casework/need/service-need.entity';
import { Notice } from '../../src/domain/casework/notice/notice.entity';
import { PlanDoer, type PlanKind, type PlannedActionStatus } from '../../src/domain/casework/plan/planned-action.codes';
import { PlannedAction, PlannedActionText } from '../../src/domain/casework/plan/planned-action.entity';
import { made, type Row } from './batch';
import { between, day, DAY, END, instant } from './calendar';
import type { Timeline } from './case-timeline';
import type { Cast } from './case-cast';
import { show } from './need';
import { needWords } from './need-words';
import type { Random } from './random';
import type { Story } from './story';
import type { Colleague } from './world';

const kinds: readonly PlanKind[] = ['SAFETY', 'ACTION', 'ACTION'];
/** Each in its turn; what is still planned is overdue in turn as well. */
const outcomes: readonly PlannedActionStatus[] = ['DONE', 'PLANNED', 'DONE', 'PLANNED', 'DROPPED'];

/** What was agreed when the action plan was made. */
export function addPlan(story: Story, { owner }: Cast, row: Row<Case>, { at, endedAt }: Timeline): void {
  const when = at.planned;
  if (when === undefined) return;
  const random = story.apart('plans');
  const needs = story.batch.of(ServiceNeed).filter(({ caseId }) => caseId === row.id);
  for (const plan of kinds.slice(0, random.int(1, kinds.length))) {
    const need = plan === 'ACTION' && needs.length > 0 ? random.pick(needs) : undefined;
    const outcome = outcomes[story.count('planned') % outcomes.length] ?? 'PLANNED';
    // What is planned is dropped with its case.
    const status = outcome === 'PLANNED' && !open.includes(row.status) ? 'DROPPED' : outcome;
    addAction(story, random, row, owner, { plan, status, needId: need?.id ?? null, when, until: endedAt });
  }
  show(story, random, row, { kind: 'PLAN_CHANGED', by: owner, at: when });
}

interface Planned {
  readonly plan: PlanKind;
  readonly status: PlannedActionStatus;
  readonly needId: string | null;
  readonly when: number;
  readonly until: number;
}

function addAction(
  story: Story,
  random: Random,
  row: Row<Case>,
  by: Colleague,
  { plan, status, needId, when, until }: Planned,
): void {
  const isPlanned = status === 'PLANNED';
  const isOverdue = isPlanned && open.includes(row.status) && when < END - 4 * DAY && story.count('overdue') % 3 === 0;
  const dueAt = isOverdue ? Math.min(when + random.int(1, 20) * DAY, END - 2 * DAY) : END + random.int(1, 30) * DAY;
  const due = isPlanned ? dueAt : when + random.int(2, 30) * DAY;
  const settledAt = between(random, when, Math.max(when, Math.min(due, until)));
  const toldAt = isOverdue ? dueAt + DAY : undefined;
  const { id } = story.batch.add(PlannedAction, {
    caseId: row.id,
    needId,
    plan,
    doer: random.pick(PlanDoer.codes),
    responsibleId: isOverdue || random.chance(0.5) ? by.id : null,
    dueOn: isOverdue || random.chance(0.85) ? day(Math.max(due, when)) : null,
    status,
    doneOn: status === 'DONE' ? day(settledAt) : null,
    overdueToldAt: toldAt === undefined ? null : instant(toldAt),
    voidedAt: null,
    ...made(random, when, by.id, isPlanned ? 0 : 1, settledAt),
  });
  const text = random.pick(needWords[story.world.country.defaultLocale].tasks[plan]);
  const about = { caseId: row.id, dataKeyId: row.dataKeyId, plannedActionId: id, text, voidedAt: null };
  story.batch.add(PlannedActionText, { ...about, ...made(random, when, by.id) });
  if (toldAt !== undefined) addNotice(story, random, row, by, toldAt);
}

function addNotice({ batch }: Story, random: Random, row: Row<Case>, to: Colleague, at: number): void {
  batch.add(Notice, {
    addresseeId: to.id,
    kind: 'PLAN_OVERDUE',
    caseId: row.id,
    displayId: row.displayId,
    alertId: null,
    aboutId: null,
    byId: null,
    readAt: null,
    ...made(random, at, null),
  });
}
