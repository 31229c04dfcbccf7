/** Which codes stand for which: those of a list are its merged codes and whatever was not merged. */
import type { Codes, Dimension, Merge, Place } from './table-design';

/** The codes of a dimension as they are published, each with the dimension's own that it stands for. */
export type Coding = ReadonlyMap<string, readonly string[]>;
export type Codings = ReadonlyMap<string, Coding>;

export function codingsOf(dimensions: readonly Dimension[], merges: readonly Merge[]): Codings {
  return new Map(dimensions.map((dimension) => [dimension.name, ofDimension(dimension, merges)]));
}

function ofDimension({ name, codes }: Dimension, merges: readonly Merge[]): Coding {
  const coding = new Map<string, readonly string[]>();
  const merged = merges.filter(({ dimension }) => dimension === name);
  for (const code of codes) {
    const merge = merged.find(({ codes }) => codes.includes(code));
    if (!merge) coding.set(code, [code]);
    else if (codes.includes(merge.into)) throw new RangeError(`${merge.into} is a code of its own of ${name}`);
    else coding.set(merge.into, [...(coding.get(merge.into) ?? []), code]);
  }
  return coding;
}

/** The codes that cells have, each with those of the dimension that it stands for. */
export function codingsOfCells(places: readonly Place[], merges: readonly Merge[]): Codings {
  const codings = new Map<string, Map<string, readonly string[]>>();
  for (const at of places)
    for (const [dimension, code] of Object.entries(at)) {
      const coding = codings.get(dimension) ?? new Map<string, readonly string[]>();
      const merge = merges.find((one) => one.dimension === dimension && one.into === code);
      codings.set(dimension, coding.set(code, merge?.codes ?? [code]));
    }
  return codings;
}

export function codingOf(codings: Codings, dimension: string): Coding {
  const coding = codings.get(dimension);
  if (!coding) throw new RangeError(`No dimension ${dimension}`);
  return coding;
}

/** The dimension's own code to the published one. */
export const publishedCode = (coding: Coding): ReadonlyMap<string, string> =>
  new Map([...coding].flatMap(([code, own]) => own.map((one) => [one, code] as const)));

export const codesAt = (at: Place, codings: Codings): Codes =>
  Object.fromEntries(Object.entries(at).map(([name, code]) => [name, codingOf(codings, name).get(code) ?? [code]]));

/** Every combination of codes of some dimensions. */
export function placesOf(margin: readonly string[], codings: Codings): readonly Place[] {
  let places: Place[] = [{}];
  for (const dimension of margin) {
    const codes = [...codingOf(codings, dimension).keys()];
    places = places.flatMap((place) => codes.map((code) => ({ ...place, [dimension]: code })));
  }
  return places;
}

/**
 * The merges by which lists can be added up: of merges that overlap the widest. Null: of two none holds the other.
 */
export function coarsest(merges: readonly Merge[]): readonly Merge[] | null {
  const kept: Merge[] = [];
  for (const merge of [...merges].sort((one, other) => other.codes.length - one.codes.length)) {
    const overlapping = kept.filter(
      ({ dimension, codes }) => dimension === merge.dimension && codes.some((code) => merge.codes.includes(code)),
    );
    if (overlapping.length === 0) kept.push(merge);
    else if (!overlapping.some(({ codes }) => merge.codes.every((code) => codes.includes(code)))) return null;
  }
  return kept;
}
