import { and, column, FALSE, lookedFor, sql } from '../../../base/sql';
import { SealedRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Case } from '../case/case.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { SurvivorFeedback } from './referral.codes';
import { Referral } from './referral.entity';
import { notAccused, servedByMe, underMyReferral } from './referral.reach';

@Thing({
  label: { en: 'Reason of a referral', pt: 'Motivo de um encaminhamento' },
  description: 'What the sender of a referral wrote for its receiver. Sealed; every read is logged.',
  dataClass: 'REFERRAL_REASON',
  plural: 'referralReasons',
  subject: 'referral.survivor',
  reach: {
    through: 'referral',
    referred: (alias, subject, dataClass) => underMyReferral(alias, 'referral_id', 'id', subject, dataClass),
  },
  erased: true,
})
export class ReferralReason extends SealedRecord {
  @Link(() => Referral, {
    description: 'The referral.',
    one: { name: 'reason', description: 'What the sender wrote for the receiver. Every read is logged.' },
  })
  referralId: string;

  @Attribute({
    type: 'longText',
    sealed: true,
    maxLength: 5000,
    description: 'The text.',
    write: ['newReferralReason'],
  })
  text: string;
}

@Thing({
  label: { en: 'Answer to a referral', pt: 'Resposta a um encaminhamento' },
  description: 'What the receiver of a referral wrote with its answer. Sealed; every read is logged.',
  dataClass: 'REFERRAL_ANSWER',
  plural: 'referralAnswers',
  subject: 'referral.survivor',
  reach: {
    through: 'referral',
    referred: (alias, subject) =>
      subject.organisationId === null
        ? FALSE
        : and([
            sql`${column(alias, 'provider_id')} = ${subject.organisationId}`,
            lookedFor(sql`SELECT 1 FROM referral r
              WHERE r.id = ${column(alias, 'referral_id')} AND ${notAccused('r', subject)}`),
          ]),
  },
})
export class ReferralAnswer extends SealedRecord {
  @Link(() => Referral, {
    description: 'The referral.',
    one: { name: 'answer', description: 'What the receiver wrote with its answer. Every read is logged.' },
  })
  referralId: string;

  /** Kept beside the referral so that the provider keeps its own words. */
  @Link(() => Organisation, {
    nullable: true,
    description: 'Organisation that answered; null: a provider outside the system.',
  })
  providerId: string | null;

  @Attribute({ type: 'longText', sealed: true, maxLength: 2000, description: 'The text.', write: ['referralWords'] })
  text: string;
}

@Thing({
  label: { en: 'Record of a service', pt: 'Registo de um serviço' },
  description: 'What the receiving organisation recorded of its service. The note is sealed; every read is logged.',
  dataClass: 'SERVICE_RECORD',
  plural: 'serviceRecords',
  subject: 'case.survivor',
  reach: { through: 'case', referred: servedByMe },
})
export class ServiceRecord extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => Referral, {
    description: 'The referral.',
    one: { name: 'serviceRecord', description: 'What the receiver recorded of its service. Every read is logged.' },
  })
  referralId: string;

  /** Kept beside the referral so that the provider keeps its own record whatever becomes of the referral. */
  @Link(() => Organisation, {
    nullable: true,
    description: 'Organisation that gave the service; null: a provider outside the system.',
  })
  providerId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the service was given, in UTC.',
    write: ['completeReferral', 'recordReferralService', 'correctReferralService'],
  })
  serviceProvidedAt: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 5000,
    description: 'Note of the provider.',
    write: ['completeReferral', 'recordReferralService', 'correctReferralService'],
  })
  providerNote: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 1000,
    description: 'Why the service was given before the referral was sent, where it was.',
    write: ['completeReferral', 'recordReferralService', 'correctReferralService'],
  })
  earlierReason: string | null;

  @Attribute({
    type: SurvivorFeedback,
    nullable: true,
    description:
      'How satisfied the survivor was, as it was recorded with the service; what the sender heard stands in the follow-ups of the referral.',
    write: ['completeReferral', 'recordReferralService'],
    writeDeprecated:
      'Since 2026-11-28: the sender asks the survivor and records it with recordFollowUp or completeFollowUp; completeReferral refuses it.',
  })
  feedbackFromSurvivor: SurvivorFeedback | null;
}
