import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { Province } from '../country/place.entity';
import { LegalStatus, MembershipStatus } from './movement.codes';
import { Platform } from './platform.entity';

/** The province is as near as indicators ask: where exactly sex workers organise is not written down. */
@Thing({
  label: { en: 'Member association', pt: 'Associação membro' },
  description: 'An association of sex workers that belongs, belonged or wants to belong to a platform.',
  dataClass: 'PLATFORM',
  plural: 'memberAssociations',
  reach: { through: 'platform' },
  order: { field: 'name', direction: 'ASC' },
  erased: true,
  staysInSight: true,
})
export class MemberAssociation extends ThingRecord {
  @Link(() => Platform, {
    description: 'The platform.',
    many: { name: 'associations', description: 'Its member associations, past ones and applicants as well.' },
    write: ['registerMemberAssociation'],
  })
  platformId: string;

  @Attribute({
    type: 'text',
    sort: true,
    description: 'Name of the association, never that of a person.',
    write: ['registerMemberAssociation', 'updateMemberAssociation'],
  })
  name: string;

  @Link(() => Province, {
    nullable: true,
    description: 'The province that it works in; null: the whole country.',
    many: { name: 'memberAssociations', description: 'Associations of sex workers that work here.' },
    write: ['registerMemberAssociation', 'updateMemberAssociation'],
  })
  provinceId: string | null;

  @Attribute({
    type: LegalStatus,
    description: 'How it stands with the law.',
    write: ['registerMemberAssociation', 'updateMemberAssociation'],
    initial: 'UNKNOWN',
  })
  legalStatus: LegalStatus;

  @Attribute({ type: MembershipStatus, description: 'How it stands with the platform.' })
  status: MembershipStatus;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Day on which it joined, or joined again; null while it never did.',
    write: ['admitMemberAssociation?', 'updateMemberAssociation'],
  })
  joinedOn: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which its membership, or its application, ended.',
    write: ['endMembership?', 'updateMemberAssociation'],
  })
  leftOn: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why its membership was last suspended or ended. Nobody is named in it.',
    write: ['suspendMembership!', 'endMembership'],
  })
  statusReason: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
