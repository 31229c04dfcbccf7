/** What the sender does with a referral: makes it, sends it, takes it back, ends it. */
import type { Work } from '../../writing/work';
import type { Changing } from '../../model/input';
import { CaseNote } from './case-note.entity';
import { Case } from './case.entity';
import { Incident } from './incident.entity';
import { now } from '../../writing/moments';
import { Survivor } from './survivor.entity';
import { assertConsistent, checkLinks, loadConsent } from './referral.checks';
import { Referral } from './referral.entity';
import type { MakeReferralInput, RevokeReferralInput, SendReferralInput } from './referral.inputs';
import { referralLifecycle } from './referral.lifecycle';
import { consentAgainst } from './referral.consent';
import { assertShareable } from './referral.sharing';
import { advance, caseOf, factsOf, receiverOf } from './referral.work';
import { ReferralReason } from './service-record.entity';

/** Locks the case: a consent cannot be withdrawn, nor the case closed, between the guards and the sending. */
export async function makeReferral(work: Work, input: MakeReferralInput): Promise<string> {
  const record = await work.load(Case, input.caseId, { path: ['caseId'] });
  assertConsistent(input, record);
  const { referral, against } = await newReferral(work, record, input);
  const facts = factsOf(record, referral, against);
  const drafted = referralLifecycle.step(null, 'makeReferral', facts);
  const status = input.draft ? drafted : referralLifecycle.step(drafted, 'sendReferral', facts);
  const audience = receiverOf({ ...referral, status });
  const id = await work.insert(Referral, { ...referral, status, id: input.id ?? undefined }, { audience });
  const { text } = input.reason ?? {};
  if (text) await work.insert(ReferralReason, { referralId: id, text, dataKeyId: record.dataKeyId });
  return id;
}

/** The referral with all that is looked up for it, and what is against its sharing for want of consent. */
async function newReferral(work: Work, { id: caseId, survivorId, organisationId }: Case, input: MakeReferralInput) {
  const { category, urgency, serviceType = null, remoteProvider = null, appointmentAt = null } = input;
  const { toOrganisationId = null, sharedFields, consentId = null } = input;
  const sharing = { survivorId, category, toOrganisationId, sharedFields: sharedFields ?? [], consentId };
  const [consent, , stub, districtId, against] = await Promise.all([
    checkLinks(work, input),
    assertShareable(work, sharing.sharedFields, category),
    stubOf(work, survivorId),
    input.districtId ?? districtOf(work, caseId),
    consentAgainst(work, sharing),
  ]);
  const about = { serviceType, remoteProvider, urgency, appointmentAt, districtId, requestedAt: now() };
  const named = { consentId: consent?.id ?? null, consentValidUntil: consent?.validUntil ?? null };
  return { referral: { caseId, fromOrganisationId: organisationId, ...stub, ...sharing, ...named, ...about }, against };
}

/** What the receiver sees before it accepts. */
async function stubOf(work: Work, survivorId: string | null): Promise<Pick<Referral, 'survivorCode' | 'ageBand'>> {
  const [survivor] = survivorId === null ? [] : await work.find(Survivor, { id: survivorId });
  return { survivorCode: survivor?.survivorCode ?? null, ageBand: survivor?.ageBand ?? null };
}

/** Where the service is needed, unless the sender says otherwise: where the newest incident happened. */
async function districtOf(work: Work, caseId: string): Promise<string | null> {
  const incidents = await work.find(Incident, { caseId });
  const [newest] = incidents.sort((a, b) => Date.parse(b.reportedAt) - Date.parse(a.reportedAt));
  return newest?.districtId ?? null;
}

/** Locks the case before the referral, as withdrawing a consent does: so neither waits for the other in a circle. */
export async function sendReferral(work: Work, input: SendReferralInput): Promise<string> {
  const { caseId } = await work.load(Referral, input.id, { right: 'read' });
  const [{ survivorId }, referral] = await Promise.all([
    caseOf(work, caseId, true),
    work.load(Referral, input.id, { expectedVersion: input.expectedVersion }),
  ]);
  const [named, stub] = await Promise.all([
    input.consentId ? loadConsent(work, input.consentId, survivorId) : undefined,
    stubOf(work, survivorId),
  ]);
  await advance(work, referral, 'sendReferral', {
    ...stub,
    consentId: named?.id,
    consentValidUntil: named?.validUntil,
    requestedAt: now(),
  });
  return referral.id;
}

/** A draft was never sent, so the organisation that it was meant for is not to learn of it by its end. */
export async function cancelReferral(work: Work, input: Changing): Promise<string> {
  const referral = await work.load(Referral, input.id, { expectedVersion: input.expectedVersion });
  await advance(work, referral, 'cancelReferral', referral.status === 'DRAFT' ? { toOrganisationId: null } : {});
  return referral.id;
}

export async function revokeReferral(work: Work, input: RevokeReferralInput): Promise<string> {
  const referral = await work.load(Referral, input.id, { expectedVersion: input.expectedVersion });
  const { id: caseId, dataKeyId } = await advance(work, referral, 'revokeReferral');
  const { reason } = input;
  if (reason) await work.insert(CaseNote, { caseId, kind: 'STEP_REASON', text: reason, dataKeyId });
  return referral.id;
}
