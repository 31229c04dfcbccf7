/** What the columns of a file are, as somebody says it once and keeps it. */
import type { Text } from '../../base/locale';

/** A mapping of columns. */
export interface Mapping {
  /**
   * From a heading to the path of a field, or to `externalId`. A second column of one heading is `Heading (2)`; a column
   * of one sheet or file of several is `Sheet!Heading`.
   */
  readonly columns: Readonly<Record<string, string>>;
  /** From the path of a field to what texts of the file are as codes; an empty code: the text says nothing. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** From the path of a field to what every row has that says nothing else. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
}

/** In place of a path: what the program that the file comes from calls the row. */
export const EXTERNAL_ID = 'externalId';

/** What a text of a file is: a code, or nothing that is known; then it is told. */
export type Meaning = string | null;

/** How a shape fills a field from one of its columns. */
export interface Rule {
  readonly paths: readonly string[];
  /** By path: texts of the file (folded) and what they are, before the field's own codes are asked. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, Meaning>>>>;
  /** Where the cell is blank. */
  readonly blank?: { readonly value: string; readonly warning: Text };
  /** Takes only what no other column has said, and no constant of the mapping; of several, those of 1 before those of 2. */
  readonly fallback?: 1 | 2;
  /** Several answers stand in the cell, with this between them: the first that is known is taken. */
  readonly joined?: string;
  /** What no code is known for is left out and told, in place of refusing the row. */
  readonly lenient?: true;
  /** The part of a text that is meant; null: none that is known. */
  readonly part?: (text: string) => string | null;
  /** Told once for a file that has anything in the column. */
  readonly remark?: Text;
}

/** A column that has no place here, and why; told once for a file that has anything in it. */
export interface Left {
  readonly left: Text;
}

/** What a shape has where its file says something of the same part. */
export interface Given {
  readonly path: string;
  readonly value: string;
  /** Only where something of this part was said. */
  readonly where: string;
  readonly remark?: Text;
  /** It is told of the file, and not of each row. */
  readonly once?: true;
}
