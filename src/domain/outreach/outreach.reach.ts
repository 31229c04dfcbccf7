/** How many people an outreach activity reached: counted, and corrected as a whole. */
import { many, part, type InputOf } from '../../model/input';
import { now } from '../../writing/moments';
import type { Work } from '../../writing/work';
import { OutreachReach } from './outreach-activity.entity';
import { groupOf } from './outreach.checks';

export const newOutreachReach = part('newOutreachReach', OutreachReach, {
  description:
    'How many people of one gender, age band and kind of contact were reached. People are counted, never listed.',
  relies: ['genderIdentity', 'ageBand', 'kind', 'people', 'contacts'],
});

export type NewReach = readonly InputOf<typeof newOutreachReach>[];

/** One entry for each group; asked for where it was held. */
export const reached = many(newOutreachReach, {
  description: 'How many people it reached: one entry for each group, at least one.',
});

/** Keeps the counts as they are told: each group once, and none that is not told. */
export async function keepReach(work: Work, activityId: string, given: NewReach): Promise<void> {
  const told = new Map(given.map(({ values }) => [groupOf(values), values]));
  const known = await work.find(OutreachReach, { activityId }, true);
  for (const group of known) {
    const count = told.get(groupOf(group));
    told.delete(groupOf(group));
    if (count) await work.update(OutreachReach, group, { ...count, voidedAt: null });
    else if (!group.voidedAt) await work.update(OutreachReach, group, { voidedAt: now() });
  }
  await work.insertAll(
    OutreachReach,
    [...told.values()].map((count) => ({ ...count, activityId })),
  );
}
