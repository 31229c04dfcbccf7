/** What a program's files have in common: how they call and fill their columns beside the answers. */
import type { Text } from '../../base/locale';
import type { Given, Left, Rule } from '../mapping/mapping';
import type { ImportShape } from '../shape.codes';

/** The text of a row under a heading; blank where there is none. */
export type Under = (heading: string) => string;

/** Headings are folded wherever they are asked for. */
export interface Shape {
  readonly code: ImportShape;
  /** Whether a table has its headings. */
  readonly isOf: (headings: ReadonlySet<string>) => boolean;
  /** Whether the rows of a table are parts of rows of another. */
  readonly isRepeat: (headings: ReadonlySet<string>) => boolean;
  /** Whether a column is the program's own, and no answer. */
  readonly isOwn: (heading: string, headings: ReadonlySet<string>) => boolean;
  /** What stands between a group and its question. */
  readonly group?: string;
  /** Columns `question/choice` stand beside a question of several answers. */
  readonly hasChoices?: true;
  /** Choices are 0 also where the question was not asked. */
  readonly zeroIsOpen?: true;
  /** Under which headings the program says what it calls a row, the best first. */
  readonly ids: readonly string[];
  /** Times without an offset that are of UTC. */
  readonly utc?: ReadonlySet<string>;
  /** By which rows of other tables name this one. */
  readonly key?: (under: Under, table: string) => string[];
  /** The row of another table that this one is part of, by the keys that may be its. */
  readonly parent?: (under: Under, main: string) => string[];
  readonly rule?: (heading: string) => Rule | Left | undefined;
  readonly given?: readonly Given[];
  /** Why a row is not taken. */
  readonly refusal?: (under: Under) => Text | null;
  readonly remark?: (under: Under) => Text | null;
}

/** When a record was sent: a case that says nothing else of it was opened then. */
export const sentAt: Rule = { paths: ['openedAt'], fallback: 1, lenient: true };
/** The day or the moment at which the form was filled in, where it is not known when it was sent. */
export const filledInAt: Rule = { paths: ['openedAt'], fallback: 2, lenient: true };

/** A row that nobody would count, by those who checked it where it comes from. */
export const rejected: Text = {
  en: 'It was not approved where it comes from. Check whether it is to be here.',
  pt: 'Não foi aprovado no programa de onde vem. Verifique se deve ficar aqui.',
};

/** A table that is called by us or by a mapping. */
export const own: Shape = {
  code: 'OWN',
  isOf: () => true,
  isRepeat: () => false,
  isOwn: () => false,
  ids: [],
};
