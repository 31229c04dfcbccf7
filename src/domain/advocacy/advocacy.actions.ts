/** Recording advocacy, and how far it comes. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { stepName } from '../../model/lifecycle';
import { action } from '../../writing/action';
import type { Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { AdvocacyActivity } from './advocacy-activity.entity';
import type { AdvocacyStage } from './advocacy.codes';
import { advancing, advocacyLifecycle, recording, toStage } from './advocacy.lifecycle';

action(
  {
    name: 'recordAdvocacyActivity',
    of: AdvocacyActivity,
    description: 'Records work towards a change of law, policy or practice.',
    input: making(AdvocacyActivity, {
      description: 'What recording an advocacy activity takes. Without a stage it is on the agenda.',
    }),
    steps: recording,
  },
  async (work, { id, values }) => {
    const stage = beginning(work, values.stage ?? 'AGENDA');
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(AdvocacyActivity, { ...values, id, organisationId, stage });
  },
);

/** @throws ProblemError where it would begin at an end */
function beginning({ action: name }: Work, stage: AdvocacyStage): AdvocacyStage {
  const { initial } = advocacyLifecycle;
  if (initial.includes(stage)) return advocacyLifecycle.step(null, stepName(name, toStage(stage)));
  throw problem(
    'INVALID_INPUT',
    `Work cannot begin as ${stage}. Record the stage it was at before (${initial.join(', ')}), then advance it.`,
    `O trabalho não pode começar como ${stage}. Registe a etapa anterior (${initial.join(', ')}) e depois avance-a.`,
    ['stage'],
  );
}

action(
  {
    name: 'advanceAdvocacyActivity',
    of: AdvocacyActivity,
    description: 'Records that the change has come to another stage.',
    input: changing(AdvocacyActivity, {
      description: 'What advancing an advocacy activity to another stage takes.',
      relies: ['stage'],
    }),
    steps: advancing,
  },
  async (work, { id, expectedVersion, values }) => {
    const activity = await work.load(AdvocacyActivity, id, { expectedVersion });
    const stage = advocacyLifecycle.step(activity.stage, stepName(work.action, toStage(values.stage)));
    await work.update(AdvocacyActivity, activity, { ...values, stage });
    return id;
  },
);
