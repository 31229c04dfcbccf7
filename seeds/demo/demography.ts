/** Who the survivors of each country are, roughly. Invented, for demonstration: no source is quoted and none should be. */
import type { SpokenLanguage } from '../../src/domain/casework/survivor/language.codes';
import type { Weights } from './random';

export interface Demography {
  readonly languages: Weights<SpokenLanguage>;
  /** ISO 3166-1 alpha-2. */
  readonly nationalities: Weights<string>;
  /** Beginning of a telephone number that no operator gives out, so that no number is anybody's. */
  readonly phone: string;
  /** An address; `{number}`, `{name}` and `{place}` are filled in. */
  readonly address: string;
}

const demographies: Readonly<Record<string, Demography>> = {
  ZA: {
    languages: {
      ZULU: 25,
      XHOSA: 16,
      ENGLISH: 12,
      AFRIKAANS: 10,
      SOTHO_NORTHERN: 10,
      TSWANA: 8,
      SOTHO_SOUTHERN: 8,
      TSONGA: 5,
      SHONA: 4,
      SWATI: 3,
      VENDA: 2,
      SIGN_LANGUAGE: 1,
    },
    nationalities: { ZA: 78, ZW: 10, MZ: 5, LS: 4, MW: 2, SZ: 1 },
    phone: '+27 99',
    address: '{number} {name} Street, {place}',
  },
  BW: {
    languages: {
      TSWANA: 60,
      KALANGA: 12,
      ENGLISH: 10,
      SHONA: 8,
      KGALAGADI: 4,
      NDEBELE_NORTHERN: 3,
      MBUKUSHU: 2,
      SIGN_LANGUAGE: 1,
    },
    nationalities: { BW: 82, ZW: 13, ZM: 3, NA: 2 },
    phone: '+267 99',
    address: 'Plot {number}, {name} Ward, {place}',
  },
  MZ: {
    languages: {
      PORTUGUESE: 35,
      MAKHUWA: 18,
      TSONGA: 14,
      SENA: 9,
      LOMWE: 6,
      NDAU: 5,
      CHUWABO: 4,
      NYANJA: 4,
      RONGA: 3,
      SIGN_LANGUAGE: 1,
    },
    nationalities: { MZ: 90, ZW: 6, MW: 3, ZA: 1 },
    phone: '+258 99',
    address: 'Casa {number}, Quarteirão {name}, {place}',
  },
  ZW: {
    languages: {
      SHONA: 60,
      NDEBELE_NORTHERN: 18,
      ENGLISH: 8,
      NDAU: 5,
      MANYIKA: 3,
      TONGA_ZAMBEZI: 3,
      VENDA: 2,
      SIGN_LANGUAGE: 1,
    },
    nationalities: { ZW: 93, MZ: 3, ZM: 2, MW: 2 },
    phone: '+263 99',
    address: '{number} {name} Road, {place}',
  },
};

export function demographyOf(country: string): Demography {
  const found = demographies[country];
  if (!found) throw new Error(`There is no demonstration data of ${country}`);
  return found;
}
