/**
 * Which tables of counts are published together, and by what name each of their cells is known. A cell that stands in
 * several tables is one cell: whoever would protect each table by itself would tell in one what the other hides.
 */

export interface Dimension {
  readonly name: string;
  readonly codes: readonly string[];
  /** Of few people, or of those whom a count could harm: the higher threshold. */
  readonly sensitive?: readonly string[];
}

/** Every margin of a table is published with it, down to the total. */
export interface TableDesign {
  readonly name: string;
  readonly population: string;
  readonly by: readonly string[];
}

/** Codes that are too rare to be told apart. The code that stands for them is none of the dimension's own. */
export interface Merge {
  readonly dimension: string;
  readonly codes: readonly string[];
  readonly into: string;
}

/** What is published of a period if it can be protected. */
export interface TableList {
  readonly name: ListName;
  readonly tables: readonly TableDesign[];
  readonly merges: readonly Merge[];
}

export const listNames = ['FULL', 'MERGED', 'TWO_WAY', 'ONE_WAY', 'TOTAL', 'NOTHING'] as const;
export type ListName = (typeof listNames)[number];

/** From the finest list to the coarsest. With fewer cells there is less to hide, and less to hide it behind. */
export function coarsening(tables: readonly TableDesign[], merges: readonly Merge[]): readonly TableList[] {
  const upTo = (ways: number): readonly TableDesign[] =>
    tables.map((table) => (table.by.length > ways ? null : table)).filter((table) => table !== null);
  const totals = (name: ListName, by: (table: TableDesign) => readonly (readonly string[])[]): TableList => ({
    name,
    tables: tables.flatMap((table) => by(table).map((one) => ({ ...table, by: one }))),
    merges,
  });
  return [
    { name: 'FULL', tables, merges: [] },
    { name: 'MERGED', tables, merges },
    { name: 'TWO_WAY', tables: upTo(2), merges },
    totals('ONE_WAY', ({ by }) => by.map((one) => [one])),
    totals('TOTAL', () => [[]]),
  ];
}

/** A code of some dimensions; what is not named is counted together. */
export type Place = Readonly<Record<string, string>>;

/** The same by the dimensions' own codes, of which a merged code has several. */
export type Codes = Readonly<Record<string, readonly string[]>>;

const part = ([dimension, codes]: readonly [string, readonly string[]]): string =>
  `${encodeURIComponent(dimension)}=${codes.map(encodeURIComponent).sort().join('+')}`;

/** The same for a cell of whichever table, and whatever its codes are called there. */
export const cellKey = (population: string, period: string, codes: Codes): string =>
  `${[population, period].map(encodeURIComponent).join('|')}|${Object.entries(codes).map(part).sort().join('&')}`;

/** The sets of dimensions of all tables of a population with all their margins, each once. */
export function marginsOf(tables: readonly TableDesign[], population: string): readonly (readonly string[])[] {
  const sets = new Map<string, readonly string[]>();
  for (const table of tables) {
    if (table.population !== population) continue;
    let subsets: (readonly string[])[] = [[]];
    for (const one of [...table.by].sort()) subsets = subsets.flatMap((set) => [set, [...set, one]]);
    for (const set of subsets) sets.set(set.join('\n'), set);
  }
  return [...sets.values()];
}

/** Whoever is in the one is in the other. */
export const isWithin = (inner: Codes, outer: Codes): boolean =>
  Object.entries(outer).every(([name, codes]) => inner[name]?.every((code) => codes.includes(code)) ?? false);
