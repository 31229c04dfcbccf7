/** What time does with complaints: those that nothing is heard of stall, and hearings come near. */
import { daysAfter } from '../../../base/calendar';
import { sql, type Sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { hasCase } from '../colleague/colleague.holding';
import type { NoticeKind } from '../notice/notice.codes';
import { onDuty, overseers, tell } from '../notice/notice.sending';
import { Complaint } from './complaint.entity';
import { running } from './complaint.lifecycle';

/** Days before a hearing on which it is told of. */
export const AHEAD = 3;

sweep({
  name: 'stallComplaints',
  label: { en: 'nothing was heard of a complaint for too long', pt: 'há demasiado tempo sem notícias de uma queixa' },
  description: 'marks complaints as stalled that nothing was heard of for too long, and tells whoever has the case',
  writes: [],
  run: (work) =>
    each(work, 'COMPLAINT_STALLED', sql`stalled_at IS NULL AND stalls_on < ${work.day()}`, sql`stalled_at = now()`),
});

sweep({
  name: 'tellOfHearings',
  label: { en: 'a hearing is near', pt: 'aproxima-se uma audiência' },
  description: 'tells whoever has the case of a hearing three days before it',
  writes: [],
  run: (work) =>
    each(
      work,
      'COMPLAINT_HEARING',
      sql`hearing_on BETWEEN ${work.day()} AND ${daysAfter(work.day(), AHEAD)} AND hearing_told_of IS DISTINCT FROM hearing_on`,
      sql`hearing_told_of = hearing_on`,
    ),
});

/** Those that are being changed just now are left for the next time. @returns how many it were */
async function each(work: Work, kind: NoticeKind, which: Sql, noted: Sql): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT id FROM complaint WHERE voided_at IS NULL AND status = ANY(${running}) AND ${which}
    ORDER BY id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const ids = due.map(({ id }) => id);
  const complaints = await work.find(Complaint, { id: ids });
  const caseIds = complaints.map(({ caseId }) => caseId).filter((id) => id !== null);
  const cases = new Map((await work.find(Case, { id: caseIds })).map((record) => [record.id, record]));
  for (const complaint of complaints) {
    const record = cases.get(complaint.caseId ?? '') ?? null;
    // What is closed off is nobody's to follow.
    if (!record?.closedOffAt) await tell(work, kind, await followersOf(work, complaint, record), record);
  }
  // The version stays: nobody who changes the complaint is told that somebody was faster.
  work.write(sql`UPDATE complaint SET ${noted} WHERE id = ANY(${ids}::uuid[])`);
  return ids.length;
}

/** Who has the case, or recorded a complaint that is of none; where they are not there any more, who supervises. */
async function followersOf(
  work: Work,
  { createdById, organisationId }: Complaint,
  record: Case | null,
): Promise<readonly (string | null)[]> {
  const id = record ? record.ownerId : createdById;
  const [colleague] = id === null ? [] : await work.find(StaffMember, { id, active: true });
  if (colleague && (record ? await hasCase(work, record.id, colleague) : colleague.organisationId === organisationId))
    return [colleague.id];
  return record ? overseers(work, record) : onDuty(work, 'supervision', organisationId ?? []);
}
