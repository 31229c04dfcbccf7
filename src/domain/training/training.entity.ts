import { ThingRecord } from '../../model/record';
import { Attribute, Link, Thing } from '../../model/declaration';
import { ActivityLevel, LongTermOutcome } from '../activity/activity.codes';
import { District } from '../country/place.entity';
import { Organisation } from '../organisation/organisation.entity';
import { AgeBand, GenderIdentity } from '../casework/survivor.codes';
import { TrainingAudience, TrainingStatus, TrainingTopic } from './training.codes';

@Thing({
  description: 'A training: planned, held, reported and verified.',
  dataClass: 'ACTIVITY',
  plural: 'trainings',
  reach: { own: ['createdById'], organisation: ['organisationId'] },
  order: { field: 'startOn', direction: 'DESC' },
})
export class Training extends ThingRecord {
  @Link(() => Organisation, {
    description: 'Who holds it.',
    many: { name: 'trainings', description: 'Trainings that the organisation holds.' },
    write: ['planTraining?'],
  })
  organisationId: string;

  @Attribute({ type: 'text', description: 'Title.', sort: true, write: ['planTraining'] })
  title: string;

  @Attribute({ type: TrainingTopic, description: 'Topic.', write: ['planTraining'] })
  topic: TrainingTopic;

  @Attribute({ type: TrainingAudience, description: 'For whom.', write: ['planTraining'] })
  audience: TrainingAudience;

  @Attribute({ type: ActivityLevel, description: 'Community, national or regional.', write: ['planTraining'] })
  level: ActivityLevel;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it serves.',
    write: ['planTraining'],
  })
  outcome: LongTermOutcome;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Material used, with its version.',
    write: ['planTraining', 'confirmTraining'],
  })
  material: string | null;

  @Attribute({
    type: 'date',
    sort: true,
    description: 'First day.',
    write: ['planTraining', 'confirmTraining', 'postponeTraining'],
  })
  startOn: string;

  @Attribute({
    type: 'date',
    nullable: true,
    sort: true,
    description: 'Last day.',
    write: ['planTraining', 'confirmTraining', 'postponeTraining'],
  })
  endOn: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 1,
    max: 1000,
    description: 'Length in hours.',
    write: ['planTraining', 'confirmTraining'],
  })
  hours: number | null;

  @Link(() => District, {
    nullable: true,
    description: 'Where it is held.',
    many: { name: 'trainings', description: 'Trainings held here.' },
    write: ['planTraining', 'confirmTraining'],
  })
  districtId: string | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 1000,
    description: 'Number of facilitators.',
    write: ['planTraining', 'confirmTraining'],
  })
  facilitators: number | null;

  @Attribute({ type: TrainingStatus, description: 'Where the training stands.' })
  status: TrainingStatus;
}

/** Participants are counted, not listed. */
@Thing({
  description: 'How many took part in a training, by gender, age band and audience.',
  dataClass: 'ACTIVITY',
  plural: 'trainingParticipations',
  reach: { through: 'training' },
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
}
