/** Which new passwords are accepted: long ones that are not common. No composition rules (NIST SP 800-63B, ASVS 6.2). */
import type { ProblemShape } from '../base/problem';
import { normalisePassword } from './password';

export const MIN_LENGTH = 12;
export const MAX_LENGTH = 256;
/** What must be left of a password when the words that anyone would try first are taken out. */
const MIN_REST = 8;
/** A word of one's own name or address counts from this length on. */
const MIN_WORD = 4;
/** What this service itself is called. */
const OWN_WORDS = ['hands-off', 'hands off', 'handsoff'];

let common: ReadonlySet<string> | undefined;

/** Some 49,000 leaked passwords. Read when first asked: most processes never set a password. */
async function commonPasswords(): Promise<ReadonlySet<string>> {
  if (!common) {
    const { dictionary } = await import('@zxcvbn-ts/language-common');
    common = new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase()));
  }
  return common;
}

/** What is wrong with a new password, or null. `about` is its owner's name and e-mail. */
export async function judgePassword(
  password: string,
  about: readonly string[],
  path: readonly string[],
): Promise<ProblemShape | null> {
  const normal = normalisePassword(password);
  const length = [...normal].length;
  if (length < MIN_LENGTH) return { ...tooShort, path };
  if (length > MAX_LENGTH) return { ...tooLong, path };
  return (await isCommon(normal.toLowerCase(), about)) ? { ...tooCommon, path } : null;
}

async function isCommon(password: string, about: readonly string[]): Promise<boolean> {
  const known = await commonPasswords();
  const core = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return (
    known.has(password) ||
    known.has(core) ||
    unit(password).length < MIN_LENGTH ||
    isRun(password) ||
    withoutWords(password, about).length < MIN_REST
  );
}

/** The shortest piece that the text repeats, perhaps broken off at its end: it is only as strong as that. */
function unit(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    const piece = text.slice(0, size);
    if (piece.repeat(Math.ceil(text.length / size)).startsWith(text)) return piece;
  }
  return text;
}

const RUNS = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** A run along the digits, the alphabet or the keyboard, perhaps begun again: 1234567890123, qwertyuiopasdf. */
function isRun(text: string): boolean {
  const backwards = [...text].reverse().join('');
  return RUNS.some((run) => [text, backwards].some((way) => run.repeat(3).includes(way)));
}

function withoutWords(text: string, about: readonly string[]): string {
  const words = about.flatMap((value) => value.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return [...OWN_WORDS, ...words.filter((word) => word.length >= MIN_WORD)].reduce(
    (rest, word) => rest.replaceAll(word, ''),
    text,
  );
}

const tooShort: ProblemShape = {
  code: 'PASSWORD_TOO_SHORT',
  text: {
    en: `A password has at least ${MIN_LENGTH} characters. A sentence is easy to remember.`,
    pt: `Uma palavra-passe tem pelo menos ${MIN_LENGTH} caracteres. Uma frase é fácil de lembrar.`,
  },
};
const tooLong: ProblemShape = {
  code: 'PASSWORD_TOO_LONG',
  text: {
    en: `A password has at most ${MAX_LENGTH} characters.`,
    pt: `Uma palavra-passe tem no máximo ${MAX_LENGTH} caracteres.`,
  },
};
const tooCommon: ProblemShape = {
  code: 'PASSWORD_TOO_COMMON',
  text: {
    en: 'This password is one of the first that anyone would try. Choose another, such as a sentence of your own.',
    pt: 'Esta palavra-passe é das primeiras que alguém tentaria. Escolha outra, como uma frase sua.',
  },
};
