/** Planning a training, and what becomes of it until it is held. */
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { takeOutPartners } from '../activity/activity-partner.kept';
import { organisationOfActivity } from '../activity/activity.organisation';
import { District } from '../country/place.entity';
import { assertReadable } from '../material/material.checks';
import { assertIntervention } from '../knowledge/intervention.tag';
import { assertDays } from './training.checks';
import { assertNobodyNamed, takeOutNamed } from './training-participant.kept';
import { Training } from './training.entity';
import type { TrainingStatus } from './training.codes';
import { hasBegun, same, trainingLifecycle, type TrainingFacts } from './training.lifecycle';
import { factsOf, step } from './training.step';

action(
  {
    name: 'planTraining',
    of: Training,
    label: { en: 'plan a training', pt: 'planificar uma formação' },
    description: 'Plans a training.',
    input: making(Training, { description: 'What planning a training takes.', relies: ['startOn'] }),
    steps: [trainingLifecycle.on({ from: [], to: 'PLANNED' })],
  },
  (work, { id, values }) => makeTraining(work, { ...values, id }),
);

type NewTraining = Values<Training> & Pick<Training, 'startOn'> & { readonly id?: string | null | undefined };

/** A training in the state that the mutation begins it in, or in that which it comes to at once. @returns the id */
export async function makeTraining(
  work: Work,
  { id, ...values }: NewTraining,
  next: (status: TrainingStatus, facts: TrainingFacts) => TrainingStatus = (status) => status,
): Promise<string> {
  assertDays(values.startOn, values.endOn);
  const [organisationId, facts] = await Promise.all([
    organisationOfActivity(work, values.organisationId),
    factsOf(work, values.startOn),
    checkLinks(work, values),
  ]);
  await assertIntervention(work, values.interventionId, organisationId);
  const status = next(trainingLifecycle.step(null, work.action, facts), facts);
  return work.insert(Training, { ...values, id, organisationId, status });
}

action(
  {
    name: 'confirmTraining',
    of: Training,
    label: { en: 'confirm the training', pt: 'confirmar a formação' },
    description: 'Confirms a training: date, place and facilitators are fixed.',
    input: changing(Training, {
      description:
        'What confirming a training takes; date, place and facilitators are as planned where they are left out.',
    }),
    steps: [trainingLifecycle.on({ from: ['PLANNED', 'POSTPONED'], to: 'CONFIRMED' })],
  },
  async (work, input) => {
    await checkLinks(work, input.values);
    return step(work, input);
  },
);

action(
  {
    name: 'postponeTraining',
    of: Training,
    label: { en: 'postpone the training', pt: 'adiar a formação' },
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
    label: { en: 'cancel the training', pt: 'cancelar a formação' },
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
    label: { en: 'record that the training was held', pt: 'registar que a formação foi realizada' },
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
    label: { en: 'correct the training', pt: 'corrigir a formação' },
    description: 'Corrects what is recorded of a training, until its report is verified.',
    input: changing(Training, { description: 'What correcting a training takes; what is left out stays as it is.' }),
    steps: [
      trainingLifecycle.on({ from: ['PLANNED', 'CONFIRMED', 'POSTPONED'], to: same }),
      trainingLifecycle.on({ from: ['HELD', 'REPORTED'], to: same, guards: [hasBegun] }),
    ],
  },
  async (work, input) => {
    await checkLinks(work, input.values);
    if (input.values.interventionId) {
      const { organisationId } = await work.load(Training, input.id, input);
      await assertIntervention(work, input.values.interventionId, organisationId);
    }
    const id = await step(work, input);
    if (input.values.audience === 'SEX_WORKER') await assertNobodyNamed(work, id);
    return id;
  },
);

action(
  {
    name: 'reinstateTraining',
    of: Training,
    label: { en: 'take the cancelled training up again', pt: 'retomar a formação cancelada' },
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
    label: { en: 'take the training out, as recorded in error', pt: 'retirar a formação, registada por engano' },
    description:
      'Takes a training out of all lists and counts, since it was recorded in error, and with it whoever is named in it and who took part.',
    input: changing(Training, { description: 'What taking a training out takes.' }),
    steps: [trainingLifecycle.on({ from: ['PLANNED', 'CONFIRMED', 'POSTPONED', 'CANCELLED', 'HELD'], to: same })],
  },
  async (work, input) => {
    const voidedAt = now();
    const id = await step(work, { ...input, values: { ...input.values, voidedAt } });
    await takeOutNamed(work, id, voidedAt);
    await takeOutPartners(work, { trainingId: id }, voidedAt);
    return id;
  },
);

/** @throws ProblemError NOT_FOUND */
async function checkLinks(work: Work, { districtId, teachingMaterialId }: Values<Training>): Promise<void> {
  if (districtId) await work.load(District, districtId, { right: 'read', path: ['districtId'] });
  await assertReadable(work, teachingMaterialId, ['teachingMaterialId']);
}
