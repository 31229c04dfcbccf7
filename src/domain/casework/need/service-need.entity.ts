import { SealedRecord, ThingRecord, voided } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { Case } from '../case/case.entity';
import { ServiceCategory } from '../referral/referral.codes';
import { ServiceType } from '../referral/service-type.codes';
import { AccessBasis } from './service-need-access.codes';
import { ServiceNeedStatus, UnavailableReason } from './service-need.codes';

/**
 * What a survivor needs, also where no referral follows: without it nobody could say of how many who needed a service
 * how many got to it. Every referral that was sent has one.
 */
@Thing({
  label: { en: 'Service need', pt: 'Necessidade de serviço' },
  description: 'A service that the survivor of a case needs, and what was decided on it.',
  dataClass: 'SERVICE_NEED',
  plural: 'serviceNeeds',
  subject: 'case.survivor',
  reach: { through: 'case' },
  order: { field: 'identifiedOn', direction: 'DESC' },
  erased: true,
})
export class ServiceNeed extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'serviceNeeds', description: 'Services that the survivor needs, and what was decided on each.' },
    write: ['recordServiceNeed'],
  })
  caseId: string;

  @Attribute({
    type: ServiceCategory,
    description: 'Category of service.',
    write: ['recordServiceNeed', 'updateServiceNeed'],
  })
  category: ServiceCategory;

  @Attribute({
    type: ServiceType,
    nullable: true,
    description: 'Service in particular.',
    write: ['recordServiceNeed', 'updateServiceNeed'],
  })
  serviceType: ServiceType | null;

  @Attribute({
    type: 'boolean',
    description: 'The survivor named it; false: staff assessed it.',
    write: ['recordServiceNeed', 'updateServiceNeed'],
  })
  namedBySurvivor: boolean;

  @Attribute({
    type: 'date',
    description: 'Day on which it was named or assessed.',
    write: ['recordServiceNeed?', 'updateServiceNeed'],
  })
  identifiedOn: string;

  @Attribute({
    type: ServiceNeedStatus,
    description: 'What was decided on it.',
    write: ['recordServiceNeed', 'decideServiceNeed!'],
    initial: 'OPEN',
  })
  status: ServiceNeedStatus;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When that was decided, in UTC.' })
  decidedAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the service was given, in UTC; of what was provided here or received elsewhere.',
    write: ['recordServiceNeed', 'updateServiceNeed', 'decideServiceNeed'],
  })
  servedAt: string | null;

  @Attribute({
    type: UnavailableReason,
    nullable: true,
    description: 'Why the service cannot be had, where it cannot.',
    write: ['recordServiceNeed', 'updateServiceNeed', 'decideServiceNeed'],
  })
  unavailableReason: UnavailableReason | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the survivor had access to the service, in UTC; null: not, as far as is known. Derived.',
  })
  accessedAt: string | null;

  @Attribute({ type: AccessBasis, nullable: true, description: 'By what that counts as access. Derived.' })
  accessBasis: AccessBasis | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the survivor first used the service, in UTC; null: not, as far as is known. Derived.',
  })
  usedAt: string | null;

  @Attribute({ type: AccessBasis, nullable: true, description: 'By what that counts as use. Derived.' })
  useBasis: AccessBasis | null;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Words on a service need', pt: 'Palavras sobre uma necessidade de serviço' },
  description: 'What the survivor said of a need, and why it was decided so. Sealed; every read is logged.',
  dataClass: 'CASE_NOTES',
  plural: 'serviceNeedTexts',
  subject: 'case.survivor',
  reach: { through: 'case' },
  erased: true,
})
export class ServiceNeedText extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => ServiceNeed, {
    description: 'The need.',
    one: {
      name: 'words',
      description: 'What the survivor said of it, and why it was decided so. Every read is logged.',
    },
  })
  needId: string;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 5000,
    description: 'What the survivor said of the need.',
    write: ['serviceNeedWords'],
  })
  ownWords: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 5000,
    description: 'Why it was decided so.',
    write: ['serviceNeedWords'],
  })
  decisionReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
