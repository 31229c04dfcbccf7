/** Drafts that are no more: of each just the note that it was erased. */
import { Erasure } from '../../src/domain/casework/erasure/erasure.entity';
import { made } from './batch';
import { DAY, END } from './calendar';
import type { Cast } from './case-cast';
import type { Story } from './story';

/** Beside one of thirty cases a draft was begun that came to nothing: discarded by its maker, or left until its time was over. */
export function addErasure(story: Story, { creator }: Cast, openedAt: number): void {
  const nth = story.count('erasable');
  if (nth % 30 !== 7) return;
  const isDiscarded = nth % 60 === 7;
  const at = openedAt + (isDiscarded ? 1 : story.world.country.draftDays) * DAY;
  if (at > END) return;
  const recordId = story.aside.id(openedAt);
  const reason = isDiscarded ? 'DISCARDED' : 'DRAFT_EXPIRED';
  const trail = { entity: 'Case', recordId, reason, makerId: creator.id, survivorId: null } as const;
  story.batch.add(Erasure, { ...trail, shutOut: [], ...made(story.aside, at, isDiscarded ? creator.id : null) });
}
