/** Ids that a table is asked by. */
import { badInput } from '../../../base/errors';
import { otherType, parseId, type GlobalId } from '../../../base/global-id';
import { thingOf, type Constructor } from '../../../model/thing';

/** @throws ApiError BAD_USER_INPUT where it is no id, or that of something else */
export function idOf(text: string | null | undefined, target: Constructor): GlobalId | null {
  // An empty text is no way to leave it out: the whole country would be told for a place.
  if (text === null || text === undefined) return null;
  const thing = thingOf(target);
  const id = parseId(text);
  if (id.type === null || id.type === thing.name) return id;
  const { en, pt } = otherType(thing.label);
  throw badInput(en, pt);
}
