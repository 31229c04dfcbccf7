/** What drops a plan without anybody's word on it: the end of the case that it was made in. */
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { PlannedAction } from './planned-action.entity';
import { plannedActionLifecycle, type EndOfPlan } from './planned-action.lifecycle';

const dependent = asSystem(PlannedAction, 'What is planned is dropped with the case that it is planned in.');

/** Drops what is planned in a case and not done. The case is held. */
export async function dropPlans(work: Work, caseId: string, cause: EndOfPlan): Promise<void> {
  for (const one of await work.find(PlannedAction, { caseId, status: 'PLANNED', voidedAt: null }, true)) {
    const status = plannedActionLifecycle.step(one.status, cause, undefined);
    await work.update(PlannedAction, one, { status }, { as: dependent });
  }
}
