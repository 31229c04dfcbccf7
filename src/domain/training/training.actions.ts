/** The steps of a training. */
import { many, part, type InputOf } from '../../model/input';
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { District } from '../country/place.entity';
import { assertCounts, assertDays } from './training.checks';
import { Training, TrainingParticipation } from './training.entity';
import { fourEyes, hasBegun, same, trainingLifecycle, type TrainingFacts } from './training.lifecycle';

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
    input: changing(Training, { description: 'What cancelling a training takes; why, where that is known.' }),
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

action(
  {
    name: 'updateTraining',
    of: Training,
    description: 'Corrects what is recorded of a training, until its report is verified.',
    input: changing(Training, { description: 'What correcting a training takes; what is left out stays as it is.' }),
    steps: [
      trainingLifecycle.on({ from: ['PLANNED', 'CONFIRMED', 'POSTPONED'], to: same }),
      trainingLifecycle.on({ from: ['HELD', 'REPORTED'], to: same, guards: [hasBegun] }),
    ],
  },
  async (work, input) => {
    await checkDistrict(work, input.values.districtId);
    return step(work, input);
  },
);

action(
  {
    name: 'reinstateTraining',
    of: Training,
    description: 'Takes a cancelled training up again.',
    input: changing(Training, { description: 'What taking a cancelled training up again takes.' }),
    steps: [trainingLifecycle.on({ from: ['CANCELLED'], to: 'PLANNED' })],
  },
  step,
);

action(
  {
    name: 'voidTraining',
    of: Training,
    description: 'Takes a training out of all lists and counts, since it was recorded in error.',
    input: changing(Training, { description: 'What taking a training out takes.' }),
    steps: [trainingLifecycle.on({ from: ['PLANNED', 'CONFIRMED', 'POSTPONED', 'CANCELLED', 'HELD'], to: same })],
  },
  (work, input) => step(work, { ...input, values: { ...input.values, voidedAt: now() } }),
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
    await step(work, { ...input, values: { ...input.values, reportedById: work.actor.accountId } });
    return report(work, input);
  },
);

action(
  {
    name: 'correctTrainingReport',
    of: Training,
    description: 'Corrects the report of a training before it is verified; groups that are left out are taken out.',
    input: changing(Training, {
      description: 'What correcting the report of a training takes: all groups, as they should be.',
      fields: {
        participations: many(newParticipation, { description: 'How many took part: one entry for each group.' }),
      },
    }),
    steps: [trainingLifecycle.on({ from: ['REPORTED'], to: same })],
  },
  async (work, input) => {
    await step(work, { ...input, values: { reportedById: work.actor.accountId } });
    return report(work, input);
  },
);

action(
  {
    name: 'sendBackTrainingReport',
    of: Training,
    description: 'Sends the report of a training back to who reported it, with a reason.',
    duty: 'verification',
    input: changing(Training, { description: 'What sending the report of a training back takes.' }),
    steps: [trainingLifecycle.on({ from: ['REPORTED'], to: 'HELD' })],
  },
  step,
);

action(
  {
    name: 'reopenTrainingReport',
    of: Training,
    description: 'Reopens a verified report, so that it can be corrected and verified again.',
    duty: 'dataQuality',
    input: changing(Training, { description: 'What reopening a verified report takes.' }),
    steps: [trainingLifecycle.on({ from: ['VERIFIED'], to: 'REPORTED' })],
  },
  step,
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

interface Report {
  readonly id: string;
  readonly participations: readonly InputOf<typeof newParticipation>[];
}

/** Keeps the counts as they are told: each group once, and none that is not told. */
async function report(work: Work, { id: trainingId, participations }: Report): Promise<string> {
  const counts = participations.map(({ values }) => values);
  assertCounts(counts);
  const held = await work.find(TrainingParticipation, { trainingId }, true);
  const told = new Map(counts.map((count) => [groupOf(count), count]));
  for (const group of held) {
    const count = told.get(groupOf(group));
    told.delete(groupOf(group));
    if (count)
      await work.update(TrainingParticipation, group, { preScore: null, postScore: null, ...count, voidedAt: null });
    else if (!group.voidedAt) await work.update(TrainingParticipation, group, { voidedAt: now() });
  }
  await work.insertAll(
    TrainingParticipation,
    [...told.values()].map((count) => ({ ...count, trainingId })),
  );
  return trainingId;
}

const groupOf = ({ genderIdentity, ageBand, audience }: Group): string => `${genderIdentity} ${ageBand} ${audience}`;
type Group = Pick<TrainingParticipation, 'genderIdentity' | 'ageBand' | 'audience'>;

/** Takes the step of the mutation that is being done, with what changes by it. */
async function step(
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

async function factsOf(work: Work, startOn: string, training?: Training): Promise<TrainingFacts> {
  const counts = training ? await work.find(TrainingParticipation, { trainingId: training.id }) : [];
  const reporters = [training?.reportedById, ...counts.map(({ createdById }) => createdById)];
  const isReporter = reporters.includes(work.actor.accountId);
  return { startOn, today: work.day(), isReporter };
}

const checkDistrict = async (work: Work, id: string | null | undefined): Promise<void> => {
  if (id) await work.load(District, id, { right: 'read', path: ['districtId'] });
};
