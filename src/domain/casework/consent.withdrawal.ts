/** What a withdrawal does at once: referrals end, pending transfers go back, incidents leave reports and shares. */
import type { Work } from '../../writing/work';
import { receiversOf } from './case.audience';
import { refreshShare } from './case.share';
import { revokeTransfer } from './case-transfer.work';
import { CaseTransfer } from './case-transfer.entity';
import type { Case } from './case.entity';
import { Incident } from './incident.entity';
import type { ReferralStatus } from './referral.codes';
import { Referral } from './referral.entity';
import { advance } from './referral.work';
import { handOverAgreed, reportingRefused, standingConsents } from './consent.ledger';

/** A receiver knows of it, and it has not come to its end. */
export const openReferral: readonly ReferralStatus[] = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];

/** Ends whatever the survivor's consents do not carry any more, in every organisation. The cases are locked. */
export async function enforceConsents(work: Work, survivorId: string, cases: readonly Case[]): Promise<void> {
  const [consents, referrals, refused] = await Promise.all([
    standingConsents(work, survivorId),
    openReferrals(work, cases),
    reportingRefused(work, survivorId),
  ]);
  const standing = new Set(consents.map(({ id }) => id));
  const unfounded = referrals.filter(({ consentId }) => consentId !== null && !standing.has(consentId));
  await revoke(work, unfounded);
  const pending = cases.filter(({ status }) => status === 'TRANSFERRED');
  await Promise.all(pending.map((record) => recheckTransfer(work, record)));
  if (refused) await dropReporting(work, cases);
}

/** Ends all open referrals of cases. */
export const revokeReferrals = async (work: Work, cases: readonly Case[]): Promise<void> =>
  revoke(work, await openReferrals(work, cases));

const openReferrals = (work: Work, cases: readonly Case[]): Promise<Referral[]> =>
  work.find(Referral, { caseId: cases.map(({ id }) => id), status: openReferral }, true);

async function revoke(work: Work, referrals: readonly Referral[]): Promise<void> {
  await Promise.all(referrals.map((referral) => advance(work, referral, 'withdrawConsent')));
}

async function recheckTransfer(work: Work, record: Case): Promise<void> {
  const [transfer] = await work.find(CaseTransfer, { caseId: record.id, status: 'REQUESTED' }, true);
  if (!transfer || (await handOverAgreed(work, record, transfer.toOrganisationId))) return;
  await revokeTransfer(work, record, transfer);
}

/** No incident of the survivor counts in reports any more. */
async function dropReporting(work: Work, cases: readonly Case[]): Promise<void> {
  const caseId = cases.map(({ id }) => id);
  const [incidents, audienceOf] = await Promise.all([
    work.find(Incident, { caseId, consentReporting: true }, true),
    receiversOf(work, cases),
  ]);
  const audience = audienceOf(Incident);
  for (const incident of incidents) await work.update(Incident, incident, { consentReporting: false }, { audience });
  for (const incident of incidents) refreshShare(work, incident.caseId);
}
