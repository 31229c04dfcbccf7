/**
 * Files of an import as rows of what a mutation takes. Everything is read twice: first whether it can be read to its end
 * and what can only be known of it as a whole, then row by row while the rows are asked for.
 */
import { labels } from '../model/codelist';
import { NotOpened, openFiles, type GivenFile, type Opened } from './files/open';
import { LIMITS } from './limits';
import { countLines, lineRows } from './lines';
import type { MappedRow, ReadFiles } from './mapped';
import { faultsOf } from './mapping/faults';
import type { Mapping } from './mapping/mapping';
import { tooManyRows } from './files/refusals';
import { readTables } from './read-tables';
import { nothing, ofFile, refusalOf, type Reading, type ReadOptions } from './reading';
import { constantsOf } from './table/records';
import { ImportShape } from './shape.codes';
import { noLinesOf, noRows } from './texts';

/**
 * Reads tables (CSV, XLSX, a .zip of CSV files) or lines of JSON; several files are one import: a form and its repeats.
 * What is wrong with a file is among `problems`, and nothing is thrown for it.
 */
export async function readFiles(files: readonly GivenFile[], options: ReadOptions): Promise<ReadFiles> {
  const reading = { ...options, mapping: options.mapping ?? { columns: {} }, limits: { ...LIMITS, ...options.limits } };
  const faults = faultsOf(reading.input, reading.mapping);
  const of = files[0]?.name ?? '';
  if (faults.length > 0)
    return nothing(
      reading.shape ?? 'OWN',
      faults.map((text) => ofFile(of, null, text)),
    );
  try {
    const opened = await openFiles(files, reading.limits);
    return opened.lines.length > 0 ? readLines(opened, reading) : await readTables(opened.sheets, reading);
  } catch (error) {
    if (error instanceof NotOpened)
      return nothing(reading.shape ?? 'OWN', [refusalOf(error.file, null, error.refusal)]);
    throw error;
  }
}

function readLines({ lines }: Opened, reading: Reading): ReadFiles {
  const { input, mapping, timeZone, limits, shape } = reading;
  if (shape && shape !== 'OWN')
    return nothing(shape, [ofFile(lines[0]?.file ?? '', null, noLinesOf(labels(ImportShape, shape)))]);
  const counts = lines.map(countLines);
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const [first] = lines;
  if (rows > limits.rows) {
    return nothing('OWN', [refusalOf(first?.file ?? '', null, tooManyRows(limits.rows))]);
  }
  const constants = constantsOf(input, mapping, [], timeZone);
  const nameOf = (file: string): string | null => (lines.length > 1 ? file : null);
  const warnings = lines.flatMap(({ file, text }) => text.warnings.map((one) => ofFile(file, null, one)));
  return {
    shape: 'OWN',
    tables: lines.map(({ file }) => ({ file, sheet: null, headings: [], paths: [], repeats: false })),
    problems: [],
    warnings: rows > 0 ? warnings : [...warnings, ofFile(first?.file ?? '', null, noRows)],
    rows: allLines(),
  };

  async function* allLines(): AsyncGenerator<MappedRow> {
    for (const one of lines) yield* lineRows(one, nameOf(one.file), { input, timeZone, constants, limits });
  }
}

export type { GivenFile, Mapping, ReadOptions };
