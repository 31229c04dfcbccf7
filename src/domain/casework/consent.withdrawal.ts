/** What a withdrawal does at once: referrals end, pending transfers go back, incidents leave reports and shares. */
import type { Work } from '../../writing/work';
import { receiversOf } from './case.audience';
import { refreshShare } from './case.share';
import { takeStep } from './case.step';
import { endTransfer } from './case-transfer.end';
import { CaseTransfer } from './case-transfer.entity';
import type { Case } from './case.entity';
import type { Consent } from './consent.entity';
import { Incident } from './incident.entity';
import { openReferrals, revoke } from './referral.step';
import { handOverAgreed, reportingRefused, standingConsents } from './consent.ledger';
import { endServices } from './consent.services';

/** A decision that was put into the ledger. */
type Decided = Pick<Consent, 'id' | 'survivorId' | 'purpose' | 'recipientId'>;

/** Ends whatever the survivor's consents do not carry any more, in every organisation. The cases are locked. */
export async function enforceConsents(work: Work, decided: Decided, cases: readonly Case[]): Promise<void> {
  const { id, survivorId, purpose, recipientId } = decided;
  const isOwn = recipientId === null || recipientId === work.actor.organisationId;
  if (purpose === 'SERVICES' && isOwn) await endServices(work, decided, cases);
  const [consents, referrals, refused] = await Promise.all([
    standingConsents(work, survivorId),
    openReferrals(work, cases),
    reportingRefused(work, survivorId),
  ]);
  const standing = new Set(consents.map(({ id }) => id));
  await revoke(
    work,
    referrals.filter(({ consentId }) => consentId !== null && !standing.has(consentId)),
    id,
  );
  const pending = cases.filter(({ status }) => status === 'TRANSFERRED');
  await Promise.all(pending.map((record) => recheckTransfer(work, record, id)));
  if (refused) await dropReporting(work, cases);
}

/** Ends a transfer that the survivor does not agree to any more; the case goes back to where it stood. */
async function recheckTransfer(work: Work, record: Case, endedByConsentId: string): Promise<void> {
  const [transfer] = await work.find(CaseTransfer, { caseId: record.id, status: 'REQUESTED' }, true);
  if (!transfer || (await handOverAgreed(work, record, transfer.toOrganisationId))) return;
  await endTransfer(work, transfer, 'withdrawConsent', endedByConsentId);
  await takeStep(work, record, {}, { stage: record.workflowStage }, 'withdrawConsent');
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
  for (const incident of incidents) refreshShare(work, incident.caseId);
}
