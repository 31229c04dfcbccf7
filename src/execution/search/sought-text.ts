/** A text that is searched for: what is looked for in texts, in short numbers and among the labels of codes. */
import { badInput } from '../../base/errors';
import { foldedText, literally, partsOf } from '../../model/text-key';
import type { CodeList } from '../../model/codelist';
import { WORD_MIN } from '../../model/search-text';
import { codesOf, type Attribute } from '../../model/thing';
import { storedText } from '../../writing/input';

const LETTERS_MIN = 3;
const TEXT_MAX = 200;
const WORDS_MAX = 25;
const CONTROL = /[\0-\x1f\x7f]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

export interface SoughtWords {
  readonly folded: string;
  /** What comes after all texts that begin with it. */
  readonly end: string;
  readonly begins: string;
  /** Patterns that each of its words is in a text. */
  readonly holds: readonly string[];
  readonly parts: readonly string[];
  /** What may have been meant; null where a slip makes another word of it. */
  readonly like: SoughtLike | null;
}

export interface SoughtLike {
  /** The longest of its words, and a regular expression of what is like it. */
  readonly longest: string;
  readonly word: string;
  /** What it may begin with where two words were joined. */
  readonly heads: readonly string[];
  /** Regular expressions that each of its words, or one that is like it, is in a text. */
  readonly alike: readonly string[];
  /** Patterns of what is left of the longest word beside a slip: one of them is in each text that these expressions are in. */
  readonly pieces: readonly string[];
  /** Parts of which a word that is like the longest has one of the sets, three at most: wherever the slip is, one of them is beside it. */
  readonly beside: readonly (readonly string[])[];
  /** Single parts of which it may have one instead; null where there are none. */
  readonly near: readonly string[] | null;
}

/** @throws ApiError BAD_USER_INPUT */
export function soughtText(given: string): string {
  if (CONTROL.test(given) || LONE_SURROGATE.test(given)) throw unfit();
  const text = storedText(given).replace(/\s+/gu, ' ');
  if ([...text].length > TEXT_MAX) throw tooLong();
  const letters = foldedText(text).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < LETTERS_MIN) throw tooShort();
  if (text.split(' ').length > WORDS_MAX) throw tooManyWords();
  return text;
}

export function soughtWords(text: string): SoughtWords {
  const folded = foldedText(text);
  const words = folded.split(' ');
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
  const parts = [...new Set(words.flatMap(partsOf))];
  const isLike = longest.length >= FEWEST_LIKE && longest.length <= MOST_LIKE;
  return {
    folded,
    end: `${folded}\u{10ffff}`,
    begins: `${literally(folded)}%`,
    holds: words.map((word) => `%${literally(word)}%`),
    // Words that are shorter than a part each stand together in a text as they were typed.
    parts: parts.length > 0 ? parts : partsOf(folded),
    like: isLike
      ? {
          longest,
          word: likeWord(longest),
          heads: headsOf(longest),
          alike: cheapestFirst(words.map(likeWord)),
          pieces: piecesOf(longest),
          beside: besides(longest),
          near: nearParts(longest),
        }
      : null,
  };
}

/** Each leaves as much as a word has that is kept by itself. */
function headsOf(word: string): string[] {
  const letters = [...word];
  return letters.flatMap((_, at) =>
    at >= WORD_MIN && at <= letters.length - WORD_MIN ? [letters.slice(0, at).join('')] : [],
  );
}

/** A text is held against them in turn until one is not in it. */
const cheapestFirst = (patterns: string[]): string[] => patterns.sort((one, other) => one.length - other.length);

/** In shorter words a slip makes another word. */
const FEWEST_LIKE = 5;
/** No word of a name is longer, and the expression grows with the square of its letters. */
const MOST_LIKE = 40;
/** Longer ones may have two slips. A third of a shorter word is in so many texts that to look at them is what a search costs. */
const FEWEST_OF_TWO = 12;

function besides(word: string): readonly (readonly string[])[] {
  const letters = [...word];
  const part = (from: number, to: number): readonly string[] => partsOf(letters.slice(from, to).join(''));
  if (letters.length >= FEWEST_OF_TWO) {
    const [one, two] = [Math.floor(letters.length / 3), Math.floor((letters.length * 2) / 3)];
    return [part(0, one), part(one, two), part(two, letters.length)];
  }
  // Between the halves one letter is left out: of two letters that changed places one may be of either.
  const half = Math.max(3, Math.floor((letters.length - 1) / 2));
  const front = part(0, half);
  if (letters.length >= 7) return [front, part(half + 1, letters.length)];
  // The two in the middle of five are of either half.
  const [one, two, , four] = letters;
  return letters.length === 5 ? [front, [`${one}${two}${four}`]] : [front];
}

