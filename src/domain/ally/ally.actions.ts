/** Engaging an ally, correcting what is told of it, and that it is one no more. */
import { changing, making, type Changing } from '../../model/action-input';
import { action } from '../../writing/action';
import { now, notTomorrow } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { assertAll, assertDistrict, checkSpan, standing } from '../activity/activity.checks';
import { organisationOfActivity } from '../activity/activity.organisation';
import { AllyAction } from './ally-action.entity';
import { Ally } from './ally.entity';

type Days = Pick<Ally, 'engagedOn'> & Partial<Pick<Ally, 'mouSignedOn' | 'endedOn'>>;

/** What has happened cannot lie ahead, and it ends after it began. */
const assertDays = (work: Work, { engagedOn, mouSignedOn, endedOn }: Days): void =>
  assertAll((check) => {
    const today = work.day();
    notTomorrow(check, engagedOn, today, ['engagedOn']);
    notTomorrow(check, mouSignedOn, today, ['mouSignedOn']);
    notTomorrow(check, endedOn, today, ['endedOn']);
    checkSpan(check, engagedOn, endedOn, ['endedOn']);
  });

action(
  {
    name: 'engageAlly',
    of: Ally,
    label: { en: 'record an ally', pt: 'registar um aliado' },
    description: 'Records an institution that stands with sex workers.',
    input: making(Ally, { description: 'What recording an ally takes.', relies: ['engagedOn'] }),
  },
  async (work, { id, values }) => {
    assertDays(work, values);
    const [organisationId] = await Promise.all([
      organisationOfActivity(work, values.organisationId),
      assertDistrict(work, values.districtId),
    ]);
    return work.insert(Ally, { ...values, id, organisationId });
  },
);

action(
  {
    name: 'updateAlly',
    of: Ally,
    label: { en: 'correct the ally', pt: 'corrigir o aliado' },
    description: 'Corrects what is recorded of an ally, also the day on which it ended.',
    input: changing(Ally, { description: 'What correcting an ally takes; what is left out stays as it is.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const ally = await work.load(Ally, id, { expectedVersion });
    assertDays(work, standing(ally, values));
    await assertDistrict(work, values.districtId);
    await work.update(Ally, ally, values);
    return id;
  },
);

action(
  {
    name: 'endAlly',
    of: Ally,
    label: { en: 'record that it is an ally no more', pt: 'registar que deixou de ser aliado' },
    description: 'Records that an institution is an ally no more; as of today unless said otherwise.',
    input: changing(Ally, { description: 'What ending an alliance takes.' }),
  },
  async (work, { id, expectedVersion, values }) => {
    const ally = await work.load(Ally, id, { expectedVersion });
    const endedOn = values.endedOn ?? work.day();
    assertDays(work, { ...ally, endedOn });
    await work.update(Ally, ally, { ...values, endedOn });
    return id;
  },
);

action(
  {
    name: 'voidAlly',
    of: Ally,
    label: { en: 'take the ally out, as recorded in error', pt: 'retirar o aliado, registado por engano' },
    description: 'Takes an ally out of all lists and counts with what it did, since it was recorded in error.',
    input: changing(Ally, { description: 'What taking an ally out takes.' }),
  },
  async (work, { id, expectedVersion }: Changing) => {
    const ally = await work.load(Ally, id, { expectedVersion });
    const voidedAt = now();
    await work.update(Ally, ally, { voidedAt });
    for (const done of await work.find(AllyAction, { allyId: id, voidedAt: null }, true))
      await work.update(AllyAction, done, { voidedAt });
    return id;
  },
);
