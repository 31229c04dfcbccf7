/**
 * Comma-separated values (RFC 4180) that run nowhere as a formula: what a spreadsheet would take for the beginning of one
 * has an apostrophe before it. That is so within a text too: where the list separator is a semicolon, as in Portuguese, a
 * cell ends at one, whatever quotes stand round it. Numbers stay numbers: a minus of theirs is none.
 */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Row, WriteFile } from './column';

const BYTE_ORDER_MARK = '\uFEFF';

export const writeCsv: WriteFile = async function* (columns, batches, { byteOrderMark, hxl }) {
  const names = columns.map(({ name }) => name);
  const head = [names, ...(hxl ? [tagsOf(columns)] : [])];
  yield Buffer.from((byteOrderMark ? BYTE_ORDER_MARK : '') + csvOf(head));
  for await (const rows of batches) yield Buffer.from(csvOf(rows.map(harmless)));
};

/** In the order of the columns; what no tag says has none. */
export const tagsOf = (columns: readonly Column[]): readonly string[] => columns.map(({ tag }) => tag);

/** Of one column a row without a value would be an empty line, which is none to most who read. */
const csvOf = (rows: readonly Row[]): string =>
  stringify([...rows], {
    record_delimiter: 'windows',
    // The library quotes what has both characters alone, and a program that reads ends a row at either.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
    quoted_empty: rows[0]?.length === 1,
  });

const risky = /(^|[;\t\r\n])([\s"']*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\t\r])/;
const everyRisky = new RegExp(risky, 'g');

const harmless = (row: Row): Row => (row.some(isRisky) ? row.map(without) : row);

const isRisky = (cell: Cell): boolean => typeof cell === 'string' && risky.test(cell);

const without = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replace(everyRisky, "$1$2'") : cell);
