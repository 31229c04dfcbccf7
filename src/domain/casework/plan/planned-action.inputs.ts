/** What is told of something planned, alone and with the plan of a case. */
import { madeId, one, part, type InputOf } from '../../../model/input';
import { PlannedAction, PlannedActionText } from './planned-action.entity';

export const plannedActionWords = part('plannedActionWords', PlannedActionText, {
  description: 'What is to be done, in words. Sealed; every read is logged.',
  relies: ['text'],
});

export const newPlannedAction = part('newPlannedAction', PlannedAction, {
  description: 'Something of the safety plan or the action plan.',
  relies: ['plan', 'doer'],
  fields: {
    id: madeId,
    words: one(plannedActionWords, {
      nullable: true,
      description: 'What is to be done; needed where it is for no need.',
    }),
  },
});
export type NewPlannedAction = InputOf<typeof newPlannedAction>;
