/** Planning outreach, recording what was held and whom it reached, and correcting both. */
import type { Changing } from '../../model/action-input';
import { changing, making } from '../../model/action-input';
import { many } from '../../model/input';
import { action } from '../../writing/action';
import { InputCheck } from '../../writing/input';
import { now } from '../../writing/moments';
import type { Values, Work } from '../../writing/work';
import { takeOutPartners } from '../activity/activity-partner.kept';
import { organisationOfActivity } from '../activity/activity.organisation';
import { District } from '../country/place.entity';
import { OutreachActivity, OutreachReach } from './outreach-activity.entity';
import { checkNothingHeld, checkReach, checkTopics } from './outreach.checks';
import { hasCome, outreachLifecycle, same } from './outreach.lifecycle';
import { keepReach, newOutreachReach, reached, type NewReach } from './outreach.reach';

action(
  {
    name: 'planOutreachActivity',
    of: OutreachActivity,
    label: { en: 'plan outreach', pt: 'planificar uma actividade de proximidade' },
    description: 'Plans an outreach activity.',
    input: making(OutreachActivity, {
      description: 'What planning an outreach activity takes.',
      relies: ['heldOn', 'topics'],
    }),
    steps: [outreachLifecycle.on({ from: [], to: 'PLANNED' })],
  },
  (work, { id, values }) => make(work, { ...values, id }),
);

action(
  {
    name: 'recordOutreachActivity',
    of: OutreachActivity,
    label: { en: 'record outreach that was held', pt: 'registar uma actividade de proximidade realizada' },
    description:
      'Records an outreach activity that was held, with how many people it reached. A home visit or call that is recorded as a follow-up of a case is not recorded here again.',
    input: making(OutreachActivity, {
      description: 'What recording an outreach activity that was held takes.',
      relies: ['heldOn', 'topics'],
      fields: { reached },
    }),
    steps: [outreachLifecycle.on({ from: [], to: 'HELD', guards: [hasCome] })],
  },
  async (work, { id, values, reached: counts }) => {
    const activityId = await make(work, { ...values, id }, counts);
    await keepReach(work, activityId, counts);
    return activityId;
  },
);

type NewActivity = Values<OutreachActivity> &
  Pick<OutreachActivity, 'heldOn' | 'topics'> & { readonly id?: string | null | undefined };

async function make(work: Work, { id, ...values }: NewActivity, counts?: NewReach): Promise<string> {
  assertTold(values, counts);
  const [organisationId] = await Promise.all([
    organisationOfActivity(work, values.organisationId),
    checkDistrict(work, values.districtId),
  ]);
  const status = outreachLifecycle.step(null, work.action, { heldOn: values.heldOn, today: work.day() });
  return work.insert(OutreachActivity, { ...values, id, organisationId, status });
}

action(
  {
    name: 'holdOutreachActivity',
    of: OutreachActivity,
    label: { en: 'record that the outreach was held', pt: 'registar que a actividade de proximidade foi realizada' },
    description: 'Records that a planned outreach activity was held, with how many people it reached.',
    input: changing(OutreachActivity, {
      description:
        'What recording that an outreach activity was held takes; day and place are as planned where left out.',
      fields: { reached },
    }),
    steps: [outreachLifecycle.on({ from: ['PLANNED'], to: 'HELD', guards: [hasCome] })],
  },
  async (work, { reached: counts, ...input }) => {
    assertTold(input.values, counts);
    await step(work, input);
    await keepReach(work, input.id, counts);
    return input.id;
  },
);

action(
  {
    name: 'cancelOutreachActivity',
    of: OutreachActivity,
    label: { en: 'cancel the outreach', pt: 'cancelar a actividade de proximidade' },
    description: 'Cancels an outreach activity that was not held.',
    input: changing(OutreachActivity, {
      description: 'What cancelling an outreach activity takes; why, where that is known.',
    }),
    steps: [outreachLifecycle.on({ from: ['PLANNED'], to: 'CANCELLED' })],
  },
  async (work, input) => (await step(work, input)).id,
);

action(
  {
    name: 'updateOutreachActivity',
    of: OutreachActivity,
    label: { en: 'correct the outreach', pt: 'corrigir a actividade de proximidade' },
    description:
      'Corrects what is recorded of an outreach activity; of the people reached, all groups as they should be.',
    input: changing(OutreachActivity, {
      description:
        'What correcting an outreach activity takes; what is left out stays as it is. Groups that are left out of those reached are taken out.',
      fields: {
        reached: many(newOutreachReach, {
          nullable: true,
          description: 'How many people it reached: all groups, as they should be. Left out: as they are.',
        }),
      },
    }),
    steps: [
      outreachLifecycle.on({ from: ['PLANNED'], to: same }),
      outreachLifecycle.on({ from: ['HELD'], to: same, guards: [hasCome] }),
    ],
  },
  async (work, { reached: counts, ...input }) => {
    assertTold(input.values, counts);
    const { id, status } = await step(work, input);
    const check = new InputCheck();
    if (status === 'PLANNED') checkNothingHeld(check, input.values, counts);
    check.done();
    if (counts) await keepReach(work, id, counts);
    return id;
  },
);

action(
  {
    name: 'voidOutreachActivity',
    of: OutreachActivity,
    label: {
      en: 'take the outreach out, as recorded in error',
      pt: 'retirar a actividade de proximidade, registada por engano',
    },
    description:
      'Takes an outreach activity, whom it reached and who took part out of all lists and counts: it was recorded in error.',
    input: changing(OutreachActivity, { description: 'What taking an outreach activity out takes.' }),
    steps: [outreachLifecycle.on({ from: ['PLANNED', 'HELD', 'CANCELLED'], to: same })],
  },
  async (work, input) => {
    const voidedAt = now();
    const { id } = await step(work, { ...input, values: { ...input.values, voidedAt } });
    const counted = await work.find(OutreachReach, { activityId: id, voidedAt: null }, true);
    for (const group of counted) await work.update(OutreachReach, group, { voidedAt });
    await takeOutPartners(work, { outreachActivityId: id }, voidedAt);
    return id;
  },
);

/** Takes the step of the mutation that is being done, with what changes by it. */
async function step(
  work: Work,
  { id, expectedVersion, values }: Changing & { readonly values: Values<OutreachActivity> },
): Promise<OutreachActivity> {
  const activity = await work.load(OutreachActivity, id, { expectedVersion });
  await checkDistrict(work, values.districtId);
  const facts = { heldOn: values.heldOn ?? activity.heldOn, today: work.day() };
  const status = outreachLifecycle.step(activity.status, work.action, facts);
  await work.update(OutreachActivity, activity, { ...values, status });
  return activity;
}

/** @throws ProblemError with all that is wrong in what is told of an activity */
function assertTold({ topics }: Values<OutreachActivity>, counts: NewReach | null | undefined): void {
  const check = new InputCheck();
  checkTopics(check, topics);
  if (counts)
    checkReach(
      check,
      counts.map(({ values }) => values),
    );
  check.done();
}

const checkDistrict = async (work: Work, id: string | null | undefined): Promise<void> => {
  if (id) await work.load(District, id, { right: 'read', path: ['districtId'] });
};
