import type { NumberForm } from '../../base/typed-number';
import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { ServiceCategory } from '../casework/referral/referral.codes';
import { ServiceType } from '../casework/referral/service-type.codes';
import { District } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { ServiceSlipStatus } from './service-slip.codes';

/** Another than that of letters, so that none is taken for the other. The last letter checks the others. */
export const slipNumber: NumberForm = { prefix: 'V', length: 7, checked: true };

const written = ['giveServiceSlip', 'updateServiceSlip'];

/** Beside the referrals of cases, never among them: it is nobody's, so nobody can be found by it. */
@Thing({
  label: { en: 'Service slip', pt: 'Senha de serviço' },
  description:
    'A slip of paper for a service, given to somebody who wants no case and no name: which service, when, and whether it was used.',
  dataClass: 'SERVICE_SLIP',
  plural: 'serviceSlips',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'givenOn', direction: 'DESC' },
})
export class ServiceSlip extends ThingRecord {
  @Link(() => Organisation, { description: 'Who gave it.' })
  organisationId: string;

  @Attribute({
    type: 'text',
    unique: true,
    search: true,
    description: 'Random number on the slip; its last letter checks the others.',
    shortNumber: slipNumber,
  })
  number: string;

  @Attribute({ type: ServiceCategory, description: 'Kind of service.', write: written })
  category: ServiceCategory;

  @Attribute({
    type: ServiceType,
    nullable: true,
    description: 'The service in particular, of that kind; null: not said.',
    write: written,
  })
  serviceType: ServiceType | null;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which it was given. Left out: today.',
    write: ['giveServiceSlip?', 'updateServiceSlip'],
  })
  givenOn: string;

  @Link(() => District, {
    nullable: true,
    description: 'Where it was given; null: not said.',
    many: { name: 'serviceSlips', description: 'Service slips that were given here.' },
    write: written,
  })
  districtId: string | null;

  @Attribute({ type: ServiceSlipStatus, description: 'Where it stands.' })
  status: ServiceSlipStatus;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which it was used, as confirmed; today where that is left out. Null: not confirmed.',
    write: ['confirmServiceSlip', 'updateServiceSlip'],
  })
  confirmedUsedOn: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was taken out; nothing of a person.',
    write: ['voidServiceSlip!'],
  })
  voidedReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
