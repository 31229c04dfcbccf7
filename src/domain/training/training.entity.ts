import { ThingRecord, voided } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { joint } from '../activity/activity-partner.reach';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { District } from '../country/place.entity';
import { Material } from '../material/material.entity';
import { Intervention } from '../knowledge/intervention.entity';
import { Organisation } from '../organisation/organisation.entity';
import { StaffMember } from '../organisation/staff-member.entity';
import { AgeBand, GenderIdentity } from '../casework/survivor/survivor.codes';
import { TrainingAudience, TrainingStatus, TrainingTopic } from './training.codes';

@Thing({
  label: { en: 'Training', pt: 'Formação' },
  description: 'A training: planned, held, reported and verified.',
  dataClass: 'ACTIVITY',
  plural: 'trainings',
  reach: { own: ['createdById'], organisation: ['organisationId'], joint: joint('training_id') },
  order: { field: 'startOn', direction: 'DESC' },
  erased: true,
})
export class Training extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who holds it.',
    many: { name: 'trainings', description: 'Trainings that the organisation holds.' },
    write: ['planTraining?', 'recordTraining?'],
  })
  organisationId: string;

  @Attribute({
    type: 'text',
    description: 'Title.',
    sort: true,
    write: ['planTraining', 'recordTraining', 'updateTraining'],
  })
  title: string;

  @Attribute({
    type: TrainingTopic,
    search: true,
    description: 'Topic.',
    write: ['planTraining', 'recordTraining', 'updateTraining'],
  })
  topic: TrainingTopic;

  @Attribute({
    type: TrainingAudience,
    description: 'For whom.',
    write: ['planTraining', 'recordTraining', 'updateTraining'],
  })
  audience: TrainingAudience;

  @Attribute({
    type: ActivityLevel,
    description: 'Community, national or regional.',
    write: ['planTraining', 'recordTraining', 'updateTraining'],
  })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: ['planTraining', 'recordTraining', 'updateTraining'],
  })
  outcome: LongTermOutcome;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Material used, with its version, in words.',
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'updateTraining'],
    writeDeprecated: 'Since 2026-11-29: use teachingMaterialId, which says what was issued, in which edition.',
  })
  material: string | null;

  @Link(() => Material, {
    nullable: true,
    description: 'Material that it is held with: a manual, a procedure or a curriculum.',
    many: { name: 'trainings', description: 'Trainings that are held with it.' },
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'updateTraining'],
  })
  teachingMaterialId: string | null;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'First day.',
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'postponeTraining', 'updateTraining'],
  })
  startOn: string;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Last day.',
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'postponeTraining', 'updateTraining'],
  })
  endOn: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1,
    max: 1000,
    description: 'Length in hours.',
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'updateTraining'],
  })
  hours: number | null;

  @Link(() => District, {
    nullable: true,
    description: 'Where it is held.',
    many: { name: 'trainings', description: 'Trainings held here.' },
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'updateTraining'],
  })
  districtId: string | null;

  @Link(() => Intervention, {
    nullable: true,
    description: 'Intervention of the organisation that it is part of.',
    many: { name: 'trainings', description: 'Trainings that are part of it.' },
    write: ['planTraining', 'recordTraining', 'updateTraining'],
  })
  interventionId: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000,
    description: 'Number of facilitators.',
    write: ['planTraining', 'recordTraining', 'confirmTraining', 'updateTraining'],
  })
  facilitators: number | null;

  @Attribute({ type: TrainingStatus, description: 'Where the training stands.' })
  status: TrainingStatus;

  @Attribute({
    type: 'longText',
    nullable: true,
    filter: false,
    maxLength: 2000,
    description: 'Why it was last cancelled, taken up again, sent back, reopened or taken out.',
    write: [
      'cancelTraining',
      'reinstateTraining!',
      'sendBackTrainingReport!',
      'reopenTrainingReport!',
      'voidTraining!',
    ],
  })
  statusReason: string | null;

  @Link(() => StaffMember, { nullable: true, description: 'Who reported it, or corrected the report, last.' })
  reportedById: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}

/** Participants are counted, not listed. */
@Thing({
  label: { en: 'Participation in a training', pt: 'Participação numa formação' },
  description: 'How many took part in a training, by gender, age band and audience.',
  dataClass: 'ACTIVITY',
  plural: 'trainingParticipations',
  reach: { through: 'training' },
  erased: true,
})
export class TrainingParticipation extends ThingRecord {
  @Link(() => Training, {
    description: 'The training.',
    many: { name: 'participations', description: 'How many took part, by gender, age band and audience.' },
  })
  trainingId: string;

  @Attribute({ type: GenderIdentity, description: 'Gender.', write: ['newParticipation'] })
  genderIdentity: GenderIdentity;

  @Attribute({ type: AgeBand, description: 'Age band.', write: ['newParticipation'] })
  ageBand: AgeBand;

  @Attribute({ type: TrainingAudience, description: 'Audience.', write: ['newParticipation'] })
  audience: TrainingAudience;

  @Attribute({ type: 'int', min: 0, max: 100000, description: 'Number who enrolled.', write: ['newParticipation'] })
  enrolled: number;

  @Attribute({ type: 'int', min: 0, max: 100000, description: 'Number who completed.', write: ['newParticipation'] })
  completed: number;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100000,
    description: 'Of those who enrolled, how many came to this topic for the first time in the phase; null: not known.',
    write: ['newParticipation'],
  })
  newParticipants: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100000,
    description: 'Of those who enrolled, how many had come to this topic before in the phase; null: not known.',
    write: ['newParticipation'],
  })
  repeatParticipants: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100,
    description: 'Mean score before, in per cent.',
    write: ['newParticipation'],
  })
  preScore: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100,
    description: 'Mean score after, in per cent.',
    write: ['newParticipation'],
  })
  postScore: number | null;

  @Attribute(voided)
  voidedAt: string | null;
}
