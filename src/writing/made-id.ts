/** Ids that an input gives to new records: which of its fields they are, and where one of them stands. */
import type { Input } from '../model/input';
import type { Attribute, Thing } from '../model/thing';
import type { Path } from './input';

type Flat = Readonly<Record<string, unknown>>;

/** The id of a record that is being made, rather than of one that is there (which must be given). */
export const isMade = ({ name, nullable }: Attribute): boolean => name === 'id' && nullable;

/** A record whose id was found to be somebody's already. */
export interface Taken {
  readonly table: string;
  readonly id: string;
}

/**
 * Where an input gives this id to a new record of this table: the same UUID may be meant for records of two. The last
 * place, for a record that is there stands above what is new.
 */
export function placeOf(taken: Taken, input: Input, thing: Thing, given: Flat, path: Path = []): Path | undefined {
  for (const { name, part, list } of [...input.fields.values()].reverse()) {
    const inner = given[name];
    if (!part || inner === null || inner === undefined) continue;
    const items = list ? (inner as readonly Flat[]).map((item, at) => [item, at] as const) : [[inner as Flat] as const];
    for (const [item, at] of [...items].reverse()) {
      const here = [...path, name, ...(at === undefined ? [] : [at])];
      const found = placeOf(taken, part, part.thing ?? thing, item, here);
      if (found) return found;
    }
  }
  const own = input.fields.get('id')?.attribute;
  return own && isMade(own) && thing.table === taken.table && given.id === taken.id ? [...path, 'id'] : undefined;
}
