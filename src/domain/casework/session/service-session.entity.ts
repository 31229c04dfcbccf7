import { Index } from 'typeorm';
import { ThingRecord, voided } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { Case } from '../case/case.entity';
import { ServiceNeed } from '../need/service-need.entity';
import { Referral } from '../referral/referral.entity';
import { servedByMe } from '../referral/referral.reach';
import { ServiceSessionStatus, SessionEndReason, SessionMode, SessionPlace, ToldBy } from './service-session.codes';

/**
 * Of a referral, or of a need that the organisation of the case meets itself. Its provider keeps it whatever becomes of the
 * referral, as it keeps its service record.
 */
@Index(['plannedAt'], { where: `status = 'PLANNED'` })
@Thing({
  label: { en: 'Session of a service', pt: 'Sessão de um serviço' },
  description: 'An appointment of a service, planned or held: one of a series, where the service is one.',
  dataClass: 'SERVICE_SESSION',
  plural: 'serviceSessions',
  subject: 'case.survivor',
  reach: { through: 'case', referred: servedByMe },
})
export class ServiceSession extends ThingRecord {
  @Link(() => Case, {
    description: 'The case; null for the provider.',
    many: { name: 'serviceSessions', description: 'Sessions of services, planned and held.' },
  })
  caseId: string;

  @Link(() => Referral, {
    nullable: true,
    description: 'The referral; null: the organisation of the case meets the need itself.',
    many: { name: 'sessions', description: 'Sessions of the service, planned and held.' },
  })
  referralId: string | null;

  @Link(() => ServiceNeed, {
    nullable: true,
    description: 'The need that the organisation of the case meets itself; null: it is of a referral, which is of one.',
    many: { name: 'sessions', description: 'Sessions in which the organisation of the case meets the need itself.' },
  })
  needId: string | null;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Organisation that serves; null: that of the case, or a provider outside the system.',
  })
  providerId: string | null;

  @Attribute({
    type: 'int',
    min: 1,
    description: 'Place in the series, from 1. One that takes the place of another has its number.',
  })
  number: number;

  @Attribute({ type: ServiceSessionStatus, description: 'Where it stands.' })
  status: ServiceSessionStatus;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'When it is to be held, in UTC; null where it was held without having been planned.',
    write: ['planServiceSession!', 'nextSession!', 'moveServiceSession!'],
  })
  plannedAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'When it was held, in UTC: as planned unless said, else now.',
    write: ['recordSessionAttended', 'recordServiceSession', 'updateServiceSession'],
  })
  heldAt: string | null;

  @Attribute({
    type: SessionMode,
    nullable: true,
    description: 'How it is held.',
    write: [
      ...['planServiceSession', 'nextSession', 'moveServiceSession'],
      ...['recordSessionAttended', 'recordServiceSession', 'updateServiceSession'],
    ],
  })
  mode: SessionMode | null;

  @Attribute({
    type: SessionPlace,
    nullable: true,
    description: 'At what kind of place.',
    write: [
      ...['planServiceSession', 'nextSession', 'moveServiceSession'],
      ...['recordSessionAttended', 'recordServiceSession', 'updateServiceSession'],
    ],
  })
  place: SessionPlace | null;

  @Attribute({
    type: ToldBy,
    nullable: true,
    description: 'On whose word its sender records it, where the provider has no account.',
    write: ['recordSessionAttended', 'recordSessionNoShow', 'recordServiceSession', 'updateServiceSession'],
  })
  toldBy: ToldBy | null;

  @Link(() => ServiceSession, {
    nullable: true,
    description:
      'The session whose place it takes: one that was moved or cancelled, or that the survivor did not come to.',
    many: { name: 'replacements', description: 'Sessions that take its place.' },
    write: ['planServiceSession'],
  })
  insteadOfId: string | null;

  @Attribute({
    type: SessionEndReason,
    nullable: true,
    description: 'Why it was moved or cancelled.',
    write: ['moveServiceSession!', 'cancelServiceSession!'],
  })
  endReason: SessionEndReason | null;

  /** When who records it was told that its day has passed. */
  @Hidden({ type: 'dateTime', nullable: true })
  overdueToldAt: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
