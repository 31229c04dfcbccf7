/** The lifecycle of a training, from plan to verified report. */
import { Lifecycle, type Course, type Guard } from '../../model/lifecycle';
import { TrainingStatus } from './training.codes';

/** What the guards judge by. */
export interface TrainingFacts {
  /** First day of the training; days are compared as they stand in the calendar of the country. */
  readonly startOn: string;
  readonly today: string;
  /** Whether the actor is among those who reported it. */
  readonly isReporter: boolean;
}

export const hasBegun: Guard<TrainingFacts> = {
  description: 'its first day has come',
  against: ({ startOn, today }) =>
    startOn <= today
      ? undefined
      : {
          code: 'NOT_YET',
          text: {
            en: `The training begins on ${startOn}; it cannot have been held before. Postpone it if the date changed.`,
            pt: `A formação começa em ${startOn}; não pode ter sido realizada antes. Adie-a se a data mudou.`,
            without: {
              en: 'The training has not begun; it cannot have been held yet. Postpone it if the date changed.',
              pt: 'A formação ainda não começou; não pode ter sido já realizada. Adie-a se a data mudou.',
            },
          },
        },
};

export const fourEyes: Guard<TrainingFacts> = {
  description: 'somebody other than the reporter verifies',
  against: ({ isReporter }) =>
    isReporter
      ? {
          code: 'SAME_PERSON',
          text: {
            en: 'You reported this training; somebody else has to verify it.',
            pt: 'Foi você quem reportou esta formação; outra pessoa tem de a verificar.',
          },
        }
      : undefined,
};

export const same: Course<TrainingStatus, TrainingFacts> = {
  description: 'the same',
  of: (from) => from,
  stays: true,
};

export const trainingLifecycle = new Lifecycle<TrainingStatus, TrainingFacts>('Training', TrainingStatus);
