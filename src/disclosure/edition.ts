/** What is published of a period, frozen; and counts before it is decided which of them are. */
import { codesAt, codingOf, codingsOf, placesOf, publishedCode, type Codings } from './coding';
import {
  cellKey,
  marginsOf,
  type Codes,
  type Dimension,
  type Place,
  type TableDesign,
  type TableList,
} from './table-design';

/** Those of one population who are alike in all dimensions, counted. */
export interface CubeRow {
  readonly values: Place;
  readonly n: number;
}

export interface Held {
  readonly of: string;
  readonly codes: Codes;
  readonly alone?: true;
}

export interface Population {
  readonly name: string;
  /** The population that it is a part of. */
  readonly of?: string;
  /** All that another population has of some codes is in it; `alone`: and nothing else. */
  readonly holds?: Held;
  /** All its cells have the higher threshold. */
  readonly sensitive?: true;
  readonly cube: readonly CubeRow[];
}

/** Whole numbers, both included. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

/** As the country keeps it. */
export interface EditionCell {
  readonly key: string;
  readonly population: string;
  readonly at: Place;
  readonly value: number;
  readonly isHidden: boolean;
  /** What nobody may come nearer to it than; null where nothing has to be protected. */
  readonly protection: Interval | null;
}

export interface Edition {
  readonly period: string;
  /** The published periods that it adds up. */
  readonly parts: readonly string[] | null;
  readonly list: TableList;
  readonly cells: readonly EditionCell[];
}

export type CellStatus = 'EXACT' | 'SUPPRESSED';

/** As it is told. Why a cell is hidden would tell how much is in it. */
export interface PublishedCell {
  readonly key: string;
  readonly population: string;
  readonly period: string;
  readonly at: Place;
  readonly value: number | null;
  readonly status: CellStatus;
}

export const publishedCells = ({ period, cells }: Edition): readonly PublishedCell[] =>
  cells.map(({ key, population, at, value, isHidden }) => ({
    ...{ key, population, period, at },
    ...(isHidden ? { value: null, status: 'SUPPRESSED' } : { value, status: 'EXACT' }),
  }));

export interface CountedCell {
  readonly population: string;
  readonly at: Place;
  value: number;
}

/** Each cell of a list of tables by its key, those that count nobody as well. */
export function counted(
  period: string,
  list: TableList,
  dimensions: readonly Dimension[],
  populations: readonly Population[],
): ReadonlyMap<string, CountedCell> {
  const cells = new Map<string, CountedCell>();
  const codings = codingsOf(dimensions, list.merges);
  for (const population of populations)
    for (const margin of marginsOf(list.tables, population.name))
      for (const cell of countedBy(margin, population, codings))
        cells.set(cellKey(population.name, period, codesAt(cell.at, codings)), cell);
  return cells;
}

function countedBy(margin: readonly string[], { name, cube }: Population, codings: Codings): Iterable<CountedCell> {
  const columns = margin.map((dimension) => [dimension, publishedCode(codingOf(codings, dimension))] as const);
  const cells = new Map<string, CountedCell>();
  for (const at of placesOf(margin, codings))
    cells.set(margin.map((dimension) => at[dimension]).join('\n'), { population: name, at, value: 0 });
  for (const { values, n } of cube) {
    const cell = cells.get(columns.map(([dimension, to]) => to.get(values[dimension] ?? '')).join('\n'));
    if (!cell) throw new RangeError(`No cell of ${name} for ${JSON.stringify(values)}`);
    cell.value += n;
  }
  return cells.values();
}

/** Tables of a list that each of the others has as well. */
export function commonTables(list: TableList, others: readonly TableList[]): readonly TableDesign[] {
  const has = (other: TableList, { population, by }: TableDesign): boolean =>
    marginsOf(other.tables, population).some((set) => set.join('\n') === [...by].sort().join('\n'));
  return list.tables.filter((table) => others.every((other) => has(other, table)));
}
