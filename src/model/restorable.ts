/** What of the things that are taken out as recorded in error can be put back: whoever puts them back notes them here. */
import { thingOf, type Constructor, type Thing } from './thing';

const restorable = new Set<Thing>();

export function noteRestorable(targets: readonly Constructor[]): void {
  for (const target of targets) restorable.add(thingOf(target));
}

/** Whether a record of the thing, or what it is a part of, is put back where taking it out was a mistake. */
export const isRestorable = (thing: Thing): boolean => restorable.has(thing);
