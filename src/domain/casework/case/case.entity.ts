import { Index } from 'typeorm';
import { ThingRecord } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { Organisation } from '../../organisation/organisation.entity';
import { StaffMember } from '../../organisation/staff-member.entity';
import { accessTaken, closedOff } from '../access/access-grant.reach';
import { entrusted, isOpen } from './case.reach';
import { Consent } from '../consent/consent.entity';
import { Survivor } from '../survivor/survivor.entity';
import {
  CasePriority,
  CaseSource,
  CaseStatus,
  ClosureReason,
  RestrictionReason,
  RiskLevel,
  WorkflowStage,
} from './case.codes';
import { caseNumber } from './number-forms';

// What is restricted is taken out of every count: whose it is, and which, is read in the index alone.
@Index(['survivorId', 'ownerId', 'id'], { where: 'restricted_at IS NOT NULL' })
@Index(['draftUntil'], { where: "status = 'DRAFT'" })
@Index(['outsideSupervisorId'], { where: 'outside_supervisor_id IS NOT NULL' })
@Thing({
  label: { en: 'Case', pt: 'Caso' },
  description: 'A case of violence, followed until its conclusion.',
  dataClass: 'CASE_OPERATIONS',
  plural: 'cases',
  subject: 'survivor',
  reach: {
    own: ['ownerId', 'createdById'],
    organisation: ['organisationId'],
    named: ['outsideSupervisorId'],
    entrusted,
    open: isOpen,
    opens: ['survivorId', 'restrictedAt', 'closedOffAt', 'ownerId', 'createdById', 'imported'],
    granted: accessTaken,
    closedOff,
  },
  order: { field: 'openedAt', direction: 'DESC' },
  erased: true,
})
export class Case extends ThingRecord {
  @Attribute({
    type: 'text',
    unique: true,
    description: 'Short number for people, unique in the country.',
    sort: true,
    shortNumber: caseNumber,
  })
  displayId: string;

  @Attribute({ type: CaseStatus, description: 'Where the case stands in its lifecycle.' })
  status: CaseStatus;

  @Attribute({ type: WorkflowStage, description: 'Stage of the work, as Primero names it.' })
  workflowStage: WorkflowStage;

  @Attribute({
    type: RiskLevel,
    nullable: true,
    description: 'How much danger the survivor is in.',
    write: ['registerCase', 'importCase', 'updateCase', 'assessCase'],
  })
  riskLevel: RiskLevel | null;

  @Attribute({
    type: CasePriority,
    nullable: true,
    description: 'How soon it must be worked on.',
    write: ['registerCase', 'importCase', 'updateCase', 'assessCase', 'planCase'],
  })
  priority: CasePriority | null;

  @Attribute({
    type: 'dateTime',
    description: 'When the case was opened, in UTC.',
    sort: true,
    write: ['registerCase?', 'importCase?', 'updateCase'],
  })
  openedAt: string;

  @Attribute({
    type: CaseSource,
    description: 'How the case came to the programme.',
    write: ['registerCase', 'importCase', 'updateCase'],
  })
  source: CaseSource;

