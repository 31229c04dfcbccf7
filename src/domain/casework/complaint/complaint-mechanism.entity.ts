import { ThingRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import { District, Province } from '../../country/place.entity';
import { Organisation } from '../../organisation/organisation.entity';
import { ComplaintMechanismKind } from './complaint-mechanism.codes';

/** What a country begins with stands in `seeds/mechanisms`; what is marked there as unverified, somebody of the country confirms. */
@Thing({
  label: { en: 'Complaint mechanism', pt: 'Mecanismo de queixa' },
  description: 'An authority or body of the country before which complaints are brought.',
  dataClass: 'COMPLAINT_MECHANISM',
  plural: 'complaintMechanisms',
  few: true,
  reach: {},
  order: { field: 'name', direction: 'ASC' },
})
export class ComplaintMechanism extends ThingRecord {
  @Attribute({
    type: 'text',
    sort: true,
    description: 'Name, as the country itself calls it.',
    write: ['updateComplaintMechanism'],
  })
  name: string;

  @Attribute({ type: ComplaintMechanismKind, description: 'What kind of mechanism it is.' })
  kind: ComplaintMechanismKind;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'What it takes, and what it does not, in English.',
    write: ['updateComplaintMechanism'],
  })
  noteEn: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'What it takes, and what it does not, in Portuguese.',
    write: ['updateComplaintMechanism'],
  })
  notePt: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether it stands apart from the police.',
    write: ['updateComplaintMechanism'],
  })
  independent: boolean;

  @Attribute({
    type: 'int',
    min: 7,
    max: 365,
    description: 'Days without news after which a complaint before it is stalled.',
    write: ['updateComplaintMechanism'],
  })
  stalledAfterDays: number;

  @Attribute({
    type: 'boolean',
    description: 'Whether somebody of the country has confirmed what is said here.',
    write: ['updateComplaintMechanism'],
  })
  verified: boolean;
}

@Thing({
  label: { en: 'Office of a complaint mechanism', pt: 'Serviço de um mecanismo de queixa' },
  description: 'Where complaints are brought: a station, a provincial office, a court.',
  dataClass: 'COMPLAINT_MECHANISM',
  plural: 'complaintOffices',
  few: true,
  reach: { organisation: ['organisationId'] },
  order: { field: 'name', direction: 'ASC' },
})
export class ComplaintOffice extends ThingRecord {
  @Link(() => ComplaintMechanism, {
    description: 'The mechanism.',
    many: { name: 'offices', description: 'Its offices.' },
    write: ['addComplaintOffice', 'updateComplaintOffice'],
  })
  mechanismId: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Name. No address, and nobody’s name.',
    write: ['addComplaintOffice', 'updateComplaintOffice'],
  })
  name: string;

  @Link(() => Province, {
    nullable: true,
    description: 'The province that it serves; null: the whole country.',
    many: { name: 'complaintOffices', description: 'Offices of complaint mechanisms here.' },
    write: ['addComplaintOffice', 'updateComplaintOffice'],
  })
  provinceId: string | null;

  @Link(() => District, {
    nullable: true,
    description: 'The district that it serves; null: the whole province.',
    write: ['addComplaintOffice', 'updateComplaintOffice'],
  })
  districtId: string | null;

  @Attribute({
    type: 'boolean',
    description:
      'Whether somebody who sees to the quality of the country’s data has confirmed what is said here; changed by others, it is to be confirmed anew.',
    write: ['updateComplaintOffice'],
    initial: false,
  })
  verified: boolean;

  @Attribute({
    type: 'boolean',
    description: 'No longer there: complaints before it stay, none is brought there any more.',
    write: ['updateComplaintOffice'],
    initial: false,
  })
  closed: boolean;

  @Link(() => Organisation, {
    nullable: true,
    description: 'Organisation that added it; null: it was there from the beginning.',
  })
  organisationId: string | null;
}
