/** What time does with complaints: those that nothing is heard of stall, and hearings come near. */
import { daysAfter } from '../../../base/calendar';
import { sql, type Sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import type { NoticeKind } from '../notice/notice.codes';
import { tell } from '../notice/notice.sending';
import { Complaint } from './complaint.entity';
import { running } from './complaint.lifecycle';

/** Days before a hearing on which it is told of. */
const AHEAD = 3;

sweep({
  name: 'stallComplaints',
  label: { en: 'nothing was heard of a complaint for too long', pt: 'há demasiado tempo sem notícias de uma queixa' },
  description: 'marks complaints as stalled that nothing was heard of for too long, and tells whoever has the case',
  writes: [asSystem(Complaint, 'A complaint that nothing is heard of stalls by itself.')],
  run: (work) =>
    each(work, sql`stalled_at IS NULL AND stalls_on < ${work.day()}`, 'COMPLAINT_STALLED', () => ({
      stalledAt: now(),
    })),
});

sweep({
  name: 'tellOfHearings',
  label: { en: 'a hearing is near', pt: 'aproxima-se uma audiência' },
  description: 'tells whoever has the case of a hearing three days before it',
  writes: [asSystem(Complaint, 'That a hearing was told of is noted, so that it is told of once.')],
  run: (work) =>
    each(
      work,
      sql`hearing_on BETWEEN ${work.day()} AND ${daysAfter(work.day(), AHEAD)} AND hearing_told_of IS DISTINCT FROM hearing_on`,
      'COMPLAINT_HEARING',
      ({ hearingOn }) => ({ hearingToldOf: hearingOn }),
    ),
});

/** Those that are being changed just now are left alone. @returns how many it were */
async function each(
  work: Work,
  which: Sql,
  kind: NoticeKind,
  changes: (complaint: Complaint) => Values<Complaint>,
): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT id FROM complaint WHERE voided_at IS NULL AND status = ANY(${running}) AND ${which}
    ORDER BY id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const complaints = await work.find(Complaint, { id: due.map(({ id }) => id) }, true);
  const caseIds = complaints.map(({ caseId }) => caseId).filter((id) => id !== null);
  const cases = new Map((await work.find(Case, { id: caseIds })).map((record) => [record.id, record]));
  for (const complaint of complaints) {
    const record = cases.get(complaint.caseId ?? '') ?? null;
    await work.update(Complaint, complaint, changes(complaint));
    // What is closed off is nobody's to follow.
    if (!record?.closedOffAt) await tell(work, kind, [record ? record.ownerId : complaint.createdById], record);
  }
  return complaints.length;
}
