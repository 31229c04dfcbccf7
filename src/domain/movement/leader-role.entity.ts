import { SealedRecord, ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { GenderIdentity } from '../casework/survivor/survivor.codes';
import { LeaderPosition } from './leader-role.codes';
import { MemberAssociation } from './member-association.entity';

/** That an office is held is known without a name: who leads an association of sex workers can be hunted for it. */
@Thing({
  label: { en: 'Role of a leader', pt: 'Cargo de liderança' },
  description: 'An office that somebody holds or held in an association. Every read is logged.',
  dataClass: 'PARTICIPANT',
  plural: 'leaderRoles',
  subject: null,
  reach: { own: ['createdById'], through: 'association' },
  order: { field: 'heldFrom', direction: 'DESC' },
})
export class LeaderRole extends ThingRecord {
  @Link(() => MemberAssociation, {
    description: 'The association.',
    many: { name: 'leaderRoles', description: 'Offices that are or were held in it.' },
    write: ['recordLeaderRole'],
  })
  associationId: string;

  @Attribute({ type: LeaderPosition, description: 'The office.', write: ['recordLeaderRole', 'updateLeaderRole'] })
  position: LeaderPosition;

  @Attribute({
    type: GenderIdentity,
    nullable: true,
    description: 'Gender of who holds it, as the person says; null: not asked.',
    write: ['recordLeaderRole', 'updateLeaderRole'],
  })
  genderIdentity: GenderIdentity | null;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'First day in office.',
    write: ['recordLeaderRole', 'updateLeaderRole'],
  })
  heldFrom: string;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Last day in office; null while it is held.',
    write: ['recordLeaderRole', 'updateLeaderRole'],
  })
  heldUntil: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether who holds it was trained for it.',
    write: ['recordLeaderRole', 'updateLeaderRole'],
    initial: false,
  })
  trained: boolean;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which the training was completed; of who was trained alone.',
    write: ['recordLeaderRole', 'updateLeaderRole'],
  })
  trainedOn: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether who holds it has agreed to be named here. Set to false, the name is erased.',
    write: ['recordLeaderRole', 'updateLeaderRole'],
    initial: false,
  })
  nameConsent: boolean;

  @Attribute(voided)
  voidedAt: string | null;
}

/** Apart from the office and under a key of its own, so that it can go at any time and leave the office. */
@Thing({
  label: { en: 'Name of a leader', pt: 'Nome de quem dirige' },
  description: 'Who holds an office in an association, with the person’s consent. Sealed; every read is logged.',
  dataClass: 'PARTICIPANT',
  plural: 'leaderNames',
  subject: null,
  reach: { through: 'leaderRole' },
  erased: true,
})
export class LeaderName extends SealedRecord {
  @Link(() => LeaderRole, {
    description: 'The office.',
    one: { name: 'person', description: 'Who holds it; null where nobody agreed to be named.' },
  })
  leaderRoleId: string;

  @Attribute({
    type: 'text',
    sealed: true,
    description: 'Name that the person wants to be known by.',
    write: ['leaderName'],
  })
  name: string;
}
