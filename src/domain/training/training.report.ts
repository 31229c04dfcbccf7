/** The report of a training: counted, corrected, sent back, verified, reopened. */
import { many, part, type InputOf } from '../../model/input';
import { changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { assertCounts } from './training.checks';
import { Training, TrainingParticipation } from './training.entity';
import { fourEyes, same, trainingLifecycle } from './training.lifecycle';
import { step } from './training.step';

export const newParticipation = part('newParticipation', TrainingParticipation, {
  description: 'How many of one gender, age band and audience took part. Participants are counted, never listed.',
  relies: ['genderIdentity', 'ageBand', 'audience', 'enrolled', 'completed'],
});

action(
  {
    name: 'reportTraining',
    of: Training,
    label: { en: 'report who took part in the training', pt: 'reportar quem participou na formação' },
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
    label: { en: 'correct the report of the training', pt: 'corrigir o relatório da formação' },
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
    label: { en: 'send the report of the training back', pt: 'devolver o relatório da formação' },
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
    label: { en: 'reopen the report of the training', pt: 'reabrir o relatório da formação' },
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
    label: { en: 'verify the report of the training', pt: 'verificar o relatório da formação' },
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
export async function report(work: Work, { id: trainingId, participations }: Report): Promise<string> {
  const counts = participations.map(({ values }) => values);
  assertCounts(counts);
  const held = await work.find(TrainingParticipation, { trainingId }, true);
  const told = new Map(counts.map((count) => [groupOf(count), count]));
  for (const group of held) {
    const count = told.get(groupOf(group));
    told.delete(groupOf(group));
    if (count) await work.update(TrainingParticipation, group, { ...untold, ...count, voidedAt: null });
    else if (!group.voidedAt) await work.update(TrainingParticipation, group, { voidedAt: now() });
  }
  await work.insertAll(
    TrainingParticipation,
    [...told.values()].map((count) => ({ ...count, trainingId })),
  );
  return trainingId;
}

/** What a group has that is told without them. */
const untold = { newParticipants: null, repeatParticipants: null, preScore: null, postScore: null };
const groupOf = ({ genderIdentity, ageBand, audience }: Group): string => `${genderIdentity} ${ageBand} ${audience}`;
type Group = Pick<TrainingParticipation, 'genderIdentity' | 'ageBand' | 'audience'>;
