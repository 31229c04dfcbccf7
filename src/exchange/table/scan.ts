/** A first reading of a table: what can only be known of it as a whole, before any of its rows is mapped. */
import { breathing } from '../../base/breathe';
import { isBlank, type RawRow } from '../files/sheet';
import { tooManyRows } from '../files/refusals';
import { folded } from '../mapping/headings';
import { isMonthFirst } from '../values/dates';
import type { Assigned, Assignment } from './assigned';
import { recordsOf } from './table';
import type { Limits } from '../limits';

export interface Scanned {
  readonly rows: number;
  /** Columns of dates that have one with the month first. */
  readonly monthFirst: ReadonlySet<number>;
  /** Columns that have anything in them, by their position. */
  readonly filled: ReadonlySet<number>;
  /** Rows at the end that sum up the others. */
  readonly totals: ReadonlySet<number>;
}

const TOTALS = new Set(
  ['total', 'totals', 'grand total', 'subtotal', 'sub-total', 'sum', 'totais', 'total geral', 'soma', 'subtotais'].map(
    folded,
  ),
);
/** Filled rows at the end among which a total may stand: what follows it are notes. */
const LAST = 5;

/** @throws FileRefused */
export async function scan(
  { table, assigned }: Assignment,
  limits: Limits,
  before: number,
  see?: (row: RawRow) => void,
): Promise<Scanned> {
  const dates = assigned.filter(isDate).map(({ column }) => column.at);
  const [monthFirst, filled] = [new Set<number>(), new Set<number>()];
  let [rows, last]: [number, RawRow[]] = [0, []];
  for await (const row of breathing(recordsOf(table))) {
    rows += 1;
    if (before + rows > limits.rows) throw tooManyRows(limits.rows);
    for (const at of dates) {
      const cell = row.cells[at];
      if (typeof cell === 'string' && cell !== '' && isMonthFirst(cell)) monthFirst.add(at);
    }
    if (filled.size < row.cells.length) row.cells.forEach((cell, at) => !isBlank(cell) && filled.add(at));
    last = [...last.slice(last.length < LAST ? 0 : 1), row];
    see?.(row);
  }
  return { rows, monthFirst, filled, totals: new Set(last.filter(isTotal).map(({ row }) => row)) };
}

const isDate = ({ targets }: Assigned): boolean =>
  targets.some(({ place }) => place.field.attribute?.type === 'date' || place.field.attribute?.type === 'dateTime');

/** It begins with the word, and has numbers alone behind it. */
function isTotal({ cells }: RawRow): boolean {
  const [first, ...rest] = cells.filter((cell) => !isBlank(cell));
  if (typeof first !== 'string' || !TOTALS.has(folded(first).replace(/\s*[:=]$/, ''))) return false;
  return rest.every((cell) => typeof cell !== 'string' || /^[\d.,\s%+-]+$/.test(cell));
}
