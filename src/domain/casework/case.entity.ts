import { ThingRecord } from '../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../model/declaration';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { Survivor } from './survivor.entity';
import { CasePriority, CaseSource, CaseStatus, ClosureReason, RiskLevel, WorkflowStage } from './case.codes';

@Thing({
  description: 'A case of violence, followed until its conclusion.',
  dataClass: 'CASE_OPERATIONS',
  plural: 'cases',
  reach: { own: ['ownerId', 'createdById'], organisation: ['organisationId'] },
  order: { field: 'openedAt', direction: 'DESC' },
})
export class Case extends ThingRecord {
  @Attribute({ type: 'text', unique: true, description: 'Short number for people, unique in the country.', sort: true })
  displayId: string;

  @Attribute({ type: CaseStatus, description: 'Where the case stands in its lifecycle.' })
  status: CaseStatus;

  @Attribute({ type: WorkflowStage, description: 'Stage of the work, as Primero names it.' })
  workflowStage: WorkflowStage;

  @Attribute({ type: RiskLevel, nullable: true, description: 'How much danger the survivor is in.' })
  riskLevel: RiskLevel | null;

  @Attribute({ type: CasePriority, nullable: true, description: 'How soon it must be worked on.' })
  priority: CasePriority | null;

  @Attribute({ type: 'dateTime', description: 'When the case was opened, in UTC.', sort: true })
  openedAt: string;

  @Attribute({ type: CaseSource, description: 'How the case came to the programme.' })
  source: CaseSource;

  @Attribute({ type: 'text', nullable: true, description: 'Violence office where it is registered, if any.' })
  registeredAtOffice: string | null;

  @Attribute({ type: 'boolean', description: 'Registered without a survivor’s identity or consent ledger.' })
  anonymous: boolean;

  @Link(() => Organisation, {
    description: 'Organisation that handles the case.',
    many: { name: 'cases', description: 'Cases that the organisation handles.' },
  })
  organisationId: string;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'Colleague who is assigned the case.',
    many: { name: 'cases', description: 'Cases assigned to the colleague.' },
  })
  ownerId: string | null;

  @Link(() => Survivor, {
    nullable: true,
    description: 'The survivor; null in an anonymous case.',
    many: { name: 'cases', description: 'Cases of the survivor.' },
  })
  survivorId: string | null;

  @Link(() => Case, {
    nullable: true,
    description: 'The case that this one repeats.',
    many: { name: 'duplicates', description: 'Cases that repeat this one.' },
  })
  duplicateOfId: string | null;

  @Attribute({ type: 'dateTime', nullable: true, description: 'When closure was last asked for, in UTC.' })
  closureRequestedAt: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who asked for closure; somebody else must approve it.' })
  closureRequestedById: string | null;

  @Attribute({ type: ClosureReason, nullable: true, description: 'Why the case is closed, or is to be.' })
  closureReason: ClosureReason | null;

  @Attribute({ type: 'dateTime', nullable: true, sort: true, description: 'When the case was closed, in UTC.' })
  closedAt: string | null;

  @Attribute({ type: 'boolean', description: 'At closure: the safety plan was reviewed with the survivor.' })
  safetyPlanReviewed: boolean;

  @Attribute({
    type: 'boolean',
    description: 'At closure: the survivor knows that services can be resumed at any time.',
  })
  informedCanResume: boolean;

  @Attribute({ type: 'boolean', description: 'At closure: a supervisor reviewed the case.' })
  supervisorReviewed: boolean;

  @Attribute({
    type: 'dateTime',
    nullable: true,
    description: 'When the client made the record, by its own clock, in UTC.',
  })
  clientCreatedAt: string | null;

  @Attribute({ type: 'date', nullable: true, description: 'Day until which the case is kept.' })
  retentionUntil: string | null;

  @Hidden({ type: 'uuid' })
  dataKeyId: string;
}
