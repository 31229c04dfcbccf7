/** A table with its heading row, wherever that stands: titles, merged groups and blank rows above it are passed over. */
import { columnLetter, isBlank, isFilled, type Cell, type RawRow, type Sheet } from '../files/sheet';
import { folded } from '../mapping/headings';
import type { Under } from '../shapes/shape';

export interface Column {
  /** From 0. */
  readonly at: number;
  readonly letter: string;
  /** As people see it; a second of its name is told apart by a number: `Place (2)`. */
  readonly heading: string;
  /** Without that number, folded. */
  readonly key: string;
  readonly nth: number;
}

export interface Table {
  readonly sheet: Sheet;
  /** What findings call it: the sheet, or the file where there are several. */
  readonly name: string | null;
  readonly headingRow: number;
  /** Filled rows above the heading row. */
  readonly above: readonly number[];
  readonly columns: readonly Column[];
  readonly headings: ReadonlySet<string>;
}

/** Filled rows among which the headings are looked for. */
const LOOKED_AT = 30;
const LONGEST_HEADING = 200;

/** @returns null where the sheet has no filled row */
export async function tableOf(
  sheet: Sheet,
  name: string | null,
  isKnown: (heading: string) => boolean,
): Promise<Table | null> {
  const first: RawRow[] = [];
  for await (const row of sheet.rows()) {
    if (!isFilled(row)) continue;
    first.push(row);
    if (first.length === LOOKED_AT) break;
  }
  const at = headingAt(first, isKnown);
  const heading = first[at];
  if (!heading) return null;
  const columns = columnsOf(heading.cells);
  const above = first.slice(0, at).map(({ row }) => row);
  return {
    ...{ sheet, name, headingRow: heading.row, above, columns },
    headings: new Set(columns.map(({ key }) => key)),
  };
}

/** The first row that has the most headings that are known; where none is known, the first with more than one cell. */
function headingAt(rows: readonly RawRow[], isKnown: (heading: string) => boolean): number {
  const scores = rows.map(({ cells }) => textsOf(cells).filter(isKnown).length);
  const best = Math.max(0, ...scores);
  if (best > 0) return scores.indexOf(best);
  const several = rows.findIndex(({ cells }) => textsOf(cells).length > 1);
  return several < 0 ? 0 : several;
}

const textsOf = (cells: readonly Cell[]): string[] =>
  cells.filter((cell): cell is string => typeof cell === 'string' && cell !== '');

function columnsOf(cells: readonly Cell[]): Column[] {
  const seen = new Map<string, number>();
  return cells.flatMap((cell, at): Column[] => {
    if (isBlank(cell) || typeof cell !== 'string') return [];
    const shown = cell.replace(/\s+/g, ' ').trim().slice(0, LONGEST_HEADING);
    const key = folded(shown);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    return [{ at, letter: columnLetter(at), heading: nth === 1 ? shown : `${shown} (${nth})`, key, nth }];
  });
}

/** Rows below the headings that have anything in a column that has a heading or not; a row of HXL tags is none. */
export async function* recordsOf({ sheet, headingRow }: Table): AsyncGenerator<RawRow> {
  let isFirst = true;
  for await (const row of sheet.rows()) {
    if (row.row <= headingRow || !isFilled(row)) continue;
    if (isFirst && isTagRow(row)) continue;
    isFirst = false;
    yield row;
  }
}

/** `#date +occurred` under the headings: tags of the Humanitarian Exchange Language. */
function isTagRow({ cells }: RawRow): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  return filled.every((cell) => typeof cell === 'string' && /^#[a-z][\w-]*(\s*\+[\w-]+)*$/i.test(cell));
}

/** The texts of a row under its headings; of several columns of one heading the first. */
export function underOf({ columns }: Pick<Table, 'columns'>): (row: RawRow) => Under {
  const places = new Map(columns.filter(({ nth }) => nth === 1).map(({ key, at }) => [key, at]));
  return ({ cells }) =>
    (heading) => {
      const cell = cells[places.get(heading) ?? -1];
      return typeof cell === 'string' ? cell : '';
    };
}
