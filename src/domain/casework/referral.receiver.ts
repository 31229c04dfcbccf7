/** What the receiving organisation does with a referral. That it is theirs is the row scope's to say. */
import { InputCheck } from '../../writing/input';
import type { Values, Work } from '../../writing/work';
import type { Changing } from '../../model/input';
import { notAhead, now } from '../../writing/moments';
import { Referral } from './referral.entity';
import type { CompleteReferralInput, RejectReferralInput, ReturnReferralInput } from './referral.inputs';
import { advance, receiverOf } from './referral.work';
import { ServiceRecord } from './service-record.entity';

async function step(work: Work, input: Changing, action: string, changes: Values<Referral> = {}): Promise<string> {
  const referral = await work.load(Referral, input.id, { expectedVersion: input.expectedVersion });
  await advance(work, referral, action, changes);
  return referral.id;
}

export const acceptReferral = (work: Work, input: Changing): Promise<string> =>
  step(work, input, 'acceptReferral', { respondedAt: now() });

export const rejectReferral = (work: Work, input: RejectReferralInput): Promise<string> =>
  step(work, input, 'rejectReferral', { respondedAt: now(), rejectedReason: input.rejectedReason });

export const startReferral = (work: Work, input: Changing): Promise<string> => step(work, input, 'startReferral');

export const returnReferral = (work: Work, input: ReturnReferralInput): Promise<string> =>
  step(work, input, 'returnReferral', { rejectedReason: input.rejectedReason });

export const recordReferralNoShow = (work: Work, input: Changing): Promise<string> =>
  step(work, input, 'recordReferralNoShow');

/** The provider keeps the record of its service; it is sealed with the key of the case, which it never sees. */
export async function completeReferral(work: Work, input: CompleteReferralInput): Promise<string> {
  const referral = await work.load(Referral, input.id, { expectedVersion: input.expectedVersion });
  const check = new InputCheck();
  notAhead(check, input.serviceProvidedAt, ['serviceProvidedAt']);
  check.done();
  const { caseId, toOrganisationId } = referral;
  if (toOrganisationId === null) throw new Error('a receiver of a referral to nobody');
  const { dataKeyId } = await advance(work, referral, 'completeReferral', { outcome: input.outcome });
  const { serviceProvidedAt = null, providerNote = null, feedbackFromSurvivor = null } = input;
  await work.insert(
    ServiceRecord,
    {
      caseId,
      referralId: referral.id,
      providerId: toOrganisationId,
      serviceProvidedAt,
      providerNote,
      feedbackFromSurvivor,
      dataKeyId,
    },
    { audience: receiverOf(referral) },
  );
  return referral.id;
}
