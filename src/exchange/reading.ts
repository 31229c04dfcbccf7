/** How files are read, and what is answered where they cannot be. */
import type { Input } from '../model/input';
import type { Text } from '../base/locale';
import type { FileRefused } from './files/sheet';
import type { Limits } from './limits';
import type { FileFinding, MappedRow, ReadFiles } from './mapped';
import type { Mapping } from './mapping/mapping';
import type { ImportShape } from './shape.codes';

export interface ReadOptions {
  /** What a row may say. */
  readonly input: Input;
  /** Told by the content where it is left out. */
  readonly shape?: ImportShape | null;
  readonly mapping?: Mapping | null;
  /** What times without an offset are of, such as `Africa/Maputo`. */
  readonly timeZone: string;
  readonly limits?: Partial<Limits>;
}

export interface Reading extends ReadOptions {
  readonly mapping: Mapping;
  readonly limits: Limits;
}

/** Nothing is read. */
export const nothing = (
  shape: ImportShape,
  problems: readonly FileFinding[],
  more: Partial<ReadFiles> = {},
): ReadFiles => ({ shape, tables: [], warnings: [], ...more, problems, rows: none() });

// eslint-disable-next-line @typescript-eslint/require-await -- it has the form of rows, and none of them
async function* none(): AsyncGenerator<MappedRow> {
  yield* [];
}

export const ofFile = (file: string, sheet: string | null, text: Text, row: number | null = null): FileFinding => ({
  ...{ file, sheet, row, text },
  ...{ column: null, heading: null, path: null },
});

export const refusalOf = (file: string, sheet: string | null, { text, row }: FileRefused): FileFinding =>
  ofFile(file, sheet, text, row);
