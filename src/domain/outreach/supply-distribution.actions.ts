/** Recording what was handed out without a case, and correcting it. */
import { problem } from '../../base/problem';
import { changing, making } from '../../model/action-input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { notTomorrow, now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { organisationOfActivity } from '../activity/activity.organisation';
import { District } from '../country/place.entity';
import { OutreachActivity } from './outreach-activity.entity';
import { SupplyDistribution } from './supply-distribution.entity';

action(
  {
    name: 'recordSupplyDistribution',
    of: SupplyDistribution,
    label: { en: 'record supplies that were handed out', pt: 'registar insumos distribuídos' },
    description: 'Records how many condoms, self-tests and the like were handed out on a day, without a case.',
    input: making(SupplyDistribution, {
      description: 'What recording supplies that were handed out takes: one kind at a time.',
      relies: ['givenOn'],
    }),
  },
  async (work, { id, values }) => {
    const organisationId = await organisationOfActivity(work, values.organisationId);
    await assertGiven(work, organisationId, values);
    return work.insert(SupplyDistribution, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateSupplyDistribution',
    of: SupplyDistribution,
    label: { en: 'correct the supplies handed out', pt: 'corrigir os insumos distribuídos' },
    description: 'Corrects what is recorded of supplies that were handed out.',
    input: changing(SupplyDistribution, {
      description: 'What correcting supplies that were handed out takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const distribution = await work.load(SupplyDistribution, id, { expectedVersion });
    await assertGiven(work, distribution.organisationId, values);
    await work.update(SupplyDistribution, distribution, values);
    return id;
  },
);

action(
  {
    name: 'voidSupplyDistribution',
    of: SupplyDistribution,
    label: { en: 'take the supplies out, as recorded in error', pt: 'retirar os insumos, registados por engano' },
    description: 'Takes supplies out of all lists and counts, since they were recorded in error.',
    input: changing(SupplyDistribution, { description: 'What taking supplies out takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const distribution = await work.load(SupplyDistribution, id, { expectedVersion });
    await work.update(SupplyDistribution, distribution, { ...values, voidedAt: now() });
    return id;
  },
);

/** @throws ProblemError INVALID_INPUT, NOT_FOUND */
async function assertGiven(
  work: Work,
  organisationId: string,
  { givenOn, districtId, outreachActivityId }: Values<SupplyDistribution>,
): Promise<void> {
  const check = new InputCheck();
  notTomorrow(check, givenOn, work.day(), ['givenOn']);
  check.done();
  if (districtId) await work.load(District, districtId, { right: 'read', path: ['districtId'] });
  if (outreachActivityId) await assertAtOwnOutreach(work, organisationId, outreachActivityId);
}

async function assertAtOwnOutreach(work: Work, organisationId: string, id: string): Promise<void> {
  const path = ['outreachActivityId'];
  // What a partner only reads is not its to link to.
  const activity = await work.load(OutreachActivity, id, { path, voided: true });
  if (activity.organisationId === organisationId && activity.status === 'HELD' && !activity.voidedAt) return;
  throw problem(
    'INVALID_INPUT',
    'Supplies are handed out at outreach of the same organisation that was held. Choose such an activity, or none.',
    'Os insumos distribuem-se numa actividade de proximidade realizada pela mesma organização. Escolha uma dessas, ou nenhuma.',
    path,
  );
}
