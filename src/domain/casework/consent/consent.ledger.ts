/** Reading the consent ledger: which consents stand, and what they allow. */
import { sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import type { ShareableClass } from '../../../policy/shareable.codes';
import { classesOf } from '../case/case.content';
import type { Case } from '../case/case.entity';
import type { ConsentPurpose } from './consent.codes';
import { Consent } from './consent.entity';
import { standing } from './consent.standing';

export interface StandingConsent {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly recipientId: string | null;
  readonly scopes: readonly ShareableClass[];
}

/**
 * The survivor's consents that stand: given, not run out, not withdrawn, and not followed by another decision on the
 * same purpose for the same recipient, or for all. What follows is what was received later, whatever the clock said
 * that it was taken by; of what was received together the refusal counts.
 */
export const standingConsents = (work: Work, survivorId: string): Promise<StandingConsent[]> =>
  work.query(sql`
    SELECT g.id, g.purpose, g.recipient_id AS "recipientId", g.scopes FROM consent g
    WHERE g.survivor_id = ${survivorId} AND ${standing}`);

/**
 * Whether another organisation may be given the case. The survivor must have named it: for services, or for releases
 * that together cover every group of fields that the case holds.
 */
export async function handOverAgreed(work: Work, record: Case, organisationId: string): Promise<boolean> {
  if (record.survivorId === null) return true;
  const standing = await standingConsents(work, record.survivorId);
  const named = standing.filter(({ recipientId }) => recipientId === organisationId);
  if (named.some(({ purpose }) => purpose === 'SERVICES')) return true;
  const releases = named.filter(({ purpose }) => isRelease(purpose));
  if (releases.length === 0) return false;
  const covered = new Set(releases.flatMap(({ scopes }) => scopes));
  return (await classesOf(work, record)).every((held) => covered.has(held));
}

/** Consents to share with a service; each names whom. */
export const isRelease = (purpose: ConsentPurpose): boolean => purpose.startsWith('RELEASE_TO_');

/** Whether the survivor decided against reporting, and has not agreed since. */
export async function reportingRefused(work: Work, survivorId: string): Promise<boolean> {
  const purpose = 'REPORTING_NON_IDENTIFIABLE';
  const [standing, decided] = await Promise.all([
    standingConsents(work, survivorId),
    work.find(Consent, { survivorId, purpose }),
  ]);
  return decided.length > 0 && !standing.some((consent) => consent.purpose === purpose);
}