  @Attribute({
    type: 'text',
    nullable: true,
    search: true,
    found: false,
    description: 'Violence office where it is registered, if any.',
    write: ['registerCase', 'importCase', 'updateCase'],
  })
  registeredAtOffice: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Registered without a survivor’s identity or consent ledger.',
    write: ['registerCase', 'importCase', 'updateCase'],
    initial: false,
  })
  anonymous: boolean;

  @Attribute({ type: 'boolean', initial: false, description: 'It was kept elsewhere, and came by an import.' })
  imported: boolean;

  @Link(() => Organisation, {
    description: 'Organisation that handles the case.',
    many: { name: 'cases', description: 'Cases that the organisation handles.' },
  })
  organisationId: string;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Colleague who is assigned the case.',
    many: { name: 'cases', description: 'Cases assigned to the colleague.' },
    write: ['assignCase!'],
  })
  ownerId: string | null;

  @Link(() => Survivor, {
    nullable: true,
    description: 'The survivor; null in an anonymous case.',
    many: { name: 'cases', description: 'Cases of the survivor.' },
  })
  survivorId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description:
      'Until when the draft is kept, in UTC: then it is erased unless it was registered. Null where it is none.',
  })
  draftUntil: string | null;

  @Link(() => Case, {
    nullable: true,
    description: 'The case that this one repeats, or is said to repeat.',
    many: { name: 'duplicates', description: 'Cases that repeat this one.' },
    write: ['markCaseDuplicate!'],
  })
  duplicateOfId: string | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who said that it repeats another, or is a case of its own after all; somebody else must confirm it.',
  })
  duplicateAskedById: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When the survivor’s withdrawal was recorded, in UTC.' })
  withdrawnAt: string | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who recorded the withdrawal; somebody else must approve that it is undone.',
  })
  withdrawnById: string | null;

  @Link(() => Consent, {
    nullable: true,
    description: 'The decision of the survivor that ended the work on it.',
    many: { name: 'endedCases', description: 'Cases on which the decision ended the work: they are WITHDRAWN.' },
  })
  endedByConsentId: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description:
      'Since when what is told in it is read by nobody but under an access grant, in UTC: the survivor has ended the consent to services.',
  })
  closedOffAt: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'Since when it is open to named colleagues alone, in UTC.',
  })
  restrictedAt: string | null;

  @Attribute({
    type: RestrictionReason,
    nullable: true,
    description: 'Why it is open to named colleagues alone.',
    write: ['restrictCase!'],
  })
  restrictionReason: RestrictionReason | null;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Who asked that it be opened again; somebody else must agree.',
  })
  openingAskedById: string | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When a supervisor decided that it is worked on without consent, for danger to life, in UTC.',
  })
  consentOverriddenAt: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who decided that it is worked on without consent.' })
  consentOverriddenById: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When closure was last asked for, in UTC.' })
  closureRequestedAt: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who asked for closure; somebody else must approve it.' })
  closureRequestedById: string | null;

  @Attribute({
    type: ClosureReason,
    nullable: true,
    description: 'Why the case is closed, or is to be.',
    write: ['requestCaseClosure!', 'importCase'],
  })
  closureReason: ClosureReason | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description: 'When the case was closed, in UTC.',
    write: ['importCase'],
  })
  closedAt: string | null;

  @Attribute({
    type: 'boolean',
    description: 'At closure: the safety plan was reviewed with the survivor.',
    write: ['requestCaseClosure'],
    initial: false,
  })
  safetyPlanReviewed: boolean;

  @Attribute({
    type: 'boolean',
    description: 'At closure: the survivor knows that services can be resumed at any time.',
    write: ['requestCaseClosure'],
    initial: false,
  })
  informedCanResume: boolean;

  @Attribute({ type: 'boolean', description: 'At closure: a supervisor reviewed the case.', initial: false })
  supervisorReviewed: boolean;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the client made the record, by its own clock, in UTC.',
    write: ['registerCase', 'importCase'],
  })
  clientCreatedAt: string | null;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description:
      'Whether all complaints of the case have come to an end; null: it has none, so there is nothing to conclude.',
  })
  concluded: boolean | null;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    sort: true,
    description:
      'When the last complaint of the case was recorded as ended, in UTC; null while one is open, or none is there.',
  })
  concludedAt: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day until which the case is kept: null while it is not closed, or a complaint of it is open.',
  })
  retentionUntil: string | null;

  /** Supervises the case from another organisation, since nobody of its own can; one of its members. */
  @Hidden({ type: 'uuid', nullable: true })
  outsideSupervisorId: string | null;

  @Hidden({ type: 'uuid' })
  dataKeyId: string;
}
