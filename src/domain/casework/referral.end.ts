/** What ends referrals without a word of sender or receiver. */
import type { Work } from '../../writing/work';
import type { Case } from './case.entity';
import type { ReferralStatus } from './referral.codes';
import { Referral } from './referral.entity';
import { advance } from './referral.step';

/** A receiver knows of it, and it has not come to its end. */
export const openReferral: readonly ReferralStatus[] = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];

/** Ends all open referrals of cases. */
export const revokeReferrals = async (work: Work, cases: readonly Case[]): Promise<void> =>
  revoke(work, await openReferrals(work, cases));

export const openReferrals = (work: Work, cases: readonly Case[]): Promise<Referral[]> =>
  work.find(Referral, { caseId: cases.map(({ id }) => id), status: openReferral }, true);

export async function revoke(work: Work, referrals: readonly Referral[]): Promise<void> {
  await Promise.all(referrals.map((referral) => advance(work, referral, {}, 'withdrawConsent')));
}
