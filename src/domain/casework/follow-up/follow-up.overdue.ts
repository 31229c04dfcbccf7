/** Follow-ups whose time has passed: who has to do them is told once, and their supervisors after a further day. */
import { ident, sql, type Sql } from '../../../base/sql';
import { thingOf, type Constructor } from '../../../model/thing';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import type { NoticeKind } from '../notice/notice.codes';
import { overseers, tell } from '../notice/notice.sending';
import { FollowUpDue } from './follow-up-due.entity';
import { FollowUp } from './follow-up.entity';

interface Overdue {
  readonly id: string;
  readonly caseId: string;
  readonly responsibleId: string | null;
}

/**
 * Marks what is due, of cases that nobody works on just now. What was told is nobody's business but the API's: the
 * record stays as it is, also its version.
 */
async function mark(
  work: Work,
  target: Constructor,
  condition: Sql,
  column: Sql,
  responsible: Sql,
): Promise<Overdue[]> {
  const table = ident(thingOf(target).table);
  const due = await work.query<Overdue & Record<string, unknown>>(sql`
    SELECT f.id, f.case_id AS "caseId", ${responsible} AS "responsibleId" FROM ${table} f JOIN "case" c ON c.id = f.case_id
    WHERE ${condition} ORDER BY f.due_at LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  const ids = due.map(({ id }) => id);
  if (ids.length > 0) work.write(sql`UPDATE ${table} SET ${column} = now() WHERE id = ANY(${ids}::uuid[])`);
  return due;
}

/** Tells whoever has to, of each case once. */
async function tellAll(
  work: Work,
  due: readonly Overdue[],
  kind: NoticeKind,
  toWhom: (record: Case, one: Overdue) => Promise<readonly (string | null)[]>,
): Promise<number> {
  if (due.length === 0) return 0;
  const cases = await work.find(Case, { id: due.map(({ caseId }) => caseId) });
  for (const record of cases) {
    const own = due.filter(({ caseId }) => caseId === record.id);
    const told = await Promise.all(own.map((one) => toWhom(record, one)));
    await tell(work, kind, told.flat(), record);
  }
  return due.length;
}

const [TOLD, OVERSEERS] = [ident('overdue_told_at'), ident('overseers_told_at')];
const untold = sql`f.due_at <= now() AND f.overdue_told_at IS NULL`;
const stillOpen = sql`f.overdue_told_at <= now() - interval '1 day' AND f.overseers_told_at IS NULL`;
const planned = sql`f.status = 'PLANNED' AND f.voided_at IS NULL`;
const NOBODY = sql`NULL::uuid`;

/** Where nobody has it, those hear who can give it to somebody. */
const whose = async (work: Work, record: Case, id: string | null): Promise<readonly (string | null)[]> =>
  id === null ? overseers(work, record) : [id];

sweep({
  name: 'tellOverdueFollowUps',
  label: { en: 'tell of a follow-up that is overdue', pt: 'avisar de um seguimento em atraso' },
  description: 'tells those who have to do them of follow-ups that are overdue, and supervisors after a further day',
  writes: [],
  run: async (work) => {
    const responsible = sql`f.responsible_id`;
    const late = await mark(work, FollowUp, sql`${planned} AND ${untold}`, TOLD, responsible);
    const later = await mark(work, FollowUp, sql`${planned} AND ${stillOpen}`, OVERSEERS, responsible);
    const first = await tellAll(work, late, 'FOLLOW_UP_OVERDUE', (record, { responsibleId }) =>
      whose(work, record, responsibleId ?? record.ownerId),
    );
    return first + (await tellAll(work, later, 'FOLLOW_UP_STILL_OVERDUE', (record) => overseers(work, record)));
  },
});

sweep({
  name: 'tellFollowUpsDue',
  label: {
    en: 'tell of a follow-up that is due and not planned',
    pt: 'avisar de um seguimento devido e não planeado',
  },
  description:
    'tells those who have the cases of follow-ups that are due by rule and not planned, and supervisors after a further day',
  writes: [],
  run: async (work) => {
    const late = await mark(work, FollowUpDue, untold, TOLD, NOBODY);
    const later = await mark(work, FollowUpDue, stillOpen, OVERSEERS, NOBODY);
    const first = await tellAll(work, late, 'FOLLOW_UP_DUE', (record) => whose(work, record, record.ownerId));
    return first + (await tellAll(work, later, 'FOLLOW_UP_STILL_DUE', (record) => overseers(work, record)));
  },
});
