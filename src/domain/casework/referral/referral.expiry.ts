/** How long a referral waits for an answer, and its end when there is none. */
import { Referral } from './referral.entity';
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { Case } from '../case/case.entity';
import { tell } from '../notice/notice.sending';
import type { ReferralUrgency, ServiceCategory } from './referral.codes';
import { advance } from './referral.step';
import type { ServiceType } from './service-type.codes';

const DAY = 24;

/** Hours after which a referral that nobody answered ends; the same for every country until one sets its own. */
const byUrgency: Readonly<Record<ReferralUrgency, number>> = { IMMEDIATE: 4, WITHIN_72H: DAY, ROUTINE: 14 * DAY };
/** In place of ROUTINE. */
const byCategory: Readonly<Partial<Record<ServiceCategory, number>>> = {
  SAFE_HOUSE: 2,
  CHILD_PROTECTION: 12,
  LEGAL: 7 * DAY,
  LIVELIHOOD: 14 * DAY,
};
/** In place of both. */
const byService: Readonly<Partial<Record<ServiceType, number>>> = {
  PEP: 2,
  FORENSIC_EXAM: 2,
  EMERGENCY_CONTRACEPTION: 4,
  BAIL: 4,
};

export type Awaited = Pick<Referral, 'category' | 'urgency'> & Partial<Pick<Referral, 'serviceType'>>;

/** The urgency wins where it is stricter. @returns hours */
export function hoursToAnswer({ category, urgency, serviceType }: Awaited): number {
  const own = (serviceType && byService[serviceType]) ?? byCategory[category];
  return Math.min(byUrgency[urgency], own ?? byUrgency.ROUTINE);
}

/** When it ends unanswered. Providers outside the system answer to the sender, who records it. */
export const expiryOf = (
  referral: Awaited & Partial<Pick<Referral, 'toOrganisationId'>>,
  requestedAt: string,
): string | null =>
  referral.toOrganisationId
    ? new Date(Date.parse(requestedAt) + hoursToAnswer(referral) * 3_600_000).toISOString()
    : null;

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
