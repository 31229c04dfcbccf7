/** A mapping: what of the published tables goes to which cells of a DHIS2, as a data team says it once in a YAML file. */
import type { Measure } from './row';

export const idSchemes = ['UID', 'CODE', 'NAME'] as const;
export type IdScheme = (typeof idSchemes)[number];

/** By what the DHIS2 is told its own things. */
export interface Schemes {
  readonly dataSets: IdScheme;
  readonly dataElements: IdScheme;
  readonly orgUnits: IdScheme;
  /** Those of attribute option combinations, too. */
  readonly categoryOptionCombos: IdScheme;
}

export interface Target {
  readonly dataElement: string;
  /** Whether DHIS2 keeps a zero of it; up to 2.42 it deletes what is there if not. */
  readonly zeroIsSignificant: boolean;
}

/** Id in DHIS2; null: left out on purpose. */
export type Mapped = string | null;

/** One indicator of a data set, told by something or as a whole. */
export interface Entry {
  readonly line: number;
  readonly indicator: string;
  readonly by: readonly string[];
  readonly targets: Readonly<Partial<Record<Measure, Target>>>;
  /** By the codes of `by` without the place, in its order, joined by commas; null: `combo` is that of all. */
  readonly combos: ReadonlyMap<string, Mapped> | null;
  /** `default`, or the id of one. */
  readonly combo: string;
}

export interface DataSet {
  readonly line: number;
  readonly id: string;
  readonly periodType: string;
  /** Each form of it, of a period and a unit, is marked as complete when it is sent. */
  readonly complete: boolean;
  /** Whether what is only told roughly is sent, with a comment. */
  readonly rounded: boolean;
  /** `default`, or the id of one. */
  readonly attributeOptionCombo: string;
  readonly entries: readonly Entry[];
}

/** How ADX tells a dimension: by the code of a category, with its options. */
export interface Category {
  readonly code: string;
  readonly options: ReadonlyMap<string, string>;
}

export interface Mapping {
  readonly country: string;
  readonly schemes: Schemes;
  /** By the codes of places: of the country, its provinces or zones, and NOT_KNOWN. */
  readonly orgUnits: ReadonlyMap<string, Mapped>;
  readonly categories: ReadonlyMap<string, Category>;
  readonly dataSets: readonly DataSet[];
}
