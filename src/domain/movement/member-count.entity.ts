import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { GenderIdentity } from '../casework/survivor/survivor.codes';
import { MemberAssociation } from './member-association.entity';

/** Members are counted, never listed. */
@Thing({
  label: { en: 'Count of members', pt: 'Contagem de membros' },
  description: 'How many members an association had on a day.',
  dataClass: 'PLATFORM',
  plural: 'memberCounts',
  reach: { through: 'association' },
  order: { field: 'countedOn', direction: 'DESC' },
  erased: true,
})
export class MemberCount extends ThingRecord {
  @Link(() => MemberAssociation, {
    description: 'The association.',
    many: { name: 'memberCounts', description: 'How many members it had, the newest first.' },
    write: ['recordMemberCount'],
  })
  associationId: string;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day of the count; one stands for each day.',
    write: ['recordMemberCount'],
  })
  countedOn: string;

  @Attribute({
    type: 'int',
    min: 0,
    max: 1000000,
    description: 'All members, whether their gender was asked for or not.',
    write: ['recordMemberCount', 'updateMemberCount'],
  })
  total: number;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Members of one gender', pt: 'Membros de um género' },
  description: 'How many members of one gender were counted.',
  dataClass: 'PLATFORM',
  plural: 'memberCountGroups',
  reach: { through: 'count' },
  erased: true,
})
export class MemberCountGroup extends ThingRecord {
  @Link(() => MemberCount, {
    description: 'The count.',
    many: { name: 'byGender', description: 'The members by gender, as far as it was asked for.' },
  })
  countId: string;

  @Attribute({ type: GenderIdentity, description: 'Gender.', write: ['memberGroup'] })
  genderIdentity: GenderIdentity;

  @Attribute({ type: 'int', min: 0, max: 1000000, description: 'Number of members.', write: ['memberGroup'] })
  members: number;

  @Attribute(voided)
  voidedAt: string | null;
}
