/** The lifecycle of something planned. */
import { Lifecycle, type Course } from '../../../model/lifecycle';
import { PlannedActionStatus } from './planned-action.codes';

export const same: Course<PlannedActionStatus> = { description: 'the same', of: (from) => from, stays: true };

export const plannedActionLifecycle = new Lifecycle<PlannedActionStatus>('PlannedAction', PlannedActionStatus);

plannedActionLifecycle.follows('planCase', { from: [], to: 'PLANNED' });
