/**
 * What can be found out of hidden cells by whoever knows all that is published and adds it up: the least and the most
 * that each can be. Publication itself is held to it, since no rule for hiding cells is safe by itself.
 */
import type { Clock } from './clock';
import type { Interval } from './edition';
import type { LinkedTables } from './linked-tables';
import { Programme, TOLERANCE, type Columns, type Row } from './solver';

/** For one cell. */
const WHOLE_LIMIT_MS = 2_000;

export interface Bound extends Interval {
  /** Whole numbers were found for all cells with this one at its least and its most: no closer reasoning helps. */
  readonly isReached: boolean;
}

/** Of each hidden or unpublished cell, by its index. */
export type Bounds = ReadonlyMap<number, Bound>;

export interface Attack {
  readonly tables: LinkedTables;
  /** Indexes of the cells that are not told. */
  readonly hidden: ReadonlySet<number>;
  readonly clock: Clock;
  /** What is known beside the tables: sums of cells, by their index. */
  readonly knowledge?: readonly Row[];
}

/** @returns null where not every bound was proved */
export async function attack(input: Attack): Promise<Bounds | null> {
  const bounds = new Map<number, Bound>();
  const isComplete = await eachPart(input, async ({ programme, unknown }) => {
    for (const [column, at] of unknown.entries()) {
      if (!(await input.clock.hasTime())) return false;
      const least = extreme(programme, column, 1);
      const most = extreme(programme, column, -1);
      if (!least || !most) return false;
      bounds.set(at, {
        lower: Math.ceil((least[column] ?? 0) - TOLERANCE),
        upper: Math.floor((most[column] ?? 0) + TOLERANCE),
        isReached: least.every(isWhole) && most.every(isWhole),
      });
    }
    return true;
  });
  return isComplete ? bounds : null;
}

/**
 * Whether no attack comes nearer to any cell than was promised: for each end of what was promised there are whole
 * numbers for all cells that fit what is told. Cheaper than all bounds, since what is found for one cell holds for
 * others, and stricter: what fits in fractions alone is no proof.
 */
export function withstands(input: Attack, promises: ReadonlyMap<number, Interval>): Promise<boolean> {
  return eachPart(input, async ({ programme, unknown, columns }) => {
    const seen = unknown.map(() => ({ lower: Infinity, upper: -Infinity }));
    const note = (values: Float64Array | null): void => {
      if (!values?.every(isWhole)) return;
      for (const [column, value] of values.entries()) {
        const one = seen[column] as { lower: number; upper: number };
        one.lower = Math.min(one.lower, Math.round(value));
        one.upper = Math.max(one.upper, Math.round(value));
      }
    };
    for (const [column, at] of unknown.entries()) {
      const promise = promises.get(at);
      const found = seen[column] as Interval;
      const [least = 0, most = 0] = [columns.lower[column], columns.upper[column]];
      if (!promise) continue;
      if (!(await input.clock.hasTime())) return false;
      if (found.lower > promise.lower) note(extreme(programme, column, 1));
      if (found.upper < promise.upper) note(extreme(programme, column, -1));
      if (found.lower > promise.lower) note(whole(programme, column, [least, promise.lower], [least, most]));
      if (found.upper < promise.upper) note(whole(programme, column, [promise.upper, most], [least, most]));
      if (found.lower > promise.lower || found.upper < promise.upper) return false;
    }
    return true;
  });
}

/** Cells that are known more closely than was promised. */
export const leaks = (bounds: Bounds, promises: ReadonlyMap<number, Interval>): readonly number[] =>
  [...promises].flatMap(([at, { lower, upper }]) => {
    const bound = bounds.get(at);
    return bound && bound.lower <= lower && bound.upper >= upper ? [] : [at];
  });

interface Part {
  readonly programme: Programme;
  /** Index of the cell of each column. */
  readonly unknown: readonly number[];
  readonly columns: Columns;
}

/** Of cells that no sum of unknown ones connects, neither tells anything of the other. */
async function eachPart(input: Attack, use: (part: Part) => Promise<boolean>): Promise<boolean> {
  const { cells, equations } = input.tables;
  const value = (at: number): number => cells[at]?.value ?? 0;
  const rows = [...equations, ...(input.knowledge ?? [])].map((row) => reduced(row, input.hidden, value));
  const most = 100 + 10 * cells.reduce((sofar, one) => Math.max(sofar, one.value), 0);
  for (const { unknown, rows: own } of partsOf([...input.hidden], rows)) {
    const columnOf = new Map(unknown.map((at, column) => [at, column]));
    const columns = {
      lower: unknown.map((at) => cells[at]?.floor ?? 0),
      // Nobody takes a cell to count more; without it some had no upper bound, and nothing would be proved.
      upper: unknown.map(() => most),
    };
    const inColumns = own.map((row) => ({ ...row, at: row.at.map((at) => columnOf.get(at) ?? 0) }));
    const isDone = await Programme.with({ columns, rows: inColumns, strategy: 'COSTS' }, (programme) =>
      use({ programme, unknown, columns }),
    );
    if (!isDone) return false;
  }
  return true;
}

/** The same sum of what is unknown in it. */
function reduced({ at, by, lower, upper }: Row, hidden: ReadonlySet<number>, value: (at: number) => number): Row {
  const known = at.reduce((sum, one, index) => (hidden.has(one) ? sum : sum + value(one) * (by[index] ?? 0)), 0);
  return {
    at: at.filter((one) => hidden.has(one)),
    by: by.filter((_, index) => hidden.has(at[index] ?? -1)),
    lower: lower - known,
    upper: upper - known,
  };
}

function partsOf(unknown: readonly number[], rows: readonly Row[]) {
  const next = new Map(unknown.map((at) => [at, at]));
  const root = (at: number): number => {
    let one = at;
    for (let up = next.get(one) ?? one; up !== one; up = next.get(one) ?? one) one = up;
    next.set(at, one);
    return one;
  };
  for (const { at } of rows) for (const one of at) next.set(root(one), root(at[0] ?? one));
  const parts = new Map<number, { unknown: number[]; rows: Row[] }>();
  for (const at of unknown.toSorted((one, other) => one - other)) {
    const part = parts.get(root(at)) ?? { unknown: [], rows: [] };
    part.unknown.push(at);
    parts.set(root(at), part);
  }
  for (const row of rows) if (row.at[0] !== undefined) parts.get(root(row.at[0]))?.rows.push(row);
  return parts.values();
}

function extreme(programme: Programme, column: number, sign: 1 | -1): Float64Array | null {
  programme.cost(column, sign);
  const values = programme.solve();
  programme.cost(column, 0);
  return values;
}

/** What fits in fractions fits in whole numbers nearly always, but they have to be looked for. */
function whole(
  programme: Programme,
  column: number,
  within: readonly [number, number],
  bounds: readonly [number, number],
): Float64Array | null {
  programme.bound(column, ...within);
  const values = programme.solveWhole(WHOLE_LIMIT_MS);
  programme.bound(column, ...bounds);
  return values;
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= TOLERANCE;
