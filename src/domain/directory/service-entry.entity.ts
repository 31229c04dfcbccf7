import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { ServiceCategory } from '../casework/referral/referral.codes';
import { ServiceType } from '../casework/referral/service-type.codes';
import { SpokenLanguage } from '../casework/survivor/language.codes';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { AcceptedGroup, ServiceCoverage, ServiceEntryStatus, ServiceRequirement } from './directory.codes';
import { forReferral, near } from './service-entry.nearness';

const written = ['addServiceEntry', 'updateServiceEntry'];

/** Names of places are public codes, so that an entry is one row and what covers a district is found without another table. */
@Thing({
  label: { en: 'Directory entry', pt: 'Entrada do directório' },
  description: 'A provider in the service directory: what it offers, where, when, to whom, and what it asks for.',
  dataClass: 'DIRECTORY',
  plural: 'serviceDirectory',
  few: true,
  reach: { organisation: ['keptById', 'organisationId'] },
  order: { field: 'name', direction: 'ASC' },
  by: [near, forReferral],
})
export class ServiceEntry extends ThingRecord {
  @Link(() => Organisation, {
    nullable: true,
    description: 'The provider, where it is an organisation of the country; null: a provider outside the system.',
    many: { name: 'serviceEntries', description: 'What the organisation offers, in the service directory.' },
    write: ['addServiceEntry'],
  })
  organisationId: string | null;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Name of the provider, or of its place. Of an organisation of the country, its own unless given.',
    write: ['addServiceEntry?', 'updateServiceEntry'],
  })
  name: string;

  @Link(() => Organisation, { description: 'Who keeps the entry; the provider itself can change it as well.' })
  keptById: string;

  @Attribute({
    type: [ServiceCategory],
    search: true,
    description: 'Categories of service; at least one.',
    write: written,
  })
  categories: ServiceCategory[];

  @Attribute({
    type: [ServiceType],
    search: true,
    description: 'Services in particular, of these categories; empty: not said.',
    write: written,
    initial: [],
  })
  serviceTypes: ServiceType[];

  @Attribute({ type: ServiceCoverage, description: 'How far the service reaches.', write: written })
  coverage: ServiceCoverage;

  @Attribute({
    type: ['text'],
    description: 'Codes of the provinces that are covered as a whole (`Province.code`).',
    write: written,
    initial: [],
  })
  provinceCodes: string[];

  @Attribute({
    type: ['text'],
    description: 'Codes of the districts that are covered (`District.code`).',
    write: written,
    initial: [],
  })
  districtCodes: string[];

  @Attribute({ type: 'boolean', description: 'Whether it is open day and night.', write: written, initial: false })
  alwaysOpen: boolean;

  @Attribute({
    type: ['text'],
    filter: false,
    description:
      'When it is open, in the time zone of the country: as OpenStreetMap writes them (`Mo-Fr 08:00-16:30`), and kept as one stretch of one day each (`Mo 08:00-16:30`). Empty: not known, unless it is always open.',
    write: written,
    initial: [],
  })
  openingHours: string[];

  @Attribute({ type: [SpokenLanguage], description: 'Languages that are spoken there.', write: written, initial: [] })
  languages: SpokenLanguage[];

  @Attribute({
    type: [AcceptedGroup],
    description: 'Whom it is known to accept; who is not in it was not asked about.',
    write: written,
    initial: [],
  })
  accepts: AcceptedGroup[];

  @Attribute({
    type: [ServiceRequirement],
    description: 'What it asks for; empty: not known.',
    write: written,
    initial: [],
  })
  asksFor: ServiceRequirement[];

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 40,
    description: 'Telephone of the office.',
    write: written,
  })
  telephone: string | null;

  @Attribute({ type: 'text', nullable: true, filter: false, description: 'E-mail of the office.', write: written })
  email: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    description:
      'Where it is. Never of a safe house, nor of anything that its organisation gives: its place is not written down.',
    write: written,
  })
  address: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 500,
    description:
      'What a survivor should know before going there; nothing about any person, and of a safe house nothing that tells where it is.',
    write: written,
  })
  note: string | null;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which somebody last made sure that it is right.',
    write: ['confirmServiceEntry?'],
  })
  lastConfirmedOn: string;

  @Link(() => StaffMember, { nullable: true, description: 'Who made sure of it.' })
  confirmedById: string | null;

  @Attribute({ type: ServiceEntryStatus, description: 'How the entry stands.' })
  status: ServiceEntryStatus;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day since which the service is given no more.',
    write: ['closeServiceEntry'],
  })
  closedOn: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
