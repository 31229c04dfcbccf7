/** What every step of a training does: the lifecycle is asked, the status is set. */
import type { Changing } from '../../model/action-input';
import type { Values, Work } from '../../writing/work';
import { assertDays } from './training.checks';
import { Training, TrainingParticipation } from './training.entity';
import { trainingLifecycle, type TrainingFacts } from './training.lifecycle';

/** Takes the step of the mutation that is being done, with what changes by it. */
export async function step(
  work: Work,
  { id, expectedVersion, values }: Changing & { readonly values: Values<Training> },
): Promise<string> {
  const training = await work.load(Training, id, { expectedVersion });
  const { startOn = training.startOn, endOn = training.endOn } = values;
  assertDays(startOn, endOn);
  const status = trainingLifecycle.step(training.status, work.action, await factsOf(work, startOn, training));
  await work.update(Training, training, { ...values, status });
  return id;
}

/** What the guards judge by. */
export async function factsOf(work: Work, startOn: string, training?: Training): Promise<TrainingFacts> {
  const counts = training ? await work.find(TrainingParticipation, { trainingId: training.id }) : [];
  const reporters = [training?.reportedById, ...counts.map(({ createdById }) => createdById)];
  const isReporter = reporters.includes(work.actor.accountId);
  return { startOn, today: work.day(), isReporter };
}
