/** What is told of something planned, alone and with the plan of a case. */
import { madeId, one, part, type InputOf } from '../../../model/input';
import { PlannedAction, PlannedActionWords } from './planned-action.entity';

export const plannedActionWords = part('plannedActionWords', PlannedActionWords, {
  description: 'What is to be done, in words. Sealed; every read is logged.',
  relies: ['text'],
});

export const newPlannedAction = part('newPlannedAction', PlannedAction, {
  description: 'Something of the safety plan or the action plan.',
  relies: ['plan', 'doer'],
  fields: { id: madeId, words: one(plannedActionWords, { description: 'What is to be done.' }) },
});
export type NewPlannedAction = InputOf<typeof newPlannedAction>;
