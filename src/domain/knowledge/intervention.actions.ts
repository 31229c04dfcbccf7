/** Interventions: recorded, corrected (also when a pilot is proven), taken out. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now } from '../../writing/moments';
import { assertAll, checkSpan, standing } from '../activity/activity.checks';
import { organisationOfActivity } from '../activity/activity.organisation';
import { Intervention } from './intervention.entity';

type Days = Pick<Intervention, 'startedOn'> & Partial<Pick<Intervention, 'endedOn'>>;

const assertDays = ({ startedOn, endedOn }: Days): void =>
  assertAll((check) => checkSpan(check, startedOn, endedOn, ['endedOn']));

action(
  {
    name: 'recordIntervention',
    of: Intervention,
    label: { en: 'record an intervention', pt: 'registar uma intervenção' },
    description: 'Records a way of working against violence.',
    input: making(Intervention, { description: 'What recording an intervention takes.', relies: ['startedOn'] }),
  },
  async (work, { id, values }) => {
    assertDays(values);
    const organisationId = await organisationOfActivity(work, values.organisationId);
    return work.insert(Intervention, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateIntervention',
    of: Intervention,
    label: { en: 'correct the intervention', pt: 'corrigir a intervenção' },
    description: 'Changes what is recorded of an intervention: how well it is tried, when it ended.',
    input: changing(Intervention, {
      description: 'What changing an intervention takes; what is left out stays as it is.',
    }),
  },
  async (work, { id, expectedVersion, values }) => {
    const intervention = await work.load(Intervention, id, { expectedVersion });
    assertDays(standing(intervention, values));
    await work.update(Intervention, intervention, values);
    return id;
  },
);

action(
  {
    name: 'voidIntervention',
    of: Intervention,
    label: { en: 'take the intervention out, as recorded in error', pt: 'retirar a intervenção, registada por engano' },
    description: 'Takes an intervention out of all lists and counts, since it was recorded in error.',
    input: changing(Intervention, { description: 'What taking an intervention out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const intervention = await work.load(Intervention, id, { expectedVersion });
    await work.update(Intervention, intervention, { voidedAt: now() });
    return id;
  },
);
