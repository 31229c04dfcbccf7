/** Pages as Relay connections, and the merge of the pages of several countries. */
import type { Row } from '../../database/query';
import type { ListPlan } from './list';
import { comparePlaces, placeOf } from './order';

export interface Connection {
  readonly edges: readonly { readonly cursor: string | null; readonly node: Row }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** A connection from a page and the one row more that was read with it. */
export function connectionOf(list: ListPlan, found: readonly Row[], totalCount: number): Connection {
  const more = found.length > list.limit;
  const page = found.slice(0, list.limit);
  if (list.reversed) page.reverse();
  const cursor = (row: Row | undefined): string | null => (row ? list.seal.seal(placeOf(list.terms, row)) : null);
  const { wants } = list;
  return {
    edges: page.map((node) => ({ cursor: wants.cursor ? cursor(node) : null, node })),
    pageInfo: {
      hasNextPage: list.reversed ? list.before !== null : more,
      hasPreviousPage: list.reversed ? more : list.after !== null,
      startCursor: wants.pageInfo ? cursor(page[0]) : null,
      endCursor: wants.pageInfo ? cursor(page[page.length - 1]) : null,
    },
    totalCount,
  };
}

export const emptyConnection = (list: ListPlan): Connection => connectionOf(list, [], 0);

/** Rows by the parent that they were read for. */
export function pagesByParent(found: readonly Row[]): Map<string, Row[]> {
  const pages = new Map<string, Row[]>();
  for (const row of found) {
    const key = row.$parent as string;
    const page = pages.get(key);
    if (page) page.push(row);
    else pages.set(key, [row]);
  }
  return pages;
}

/** Merges sorted pages of several countries into one, as long as a page needs (k-way merge). */
export function merge({ terms, reversed, limit }: ListPlan, pages: readonly (readonly Row[])[]): Row[] {
  if (pages.length === 1 && pages[0]) return [...pages[0]];
  const heads = pages.map((page) => ({ page, at: 0 }));
  const merged: Row[] = [];
  const place = (head: { page: readonly Row[]; at: number }) => {
    const row = head.page[head.at];
    return row ? placeOf(terms, row) : null;
  };
  while (merged.length <= limit) {
    let next: (typeof heads)[number] | undefined;
    for (const head of heads) {
      const candidate = place(head);
      const best = next ? place(next) : null;
      if (!candidate) continue;
      if (!best || comparePlaces(terms, candidate, best) * (reversed ? -1 : 1) < 0) next = head;
    }
    const row = next?.page[next.at];
    if (!next || !row) break;
    merged.push(row);
    next.at++;
  }
  return merged;
}
