/** What a withdrawal does at once: referrals and pending transfers end, incidents leave reports. What was released goes later (`src/domain/release`). */
import type { Work } from '../../../writing/work';
import { receiversOf } from '../case/case.audience';
import { endTransfer } from '../transfer/case-transfer.end';
import { CaseTransfer } from '../transfer/case-transfer.entity';
import type { Case } from '../case/case.entity';
import type { Consent } from './consent.entity';
import { cancelContacts } from '../follow-up/follow-up.end';
import { Incident } from '../incident/incident.entity';
import { openReferrals, revoke } from '../referral/referral.step';
import { handOverAgreed, reportingRefused, standingConsents } from './consent.ledger';
import { endServices } from './consent.services';

/** A decision that was put into the ledger. */
type Decided = Pick<Consent, 'id' | 'survivorId' | 'purpose' | 'recipientId'>;

/** Ends whatever the survivor's consents do not carry any more, in every organisation. The cases are locked. */
export async function enforceConsents(work: Work, decided: Decided, cases: readonly Case[]): Promise<void> {
  const { id, survivorId, purpose, recipientId } = decided;
  const isOwn = recipientId === null || recipientId === work.actor.organisationId;
  if (purpose === 'SERVICES' && isOwn) await endServices(work, decided, cases);
  if (purpose === 'CONTACT_FOLLOW_UP') await cancelContacts(work, cases, 'withdrawConsent', id);
  const [consents, referrals, refused, transfers] = await Promise.all([
    standingConsents(work, survivorId),
    openReferrals(work, cases),
    reportingRefused(work, survivorId),
    work.find(CaseTransfer, { caseId: cases.map(({ id }) => id), status: 'REQUESTED' }, true),
  ]);
  const standing = new Set(consents.map(({ id }) => id));
  await revoke(
    work,
    referrals.filter(({ consentId }) => consentId !== null && !standing.has(consentId)),
    id,
  );
  for (const transfer of transfers) await recheckTransfer(work, transfer, cases, id);
  if (refused) await dropReporting(work, cases);
}

/** Ends a transfer that the survivor does not agree to any more, or not yet. */
export async function recheckTransfer(
  work: Work,
  transfer: CaseTransfer,
  cases: readonly Case[],
  endedByConsentId?: string,
): Promise<void> {
  const record = cases.find(({ id }) => id === transfer.caseId);
  if (!record || (await handOverAgreed(work, record, transfer.toOrganisationId))) return;
  await endTransfer(work, transfer, 'withdrawConsent', endedByConsentId);
}

/** No incident of the survivor counts in reports any more. */
async function dropReporting(work: Work, cases: readonly Case[]): Promise<void> {
  const caseId = cases.map(({ id }) => id);
  const [incidents, audienceOf] = await Promise.all([
    work.find(Incident, { caseId, consentReporting: true }, true),
    receiversOf(work, cases),
  ]);
  for (const incident of incidents) {
    const audience = audienceOf(Incident, incident.id);
    await work.update(Incident, incident, { consentReporting: false }, { audience });
  }
}
