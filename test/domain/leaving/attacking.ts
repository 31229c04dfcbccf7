/**
 * An attack with whatever numbers somebody has of what a country published, and with nothing else: a cell of which no
 * number was told is unknown, and what is told beside cells (sums of periods, shares) is known of them.
 */
import '../../../src/domain/all';
import { readId } from '../../../src/base/global-id';
import { periodOf, unionOf } from '../../../src/base/period/period';
import type { Edition } from '../../../src/disclosure/edition';
import type { Row as Sum } from '../../../src/disclosure/solver';
import type { Kept } from '../../../src/domain/indicator/counting/counting';
import { indicators, type Indicator } from '../../../src/domain/indicator/indicator';
import { publishedAs } from '../../../src/domain/indicator/publication/publication.plan';
import { attackOn, type Found } from '../../disclosure/tables-cases';
import { populationsOf } from '../indicator/populations';
import { NOT_KNOWN, type Told } from './numbers';

export interface Attacked extends Found {
  /** Cells that were told. */
  readonly told: number;
  /** Numbers that are of no cell: each a fault, but for those of minors, who are in no table. */
  readonly strangers: readonly Told[];
  /** Sums and shares that say something of cells which are not told. */
  readonly sums: number;
}

const placeOf = (population: string, period: string, at: Readonly<Record<string, string>>): string =>
  [
    ...[population, period],
    ...Object.entries(at)
      .map((one) => one.join('='))
      .sort(),
  ].join(' ');

/** @param series its editions alone */
export async function attacked(series: string, editions: readonly Edition[], told: readonly Told[]): Promise<Attacked> {
  const cells = new Map(
    editions.flatMap(({ period, cells: all }) =>
      all.map((cell) => [placeOf(cell.population, period, cell.at), cell] as const),
    ),
  );
  const finest = periodOf((editions.find(({ parts }) => !parts)?.period ?? '').split(' ')[1] ?? '')?.type;
  /** Keys of the cells that add up to what is told. */
  const keysOf = (population: string, { period }: Told, at: Told['at']): readonly string[] | null => {
    const own = cells.get(placeOf(population, `${series} ${period}`, at));
    if (own) return [own.key];
    const whole = periodOf(period);
    const parts = whole && finest ? unionOf(whole, finest) : null;
    const keys = parts?.map(({ name }) => cells.get(placeOf(population, `${series} ${name}`, at))?.key);
    return keys && keys.length > 0 && keys.every((key) => key !== undefined) ? keys : null;
  };
  const known = new Map<string, number>();
  const equations: Equation[] = [];
  const strangers: Told[] = [];
  for (const one of told.map(withOwnIds)) {
    const found = equationsOf(one, series, keysOf);
    if (!found) strangers.push(one);
    for (const equation of found ?? []) {
      const [only, ...others] = equation.terms;
      if (only && others.length === 0 && only.by === 1 && equation.lower === equation.upper)
        known.set(only.key, equation.lower);
      else equations.push(equation);
    }
  }
  for (const { key, value } of cells.values())
    if (known.has(key) && known.get(key) !== value) throw new Error(`${key} is told as ${known.get(key)}`);
  const open = equations.filter(({ terms }) => terms.some(({ key }) => !known.has(key)));
  const found = await attackOn(sourcesOf(series, editions), editions, {
    knowledge: (find) => open.map((one) => sumOf(one, find)),
    isTold: ({ key }) => known.has(key),
  });
  return { ...found, told: known.size, strangers, sums: open.length };
}

/** Organisations are published by the id that is within their global one. */
function withOwnIds(told: Told): Told {
  const { ORGANISATION: id } = told.at;
  if (id === undefined || id === NOT_KNOWN) return told;
  return { ...told, at: { ...told.at, ORGANISATION: readId(id)?.uuid ?? '' } };
}

interface Equation {
  readonly terms: readonly { readonly key: string; readonly by: number }[];
  readonly lower: number;
  readonly upper: number;
}

const sumOf = ({ terms, lower, upper }: Equation, find: (key: string) => number): Sum => ({
  ...{ at: terms.map(({ key }) => find(key)), by: terms.map(({ by }) => by), lower, upper },
});

type Keys = (population: string, told: Told, at: Told['at']) => readonly string[] | null;

/** What a number says of cells; null: it is of none. */
function equationsOf(told: Told, series: string, keysOf: Keys): readonly Equation[] | null {
  const one = indicators.get(told.indicator) as Indicator & { readonly of: Kept };
  const { [one.shareOf ?? '']: _, ...whole } = told.at;
  const keys = (measure: string | undefined, at: Told['at']): readonly string[] | null => {
    const as = measure === undefined ? null : publishedAs(one, measure);
    return as && keysOf(as.population, told, at);
  };
  if (publishedAs(one, one.numerator)?.series !== series) return [];
  const sum = (all: readonly string[] | null, by = 1) => (all ?? []).map((key) => ({ key, by }));
  const exactly = (all: readonly string[] | null): readonly Equation[] | null =>
    all && [{ terms: sum(all), lower: told.number, upper: told.number }];
  if (told.measure === 'denominator') return exactly(keys(one.denominator, whole));
  if (told.measure === 'numerator' || one.measure === 'COUNT') return exactly(keys(one.numerator, told.at));
  const [upper, lower] = [keys(one.numerator, told.at), keys(one.denominator, whole)];
  if (!upper || !lower) return null;
  // Whole per cent: half of one more or less.
  return [-0.5, 0.5].map((by) => ({
    terms: [...sum(upper), ...sum(lower, -(told.number + by) / 100)],
    ...(by < 0 ? { lower: 0, upper: Infinity } : { lower: -Infinity, upper: 0 }),
  }));
}

/** What an attacker knows of the tables themselves. */
function sourcesOf(series: string, editions: readonly Edition[]) {
  const codes = new Map<string, Set<string>>();
  for (const { at } of editions.flatMap(({ cells }) => cells))
    for (const [name, code] of Object.entries(at)) codes.set(name, (codes.get(name) ?? new Set()).add(code));
  return {
    dimensions: [...codes].map(([name, all]) => ({ name, codes: [...all] })),
    populations: populationsOf(series),
    ...{ thresholds: { plain: 5, sensitive: 10 }, floors: [] },
  };
}
