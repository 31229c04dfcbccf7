/** Data keys that stand apart from the data: fetched together for all rows that a country answered. */
import type { KeysApart } from '../base/vault';
import type { Part } from './part';
import type { Top } from './statement';
import type { CountryRows } from './writing';

/** Why they could not be fetched is the error of each field that needs one: what is not sealed is there. */
export async function fetchKeys(
  apart: KeysApart,
  tops: readonly Top[],
  rows: CountryRows,
): Promise<CountryRows['keys']> {
  const ids = new Set<string>();
  for (const { part } of tops) if (part) collect(part, rows, ids);
  if (ids.size === 0) return null;
  try {
    return await apart.open(rows.country, ids);
  } catch (error) {
    return error as Error;
  }
}

function collect(part: Part, rows: CountryRows, ids: Set<string>): void {
  const { cells, start, length, width } = rows.all(part);
  for (const [key, wrapped] of part.keys) {
    for (let at = start; at < start + length * width; at += width) {
      const id = cells[at + key];
      if (typeof id === 'string' && cells[at + wrapped] === null) ids.add(id);
    }
  }
  for (const { part: child } of part.children) if (!('condition' in child)) collect(child, rows, ids);
}
