/**
 * What can be found out of hidden cells by whoever knows all that is published and adds it up: the least and the most
 * that each can be. Publication itself is held to it, since no rule for hiding cells is safe by itself.
 */
import type { Clock } from './clock';
import type { Interval } from './edition';
import type { LinkedTables } from './linked-tables';
import { Programme, TOLERANCE, type Columns, type Row } from './solver';

/** Of each hidden or unpublished cell, by its index. */
export type Bounds = ReadonlyMap<number, Interval>;

/**
 * @param hidden indexes of the cells that are not told
 * @param knowledge what is known beside the tables: sums of cells, by their index
 * @returns null where not every bound was proved
 */
export async function attack(
  { cells, equations }: LinkedTables,
  hidden: ReadonlySet<number>,
  clock: Clock,
  knowledge: readonly Row[] = [],
): Promise<Bounds | null> {
  const unknown = [...cells.keys()].filter((at) => hidden.has(at));
  const columnOf = new Map(unknown.map((at, column) => [at, column]));
  const known = (at: number): number => cells[at]?.value ?? 0;
  const rows = [...equations, ...knowledge]
    .map((row) => reduced(row, columnOf, known))
    .filter(({ at }) => at.length > 0);
  const columns: Columns = {
    lower: unknown.map((at) => cells[at]?.floor ?? 0),
    upper: unknown.map(() => mostOf(cells)),
  };
  return Programme.with(columns, rows, async (programme) => {
    const bounds = new Map<number, Interval>();
    for (const [column, at] of unknown.entries()) {
      if (!(await clock.hasTime())) return null;
      const lower = extreme(programme, column, 1);
      const upper = extreme(programme, column, -1);
      if (lower === null || upper === null) return null;
      bounds.set(at, { lower: Math.ceil(lower - TOLERANCE), upper: Math.floor(upper + TOLERANCE) });
    }
    return bounds;
  });
}

/** Nobody takes a cell to count more than this; without it some had no upper bound, and nothing would be proved. */
const mostOf = (cells: LinkedTables['cells']): number =>
  100 + 10 * cells.reduce((most, { value }) => Math.max(most, value), 0);

function reduced(
  { at, by, lower, upper }: Row,
  columnOf: ReadonlyMap<number, number>,
  known: (at: number) => number,
): Row {
  const left = at.map((one) => columnOf.get(one));
  const sum = at.reduce(
    (all, one, index) => (left[index] === undefined ? all + known(one) * (by[index] ?? 0) : all),
    0,
  );
  return {
    at: left.filter((one) => one !== undefined),
    by: by.filter((_, index) => left[index] !== undefined),
    lower: lower - sum,
    upper: upper - sum,
  };
}

function extreme(programme: Programme, column: number, sign: 1 | -1): number | null {
  programme.cost(column, sign);
  const values = programme.solve();
  programme.cost(column, 0);
  return values?.[column] ?? null;
}

/** Cells that are known more closely than was promised. */
export const leaks = (bounds: Bounds, protection: ReadonlyMap<number, Interval>): readonly number[] =>
  [...protection].flatMap(([at, { lower, upper }]) => {
    const bound = bounds.get(at);
    return bound && bound.lower <= lower && bound.upper >= upper ? [] : [at];
  });
