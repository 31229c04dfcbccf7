/** Drafts: none is so old that its country would have erased it on the day on which the data are made. */
import { between, DAY, END, HOUR } from './calendar';
import type { Story } from './story';

/** The data end on the afternoon before: what is to be there when they are made is younger by so much. */
const untilMade = 36 * HOUR;

/** When a draft was begun: every other one so long ago that its maker is warned, the others lately. */
export function draftedAt(story: Story): number {
  const random = story.apart('drafts');
  const days = story.world.country.draftDays;
  const oldest = END - days * DAY + untilMade;
  return story.count('drafts') % 2 === 0
    ? between(random, oldest, oldest + 1.5 * DAY)
    : between(random, END - (days / 2) * DAY, END - HOUR);
}
