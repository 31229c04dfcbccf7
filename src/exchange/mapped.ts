/** A file as rows of what a mutation takes: what stood in each, where, and what is against it. Never a value in a text. */
import type { Text } from '../base/locale';
import type { ImportShape } from './shape.codes';

/** What was found in a cell; without a column it is of the row. */
export interface CellFinding {
  /** Letter of the column, as a spreadsheet shows it; null in files that have none. */
  readonly column: string | null;
  readonly heading: string | null;
  /** Of the field that it was to be. */
  readonly path: string | null;
  readonly text: Text;
}

/** What was found in a file as a whole, or at a row that is no record. */
export interface FileFinding extends CellFinding {
  readonly file: string;
  readonly sheet: string | null;
  /** Null: it is of the file or the sheet. */
  readonly row: number | null;
}

/** Where a value came from. */
export interface Origin {
  readonly column: string | null;
  readonly heading: string;
}

export interface MappedRow {
  /** As people see it in their program: the heading of a plain table is row 1. */
  readonly row: number;
  /** The sheet of a workbook, or the file where there are several; null where there is one table alone. */
  readonly sheet: string | null;
  /** What the program that it comes from calls it; the same again when it is exported again. */
  readonly externalId: string | null;
  /** What the mutation takes, as a GraphQL variable would say it; ids of other records as the text that was there. */
  readonly input: Record<string, unknown>;
  /** From the path of a value (`incidents.0.gbvimsType`) to its cell. */
  readonly origins: ReadonlyMap<string, Origin>;
  /** With any, the row is not to be imported. */
  readonly problems: readonly CellFinding[];
  readonly warnings: readonly CellFinding[];
}

/** A table of a file, as it was found. */
export interface FoundTable {
  readonly file: string;
  readonly sheet: string | null;
  readonly headings: readonly string[];
  /** What each heading was taken for: its path, or null. */
  readonly paths: readonly (string | null)[];
  /** Its rows are parts of other rows. */
  readonly repeats: boolean;
}

export interface ReadFiles {
  readonly shape: ImportShape;
  readonly tables: readonly FoundTable[];
  /** With any, there are no rows. */
  readonly problems: readonly FileFinding[];
  readonly warnings: readonly FileFinding[];
  /** Read while they are asked for; once. */
  readonly rows: AsyncIterable<MappedRow>;
}
