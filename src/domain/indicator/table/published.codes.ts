/** How the codes of published cells are told, and in which order. */
import type { Locale } from '../../../base/locale';
import type { CodeList } from '../../../model/codelist';
import { Zone } from '../../country/release-profile.codes';
import { codesOfDimension, type IndicatorDimension } from '../indicator.dimensions';
import { NOT_KNOWN, PublishedGroup } from '../publication/publication.codes';
import type { Place } from './lattice';
import type { DimensionValue } from './row';

/** Provinces and organisations by the codes that they are published by, in their order. */
export type PublishedPlaces = ReadonlyMap<string, Place>;

/** Where a country publishes by zones, these are its provinces. */
export function toldAs(
  dimension: IndicatorDimension,
  code: string,
  places: PublishedPlaces,
  locale: Locale,
): DimensionValue {
  const list = codesOfDimension[dimension];
  const [place, group] = [places.get(code), (PublishedGroup as CodeList).of[code]];
  const listed = typeof list === 'string' ? (Zone as CodeList).of[code] : list.of[code];
  const label = group?.[locale] ?? place?.label ?? listed?.[locale] ?? code;
  return { dimension, code: code === NOT_KNOWN ? null : (place?.told ?? code), label };
}

/** Where a code stands among those of its dimension; what stands for several comes after them, what is not known last. */
export function orderOf(dimension: IndicatorDimension, places: PublishedPlaces): (code: string) => number {
  const list = codesOfDimension[dimension];
  const codes: readonly string[] = typeof list === 'string' ? [...places.keys()] : list.codes;
  const groups: readonly string[] = PublishedGroup.codes;
  return (code) => {
    if (code === NOT_KNOWN) return 2000;
    const [own, group] = [codes.indexOf(code), groups.indexOf(code)];
    return group >= 0 ? 1000 + group : own;
  };
}