/**
 * The word in three pieces of which a slip leaves two, in their order; where it may have two, each half in two of which
 * one is left. Between pieces one letter is left out, so that two that changed places are never of both.
 */
function piecesOf(word: string): readonly string[] {
  const letters = [...word];
  const half = Math.ceil(letters.length / 2);
  if (letters.length < FEWEST_OF_TWO) return pairs(cutInto(3, letters)).map(patternOf);
  const [front, back] = [cutInto(2, letters.slice(0, half)), cutInto(2, letters.slice(half))];
  return front.flatMap((one) => back.map((other) => patternOf([one, other])));
}

/** So many pieces as even as can be, with one letter between. */
function cutInto(count: number, letters: readonly string[]): string[] {
  const kept = letters.length - (count - 1);
  const start = (nth: number): number => Math.round((kept * nth) / count) + nth;
  return Array.from({ length: count }, (_, nth) => letters.slice(start(nth), start(nth + 1) - 1).join(''));
}

const pairs = (pieces: readonly string[]): string[][] =>
  pieces.flatMap((one, at) => pieces.slice(at + 1).map((other) => [one, other]));

const patternOf = (pieces: readonly string[]): string => `%${pieces.map(literally).join('%')}%`;

/** What may follow a word. */
const AFTER = ['', ' ', ...`,.;:!?)]'"’”–-/`];

/** The half of a short word is no part by itself: it is one with what follows. */
function nearParts(word: string): readonly string[] | null {
  const letters = [...word];
  if (letters.length >= 7) return null;
  const back = letters.slice(letters.length === 6 ? 4 : 3).join('');
  return AFTER.map((sign) => `${back}${sign}`);
}

const escaped = (letter: string): string => (/[\p{L}\p{N}]/u.test(letter) ? letter : `\\${letter}`);

/** A word that is this one but for a slip or two: a letter that is wrong, missing, too many, or that changed places. */
function likeWord(word: string): string {
  const letters = [...word];
  if (letters.length < FEWEST_LIKE) return escapedWord(letters);
  if (letters.length < FEWEST_OF_TWO) return `\\m(?:${slips(letters)})`;
  const half = Math.ceil(letters.length / 2);
  return `\\m(?:${slips(letters.slice(0, half))})(?:${slips(letters.slice(half))})`;
}

const escapedWord = (letters: readonly string[]): string => letters.map(escaped).join('');

function slips(letters: readonly string[]): string {
  const around = (from: number, to: number, between: string): string =>
    `${escapedWord(letters.slice(0, from))}${between}${escapedWord(letters.slice(to))}`;
  return [
    escapedWord(letters),
    ...letters.map((_, at) => around(at, at + 1, '.?')),
    ...letters.slice(1).map((_, at) => around(at + 1, at + 1, '.')),
    ...letters.slice(1).map((letter, at) => around(at, at + 2, escapedWord([letter, letters[at] as string]))),
  ].join('|');
}

/** The codes of a list that are called so, in whichever language. */
export function soughtCodes({ type }: Attribute, text: string): readonly string[] {
  const list = codesOf(type);
  if (!list) return [];
  const words = foldedText(text).split(' ');
  return calledOf(list)
    .filter(({ labels }) => labels.some((label) => words.every((word) => label.includes(word))))
    .map(({ code }) => code);
}

interface Called {
  readonly code: string;
  readonly labels: readonly string[];
}

const called = new WeakMap<CodeList, readonly Called[]>();

/** The labels of a list are folded once: there are hundreds that each search is held against. */
function calledOf(list: CodeList): readonly Called[] {
  let found = called.get(list);
  if (!found) {
    const { codes, of } = list;
    const folded = (code: string): string[] => [of[code]?.en, of[code]?.pt].map((label) => foldedText(label ?? ''));
    called.set(list, (found = codes.map((code) => ({ code, labels: folded(code) }))));
  }
  return found;
}

const tooShort = () =>
  badInput(
    `Too short to search for: write at least ${LETTERS_MIN} letters or digits.`,
    `Demasiado curto para procurar: escreva pelo menos ${LETTERS_MIN} letras ou algarismos.`,
  );
const tooLong = () =>
  badInput(
    `Too long to search for: write at most ${TEXT_MAX} characters.`,
    `Demasiado longo para procurar: escreva no máximo ${TEXT_MAX} caracteres.`,
  );
const tooManyWords = () =>
  badInput(
    `Too many words to search for: write at most ${WORDS_MAX}, those that tell most.`,
    `Demasiadas palavras para procurar: escreva no máximo ${WORDS_MAX}, as que mais dizem.`,
  );
const unfit = () =>
  badInput(
    'The text holds a control character (such as a tab or a line break) or half a character pair. Write it in one line.',
    'O texto contém um carácter de controlo (como uma tabulação ou uma quebra de linha) ou meio par de caracteres. Escreva-o numa só linha.',
  );
