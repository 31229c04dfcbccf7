import { Index } from 'typeorm';
import { ThingRecord } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { ShareableClass } from '../../../policy/shareable.codes';
import { Case } from '../case/case.entity';
import { Consent } from '../consent/consent.entity';
import { District } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { SeriesEnd } from '../session/service-delivery.codes';
import { ServiceNeed } from '../need/service-need.entity';
import { AgeBand } from '../survivor/survivor.codes';
import { Survivor } from '../survivor/survivor.entity';
import {
  ReferralOutcome,
  ReferralRejectedReason,
  ReferralRevokedReason,
  ReferralStatus,
  ReferralUrgency,
  ServiceCategory,
} from './referral.codes';
import { survivorNumber } from '../case/number-forms';
import { ServiceType } from './service-type.codes';
import { sentToMe } from './referral.reach';

const superseded = 'Since 2026-11-27: use receiver, which takes exactly one.';

/**
 * A survivor sent to a service. Code, age band and district are copied here when it is sent: they are all that the
 * receiver sees before it accepts, and all that it keeps afterwards.
 */
@Index(['expiresAt'], { where: `status = 'REQUESTED'` })
@Index(['answerDueAt'], { where: `status = 'REQUESTED' AND unanswered_told_at IS NULL` })
@Index(['toOrganisationId'], { where: `status IN ('ACCEPTED', 'IN_SERVICE')` })
@Thing({
  label: { en: 'Referral', pt: 'Encaminhamento' },
  description: 'A survivor referred to a service, inside the programme or outside it.',
  dataClass: 'REFERRAL_OPERATIONS',
  plural: 'referrals',
  subject: 'survivor',
  reach: {
    through: 'case',
    referred: sentToMe,
  },
  order: { field: 'requestedAt', direction: 'DESC' },
  erased: true,
})
export class Referral extends ThingRecord {
  @Link(() => Case, {
    description: 'The case; null for the receiver.',
    many: { name: 'referrals', description: 'Referrals of the case.' },
    write: ['makeReferral'],
  })
  caseId: string;

  @Link(() => ServiceNeed, {
    nullable: true,
    description: 'The need that it is to meet; null for the receiver, and for a draft that names none yet.',
    many: { name: 'referrals', description: 'Referrals of the need.' },
    write: ['makeReferral', 'updateReferral'],
  })
  needId: string | null;

  @Link(() => Survivor, {
    nullable: true,
    description: 'The survivor; for the receiver only while the referral is accepted or in service.',
    many: { name: 'referrals', description: 'Referrals of the survivor.' },
  })
  survivorId: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    search: true,
    description: 'Random code of the survivor.',
    shortNumber: survivorNumber,
  })
  survivorCode: string | null;

  @Attribute({ type: AgeBand, nullable: true, description: 'Age band of the survivor when referred.' })
  ageBand: AgeBand | null;

  @Link(() => District, {
    nullable: true,
    description: 'District in which the service is needed.',
    write: ['makeReferral', 'updateReferral'],
  })
  districtId: string | null;

  @Attribute({ type: ServiceCategory, description: 'Category of service.', write: ['makeReferral', 'updateReferral'] })
  category: ServiceCategory;

  @Attribute({
    type: ServiceType,
    nullable: true,
    description: 'Service in particular.',
    write: ['makeReferral', 'updateReferral'],
  })
  serviceType: ServiceType | null;

  @Link(() => Organisation, {
    description: 'Who refers.',
    many: { name: 'referralsSent', description: 'Referrals that the organisation made.' },
  })
  fromOrganisationId: string;

  @Link(() => Organisation, {
    nullable: true,
    description:
      'Organisation that handles the case now: another than the sender where the case was handed over since.',
  })
  responsibleOrganisationId: string | null;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Who is asked to serve; null: a provider outside the system.',
    many: { name: 'referralsReceived', description: 'Referrals that the organisation received.' },
    write: ['makeReferral'],
    writeDeprecated: superseded,
  })
  toOrganisationId: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    search: true,
    found: false,
    description: 'Provider outside the system.',
    write: ['makeReferral'],
    writeDeprecated: superseded,
  })
  remoteProvider: string | null;

  @Attribute({ type: 'dateTime', sort: true, description: 'When it was made, in UTC.' })
  requestedAt: string;

  @Attribute({
    type: ReferralUrgency,
    description: 'How soon the service is needed.',
    write: ['makeReferral', 'updateReferral'],
  })
  urgency: ReferralUrgency;

  @Attribute({
    type: [ShareableClass],
    description: 'Field groups that the receiver sees while it is accepted.',
    write: ['makeReferral', 'updateReferral'],
    initial: [],
  })
  sharedFields: ShareableClass[];

  @Link(() => Consent, {
    nullable: true,
    description: 'The consent that allows the sharing.',
    write: ['makeReferral', 'updateReferral', 'sendReferral', 'extendReferral'],
  })
  consentId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When it ends if nobody answers, in UTC; null for a draft and for a provider outside the system.',
  })
  expiresAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description:
      'When it is to be answered, in UTC; its sender is told once if it is not. Null for a draft and for a provider outside the system.',
  })
  answerDueAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description:
      'When the service is to be given, in UTC: by the deadlines of the country, and no later than it does good, where the hour of the incident is known. Null for a draft, and for what was sent before there were deadlines of services.',
  })
  serviceDueAt: string | null;

  @Hidden({ type: 'dateTime', nullable: true })
  unansweredToldAt: string | null;

  @Link(() => Consent, {
    nullable: true,
    description: 'The decision of the survivor that revoked it, where it was one.',
    many: { name: 'endedReferrals', description: 'Open referrals that the decision revoked.' },
  })
  endedByConsentId: string | null;

  @Hidden({ type: 'dateTime', nullable: true })
  consentValidUntil: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'Appointment, in UTC.',
    write: ['makeReferral', 'updateReferral', 'acceptReferral', 'recordReferralAnswer'],
  })
  appointmentAt: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1,
    max: 100,
    description:
      'How many sessions are planned; of psychosocial care as many as the country sets, six unless set. Null: it is no series.',
    write: ['acceptReferral', 'recordReferralAnswer', 'planReferralSessions'],
  })
  plannedSessions: number | null;

  @Attribute({ type: ReferralStatus, description: 'Where the referral stands.' })
  status: ReferralStatus;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the receiver accepted or rejected, in UTC.' })
  respondedAt: string | null;

  @Attribute({
    type: ReferralRejectedReason,
    nullable: true,
    description: 'Why it was rejected or returned.',
    write: ['rejectReferral!', 'returnReferral!', 'recordReferralAnswer'],
  })
  rejectedReason: ReferralRejectedReason | null;

  @Attribute({
    type: ReferralRevokedReason,
    nullable: true,
    description: 'Why it was revoked; the receiver is told.',
    write: ['revokeReferral'],
  })
  revokedReason: ReferralRevokedReason | null;

  @Attribute({
    type: ReferralOutcome,
    nullable: true,
    description: 'What came of it.',
    write: ['completeReferral!', 'recordReferralService!', 'correctReferralService'],
  })
  outcome: ReferralOutcome | null;

  @Attribute({
    type: SeriesEnd,
    nullable: true,
    description: 'How its sessions came to their end, where a service was given in sessions.',
    write: ['completeReferral', 'recordReferralService', 'correctReferralService'],
  })
  seriesEnd: SeriesEnd | null;

  @Attribute({ type: 'dateTime', nullable: true, sort: true, description: 'When it came to its end, in UTC.' })
  endedAt: string | null;
}
