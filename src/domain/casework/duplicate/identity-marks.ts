/**
 * Marks by which equal numbers are found though nobody can read them: keyed hashes of a number as it is after all ways
 * of writing it have become one.
 */
import { isSupportedCountry, parsePhoneNumberFromString, type PhoneNumber } from 'libphonenumber-js/max';
import type { CountryCode } from '../../../base/countries';
import type { Vault } from '../../../base/vault';

/** Goes up when a number is reduced otherwise: what was marked before is then marked anew. */
export const MARKED_BY = 1;

/** What of an identity is compared. */
export interface Numbers {
  readonly phone?: string | null | undefined;
  readonly idNumber?: string | null | undefined;
}

export interface Marks {
  readonly phoneMark?: string | null;
  readonly secondPhoneMark?: string | null;
  readonly documentMark?: string | null;
  readonly markedBy: number;
}

type Kind = 'telephone' | 'document';

const markOf = (vault: Vault, country: CountryCode, kind: Kind, value: string): string =>
  vault.fingerprint(country, JSON.stringify([kind, value])).toString('base64url');

/** The marks of what somebody typed who looks for a whole number: of a telephone, and of a document. */
export function marksOfTyped(vault: Vault, country: CountryCode, typed: string): readonly string[] {
  const document = documentNumber(typed);
  return [
    ...telephoneNumbers(typed, country).map((number) => markOf(vault, country, 'telephone', number)),
    ...(document === undefined ? [] : [markOf(vault, country, 'document', document)]),
  ];
}

/** The marks of what is told; of what is not, none are made. */
export function marksOf(vault: Vault, country: CountryCode, { phone, idNumber }: Numbers): Marks {
  const mark = (kind: Kind, value: string | undefined): string | null =>
    value === undefined ? null : markOf(vault, country, kind, value);
  const [first, second] = phone ? telephoneNumbers(phone, country) : [];
  return {
    ...(phone !== undefined && { phoneMark: mark('telephone', first), secondPhoneMark: mark('telephone', second) }),
    ...(idNumber !== undefined && { documentMark: mark('document', idNumber ? documentNumber(idNumber) : undefined) }),
    markedBy: MARKED_BY,
  };
}

/** Fewer digits or letters are shared by chance. */
const FEWEST = 7;
const FEWEST_OF_DOCUMENT = 5;

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** The numbers that a text holds, each one written one way (E.164), without an extension. */
export function telephoneNumbers(text: string, country: CountryCode): string[] {
  const parts = text.normalize('NFKC').split(/[;,/|]|\s(?:or|ou|and|e)\s/i);
  // What stands between them can also stand within one.
  const several = parts.every((part) => digitsOf(part).length >= FEWEST);
  const found = (several ? parts : [text]).map((part) => telephoneNumber(part.trim(), country));
  return [...new Set(found.filter((one) => one !== undefined))];
}

/** What is no number of any plan is compared by its digits. */
function telephoneNumber(text: string, country: CountryCode): string | undefined {
  const known = valid(text, country) ?? valid(withoutZero(text, country), country);
  if (known) return known.number;
  const digits = digitsOf(text);
  return digits.length >= FEWEST ? digits : undefined;
}

/** Where a country has no 0 before its numbers, people write one as in a neighbouring country, behind its code too. */
function withoutZero(text: string, country: CountryCode): string {
  const parsed = parse(text, country);
  const national = parsed?.nationalNumber.replace(/^0+/, '');
  return parsed && national ? `+${parsed.countryCallingCode}${national}` : text.replace(/^0+/, '');
}

const parse = (text: string, country: CountryCode): PhoneNumber | undefined =>
  parsePhoneNumberFromString(text, { ...(isSupportedCountry(country) && { defaultCountry: country }), extract: false });

/** South African numbers have nine digits; the library also takes shorter ones for valid (findings). */
function valid(text: string, country: CountryCode): PhoneNumber | undefined {
  const parsed = parse(text, country);
  if (!parsed?.isValid()) return undefined;
  return parsed.countryCallingCode === '27' && parsed.nationalNumber.length !== 9 ? undefined : parsed;
}

/** The number of a document as it is compared: its letters and digits. */
function documentNumber(text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= FEWEST_OF_DOCUMENT ? plain : undefined;
}
