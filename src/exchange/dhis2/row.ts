/** A row of a table of indicators, as the public API tells it: as much of it as DHIS2 is told of. */
export interface IndicatorRow {
  readonly indicator: string;
  readonly country: string;
  /** As DHIS2 names it: `2026Q1`. */
  readonly period: string;
  /** A code of null is not known. */
  readonly dimensions: readonly { readonly dimension: string; readonly code: string | null }[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: 'EXACT' | 'SUPPRESSED' | 'ROUNDED' | 'MISSING';
  /** Why there is no value. */
  readonly gap?: string | null;
}

/** What of a row a data element takes. */
export const measures = ['value', 'numerator', 'denominator'] as const;
export type Measure = (typeof measures)[number];

/** What tells rows apart by places; everything else becomes a category option combination. */
export const PLACE = 'PROVINCE';

/** How a mapping writes that a code is not known. */
export const NOT_KNOWN = 'NOT_KNOWN';

/** Parts of a country that are larger than a province. */
export const zones: readonly string[] = ['NORTH', 'CENTRE', 'SOUTH'];
