/** Short numbers (`ZA-7K3QW9`) as people type them: in any case, with any separators, with letters taken for digits. */

/** Crockford's base 32: no letter that is taken for a digit. */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How the short numbers of an attribute look. */
export interface NumberForm {
  /** Before the hyphen; `country`: the country's code. */
  readonly prefix: string;
  /** How many letters come after it. */
  readonly length: number;
  /** The last of them follows from the others (`checkLetter`). */
  readonly checked?: true;
}

const SEPARATORS = /[\s\p{Pd}.,:;/_\u2212]+/gu;
const alike: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };
const unalike = (text: string): string => text.replace(/[OIL]/g, (letter) => alike[letter] ?? letter);

/**
 * The number that is meant, as it is kept. The prefix may be left out.
 * @param isBeginning only how it begins was typed
 * @returns null where it can be no such number
 */
export function typedNumber(
  typed: string,
  { prefix, length }: NumberForm,
  country: string,
  isBeginning = false,
): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replace(SEPARATORS, '');
  if (!/^[A-Z0-9]+$/.test(plain)) return null;
  const head = prefix === 'country' ? country : prefix;
  const [said, own] = [unalike(plain), unalike(head)];
  if (isBeginning && own.startsWith(said)) return head.slice(0, said.length);
  const isSaid = said.startsWith(own) && (isBeginning || said.length - own.length >= length);
  return `${head}-${isSaid ? said.slice(own.length) : said}`;
}

/** A last letter by which a slip is noticed (Luhn's, for 32 letters): one that is wrong, or two that changed places. */
export function checkLetter(letters: string): string {
  const size = LETTERS.length;
  let sum = 0;
  // A search asks it of some hundreds of numbers.
  for (let at = 0; at < letters.length; at++) {
    const value = LETTERS.indexOf(letters.charAt(at)) * ((letters.length - at) % 2 === 1 ? 2 : 1);
    sum += Math.floor(value / size) + (value % size);
  }
  return LETTERS.charAt((size - (sum % size)) % size);
}

/** Whether the last letter of a number is the one that follows from the others. */
export function hasCheckLetter(number: string): boolean {
  const letters = number.slice(number.indexOf('-') + 1);
  return letters.length > 1 && checkLetter(letters.slice(0, -1)) === letters.at(-1);
}
