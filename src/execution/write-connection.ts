/** Writes connections: pages, edges, cursors. */
import type { ListPlan } from './list';
import { cursorOf, type Entry, type ShownPage, type Sorted } from './page';
import { depthOf, type Place } from '../base/path';
import type { Selected } from './selection';
import type { Write, Writing } from './writing';

/** Writes a page, or a part of one, as JSON. */
export type WritePage = (page: ShownPage, writing: Writing) => string;

export interface Slot<W> {
  readonly key: string;
  readonly write: W;
}

/** What stands before each value of an object, and what after the last. */
export const headsOf = (slots: readonly { readonly key: string }[]): readonly string[] =>
  slots.map(({ key }, i) => `${i > 0 ? ',' : '{'}"${key}":`);

export const endOf = (slots: readonly unknown[]): string => (slots.length > 0 ? '}' : '{}');

export function connectionWriter(slots: readonly Slot<WritePage>[]): WritePage {
  const heads = headsOf(slots);
  const end = endOf(slots);
  return (page, writing) => {
    let text = '';
    for (let i = 0; i < slots.length; i++) text += heads[i] + (slots[i] as Slot<WritePage>).write(page, writing);
    return text + end;
  };
}

/** `place` leads to an edge. */
export function edgesWriter(slots: readonly Slot<WriteEdge>[], place: Place): WritePage {
  const heads = headsOf(slots);
  const end = endOf(slots);
  const depth = depthOf(place) - 1;
  return (page, writing) => {
    let text = '[';
    for (let i = 0; i < page.entries.length; i++) {
      const entry = page.entries[i] as Entry;
      writing.rows = entry.rows;
      writing.positions[depth] = i;
      if (i > 0) text += ',';
      for (let j = 0; j < slots.length; j++)
        text += heads[j] + (slots[j] as Slot<WriteEdge>).write(entry, page, writing);
      text += end;
    }
    return `${text}]`;
  };
}

export type WriteEdge = (entry: Entry, page: ShownPage, writing: Writing) => string;

export const nodeWriter =
  (write: Write): WriteEdge =>
  ({ cells, at }, _page, writing) =>
    write(cells, at, writing);

export const cursorWriter =
  (list: ListPlan, sorted: Sorted): WriteEdge =>
  (entry, page, writing) =>
    `"${cursorOf(writing.seal(list), page, sorted, entry)}"`;

export function pageInfoWriter(fields: readonly Selected[], list: ListPlan, sorted: Sorted | null): WritePage {
  const cursor =
    (at: number): WritePage =>
    (page, writing) => {
      const entry = page.entries.at(at);
      return entry && sorted ? `"${cursorOf(writing.seal(list), page, sorted, entry)}"` : 'null';
    };
  const writers: Readonly<Record<string, WritePage>> = {
    __typename: () => '"PageInfo"',
    hasNextPage: ({ hasNextPage }) => String(hasNextPage),
    hasPreviousPage: ({ hasPreviousPage }) => String(hasPreviousPage),
    startCursor: cursor(0),
    endCursor: cursor(-1),
  };
  return connectionWriter(fields.map(({ key, name }) => ({ key, write: writers[name] as WritePage })));
}
