/** What became of the text of a cell. */
import type { Text } from '../../base/locale';

export type Converted =
  | { readonly value: unknown; readonly warning?: Text }
  /** It says nothing that is known. */
  | { readonly unknown: true; readonly warning?: Text }
  | { readonly problem: Text };

export const refused = (en: string, pt: string): { readonly problem: Text } => ({ problem: { en, pt } });

/** How cells of a column are read. */
export interface Reading {
  /** Texts of the file, folded, and what they are; null: nothing that is known. */
  readonly meanings: ReadonlyMap<string, string | null>;
  /** What times without an offset are of. */
  readonly timeZone: string;
  /** A date of the column can only have the month first: then those that could be either are not guessed. */
  readonly isMonthFirst: boolean;
}
