/** Codes as people write them: by code, by label in either language, by the code of the list's source. */
import { foldedText } from '../../model/text-key';
import type { CodeList } from '../../model/codelist';

/** Words that stand between others and are written, or a sign in their place. */
const BETWEEN = new Set(['or', 'and', 'of', 'the', 'a', 'ou', 'e', 'de', 'do', 'da', 'o']);

/** A label without case, accents, signs and the words between: “Psychological / emotional abuse” as ours with “or”. */
export function keyOf(text: string): string {
  const words = foldedText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const told = words.filter((word) => !BETWEEN.has(word));
  return (told.length > 0 ? told : words).join('');
}

interface Index {
  readonly codes: ReadonlyMap<string, string>;
  readonly labels: ReadonlyMap<string, string | null>;
  readonly sources: ReadonlyMap<string, string | null>;
  /** What texts turned out to be. */
  readonly met: Map<string, string>;
}

const indexes = new WeakMap<CodeList, Index>();

function indexOf(list: CodeList): Index {
  let index = indexes.get(list);
  if (!index) indexes.set(list, (index = made(list)));
  return index;
}

function made(list: CodeList): Index {
  const codes = new Map(list.codes.map((code) => [code.toLowerCase(), code]));
  const [labels, sources] = [new Map<string, string | null>(), new Map<string, string | null>()];
  const add = (to: Map<string, string | null>, text: string, code: string) => {
    const key = keyOf(text);
    to.set(key, (to.get(key) ?? code) === code && to.get(key) !== null ? code : null);
  };
  for (const code of list.codes) {
    const { en, pt, sourceCode } = list.of[code] as CodeList['of'][string];
    add(labels, en, code);
    add(labels, pt, code);
    add(labels, code, code);
    if (sourceCode) add(sources, sourceCode, code);
  }
  return { codes, labels, sources, met: new Map() };
}

/** Texts of a list that are remembered: columns of codes say the same again and again. */
const REMEMBERED = 500;

/** The code that a text is; undefined where it is none, or may be several. */
export function codeOf(list: CodeList, text: string): string | undefined {
  const index = indexOf(list);
  const known = index.met.get(text);
  if (known !== undefined) return known;
  const code = found(index, text);
  if (code !== undefined && index.met.size < REMEMBERED) index.met.set(text, code);
  return code;
}

function found({ codes, labels, sources }: Index, text: string): string | undefined {
  const key = keyOf(text);
  if (key === '') return undefined;
  const label = labels.get(key);
  return (
    codes.get(text.trim().toLowerCase()) ??
    (label === undefined ? (sources.get(key) ?? undefined) : (label ?? undefined))
  );
}

/** What single texts are, for lists of them. */
export type Known = (text: string) => string | undefined;

/**
 * The items of a cell that holds several. Labels that hold what could stand between them are found first: the whole, then
 * parts between semicolons or line breaks, commas, at last blanks.
 * @returns undefined where something in it is not known
 */
export function itemsOf(text: string, known: Known): string[] | undefined {
  const whole = known(text);
  if (whole !== undefined) return [whole];
  const parts = pieces(text, /[;|\n]/);
  if (parts.length === 0) return [];
  if (parts.length > 1) return joined(parts.map((part) => itemsOf(part, known)));
  const between = pieces(text, /,/).map((piece) => known(piece));
  if (between.every((one): one is string => one !== undefined)) return between;
  return byWords(pieces(text.replaceAll(',', ' '), /\s/), known);
}

const pieces = (text: string, at: RegExp): string[] =>
  text
    .split(at)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const joined = (lists: readonly (string[] | undefined)[]): string[] | undefined =>
  lists.every((list): list is string[] => list !== undefined) ? lists.flat() : undefined;

const MOST_WORDS = 200;
const LONGEST_LABEL = 16;

/** Words as labels, the longest first; goes back where the rest is then none. */
function byWords(words: readonly string[], known: Known): string[] | undefined {
  if (words.length > MOST_WORDS) return undefined;
  const failed = new Set<number>();
  const from = (at: number): string[] | undefined => {
    if (at === words.length) return [];
    if (failed.has(at)) return undefined;
    for (let length = Math.min(LONGEST_LABEL, words.length - at); length > 0; length--) {
      const one = known(words.slice(at, at + length).join(' '));
      const rest = one === undefined ? undefined : from(at + length);
      if (one !== undefined && rest) return [one, ...rest];
    }
    failed.add(at);
    return undefined;
  };
  return from(0);
}
