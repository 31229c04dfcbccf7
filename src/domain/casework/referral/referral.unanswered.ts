/** A referral that nobody answered in its time waits on until it ends: whoever sent it is told once. */
import { sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { tell } from '../notice/notice.sending';
import { Referral } from './referral.entity';

sweep({
  name: 'warnOfUnansweredReferrals',
  label: {
    en: 'warning that a referral was not answered in its time',
    pt: 'aviso de que um encaminhamento não foi respondido no seu prazo',
  },
  description: 'tells senders of referrals that were not answered in their time, while these still wait',
  writes: [],
  run: warn,
});

/** Those that are being answered just now are left alone, and those that have ended meanwhile. */
async function warn(work: Work): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT id FROM referral WHERE status = 'REQUESTED' AND answer_due_at <= now() AND expires_at > now()
      AND unanswered_told_at IS NULL
    ORDER BY answer_due_at LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const referrals = await work.find(Referral, { id: due.map(({ id }) => id) }, true);
  const cases = await work.find(Case, { id: referrals.map(({ caseId }) => caseId) });
  for (const referral of referrals) {
    const record = cases.find(({ id }) => id === referral.caseId);
    if (record) await tell(work, 'REFERRAL_UNANSWERED', [referral.createdById, record.ownerId], record);
  }
  // The version stays: nobody who changes the referral is told that somebody was faster.
  work.write(sql`
    UPDATE referral SET unanswered_told_at = now() WHERE id = ANY(${referrals.map(({ id }) => id)}::uuid[])`);
  return referrals.length;
}
