/** The end of a referral that nobody answered. */
import { Referral } from './referral.entity';
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { tell } from '../notice/notice.sending';
import { advance } from './referral.step';

sweep({
  name: 'expireReferrals',
  label: {
    en: 'end of a referral that was not answered in time',
    pt: 'fim de um encaminhamento não respondido a tempo',
  },
  description: 'ends referrals that were not answered in time, and tells their senders',
  writes: [asSystem(Referral, 'A referral that nobody answers in time ends by itself.')],
  run: expire,
});

/** Those that are being answered just now are left alone. */
async function expire(work: Work): Promise<number> {
  const due = await work.query<{ id: string }>(sql`
    SELECT id FROM referral WHERE status = 'REQUESTED' AND expires_at <= now()
    ORDER BY expires_at LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return 0;
  const referrals = await work.find(Referral, { id: due.map(({ id }) => id) }, true);
  const cases = new Map(
    (await work.find(Case, { id: referrals.map(({ caseId }) => caseId) })).map((record) => [record.id, record]),
  );
  for (const referral of referrals) {
    await advance(work, referral, {}, 'the end of its time');
    const record = cases.get(referral.caseId);
    if (record) await tell(work, 'REFERRAL_EXPIRED', [referral.createdById, record.ownerId], record);
  }
  return referrals.length;
}
