/** What the mutations of trainings take. */
import { Changing, Input, inputOf, Making, Nested } from '../../model/input';
import { Training, TrainingParticipation } from './training.entity';

@Input('What planning a training takes.')
export class PlanTrainingInput extends inputOf(Training, {
  required: ['title', 'topic', 'audience', 'level', 'outcome', 'startOn'],
  optional: ['organisationId', 'material', 'endOn', 'hours', 'districtId', 'facilitators'],
  base: Making,
}) {}

@Input('What confirming a training takes; date, place and facilitators are as planned where they are left out.')
export class ConfirmTrainingInput extends inputOf(Training, {
  optional: ['startOn', 'endOn', 'hours', 'districtId', 'facilitators', 'material'],
  base: Changing,
}) {}

@Input('What postponing a training takes; the new days, where they are known already.')
export class PostponeTrainingInput extends inputOf(Training, { optional: ['startOn', 'endOn'], base: Changing }) {}

@Input('What cancelling a training takes.')
export class CancelTrainingInput extends Changing {}

@Input('What recording that a training was held takes.')
export class HoldTrainingInput extends Changing {}

@Input('How many of one gender, age band and audience took part. Participants are counted, never listed.')
export class NewParticipationInput extends inputOf(TrainingParticipation, {
  required: ['genderIdentity', 'ageBand', 'audience', 'enrolled', 'completed'],
  optional: ['preScore', 'postScore'],
}) {}

@Input('What reporting a training takes.')
export class ReportTrainingInput extends Changing {
  @Nested(() => NewParticipationInput, { list: true, description: 'How many took part: one entry for each group.' })
  participations: NewParticipationInput[];
}

@Input('What verifying the report of a training takes.')
export class VerifyTrainingInput extends Changing {}
