/** Countries of the whole world by their ISO 3166-1 alpha-2 codes, as far as somebody can be of them. */
import { locales, type Locale } from './locale';

/** Unicode names them, and nobody is of them. */
const noCountries: readonly string[] = ['EU', 'EZ', 'UN', 'XA', 'XB', 'ZZ'];

const names = new Map(
  locales.map((locale) => [locale, new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })]),
);

const nameOf = (code: string, locale: Locale): string | undefined =>
  /^[A-Z]{2}$/.test(code) && !noCountries.includes(code) ? names.get(locale)?.of(code) : undefined;

/** Whether there is a country of this code. */
export const isCountry = (code: string): boolean => nameOf(code, 'en') !== undefined;

/** What a country is called; a code of none is shown as it is. */
export const countryName = (code: string, locale: Locale): string => nameOf(code, locale) ?? code;

let codes: ReadonlyMap<string, string> | undefined;

/** The code of a country that is called so in one of our languages, or is given by its code; null where none is. */
export function countryCode(called: string): string | null {
  codes ??= new Map(allCodes().flatMap((code) => locales.map((locale) => [keyOf(nameOf(code, locale) ?? code), code])));
  const upper = called.trim().toUpperCase();
  return isCountry(upper) ? upper : (codes.get(keyOf(called)) ?? null);
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const allCodes = (): string[] =>
  letters.flatMap((first) => letters.map((second) => first + second)).filter((code) => isCountry(code));
const keyOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]+/gu, '')
    .toLowerCase();
