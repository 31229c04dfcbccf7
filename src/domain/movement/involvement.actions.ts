/** Recording how key populations take part in what is done for them. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { AdvocacyActivity } from '../advocacy/advocacy-activity.entity';
import { Training } from '../training/training.entity';
import { KeyPopulationInvolvement } from './involvement.entity';
import { assertPast } from './movement.parts';
import { Platform } from './platform.entity';

action(
  {
    name: 'recordInvolvement',
    of: KeyPopulationInvolvement,
    label: { en: 'record that a key population was involved', pt: 'registar o envolvimento de uma população-chave' },
    description: 'Records how many people of a key population took part in an activity, and as what.',
    input: making(KeyPopulationInvolvement, {
      description: 'What recording an involvement takes: one training, advocacy activity or platform, or a title.',
    }),
  },
  async (work, { id, values }) => {
    assertPast(work, { onDate: values.onDate });
    assertOne(values);
    await checkActivity(work, values);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(KeyPopulationInvolvement, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateInvolvement',
    of: KeyPopulationInvolvement,
    label: { en: 'correct the involvement', pt: 'corrigir o envolvimento' },
    description: 'Corrects an involvement; of another activity it is another record.',
    input: changing(KeyPopulationInvolvement, {
      description: 'What correcting an involvement takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const involvement = await work.load(KeyPopulationInvolvement, id, { expectedVersion });
    assertPast(work, { onDate: values.onDate });
    assertOne({ ...involvement, ...values });
    await work.update(KeyPopulationInvolvement, involvement, values);
    return id;
  },
);

action(
  {
    name: 'voidInvolvement',
    of: KeyPopulationInvolvement,
    label: { en: 'take the involvement out, as recorded in error', pt: 'retirar o envolvimento, registado por engano' },
    description: 'Takes an involvement out of all lists and counts, since it was recorded in error.',
    input: changing(KeyPopulationInvolvement, { description: 'What taking an involvement out takes.' }),
  },
  async (work, { id, expectedVersion }) => {
    const involvement = await work.load(KeyPopulationInvolvement, id, { expectedVersion });
    await work.update(KeyPopulationInvolvement, involvement, { voidedAt: now() });
    return id;
  },
);

type Told = Values<KeyPopulationInvolvement>;

/** @throws ProblemError where it is of nothing, or of two things at once */
function assertOne({ trainingId, advocacyActivityId, platformId, title }: Told): void {
  if ([trainingId, advocacyActivityId, platformId, title].filter(Boolean).length === 1) return;
  throw problem(
    'INVALID_INPUT',
    'Say what they took part in: one training, one advocacy activity, one platform, or a title in words.',
    'Indique em que participaram: uma formação, uma actividade de advocacia, uma plataforma, ou um título por palavras.',
    ['title'],
  );
}

async function checkActivity(work: Work, { trainingId, advocacyActivityId, platformId }: Told): Promise<void> {
  // Of a joint activity it is told by whoever keeps it, so that nobody is told of twice.
  if (trainingId) await work.load(Training, trainingId, { path: ['trainingId'] });
  if (advocacyActivityId) await work.load(AdvocacyActivity, advocacyActivityId, { path: ['advocacyActivityId'] });
  if (platformId) await work.linked(Platform, platformId, ['platformId']);
}
