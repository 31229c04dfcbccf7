/**
 * A workbook (XLSX): texts are texts whatever they begin with, days and times are dates, which have no zone there: times
 * are in UTC, and their columns say so. Beyond 1,048,576 rows a sheet is followed by another.
 */
import type { CellValue, ColumnDef } from 'hucre/xlsx' with { 'resolution-mode': 'import' };
import { tagsOf } from './csv';
import type { Batches, Cell, Column, ColumnKind, WriteFile } from './column';

const formats: Partial<Record<ColumnKind, string>> = { date: 'yyyy-mm-dd', dateTime: 'yyyy-mm-dd hh:mm:ss' };
const WIDTH = 18;
/** What a cell holds at most (Excel's specification); a longer one makes the whole file unreadable. */
const LONGEST_TEXT = 32_767;

export const writeWorkbook: WriteFile = async function* (columns, batches, { hxl, title }) {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const defined = columns.map((column): ColumnDef => {
    const numFmt = formats[column.kind];
    return { header: headingOf(column), width: WIDTH, ...(numFmt && { numFmt }) };
  });
  const rows = cellsOf(columns, batches, hxl);
  const stream = writeXlsxStream(rows, {
    name: title.slice(0, 31),
    columns: defined,
    freezePane: { rows: hxl ? 2 : 1 },
  });
  for await (const piece of stream) yield Buffer.from(piece);
};

/** Where the form of a file has no zone, the name of a column of times says which. */
export const headingOf = ({ name, kind }: Column): string => (kind === 'dateTime' ? `${name}_utc` : name);

async function* cellsOf(columns: readonly Column[], batches: Batches, hxl: boolean): AsyncGenerator<CellValue[]> {
  if (hxl) yield [...tagsOf(columns)];
  for await (const rows of batches) for (const row of rows) yield row.map((cell, at) => valueOf(cell, columns[at]));
}

function valueOf(cell: Cell, column: Column | undefined): CellValue {
  if (typeof cell !== 'string') return cell;
  if (column?.kind === 'date' || column?.kind === 'dateTime') return new Date(cell);
  if (cell.length > LONGEST_TEXT) throw new TextTooLong(column?.name ?? '', cell.length);
  return inXml(cell);
}

/** What XML has no character for (its specification, 2.2) is shown as what cannot be shown; `_x0041_` would be read as “A”. */
const inXml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** A text that no cell of a workbook holds: to cut it off would lose what nobody misses. */
export class TextTooLong extends Error {
  constructor(
    readonly column: string,
    readonly length: number,
  ) {
    super(`${column} has a text of ${length} characters`);
  }
}
