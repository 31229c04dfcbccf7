/** What has to be known of the places of a country, in a file that somebody wrote by hand. */
import { Zone, type ReleasePlace } from '../domain/country/release-profile.codes';
import { InputCheck } from '../writing/input';

export interface ProvinceDefinition {
  /** ISO 3166-2. */
  readonly code: string;
  readonly name: string;
  /** Larger part of the country, where it gives nothing away by province. */
  readonly zone?: Zone;
  /** `urban`: it is a town. */
  readonly districts: readonly { readonly code: string; readonly name: string; readonly urban?: boolean }[];
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text as the API keeps it: filters compare in that form, and cursors hold no longer one. */
export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && new InputCheck().text(value, []) === value;

export const asKept = 'one line of at most 200 characters in composed form (NFC), without space around it';

/** The provinces come from a file that somebody wrote by hand. */
export function placeProblems(provinces: unknown): string[] {
  if (!Array.isArray(provinces) || provinces.length === 0) return ['at least one province is needed, in a list'];
  const shapeless = provinces.filter((one) => !isObject(one) || !isPlaces(one['districts']));
  if (shapeless.length > 0) return ['every province is an object with a list of districts, which may be empty'];
  const places = (provinces as readonly ProvinceDefinition[]).flatMap((one) => [one, ...one.districts]);
  const nameless = places.filter(({ code, name }) => !isText(code) || !isText(name));
  const codes = places.map(({ code }) => code);
  const twice = codes.filter((code, at) => codes.indexOf(code) !== at);
  return [
    ...(nameless.length > 0 ? [`every province and district needs a code and a name: ${asKept}`] : []),
    ...(twice.length > 0 ? [`codes of places that are there twice: ${[...new Set(twice)].join(', ')}`] : []),
  ];
}

/** A province that lies in no zone would be left out of all that is told by zones. */
export function zoneProblems({ releasePlace }: { readonly releasePlace: ReleasePlace }, provinces: unknown): string[] {
  if (!Array.isArray(provinces) || !provinces.every(isObject)) return [];
  const wrong = provinces.filter(({ zone }) => zone !== undefined && !Zone.codes.includes(zone as Zone));
  const without = releasePlace === 'ZONE' ? provinces.filter(({ zone }) => zone === undefined) : [];
  return [
    ...(wrong.length > 0 ? [`the zone of a province is one of ${Zone.codes.join(', ')}`] : []),
    ...(without.length > 0 ? ['where zones are told, every province lies in one'] : []),
  ];
}

const isPlaces = (value: unknown): boolean => Array.isArray(value) && value.every(isObject);
