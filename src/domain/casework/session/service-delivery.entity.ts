import { SealedRecord, voided } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { ServiceNeed } from '../need/service-need.entity';
import { Referral } from '../referral/referral.entity';
import { servedByMe } from '../referral/referral.reach';
import { ServiceType } from '../referral/service-type.codes';
import { ServiceResult } from './service-delivery.codes';
import { ToldBy } from './service-session.codes';

const written = ['recordServiceDelivery', 'updateServiceDelivery'];

/** Of a referral, or of a need that the organisation of the case meets itself. Its provider keeps it, whatever becomes of these. */
@Thing({
  label: { en: 'Entry of a service record', pt: 'Entrada do registo de um serviço' },
  description:
    'A single service in the record of its provider: given, offered, declined. The note is sealed; every read is logged.',
  dataClass: 'SERVICE_RECORD',
  plural: 'serviceDeliveries',
  subject: 'case.survivor',
  reach: { through: 'case', referred: servedByMe },
})
export class ServiceDelivery extends SealedRecord {
  @Link(() => Case, {
    description: 'The case; null for the provider.',
    many: { name: 'serviceDeliveries', description: 'Services that were given, offered or declined.' },
  })
  caseId: string;

  @Link(() => Referral, {
    nullable: true,
    description: 'The referral; null: the organisation of the case meets the need itself.',
    many: { name: 'deliveries', description: 'Services that were given on it, offered or declined.' },
  })
  referralId: string | null;

  @Link(() => ServiceNeed, {
    nullable: true,
    description: 'The need that the organisation of the case meets itself; null: it is of a referral.',
    many: { name: 'deliveries', description: 'Services that the organisation of the case gave for it itself.' },
  })
  needId: string | null;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Organisation that serves; null: that of the case, or a provider outside the system.',
  })
  providerId: string | null;

  @Attribute({
    type: ServiceType,
    description: 'The service; of the category that was asked for.',
    write: ['recordServiceDelivery', 'updateServiceDelivery'],
  })
  serviceType: ServiceType;

  @Attribute({ type: ServiceResult, description: 'What came of it.', write: written })
  result: ServiceResult;

  @Attribute({
    type: 'dateTime',
    description:
      'When that was, in UTC: of what is taken for long, the first dose, or the first night. Now unless said.',
    write: ['recordServiceDelivery?', 'updateServiceDelivery'],
  })
  givenAt: string;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When it was taken to its end, in UTC: the 28 days of PEP.',
    write: written,
  })
  completedAt: string | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'The colleague who gave it, as far as the provider has an account.',
    write: written,
  })
  givenById: string | null;

  @Attribute({
    type: ToldBy,
    nullable: true,
    description: 'On whose word its sender records it, where the provider has no account.',
    write: written,
  })
  toldBy: ToldBy | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 5000,
    description: 'Note of the provider.',
    write: written,
  })
  note: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
