import { ThingRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { Province } from '../country/place.entity';
import { ServiceCategory } from '../casework/referral/referral.codes';
import { OrganisationKind, PartnerRole } from './organisation.codes';

const told = ['registerOrganisation', 'updateOrganisation'];

@Thing({
  label: { en: 'Organisation', pt: 'Organização' },
  description: 'A partner organisation or service provider.',
  dataClass: 'ORGANISATION',
  plural: 'organisations',
  few: true,
  reach: {},
  order: { field: 'name', direction: 'ASC' },
  erased: true,
})
export class Organisation extends ThingRecord {
  @Attribute({ type: 'text', description: 'Name.', sort: true, write: told })
  name: string;

  @Attribute({ type: OrganisationKind, description: 'What kind of organisation it is.', write: told })
  kind: OrganisationKind;

  @Attribute({ type: PartnerRole, nullable: true, description: 'Its part in the programme.', write: told })
  partnerRole: PartnerRole | null;

  @Attribute({ type: 'boolean', initial: false, description: 'Whether sex workers lead it.', write: told })
  sexWorkerLed: boolean;

  @Attribute({
    type: [ServiceCategory],
    initial: [],
    description: 'Services that it can be referred to for.',
    write: told,
  })
  services: ServiceCategory[];

  @Link(() => Province, {
    nullable: true,
    description: 'The province that it works from.',
    many: { name: 'organisations', description: 'Organisations that work from here.' },
    write: told,
  })
  provinceId: string | null;

  @Attribute({ type: 'date', nullable: true, description: 'Day on which its part in the programme ends.', write: told })
  endsOn: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Name in letters, where its own tells what the organisation does or for whom.',
  })
  letterName: string | null;

  @Attribute({ type: 'text', nullable: true, description: 'Where to go, as letters say it.' })
  place: string | null;

  @Attribute({ type: 'text', nullable: true, description: 'Hours in which somebody is there, as letters say them.' })
  hours: string | null;

  @Attribute({ type: 'text', nullable: true, description: 'Telephone of the office, which letters name.' })
  workTelephone: string | null;
}
