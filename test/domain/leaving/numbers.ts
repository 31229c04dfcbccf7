/** Numbers of tables, each with what it is of: as they are read out of whatever they stand in. */
import { periodOf, previous } from '../../../src/base/period/period';
import type { Row } from './asked';

export const measures = ['value', 'numerator', 'denominator'] as const;
export type Measure = (typeof measures)[number];

export interface Told {
  readonly country: string;
  readonly indicator: string;
  readonly period: string;
  /** Code of each dimension; NOT_KNOWN where it is not. */
  readonly at: Readonly<Record<string, string>>;
  readonly measure: Measure;
  readonly number: number;
}

export const NOT_KNOWN = 'NOT_KNOWN';

const keyOf = ({ country, indicator, period, at, measure }: Omit<Told, 'number'>): string =>
  [
    ...[country, indicator, period, measure],
    ...Object.entries(at)
      .map((one) => one.join('='))
      .sort(),
  ].join(' ');

/** Each cell once. */
export class Numbers {
  private readonly known = new Map<string, Told>();

  constructor(all: Iterable<Told> = []) {
    for (const one of all) this.add(one);
  }

  /** @throws where the same is told twice, and differs */
  add(told: Told): void {
    const key = keyOf(told);
    const before = this.known.get(key);
    if (before && before.number !== told.number) throw new Error(`${key} is ${before.number} and ${told.number}`);
    this.known.set(key, told);
  }

  get size(): number {
    return this.known.size;
  }

  all(): readonly Told[] {
    return [...this.known.values()];
  }

  /** Null: nothing is told of it. */
  of(cell: Omit<Told, 'number'>): number | null {
    return this.known.get(keyOf(cell))?.number ?? null;
  }

  /** What others do not tell, or otherwise. */
  beyond(others: Numbers): readonly string[] {
    return [...this.known].flatMap(([key, { number }]) => {
      const other = others.known.get(key);
      return other?.number === number ? [] : [`${key}: ${number}, not ${other?.number ?? 'told'}`];
    });
  }
}

type Read = Pick<Row, 'indicator' | 'country' | 'period' | 'previous' | Measure> & {
  readonly dimensions: readonly { readonly dimension: string; readonly code: string | null }[];
};

/** Whatever number a row tells, that of the period before as well. */
export function toldBy(row: Read): readonly Told[] {
  const at = Object.fromEntries(row.dimensions.map(({ dimension, code }) => [dimension, code ?? NOT_KNOWN]));
  const { country, indicator, period } = row;
  const before = previous(periodOf(period) ?? unknown(period))?.name ?? '';
  return [
    ...measures.map((measure) => ({ period, measure, number: row[measure] })),
    { period: before, measure: 'value' as const, number: row.previous },
  ].flatMap(({ number, ...of }) => (number === null ? [] : [{ country, indicator, at, number, ...of }]));
}

const unknown = (period: string): never => {
  throw new Error(`no period ${period}`);
};

export const numbersIn = (rows: Iterable<Read>): Numbers => new Numbers([...rows].flatMap(toldBy));
