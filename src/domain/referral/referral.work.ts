/** What every step of a referral has in common: its facts, its status, who hears of it. */
import type { Values, Work } from '../../database/work';
import { nobody, type Audience } from '../../database/work-ledger';
import { Case } from '../case/case.entity';
import { now } from '../moments';
import { consentAgainst, type Sharing } from './referral.consent';
import { Referral } from './referral.entity';
import { referralLifecycle, type ReferralFacts } from './referral.lifecycle';

/** The case of a referral, whoever's it is: it seals what is written of it, and its people hear of every step. */
export async function caseOf(work: Work, caseId: string, lock = false): Promise<Case> {
  const [record] = await work.find(Case, { id: caseId }, lock);
  if (!record) throw new Error('a referral without its case');
  return record;
}

export async function factsOf(work: Work, { status }: Case, sharing: Sharing): Promise<ReferralFacts> {
  return { caseStatus: status, consentNamed: sharing.consentId !== null, consent: await consentAgainst(work, sharing) };
}

/** The receiver hears of a referral once it is sent. */
export const receiverOf = ({ status, toOrganisationId }: Pick<Referral, 'status' | 'toOrganisationId'>): Audience =>
  toOrganisationId === null || status === 'DRAFT' ? nobody : { organisations: [toOrganisationId], accounts: [] };

/**
 * Takes a step of the lifecycle, with what changes by it. @returns the case
 * @throws ProblemError IllegalStep, or what the guards have against it
 */
export async function advance(
  work: Work,
  referral: Referral,
  action: string,
  changes: Values<Referral> = {},
): Promise<Case> {
  const record = await caseOf(work, referral.caseId);
  const { consentId = referral.consentId, toOrganisationId = referral.toOrganisationId } = changes;
  const after = { ...referral, consentId, toOrganisationId };
  const status = referralLifecycle.step(referral.status, action, await factsOf(work, record, after));
  const endedAt = referralLifecycle.terminal.includes(status) ? now() : undefined;
  const audience = receiverOf({ ...after, status });
  await work.update(Referral, referral, { ...changes, status, endedAt }, { audience });
  return record;
}
