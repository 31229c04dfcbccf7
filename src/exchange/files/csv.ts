/** Tables as text: delimiter and line ends are told by the content, as each program and country writes them. */
import { Readable } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { CsvError as CsvErrorNow, parse as parseNow } from 'csv-parse/sync';
import { FileRefused, type RawRow, type Sheet } from './sheet';
import { beginningOf, type TextFile } from './encoding';
import { cellTooLong, damaged, quoteOpen, tooManyColumns } from './refusals';
import type { Limits } from '../limits';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const LONGEST_RECORD = 1_000_000;

const dialect = (delimiter: string): Options => ({
  delimiter,
  // The parser takes the first line end for all: programs and people mix them.
  record_delimiter: ['\r\n', '\n', '\r'],
  // A quotation mark inside a cell that has none around it is one.
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: LONGEST_RECORD,
});

export function csvSheet(file: string, text: TextFile, limits: Limits): Sheet {
  const beginning = beginningOf(text);
  const said = /^sep=(.)(?=[\r\n])/i.exec(beginning)?.[1];
  const delimiter = said ?? delimiterOf(beginning);
  return {
    file,
    name: null,
    hidden: false,
    warnings: text.warnings,
    rows: () => rowsOf(text, delimiter, said !== undefined, limits),
    isMerged: () => false,
  };
}

/** The one by which most of the first rows have equally many cells, and more than one. */
export function delimiterOf(beginning: string): string {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: scoreOf(beginning, delimiter) }));
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function scoreOf(beginning: string, delimiter: string): number {
  const widths = new Map<number, number>();
  const filled = recordsIn(beginning, delimiter).filter((record) => record.some((cell) => cell !== ''));
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1);
  const alike = [...widths]
    .filter(([width]) => width > 1)
    .map(([width, rows]) => (rows / filled.length) * Math.min(width, 20));
  return Math.max(0, ...alike);
}

/** The records up to where they are none by this delimiter, or to where the beginning is cut off in a cell. */
function recordsIn(beginning: string, delimiter: string): string[][] {
  const records: string[][] = [];
  try {
    parseNow(beginning, { ...dialect(delimiter), to: 200, on_record: (record: string[]) => void records.push(record) });
  } catch (error) {
    // The parser that answers at once throws a class of its own.
    if (!(error instanceof CsvErrorNow)) throw error;
  }
  return records;
}

async function* rowsOf(
  text: TextFile,
  delimiter: string,
  isSaid: boolean,
  { columns }: Limits,
): AsyncGenerator<RawRow> {
  const parser = Readable.from(text.chunks()).pipe(parse(dialect(delimiter)));
  let row = 0;
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (row === 1 && isSaid) continue;
      if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== ''))
        throw tooManyColumns(columns, row);
      yield { row, cells: cells.map(plain) };
    }
  } catch (error) {
    throw refusalOf(error, row);
  } finally {
    parser.destroy();
  }
}

/** @param seen the last row that came: the parser may fail with some still on their way, and says itself how many */
function refusalOf(error: unknown, seen: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const row = (typeof error['records'] === 'number' ? error['records'] : seen) + 1;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return quoteOpen(row);
  if (error.code === 'CSV_MAX_RECORD_SIZE') return cellTooLong(row);
  return new FileRefused(damaged().text, row);
}

/** A formula or a number that was kept from being one has an apostrophe before it, which is no part of it. */
const plain = (cell: string): string => {
  const text = cell.trim();
  return /^'[=+\-@\t\r]|^'[\d\s.,/:-]+$/.test(text) ? text.slice(1) : text;
};

/** One row of a table as text, for templates. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
