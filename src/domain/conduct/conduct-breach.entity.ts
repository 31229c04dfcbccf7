import { SealedRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { MemberAssociation } from '../movement/member-association.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { isReviewer, reviewersOf } from './conduct-breach.reach';
import { ConductBreachStatus, ConductCategory, ConductPersonRole, ConductSeverity } from './conduct.codes';

/** It names what somebody does, never who it is. It is not taken out: what was no breach is dismissed, so that nothing disappears. */
@Thing({
  label: { en: 'Breach of a code of conduct', pt: 'Violação de um código de conduta' },
  description:
    'What was reported against the code of conduct of a platform, and what came of it. For its named reviewers; every read is logged.',
  dataClass: 'CONDUCT',
  plural: 'conductBreaches',
  subject: null,
  reach: { own: [], entrusted: isReviewer, others: reviewersOf, through: 'association' },
  order: { field: 'reportedOn', direction: 'DESC' },
  erased: true,
})
export class ConductBreach extends SealedRecord {
  @Link(() => MemberAssociation, {
    description: 'The association.',
    many: { name: 'conductBreaches', description: 'Breaches of the code of conduct. Every read is logged.' },
    write: ['reportConductBreach'],
  })
  associationId: string;

  @Attribute({
    type: ConductCategory,
    description: 'What of the code was breached.',
    write: ['reportConductBreach', 'updateConductBreach'],
  })
  category: ConductCategory;

  @Attribute({
    type: ConductSeverity,
    description: 'How grave it is.',
    write: ['reportConductBreach', 'updateConductBreach'],
  })
  severity: ConductSeverity;

  @Attribute({
    type: ConductPersonRole,
    description: 'What the person does who is said to have breached it; nobody is named.',
    write: ['reportConductBreach', 'updateConductBreach'],
  })
  roleOfPerson: ConductPersonRole;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'Day on which it was reported; today unless said.',
    write: ['reportConductBreach?', 'updateConductBreach'],
  })
  reportedOn: string;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'What happened, in words, without names.',
    write: ['reportConductBreach', 'updateConductBreach'],
  })
  note: string | null;

  @Attribute({ type: ConductBreachStatus, description: 'How far its review has come.' })
  status: ConductBreachStatus;

  @Link(() => StaffMember, { nullable: true, description: 'Who took it up.' })
  reviewerId: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who decided on it.' })
  decidedById: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When it was decided on, in UTC.' })
  decidedAt: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'What was decided, and why.',
    write: ['resolveConductBreach!', 'dismissConductBreach!'],
  })
  decision: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'Why somebody does not agree with the decision.',
    write: ['appealConductDecision!'],
  })
  appealReason: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who took up the appeal.' })
  appealReviewerId: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who decided on the appeal.' })
  appealDecidedById: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the appeal was decided on, in UTC.' })
  appealDecidedAt: string | null;

  @Attribute({
    type: 'longText',
    nullable: true,
    sealed: true,
    maxLength: 2000,
    description: 'What was decided on the appeal, and why.',
    write: ['upholdConductDecision!', 'overturnConductDecision!'],
  })
  appealDecision: string | null;
}
