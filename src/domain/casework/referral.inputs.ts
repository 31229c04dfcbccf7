/** What the mutations of referrals take. */
import { Changing, Input, InputField, inputOf, Making, Nested } from '../../model/input';
import { Consent } from './consent.entity';
import { Referral } from './referral.entity';
import { ReferralOutcome, ReferralRejectedReason } from './referral.codes';
import { ReferralReason, ServiceRecord } from './service-record.entity';

@Input('What the sender writes for the receiver. Sealed; the receiver reads it once it has accepted.')
export class NewReferralReasonInput extends inputOf(ReferralReason, { required: ['text'] }) {}

@Input('What making a referral takes.')
export class MakeReferralInput extends inputOf(Referral, {
  required: ['caseId', 'category', 'urgency'],
  optional: [
    'serviceType',
    'toOrganisationId',
    'remoteProvider',
    'districtId',
    'sharedFields',
    'consentId',
    'appointmentAt',
  ],
  base: Making,
}) {
  @Nested(() => NewReferralReasonInput, { nullable: true, description: 'What the receiver should know.' })
  reason?: NewReferralReasonInput | null;

  @InputField({ type: 'boolean', nullable: true, description: 'True: keep it as a draft; `sendReferral` sends it.' })
  draft?: boolean | null;
}

@Input('What sending a referral takes.')
export class SendReferralInput extends Changing {
  @InputField({
    type: 'uuid',
    of: () => Consent,
    nullable: true,
    description: 'The consent that allows the sharing, where the draft names none or another is to take its place.',
  })
  consentId?: string | null;
}

@Input('What taking a referral back before it is answered takes.')
export class CancelReferralInput extends Changing {}

@Input('What ending an accepted referral takes, from the sender.')
export class RevokeReferralInput extends Changing {
  @InputField({ type: 'longText', nullable: true, description: 'Why; goes into the notes of the case, sealed.' })
  reason?: string | null;
}

@Input('What accepting a referral takes.')
export class AcceptReferralInput extends Changing {}

@Input('What declining a referral takes.')
export class RejectReferralInput extends Changing {
  @InputField({ type: ReferralRejectedReason, description: 'Why it is declined.' })
  rejectedReason: ReferralRejectedReason;
}

@Input('What beginning the service takes.')
export class StartReferralInput extends Changing {}

@Input('What completing a referral takes: what came of it, and the record of the service.')
export class CompleteReferralInput extends inputOf(ServiceRecord, {
  optional: ['serviceProvidedAt', 'providerNote', 'feedbackFromSurvivor'],
  base: Changing,
}) {
  @InputField({ type: ReferralOutcome, description: 'What came of it.' })
  outcome: ReferralOutcome;
}

@Input('What giving a referral back takes.')
export class ReturnReferralInput extends Changing {
  @InputField({ type: ReferralRejectedReason, description: 'Why it is given back.' })
  rejectedReason: ReferralRejectedReason;
}

@Input('What recording that the survivor did not come takes.')
export class RecordReferralNoShowInput extends Changing {}
