/** What the columns of a file are, whatever it is written as. */

/** How the values of a column are meant; what is a list of codes stands in one cell. */
export type ColumnKind = 'text' | 'integer' | 'number' | 'boolean' | 'date' | 'dateTime';

export interface Column {
  /** As it is headed: the names of the fields that lead to it, with points between. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** HXL tag with its attributes; empty where none says what it is. */
  readonly tag: string;
}

/** Null where there is no value: unknown, hidden, out of sight. Dates and times are ISO 8601 texts, times in UTC. */
export type Cell = string | number | boolean | null;

export type Row = readonly Cell[];

/** Rows as they come, some at a time. */
export type Batches = AsyncIterable<readonly Row[]>;

/** Writes a file from what comes, in pieces. */
export type WriteFile = (columns: readonly Column[], batches: Batches, options: FileOptions) => AsyncIterable<Buffer>;

export interface FileOptions {
  readonly byteOrderMark: boolean;
  /** A row of HXL tags below the headings. */
  readonly hxl: boolean;
  /** What the sheet of a workbook is called. */
  readonly title: string;
}
