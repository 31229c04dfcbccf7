/**
 * Counts that nobody has published, told roughly. None is told that lies inside a hidden cell, be that hidden for its
 * own sake or for another's: all of them together would tell it. The others are rounded by a key of whom they count,
 * so that to ask again, or in another way for the same people, tells nothing new.
 */
import { createHmac, type KeyObject } from 'node:crypto';
import { codesAt, codingsOfCells } from './coding';
import type { Edition } from './edition';
import { isWithin, type Codes } from './table-design';

export interface AdHocCell {
  readonly population: string;
  readonly period: string;
  readonly codes: Codes;
}

export type AdHocCount =
  { readonly value: number; readonly status: 'ROUNDED' } | { readonly value: null; readonly status: 'SUPPRESSED' };

export class HiddenCells {
  private readonly hidden: readonly AdHocCell[];
  /** With the period itself, whatever it is a part of. */
  private readonly periods: ReadonlyMap<string, readonly string[]>;

  /** @param wholes of each population what it is a part of: its people are counted there as well */
  constructor(
    editions: readonly Edition[],
    private readonly wholes: ReadonlyMap<string, string> = new Map(),
  ) {
    this.hidden = editions.flatMap(({ period, list, cells }) => {
      const codings = codingsOfCells(
        cells.map(({ at }) => at),
        list.merges,
      );
      return cells.flatMap(({ population, at, isHidden }) =>
        isHidden ? [{ population, period, codes: codesAt(at, codings) }] : [],
      );
    });
    this.periods = new Map(
      editions.map(({ period }) => [
        period,
        [period, ...editions.flatMap((one) => (one.parts?.includes(period) ? [one.period] : []))],
      ]),
    );
  }

  /** Whether all who are counted there are counted in a hidden cell. */
  hold({ population, period, codes }: AdHocCell): boolean {
    const populations = [population];
    for (let one = this.wholes.get(population); one !== undefined; one = this.wholes.get(one)) populations.push(one);
    const periods = this.periods.get(period) ?? [period];
    return this.hidden.some(
      (one) => populations.includes(one.population) && periods.includes(one.period) && isWithin(codes, one.codes),
    );
  }
}

const KEYS = 2 ** 32;

/** Of a record, the same always; nobody without the secret can tell it. */
export const recordKey = (secret: KeyObject, id: string): number =>
  createHmac('sha256', secret).update(id).digest().readUInt32BE(0);

/** Of a set of records, in whichever order. */
export const keyOfAll = (keys: Iterable<number>): number => {
  let sum = 0;
  for (const key of keys) sum = (sum + key) % KEYS;
  return sum;
};

/** To a multiple of the base above or below, so that the mean is right. What is a multiple stays so. */
export function rounded(n: number, key: number, base: number): number {
  const over = n % base;
  return n - over + (key / KEYS < over / base ? base : 0);
}

/** @param base no less than the threshold of the cell: what is rounded more finely tells a small count too closely */
export const adHocCount = (
  cell: AdHocCell,
  hidden: HiddenCells,
  count: { readonly n: number; readonly key: number; readonly base: number },
): AdHocCount =>
  hidden.hold(cell)
    ? { value: null, status: 'SUPPRESSED' }
    : { value: rounded(count.n, count.key, count.base), status: 'ROUNDED' };
