/** Participants by name: of the police, the media and leaders alone, who agreed to it. Everybody else is counted. */
import { Attribute, Link, Thing } from '../../model/declaration';
import { SealedRecord, voided } from '../../model/record';
import { TrainingAudience } from './training.codes';
import { Training } from './training.entity';

@Thing({
  label: { en: 'Named participant of a training', pt: 'Participante de uma formação, com nome' },
  description:
    'Somebody of the police, the media or among leaders who took part in a training and agreed to be named. Name, rank and station are sealed; all is erased when its time is over. Every read is logged. Sex workers are counted, never named.',
  dataClass: 'PARTICIPANT',
  plural: 'trainingParticipants',
  subject: null,
  reach: { through: 'training' },
  erased: true,
})
export class TrainingParticipant extends SealedRecord {
  @Link(() => Training, {
    description: 'The training.',
    many: { name: 'participants', description: 'Who agreed to be named; the others are counted alone.' },
    write: ['nameTrainingParticipant'],
  })
  trainingId: string;

  @Attribute({
    type: TrainingAudience,
    description: 'As what they took part: police, media, religious leaders or leaders of the platform.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  audience: TrainingAudience;

  @Attribute({
    type: 'text',
    sealed: true,
    description: 'Name.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  name: string;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Rank; of the police alone.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  rank: string | null;

  @Attribute({
    type: 'text',
    nullable: true,
    sealed: true,
    description: 'Station; of the police alone.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  station: string | null;

  @Attribute({
    type: 'date',
    description: 'Day on which they agreed to be named.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  consentGivenOn: string;

  @Attribute({
    type: 'boolean',
    nullable: true,
    description: 'Whether they completed the training; null: not known yet.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  completed: boolean | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100,
    description: 'Score before, in per cent.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  preScore: number | null;

  @Attribute({
    type: 'int',
    nullable: true,
    min: 0,
    max: 100,
    description: 'Score after, in per cent.',
    write: ['nameTrainingParticipant', 'updateTrainingParticipant'],
  })
  postScore: number | null;

  @Attribute(voided)
  voidedAt: string | null;
}
