/** What was planned and is not done in its time: whoever sees to it is told, once. */
import { sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { open } from '../case/case.lifecycle';
import { hasCase } from '../colleague/colleague.holding';
import { overseers, tell } from '../notice/notice.sending';
import { PlannedAction } from './planned-action.entity';

sweep({
  name: 'remindOfPlans',
  label: { en: 'reminder of what is planned and overdue', pt: 'lembrete do que está planeado e em atraso' },
  description: 'tells whoever sees to something planned, once, that its day is over',
  writes: [],
  run: remind,
});

/** Of a case that is closed nothing is overdue. What is being worked on just now is left for the next time. */
async function remind(work: Work): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT a.id FROM planned_action a JOIN "case" c ON c.id = a.case_id
    WHERE a.status = 'PLANNED' AND a.overdue_told_at IS NULL AND a.due_on < ${work.day()} AND a.voided_at IS NULL
      AND c.status = ANY(${open}) AND c.closed_off_at IS NULL
    ORDER BY a.due_on, a.id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE OF a SKIP LOCKED`);
  if (due.length === 0) return 0;
  const actions = await work.find(PlannedAction, { id: due.map(({ id }) => id) }, true);
  const cases = await work.find(Case, { id: actions.map(({ caseId }) => caseId) });
  for (const record of cases) await remindOf(work, record, actions);
  // The version stays: nobody who changes the action is told that somebody was faster.
  work.write(sql`
    UPDATE planned_action SET overdue_told_at = now() WHERE id = ANY(${actions.map(({ id }) => id)}::uuid[])`);
  return actions.length;
}

/** One notice for each, however much of a case is overdue. */
async function remindOf(work: Work, record: Case, actions: readonly PlannedAction[]): Promise<void> {
  const told = new Set<string | null>();
  for (const one of actions.filter(({ caseId }) => caseId === record.id))
    for (const id of await peopleOf(work, record, one)) told.add(id);
  await tell(work, 'PLAN_OVERDUE', [...told], record);
}

/** Who sees to it; where they have the case no longer, or nobody was named, who has it; else who supervises. */
async function peopleOf(
  work: Work,
  record: Case,
  { responsibleId }: PlannedAction,
): Promise<readonly (string | null)[]> {
  for (const id of [responsibleId, record.ownerId]) {
    const [colleague] = id === null ? [] : await work.find(StaffMember, { id });
    if (colleague && (await hasCase(work, record.id, colleague))) return [colleague.id];
  }
  return overseers(work, record);
}
