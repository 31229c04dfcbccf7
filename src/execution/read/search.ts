/** Texts that are looked for by a part of them, without case and accents. */
import { storedText } from '../../writing/input';
import { and, or, sql, TRUE, type Sql } from '../../base/sql';
import { isSearched, type Attribute, type Thing } from '../../model/thing';
import { foldedColumn, partsColumn } from '../../model/text-function';
import { foldedText, literally, partsOf } from '../../model/text-key';

/** A text of the rows in which is searched. */
interface Searched {
  readonly thing: Thing;
  readonly attribute: Attribute;
  readonly value: Sql;
}

/** That a text has this one somewhere; space around what is looked for does not count, as texts keep none. */
export function holds(searched: Searched, given: string): Sql {
  const part = foldedText(storedText(given));
  return found(searched, part, like(searched, `%${literally(part)}%`));
}

/**
 * That a text begins with this one. Space at the end of what is looked for means that a word ends there, be it before
 * space or with the text, which keeps none.
 */
export function beginsWith(searched: Searched, given: string): Sql {
  const beginning = foldedText(given.normalize('NFC').trimStart());
  const word = beginning.trimEnd();
  const begins = like(searched, `${literally(beginning)}%`);
  const whole = sql`${foldedColumn(searched.value)} = ${word}::text`;
  return found(searched, word, word === beginning ? begins : or([begins, whole]));
}

const like = ({ value }: Searched, pattern: string): Sql => sql`${foldedColumn(value)} LIKE ${pattern}::text`;

/** The index knows the texts that have all parts of what is looked for; the condition, which of them have it in one piece. */
function found({ thing, attribute, value }: Searched, looked: string, condition: Sql): Sql {
  const parts = isSearched(thing, attribute) ? partsOf(looked) : [];
  return and([parts.length > 0 ? sql`${partsColumn(value)} @> ${parts}::text[]` : TRUE, condition]);
}
