/** The lifecycle of something planned. */
import { Lifecycle, type Course } from '../../../model/lifecycle';
import { PlannedActionStatus } from './planned-action.codes';

export const same: Course<PlannedActionStatus> = { description: 'the same', of: (from) => from, stays: true };

export const plannedActionLifecycle = new Lifecycle<PlannedActionStatus>('PlannedAction', PlannedActionStatus);

plannedActionLifecycle.follows('planCase', { from: [], to: 'PLANNED' });

/** The case that it is planned in ends. */
const ends = [
  'withdrawCase',
  'the end of consent to services',
  'the closure of the case',
  'the case being found a duplicate',
] as const;
export type EndOfPlan = (typeof ends)[number];
for (const cause of ends) plannedActionLifecycle.follows(cause, { from: ['PLANNED'], to: 'DROPPED' });
