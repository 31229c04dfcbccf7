/** What every step of a referral has in common: its facts, its status, who hears of it; and what ends it without a word of sender or receiver. */
import type { Values, Work } from '../../../writing/work';
import { nobody, type Audience } from '../../../writing/work-ledger';
import { Case } from '../case/case.entity';
import { now } from '../../../writing/moments';
import { refreshDue } from '../follow-up/follow-up.due';
import { onDuty, tell } from '../notice/notice.sending';
import { followReferrals } from '../need/service-need.referrals';
import { cancelSessions } from '../session/service-session.end';
import { answersThere } from './referral.answering';
import { consentAgainst, type Sharing } from './referral.consent';
import { Referral } from './referral.entity';
import { referralLifecycle, type ReferralFacts } from './referral.lifecycle';
import type { ReferralStatus } from './referral.codes';

/** The case of a referral, whoever's it is: it seals what is written of it, and its people hear of every step. */
export async function caseOf(work: Work, caseId: string, lock = false): Promise<Case> {
  const [record] = await work.find(Case, { id: caseId }, lock);
  if (!record) throw new Error('a referral without its case');
  return record;
}

/** What the guards judge by: the case, and what is against the sharing for want of consent. */
export const factsOf = (
  { status }: Case,
  { consentId }: Sharing,
  consent: ReferralFacts['consent'],
): ReferralFacts => ({
  caseStatus: status,
  consentNamed: consentId !== null,
  consent,
});

/** Steps that are not guarded by consent need none looked up; where there is no such step, others are to be named. */
const isGuarded = (action: string, { status }: Referral): boolean =>
  !referralLifecycle.has(status, action) ||
  referralLifecycle.steps.some(
    (step) => step.action === action && step.guards !== undefined && step.from.includes(status),
  );

/** What the guards of other steps judge by, where those are to be named as possible. */
const factsOfOthers = async (
  work: Work,
  { toOrganisationId }: Pick<Referral, 'toOrganisationId'>,
): Promise<Pick<ReferralFacts, 'nobodyThere'>> => ({ nobodyThere: !(await answersThere(work, toOrganisationId)) });

/** The receiver hears of a referral once it is sent. */
export const receiverOf = ({ status, toOrganisationId }: Pick<Referral, 'status' | 'toOrganisationId'>): Audience =>
  toOrganisationId === null || status === 'DRAFT' ? nobody : { organisations: [toOrganisationId], accounts: [] };

/**
 * Takes a step, that of the mutation which is being done unless it follows from something else, with what changes by
 * it. @returns the case
 * @throws ProblemError IllegalStep, or what the guards have against it
 */
export async function advance(
  work: Work,
  referral: Referral,
  changes: Values<Referral> = {},
  cause = work.action,
  more: Pick<ReferralFacts, 'givenBefore' | 'nobodyThere' | 'ownRecord' | 'serves'> = {},
): Promise<Case> {
  const { consentId = referral.consentId, toOrganisationId = referral.toOrganisationId } = changes;
  const { sharedFields = referral.sharedFields } = changes;
  const after = { ...referral, consentId, toOrganisationId, sharedFields };
  const [record, against, others] = await Promise.all([
    caseOf(work, referral.caseId),
    isGuarded(cause, referral) ? consentAgainst(work, after) : undefined,
    referralLifecycle.has(referral.status, cause) ? {} : factsOfOthers(work, after),
  ]);
  const facts = { ...factsOf(record, after, against), ...others, ...more };
  const status = referralLifecycle.step(referral.status, cause, facts);
  const isEnding = status !== referral.status && isOver(status);
  const endedAt = isEnding ? now() : isOver(status) ? undefined : null;
  const audience = receiverOf({ ...after, status });
  const wasOver = isOver(referral.status);
  if (status !== referral.status) refreshDue(work, referral.caseId);
  await work.update(Referral, referral, { ...changes, status, endedAt }, { audience });
  if (isEnding) await cancelSessions(work, referral.id, cause, audience);
  if (wasOver || isOver(status)) followReferrals(work, referral.needId);
  return record;
}

/** With the first session the service has begun. */
export const beginService = (work: Work, referral: Referral): Promise<Case> =>
  advance(work, referral, {}, 'the first session');

/** It has come to its end, or back to where it came from. */
const isOver = (status: ReferralStatus): boolean =>
  status === 'RETURNED' || (status !== 'DRAFT' && !openReferral.includes(status));

/** A receiver knows of it, and it has not come to its end. */
export const openReferral: readonly ReferralStatus[] = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];

/** Ends all open referrals of cases. */
export const revokeReferrals = async (work: Work, cases: readonly Case[]): Promise<void> =>
  revoke(work, await openReferrals(work, cases));

export const openReferrals = (work: Work, cases: readonly Case[]): Promise<Referral[]> =>
  work.find(Referral, { caseId: cases.map(({ id }) => id), status: openReferral }, true);

/** @param endedByConsentId the entry of the ledger that ended them, where it was one */
export async function revoke(work: Work, referrals: readonly Referral[], endedByConsentId?: string): Promise<void> {
  const revokedReason = endedByConsentId === undefined ? 'CASE_WITHDRAWN' : 'SURVIVOR_DECIDED';
  const changes = { endedByConsentId, revokedReason } as const;
  await Promise.all([
    ...referrals.map((referral) => advance(work, referral, changes, 'withdrawConsent')),
    tellReceivers(work, referrals),
  ]);
}

/** Those who serve at the receivers hear that a referral was revoked; of the case they are told nothing. */
export async function tellReceivers(work: Work, referrals: readonly Referral[]): Promise<void> {
  const receivers = new Set(referrals.map(({ toOrganisationId }) => toOrganisationId).filter((id) => id !== null));
  if (receivers.size === 0) return;
  await tell(work, 'REFERRAL_REVOKED', await onDuty(work, 'serving', [...receivers]), null);
}

/** What nobody has answered ends with the case; what was accepted runs until the provider ends it. */
export async function cancelUnanswered(work: Work, caseId: string): Promise<void> {
  const unanswered = await work.find(Referral, { caseId, status: ['DRAFT', 'REQUESTED'] }, true);
  // A draft was never sent, so that the organisation it was meant for does not learn of it.
  const changesOf = ({ status }: Referral): Values<Referral> => (status === 'DRAFT' ? { toOrganisationId: null } : {});
  await Promise.all(
    unanswered.map((referral) => advance(work, referral, changesOf(referral), 'the closure of the case')),
  );
}
