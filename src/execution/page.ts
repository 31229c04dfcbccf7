/** A page of a list: the rows that are shown, in the order in which they are, and what lies around them. */
import { instant } from '../database/types';
import type { CursorSeal } from './read/cursor';
import { sortValue } from './read/columns';
import { comparePlaces, type OrderTerm, type Place } from './read/order';
import type { Attribute } from '../model/thing';
import type { Cells } from './cells';
import type { BoundList } from './list';
import type { CountryRows, Run } from './writing';

/** A row of a country. */
export interface Entry {
  readonly rows: CountryRows;
  readonly cells: Cells;
  readonly at: number;
}

export interface ShownPage {
  readonly list: BoundList;
  readonly entries: readonly Entry[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly total: number;
}

/** Places in a row of what it is sorted by, and of its id. */
export interface Sorted {
  readonly values: readonly number[];
  readonly id: number;
}

/** A page from the rows that were read for it, of which one may be there only to tell that there is a next one. */
export function shownPage(list: BoundList, read: Entry[], total: number): ShownPage {
  const { limit, reversed, after, before } = list;
  const more = read.length > limit;
  const entries = more ? read.slice(0, limit) : read;
  if (reversed) entries.reverse();
  return {
    list,
    entries,
    hasNextPage: reversed ? before !== null : more,
    hasPreviousPage: reversed ? more : after !== null,
    total,
  };
}

export function entriesOf(rows: CountryRows, { cells, start, length, width }: Run): Entry[] {
  const entries = new Array<Entry>(length);
  for (let i = 0; i < length; i++) entries[i] = { rows, cells, at: start + i * width };
  return entries;
}

/** Merges the sorted rows of several countries into one page's (k-way merge), as many as were read for one. */
export function merge(
  { terms, reversed }: BoundList,
  sorted: Sorted,
  lists: readonly Entry[][],
  most: number,
): Entry[] {
  const heads = lists.map((entries) => ({ entries, next: 0, place: headPlace(terms, sorted, entries[0]) }));
  const merged: Entry[] = [];
  const sign = reversed ? -1 : 1;
  while (merged.length < most) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads) {
      if (!head.place) continue;
      if (!first?.place || comparePlaces(terms, head.place, first.place) * sign < 0) first = head;
    }
    if (!first) break;
    merged.push(first.entries[first.next++] as Entry);
    first.place = headPlace(terms, sorted, first.entries[first.next]);
  }
  return merged;
}

const headPlace = (terms: readonly OrderTerm[], sorted: Sorted, entry: Entry | undefined): Place | null =>
  entry ? placeOf(terms, sorted, entry) : null;

/** Where a row stands in its list. */
export const placeOf = (terms: readonly OrderTerm[], { values, id }: Sorted, { rows, cells, at }: Entry): Place => ({
  values: terms.map(({ attribute }, i) => sortValue(attribute, valueOf(attribute, cells[at + (values[i] as number)]))),
  country: rows.country,
  id: cells[at + id] as string,
});

/** The value of a cell, as far as rows are sorted by it. */
function valueOf({ type }: Attribute, cell: string | null | undefined): string | number | boolean | null {
  if (cell === null || cell === undefined) return null;
  if (type === 'int') return Number(cell);
  if (type === 'boolean') return cell === 'true';
  return type === 'dateTime' ? instant(cell) : cell;
}

export const cursorOf = (seal: CursorSeal, { list: { terms } }: ShownPage, sorted: Sorted, entry: Entry): string =>
  seal.seal(placeOf(terms, sorted, entry));
