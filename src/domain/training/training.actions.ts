/** The steps of a training. */
import { many, part } from '../../model/input';
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import type { Values, Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { District } from '../country/place.entity';
import { assertCounts, assertDays } from './training.checks';
import { Training, TrainingParticipation } from './training.entity';
import { fourEyes, hasBegun, trainingLifecycle, type TrainingFacts } from './training.lifecycle';

action(
  {
    name: 'planTraining',
    of: Training,
    description: 'Plans a training.',
    input: making(Training, { description: 'What planning a training takes.', relies: ['startOn'] }),
    steps: [trainingLifecycle.on({ from: [], to: 'PLANNED' })],
  },
  async (work, { id, values }) => {
    assertDays(values.startOn, values.endOn);
    const [organisationId, facts] = await Promise.all([
      organisationOfActivity(work, values.organisationId),
      factsOf(work, values.startOn),
      checkDistrict(work, values.districtId),
    ]);
    const status = trainingLifecycle.step(null, work.action, facts);
    return work.insert(Training, { ...values, id, organisationId, status });
  },
);

action(
  {
    name: 'confirmTraining',
    of: Training,
    description: 'Confirms a training: date, place and facilitators are fixed.',
    input: changing(Training, {
      description:
        'What confirming a training takes; date, place and facilitators are as planned where they are left out.',
    }),
    steps: [trainingLifecycle.on({ from: ['PLANNED', 'POSTPONED'], to: 'CONFIRMED' })],
  },
  async (work, input) => {
    await checkDistrict(work, input.values.districtId);
    return step(work, input);
  },
);

action(
  {
    name: 'postponeTraining',
    of: Training,
    description: 'Postpones a training, to other days where they are known.',
    input: changing(Training, {
      description: 'What postponing a training takes; the new days, where they are known already.',
    }),
    steps: [trainingLifecycle.on({ from: ['PLANNED', 'CONFIRMED'], to: 'POSTPONED' })],
  },
  step,
);

action(
  {
    name: 'cancelTraining',
    of: Training,
    description: 'Cancels a training that was not held yet.',
    input: changing(Training, { description: 'What cancelling a training takes.' }),
    steps: [trainingLifecycle.on({ from: ['PLANNED', 'CONFIRMED', 'POSTPONED'], to: 'CANCELLED' })],
  },
  step,
);

action(
  {
    name: 'holdTraining',
    of: Training,
    description: 'Records that a confirmed training was held.',
    input: changing(Training, { description: 'What recording that a training was held takes.' }),
    steps: [trainingLifecycle.on({ from: ['CONFIRMED'], to: 'HELD', guards: [hasBegun] })],
  },
  step,
);

const newParticipation = part('newParticipation', TrainingParticipation, {
  description: 'How many of one gender, age band and audience took part. Participants are counted, never listed.',
  relies: ['genderIdentity', 'ageBand', 'audience', 'enrolled', 'completed'],
});

action(
  {
    name: 'reportTraining',
    of: Training,
    description: 'Reports how many took part in a training that was held.',
    input: changing(Training, {
      description: 'What reporting a training takes.',
      fields: {
        participations: many(newParticipation, { description: 'How many took part: one entry for each group.' }),
      },
    }),
    steps: [trainingLifecycle.on({ from: ['HELD'], to: 'REPORTED' })],
  },
  async (work, input) => {
    const counts = input.participations.map(({ values }) => values);
    assertCounts(counts);
    const trainingId = await step(work, input);
    await work.insertAll(
      TrainingParticipation,
      counts.map((count) => ({ ...count, trainingId })),
    );
    return trainingId;
  },
);

action(
  {
    name: 'verifyTraining',
    of: Training,
    description: 'Verifies the report of a training; somebody other than its reporter does.',
    duty: 'verification',
    input: changing(Training, { description: 'What verifying the report of a training takes.' }),
    steps: [trainingLifecycle.on({ from: ['REPORTED'], to: 'VERIFIED', guards: [fourEyes] })],
  },
  step,
);

/** Takes the step of the mutation that is being done, with what changes by it. */
async function step(
  work: Work,
  { id, expectedVersion, values }: Changing & { readonly values: Values<Training> },
): Promise<string> {
  const training = await work.load(Training, id, { expectedVersion });
  const { startOn = training.startOn, endOn = training.endOn } = values;
  assertDays(startOn, endOn);
  const status = trainingLifecycle.step(training.status, work.action, await factsOf(work, startOn, id));
  await work.update(Training, training, { ...values, status });
  return id;
}

async function factsOf(work: Work, startOn: string, trainingId?: string): Promise<TrainingFacts> {
  const report = trainingId ? await work.find(TrainingParticipation, { trainingId }) : [];
  const isReporter = report.some(({ createdById }) => createdById === work.actor.accountId);
  return { startOn, today: work.day(), isReporter };
}

const checkDistrict = async (work: Work, id: string | null | undefined): Promise<void> => {
  if (id) await work.load(District, id, { right: 'read', path: ['districtId'] });
};
