/** What allies did: recorded, corrected, taken out. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now, notTomorrow } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { problem } from '../../base/problem';
import { assertAll } from '../activity/activity.checks';
import { checkLink } from '../activity/activity.link';
import { AdvocacyActivity } from '../advocacy/advocacy-activity.entity';
import { AllyAction } from './ally-action.entity';
import { Ally } from './ally.entity';

type Told = Partial<Pick<AllyAction, 'actedOn' | 'evidenceUrl'>>;

const assertTold = (work: Work, { actedOn, evidenceUrl }: Told): void =>
  assertAll((check) => {
    notTomorrow(check, actedOn, work.day(), ['actedOn']);
    checkLink(check, evidenceUrl, ['evidenceUrl']);
  });

/** @throws ProblemError NOT_FOUND; INVALID_INPUT where the advocacy is another organisation’s, who would see half of it */
async function assertServed(work: Work, ally: Ally, activityId: string | null | undefined): Promise<void> {
  if (!activityId) return;
  const path = ['advocacyActivityId'];
  // What a partner only reads is not its to link to.
  const activity = await work.load(AdvocacyActivity, activityId, { path });
  if (activity.organisationId === ally.organisationId) return;
  throw problem(
    'INVALID_INPUT',
    'This advocacy is of another organisation. Choose one of the organisation whose ally it is.',
    'Esta actividade de advocacia é de outra organização. Escolha uma da organização de que é aliado.',
    path,
  );
}

action(
  {
    name: 'recordAllyAction',
    of: AllyAction,
    label: { en: 'record what an ally did', pt: 'registar o que um aliado fez' },
    description: 'Records something that an ally did for sex workers.',
    input: making(AllyAction, { description: 'What recording the action of an ally takes.', relies: ['allyId'] }),
  },
  async (work, { id, values }) => {
    assertTold(work, values);
    const ally = await work.load(Ally, values.allyId, { path: ['allyId'] });
    await assertServed(work, ally, values.advocacyActivityId);
    return work.insert(AllyAction, { ...values, id });
  },
);

action(
  {
    name: 'updateAllyAction',
    of: AllyAction,
    label: { en: 'correct what an ally did', pt: 'corrigir o que um aliado fez' },
    description: 'Corrects what is recorded of the action of an ally.',
    input: changing(AllyAction, {
      description: 'What correcting the action of an ally takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    assertTold(work, values);
    const done = await work.load(AllyAction, id, { expectedVersion });
    const ally = await work.load(Ally, done.allyId, { right: 'read' });
    await assertServed(work, ally, values.advocacyActivityId);
    await work.update(AllyAction, done, values);
    return id;
  },
);

action(
  {
    name: 'voidAllyAction',
    of: AllyAction,
    label: { en: 'take the action out, as recorded in error', pt: 'retirar a acção, registada por engano' },
    description: 'Takes the action of an ally out of all lists and counts, since it was recorded in error.',
    input: changing(AllyAction, { description: 'What taking the action of an ally out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const done = await work.load(AllyAction, id, { expectedVersion });
    await work.update(AllyAction, done, { voidedAt: now() });
    return id;
  },
);
