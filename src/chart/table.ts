/** What a chart is drawn from: rows as `indicatorTable` of the API tells them, and what is told of their indicator. */
import type { Locale } from '../base/locale';

export type Status = 'EXACT' | 'SUPPRESSED' | 'ROUNDED' | 'MISSING';
export type Measure = 'COUNT' | 'PER_CENT' | 'MEDIAN_DAYS' | 'MEDIAN_MINUTES' | 'AS_SURVEYED';

export interface CodeOfRow {
  readonly dimension: string;
  /** Null: not known. */
  readonly code: string | null;
  readonly label: string;
}

export interface ChartRow {
  readonly indicator: string;
  readonly version: number;
  readonly country: string;
  /** As DHIS2 names it: 2026Q1. */
  readonly period: string;
  readonly dimensions: readonly CodeOfRow[];
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: Status;
  /** Why there is none, as a code and in the language of the question. */
  readonly gap: string | null;
  readonly gapLabel: string | null;
  readonly previous: number | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** All targets, the programme's own (without a donor) first. */
  readonly targets: readonly { readonly value: number; readonly donor: string | null }[];
  readonly lockedOn: string | null;
  readonly revised: { readonly value: number | null } | null;
}

export interface CountryOfChart {
  readonly country: string;
  readonly countryLabel: string;
  /** What was recorded until then is counted; a moment in UTC. */
  readonly asOf: string | null;
  readonly gap: string | null;
  readonly gapLabel: string | null;
}

export interface AboutIndicator {
  readonly code: string;
  readonly title: string;
  readonly measure: Measure;
  readonly unitLabel: string;
}

export interface ChartTable {
  readonly about: AboutIndicator;
  /** Labels of the dimensions that rows can be told by. */
  readonly dimensionLabels: Readonly<Record<string, string>>;
  readonly rows: readonly ChartRow[];
  readonly countries: readonly CountryOfChart[];
  readonly locale: Locale;
}

/** By what the rows are told, in their order: what is told of a country as a whole alone has none. */
export const dimensionsIn = ({ rows }: Pick<ChartTable, 'rows'>): readonly string[] =>
  rows.reduce<readonly string[]>(
    (longest, { dimensions }) =>
      dimensions.length > longest.length ? dimensions.map(({ dimension }) => dimension) : longest,
    [],
  );

export const distinct = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];

/** Without the region's own place where it has nothing of the indicator: it is no country. */
export function withoutEmptyRegion(table: ChartTable): ChartTable {
  const isEmpty = (country: string): boolean =>
    country === 'REGION' &&
    table.rows.every((row) => row.country !== country || row.status === 'MISSING' || row.value === 0);
  if (distinct(table.countries.map(({ country }) => country)).length < 2) return table;
  return {
    ...table,
    rows: table.rows.filter(({ country }) => !isEmpty(country)),
    countries: table.countries.filter(({ country }) => !isEmpty(country)),
  };
}
