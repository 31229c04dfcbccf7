/** What is wrong with a mapping, or may not be written: said in both languages, with the line where there is one. */
import type { Text } from '../../base/locale';

export interface Fault {
  /** Line of the mapping, counted from 1; null: of none. */
  readonly line: number | null;
  readonly text: Text;
  /** It is so up to this version of DHIS2 only. */
  readonly upTo?: number;
}

export const say = (en: string, pt: string): Text => ({ en, pt });

/** As it is told: with its line. */
export const faultAt = ({ line, text: { en, pt } }: Fault): Text =>
  line === null ? { en, pt } : say(`line ${line}: ${en}`, `linha ${line}: ${pt}`);

/** Something that an importer would misread: it is not written at all. */
export class NotWritable extends Error {
  override readonly name = 'NotWritable';

  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** The API does not tell what was asked: nothing is made of it, and nothing is deleted for it. */
export class NotTold extends Error {
  override readonly name = 'NotTold';

  constructor(
    readonly text: Text,
    /** It may be told later. */
    readonly isPassing = false,
  ) {
    super(text.en);
  }
}

/** A mapping that cannot be used, with everything that is wrong with it. */
export class BadMapping extends Error {
  override readonly name = 'BadMapping';

  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((one) => faultAt(one).en).join('\n'));
  }
}

/** Each once, in their order. */
export function eachOnce(faults: readonly Fault[]): readonly Fault[] {
  const found = new Map(faults.map((one) => [`${one.line} ${one.text.en}`, one]));
  return [...found.values()];
}
