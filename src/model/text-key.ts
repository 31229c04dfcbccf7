/**
 * How text is sorted and searched: without case and accents. One definition in SQL and in Node, of what every PostgreSQL
 * has and Unicode changes no more, so that it says the same on each country's server (but for scripts that are younger
 * than a server's Unicode, 15 in PostgreSQL 16). No collation does: `lower` and the order of letters are those of the
 * ICU or C library that a server was built with. It is kept in indexes alone: no column has to be filled or granted. What
 * looks for texts calls it as a function (`text-function.ts`).
 */
import { raw, sql, type Sql } from '../base/sql';

/** The combining diacritical marks: the five blocks of Unicode that bear that name. */
const blocks = ['0300-036f', '1ab0-1aff', '1dc0-1dff', '20d0-20ff', 'fe20-fe2f'];
const marks = `[${blocks.map((block) => block.replace(/\w+/g, '\\u$&')).join('')}]`;

/** Capitals beyond A to Z that are no letter with a mark: of Latin as Europe and Africa write it, of Greek and of Cyrillic. */
const capitals = [
  ...'ÆÐØÞĐĦĲĿŁŊŒŦẞƁƆƇƉƊƎƏƐƑƓƔƖƘƝƤƬƱƲƳƷ',
  ...'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ',
  ...'ЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ',
];
const lowered = new Map([...capitals.map((letter) => [letter, letter.toLowerCase()] as const), ['ς', 'σ']]);

const letters = [...lowered.keys()].join('');
const small = [...lowered.values()].join('');
const everyMark = new RegExp(marks, 'g');
const everyCapital = new RegExp(`[A-Z${letters}]`, 'g');

/** A text as it is searched: decomposed, marks stripped, lower case. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(everyMark, '')
    .replace(everyCapital, (letter) => lowered.get(letter) ?? letter.toLowerCase());

/** Stands between what is searched and the original: no text holds it, and it comes before whatever one holds. */
export const keySeparator = '\u0001';

/** What a text is sorted by, by code points: as it is searched, then the original. */
export const textKey = (text: string): string => foldedText(text) + keySeparator + text;

/** Whether it can be the key of a text: one that was made for another order is none. */
export const isTextKey = (key: unknown): boolean => typeof key === 'string' && key.includes(keySeparator);

/** Bytes of a character's part in a key: it decomposes into three times its own length at most, and stands there itself. */
export const KEY_BYTES = 4 * 3 + 4;

/** What is made of an expression is the same each time, and long: statements are put together from it often. */
function kept(make: (value: Sql) => Sql): (value: Sql) => Sql {
  const made = new WeakMap<Sql, Sql>();
  return (value) => {
    let found = made.get(value);
    if (!found) made.set(value, (found = make(value)));
    return found;
  };
}

const withoutMarks = (value: Sql): Sql =>
  sql`lower(regexp_replace(normalize(${value}, NFD), ${raw(`'${marks}'`)}, '', 'g') COLLATE "C")`;

const withoutCapitals = (value: Sql): Sql => sql`translate(${value}, ${raw(`'${letters}'`)}, ${raw(`'${small}'`)})`;

const lowerCase = (value: Sql): Sql => sql`lower(${value} COLLATE "C")`;

const isPlain = (value: Sql): Sql => sql`octet_length(${value}) = length(${value})`;

/** `foldedText` in SQL, which has code points for its collation. Most texts have none of the letters that cost time. */
export const foldedColumn = kept(
  (value) => sql`CASE WHEN ${isPlain(value)} THEN ${lowerCase(value)} ELSE ${withoutCapitals(withoutMarks(value))} END`,
);

/**
 * The same as statements of plpgsql that fold `value` into the variable `folded`. Capitals of other alphabets are looked
 * for before they are replaced: to replace them is most of the time that a text with a mark takes, and few have one.
 */
export const folding = (value: Sql, folded: Sql): Sql => sql`
  IF ${isPlain(value)} THEN ${folded} := ${lowerCase(value)};
  ELSE ${folded} := ${withoutMarks(value)};
    IF ${folded} ~ ${raw(`'[${letters}]'`)} THEN ${folded} := ${withoutCapitals(folded)}; END IF;
  END IF;`;

/** `textKey` in SQL. */
export const keyColumn = kept((value) => sql`(${foldedColumn(value)} || chr(1) || ${value})`);

/** The parts that a text must have that holds this one; none where it is shorter than a part. */
export function partsOf(folded: string): string[] {
  const characters = [...folded];
  return [...new Set(characters.slice(2).map((_, at) => characters.slice(at, at + 3).join('')))];
}

/** A pattern for `LIKE` that finds a text as it is: nothing in it stands for something else. */
export const literally = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
