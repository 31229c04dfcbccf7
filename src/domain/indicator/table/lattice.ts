/** Which cells a table has: every code of what it is told by, whether anything was counted or not, and what is not known. */
import type { Locale } from '../../../base/locale';
import { codesOfDimension, type IndicatorDimension } from '../indicator.dimensions';

/** A record of a country that values are told by. */
export interface Place {
  readonly id: string;
  /** What stands for it in a table. */
  readonly told: string;
  readonly label: string;
}

/** Of a country, as far as a table is told by them. */
export interface Places {
  readonly provinces: readonly Place[];
  readonly organisations: readonly Place[];
}

export const isByPlaces = (dimension: IndicatorDimension): boolean => typeof codesOfDimension[dimension] === 'string';

/** Codes as the values of a table have them; null: not known. */
export type Codes = readonly (string | null)[];

/** The codes of a dimension; of organisations those alone that count something, since most are providers that do not. */
function codesOf(dimension: IndicatorDimension, places: Places, seen: ReadonlySet<string | null>): Codes {
  const list = codesOfDimension[dimension];
  const all =
    list === 'organisations'
      ? places.organisations.map(({ id }) => id).filter((id) => seen.has(id))
      : list === 'provinces'
        ? places.provinces.map(({ id }) => id)
        : list.codes;
  return seen.has(null) ? [...all, null] : all;
}

/** Every combination of the codes of these dimensions. @param found what was counted */
export function lattice(
  dimensions: readonly IndicatorDimension[],
  places: Places,
  found: readonly { readonly codes: Codes }[],
): readonly Codes[] {
  let combinations: readonly Codes[] = [[]];
  dimensions.forEach((dimension, at) => {
    const codes = codesOf(dimension, places, new Set(found.map((one) => one.codes[at] ?? null)));
    combinations = combinations.flatMap((before) => codes.map((code) => [...before, code]));
  });
  return combinations;
}

/** At most so many there are, before it is known what was counted. */
export const sizeOfLattice = (dimensions: readonly IndicatorDimension[], places: Places): number =>
  dimensions.reduce((size, dimension) => {
    const list = codesOfDimension[dimension];
    return size * ((typeof list === 'string' ? places[list].length : list.codes.length) + 1);
  }, 1);

const unknown = { en: 'Not known', pt: 'Não se sabe' };

/** What is told of a code; of a place of the country its own code or id. */
export function toldOf(
  dimension: IndicatorDimension,
  code: string | null,
  places: Places,
  locale: Locale,
): { readonly code: string | null; readonly label: string } {
  const list = codesOfDimension[dimension];
  if (typeof list !== 'string') return { code, label: (code && list.of[code]?.[locale]) || unknown[locale] };
  const place = places[list].find(({ id }) => id === code);
  return { code: place?.told ?? null, label: place?.label ?? unknown[locale] };
}
