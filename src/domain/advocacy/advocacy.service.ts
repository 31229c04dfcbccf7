/** Recording advocacy, and how far it comes. */
import type { Work } from '../../writing/work';
import { problem } from '../../base/problem';
import { organisationOfActivity } from '../activity/activity.organisation';
import { AdvocacyActivity } from './advocacy-activity.entity';
import type { AdvocacyStage } from './advocacy.codes';
import type { AdvanceAdvocacyActivityInput, RecordAdvocacyActivityInput } from './advocacy.inputs';
import { advancedTo, advocacyLifecycle, recordedAt } from './advocacy.lifecycle';

export async function recordAdvocacyActivity(work: Work, input: RecordAdvocacyActivityInput): Promise<string> {
  const { title, kind, level, outcome, target, ask, activityOn, evidenceCases = null, resultNote = null } = input;
  const stage = beginning(input.stage ?? 'AGENDA');
  const organisationId = await organisationOfActivity(work, input.organisationId);
  const about = { title, kind, level, outcome, target, ask, activityOn, evidenceCases, resultNote };
  return work.insert(AdvocacyActivity, { id: input.id ?? undefined, organisationId, stage, ...about });
}

/** @throws ProblemError where it would begin at an end */
function beginning(stage: AdvocacyStage): AdvocacyStage {
  const { initial } = advocacyLifecycle;
  if (initial.includes(stage)) return advocacyLifecycle.step(null, recordedAt(stage));
  throw problem(
    'INVALID_INPUT',
    `Work cannot begin as ${stage}. Record the stage it was at before (${initial.join(', ')}), then advance it.`,
    `O trabalho não pode começar como ${stage}. Registe a etapa anterior (${initial.join(', ')}) e depois avance-a.`,
    ['stage'],
  );
}

export async function advanceAdvocacyActivity(work: Work, input: AdvanceAdvocacyActivityInput): Promise<string> {
  const { id, expectedVersion, evidenceCases, resultNote } = input;
  const activity = await work.load(AdvocacyActivity, id, { expectedVersion });
  const stage = advocacyLifecycle.step(activity.stage, advancedTo(input.stage));
  await work.update(AdvocacyActivity, activity, { stage, evidenceCases, resultNote });
  return id;
}
