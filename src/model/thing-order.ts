/** The order in which records of several things can be made; in the other one they can be removed. */
import type { Thing } from './thing';

/** Those that others refer to come before them. */
export function referredFirst(things: Iterable<Thing>): ReadonlySet<Thing> {
  const ordered = new Set<Thing>();
  const open = new Set<Thing>();
  const visit = (thing: Thing): void => {
    if (open.has(thing)) return;
    open.add(thing);
    for (const { kind, foreign, target } of thing.links.values())
      if (kind === 'one' && foreign === 'id') visit(target());
    ordered.add(thing);
  };
  for (const thing of things) visit(thing);
  return ordered;
}
