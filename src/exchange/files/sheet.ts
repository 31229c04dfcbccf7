/** A table as its file has it: rows of cells, each a text in one form whatever the file's. */
import type { Text } from '../../base/locale';

/** A cell that says nothing that can be taken. */
export interface Unreadable {
  readonly problem: Text;
}

/** Blank is the empty text. Days are `2026-05-01`, moments `2026-05-03T07:31:20`, numbers their shortest decimal. */
export type Cell = string | Unreadable;

export interface RawRow {
  /** As a spreadsheet counts it, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

export interface Sheet {
  readonly file: string;
  /** Of a sheet of a workbook; null for a file that is one table. */
  readonly name: string | null;
  readonly hidden: boolean;
  /** What is odd in the file itself. */
  readonly warnings: readonly Text[];
  /** From the beginning, each time that it is asked for. @throws FileRefused */
  rows(): AsyncIterable<RawRow>;
  /** Whether a cell below the first of a merged area lies there; known once all rows were read. */
  isMerged(row: number, column: number): boolean;
}

/** A file, or the rest of it, cannot be read. */
export class FileRefused extends Error {
  constructor(
    readonly text: Text,
    /** At which row, where that is known. */
    readonly row: number | null = null,
  ) {
    super(text.en);
  }
}

export const isBlank = (cell: Cell | undefined): boolean => cell === undefined || cell === '';
export const isFilled = ({ cells }: RawRow): boolean => cells.some((cell) => !isBlank(cell));

/** `A`, `B` … `Z`, `AA`, as a spreadsheet shows a column; `at` counts from 0. */
export function columnLetter(at: number): string {
  const above = Math.floor(at / 26);
  return (above > 0 ? columnLetter(above - 1) : '') + String.fromCharCode(65 + (at % 26));
}

/** The position of a column by its letter, from 0. */
export const columnAt = (letters: string): number =>
  [...letters].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1;
