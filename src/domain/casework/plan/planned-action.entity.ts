import { Index } from 'typeorm';
import { SealedRecord, ThingRecord, voided } from '../../../model/record';
import { Attribute, Hidden, Link, Thing } from '../../../model/declaration';
import { StaffMember } from '../../organisation/staff-member.entity';
import { Case } from '../case/case.entity';
import { ServiceNeed } from '../need/service-need.entity';
import { PlanDoer, PlanKind, PlannedActionStatus } from './planned-action.codes';

/** The coded part: who does it and until when. What it is stands apart, sealed. */
@Index(['dueOn'], { where: `status = 'PLANNED' AND overdue_told_at IS NULL` })
@Thing({
  label: { en: 'Planned action', pt: 'Acção planeada' },
  description: 'Something of the safety plan or the action plan that was agreed with the survivor of a case.',
  dataClass: 'CASE_OPERATIONS',
  plural: 'plannedActions',
  subject: 'case.survivor',
  reach: { through: 'case' },
  erased: true,
})
export class PlannedAction extends ThingRecord {
  @Link(() => Case, {
    description: 'The case.',
    many: { name: 'plannedActions', description: 'What the safety plan and the action plan of the case hold.' },
  })
  caseId: string;

  @Link(() => ServiceNeed, {
    nullable: true,
    description: 'The need that it is for, where it is for one.',
    many: { name: 'plannedActions', description: 'What is planned for the need.' },
    write: ['newPlannedAction', 'updatePlannedAction'],
  })
  needId: string | null;

  @Attribute({
    type: PlanKind,
    description: 'The plan that it belongs to.',
    write: ['newPlannedAction', 'updatePlannedAction'],
  })
  plan: PlanKind;

  @Attribute({ type: PlanDoer, description: 'Who does it.', write: ['newPlannedAction', 'updatePlannedAction'] })
  doer: PlanDoer;

  @Link(() => StaffMember, {
    nullable: true,
    description: 'The colleague who sees to it that it is done; null: whoever has the case.',
    write: ['newPlannedAction', 'updatePlannedAction'],
  })
  responsibleId: string | null;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Day until which it is to be done.',
    write: ['newPlannedAction', 'updatePlannedAction'],
  })
  dueOn: string | null;

  @Attribute({ type: PlannedActionStatus, description: 'Where it stands.', initial: 'PLANNED' })
  status: PlannedActionStatus;

  @Attribute({
    type: 'date',
    nullable: true,
    description: 'Day on which it was done.',
    write: ['completePlannedAction', 'updatePlannedAction'],
  })
  doneOn: string | null;

  /** Kept beside: nobody who changes the action is told that somebody was faster. */
  @Hidden({ type: 'dateTime', nullable: true })
  overdueToldAt: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

@Thing({
  label: { en: 'Words on a planned action', pt: 'Palavras sobre uma acção planeada' },
  description: 'What is to be done. Sealed; every read is logged.',
  dataClass: 'CASE_NOTES',
  plural: 'plannedActionTexts',
  subject: 'case.survivor',
  reach: { through: 'case' },
  erased: true,
})
export class PlannedActionText extends SealedRecord {
  @Link(() => Case, { description: 'The case.' })
  caseId: string;

  @Link(() => PlannedAction, {
    description: 'The planned action.',
    one: { name: 'words', description: 'What is to be done. Every read is logged.' },
  })
  plannedActionId: string;

  @Attribute({
    type: 'longText',
    sealed: true,
    maxLength: 5000,
    description: 'What is to be done.',
    write: ['plannedActionWords'],
  })
  text: string;

  @Attribute(voided)
  voidedAt: string | null;
}
