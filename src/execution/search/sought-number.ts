/** A short number that is searched for: as it may be kept, how it may begin, and what it may be but for one slip. */
import { hasCheckLetter, LETTERS, typedNumber, type NumberForm } from '../../base/typed-number';
import { foldedText, keySeparator, textKey } from '../../model/text-key';

/** Keys of numbers, by which an index holds them. */
export interface SoughtNumber {
  readonly exact: string;
  readonly begins: string;
  /** What comes after all that begin so. */
  readonly end: string;
  /** Every number that this one may be but for one slip: an index finds some hundreds of them faster than what looks like it. */
  readonly alike: readonly string[];
}

/** Without what stands before the hyphen, so few letters are any word's. */
const FEWEST_ALONE = 4;
const FEWEST_LETTERS = 2;

/** A word of letters alone is a number as it stands, as one in ten is, but nobody means what else it may be. */
const LIKE_A_NUMBER = /[\p{N}-]/u;

/**
 * The short number that may have been typed, whole or how it begins.
 * @returns null where it can be none
 */
export function soughtNumber(text: string, form: NumberForm, country: string): SoughtNumber | null {
  const whole = typedNumber(text, form, country);
  const beginning = typedNumber(text, form, country, true);
  if (whole === null || beginning === null) return null;
  const [letters, first] = [lettersOf(whole), lettersOf(beginning)];
  const isSaid = first.length < letters.length;
  const fewest = isSaid ? FEWEST_LETTERS : FEWEST_ALONE;
  if (first.length < fewest || first.length > form.length + 1) return null;
  const head = whole.slice(0, whole.indexOf('-') + 1);
  const begins = foldedText(beginning);
  const slips = LIKE_A_NUMBER.test(text) ? [...new Set([letters, first])].flatMap((typed) => slipsOf(typed, form)) : [];
  return {
    exact: textKey(whole),
    begins,
    end: `${begins}\u{10ffff}`,
    alike: [...new Set(slips)].map((one) => keyOf(head + one)),
  };
}

const lettersOf = (number: string): string => number.slice(number.indexOf('-') + 1);

/** `textKey` of what has no marks: there are hundreds. */
const keyOf = (number: string): string => number.toLowerCase() + keySeparator + number;

/** One letter that is wrong, left out or too many, or two that changed places. */
function slipsOf(typed: string, { length, checked }: NumberForm): string[] {
  const at = [...typed].map((_, place) => place);
  const changed = (from: number, to: number, between: string): string =>
    typed.slice(0, from) + between + typed.slice(to);
  const each = (make: (letter: string) => string): string[] => [...LETTERS].map(make);
  const found = (): string[] => {
    switch (typed.length - length) {
      case 0:
        return [
          ...at.flatMap((place) => each((letter) => changed(place, place + 1, letter))),
          ...at.slice(1).map((place) => changed(place - 1, place + 1, `${typed[place]}${typed[place - 1]}`)),
        ];
      case -1:
        return [...at, typed.length].flatMap((place) => each((letter) => changed(place, place, letter)));
      case 1:
        return at.map((place) => changed(place, place + 1, ''));
      default:
        return [];
    }
  };
  // The number itself was looked for already: to read again what is out of sight would take time that tells of it.
  const isPlain = isNumber.test(typed);
  return found().filter((one) => one !== typed && (isPlain || isNumber.test(one)) && (!checked || hasCheckLetter(one)));
}

const isNumber = new RegExp(`^[${LETTERS}]+$`);
