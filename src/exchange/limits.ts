/** How much of a file is read: whatever it claims of itself, this is counted while it is read. */

export interface Limits {
  /** Of one file, and of all files of an import together. */
  readonly bytes: number;
  /** Of all tables together. */
  readonly rows: number;
  readonly columns: number;
  /** Of a workbook; of an import: its files. */
  readonly sheets: number;
  /** Bytes of one part of a packed file when it is unpacked. */
  readonly inflated: number;
  /** Bytes of what is held while a packed file is read: texts that are shared by cells, files in a .zip. */
  readonly held: number;
}

const MB = 1024 * 1024;

export const LIMITS: Limits = {
  bytes: 20 * MB,
  rows: 100_000,
  columns: 500,
  sheets: 50,
  inflated: 400 * MB,
  held: 48 * MB,
};
