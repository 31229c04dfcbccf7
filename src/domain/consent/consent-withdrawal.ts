/** What a withdrawal does at once: referrals end, pending transfers go back, incidents leave reports and shares. */
import type { Work } from '../../database/work';
import { receiversOf } from '../case/case-audience';
import { refreshShare } from '../case/case-share';
import { revokeTransfer } from '../case/case-transfer.service';
import { CaseTransfer } from '../case/case-transfer.entity';
import type { Case } from '../case/case.entity';
import { Incident } from '../incident/incident.entity';
import type { ReferralStatus } from '../referral/referral.codes';
import { Referral } from '../referral/referral.entity';
import { advance } from '../referral/referral.work';
import { handOverAgreed, reportingRefused, standingConsents } from './consent.ledger';

/** A receiver knows of it, and it has not come to its end. */
export const openReferral: readonly ReferralStatus[] = ['REQUESTED', 'ACCEPTED', 'IN_SERVICE'];

/** Ends whatever the survivor's consents do not carry any more, in every organisation. The cases are locked. */
export async function enforceConsents(work: Work, survivorId: string, cases: readonly Case[]): Promise<void> {
  const standing = new Set((await standingConsents(work, survivorId)).map(({ id }) => id));
  await revokeReferrals(work, cases, ({ consentId }) => consentId !== null && !standing.has(consentId));
  for (const record of cases) if (record.status === 'TRANSFERRED') await recheckTransfer(work, record);
  if (await reportingRefused(work, survivorId)) await dropReporting(work, cases);
}

/** Ends open referrals of cases: all, or those that are to be. */
export async function revokeReferrals(
  work: Work,
  cases: readonly Case[],
  which: (referral: Referral) => boolean = () => true,
): Promise<void> {
  const referrals = await work.find(Referral, { caseId: cases.map(({ id }) => id), status: openReferral }, true);
  for (const referral of referrals.filter(which)) await advance(work, referral, 'withdrawConsent');
}

async function recheckTransfer(work: Work, record: Case): Promise<void> {
  const [transfer] = await work.find(CaseTransfer, { caseId: record.id, status: 'REQUESTED' }, true);
  if (!transfer || (await handOverAgreed(work, record, transfer.toOrganisationId))) return;
  await revokeTransfer(work, record, transfer);
}

/** No incident of the survivor counts in reports any more. */
async function dropReporting(work: Work, cases: readonly Case[]): Promise<void> {
  const caseId = cases.map(({ id }) => id);
  const incidents = await work.find(Incident, { caseId, consentReporting: true }, true);
  const audience = (await receiversOf(work, cases))(Incident);
  for (const incident of incidents) await work.update(Incident, incident, { consentReporting: false }, { audience });
  for (const id of new Set(incidents.map((incident) => incident.caseId))) await refreshShare(work, id);
}
