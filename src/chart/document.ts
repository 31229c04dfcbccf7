/** What the API is asked for a chart: by the page, and by the server for its own pictures. */
import type { AboutIndicator, ChartRow, ChartTable, CountryOfChart } from './table';
import type { Locale } from '../base/locale';

/** The fields of `indicatorTable` that `ChartRow` and `CountryOfChart` are made of. */
export const tableFields = `
  rows {
    indicator version country period dimensions { dimension code label }
    value numerator denominator status gap gapLabel previous baseline target
    targets { value donor } lockedOn revised { value }
  }
  countries { country countryLabel asOf gap gapLabel }`;

/** The table with what is needed to name it: its indicator, and the places that it is narrowed to. */
export const chartDocument = `query Chart($input: IndicatorTableInput!, $places: [ID!]!) {
  nodes(ids: $places) { ... on Province { name } ... on Organisation { name } }
  indicators { code title { en pt } measure unitLabel dimensions dimensionsLabel }
  indicatorTable(input: $input) {${tableFields}
  }
}`;

export interface ToldIndicator {
  readonly code: string;
  readonly title: Readonly<Record<Locale, string>>;
  readonly measure: AboutIndicator['measure'];
  readonly unitLabel: string;
  readonly dimensions: readonly string[];
  readonly dimensionsLabel: readonly string[];
}

export interface ToldTable {
  readonly rows: readonly ChartRow[];
  readonly countries: readonly CountryOfChart[];
}

export const labelsOf = (
  indicators: readonly Pick<ToldIndicator, 'dimensions' | 'dimensionsLabel'>[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    indicators.flatMap(({ dimensions, dimensionsLabel }) =>
      dimensions.map((name, at) => [name, dimensionsLabel[at] ?? name]),
    ),
  );

/** The rows of one indicator with what is told of it. */
export function chartTable(
  told: ToldTable,
  about: Omit<AboutIndicator, 'title'> & Pick<ToldIndicator, 'title'>,
  dimensionLabels: ChartTable['dimensionLabels'],
  locale: Locale,
): ChartTable {
  const { code, measure, unitLabel } = about;
  return {
    about: { code, title: about.title[locale], measure, unitLabel },
    dimensionLabels,
    rows: told.rows.filter(({ indicator }) => indicator === code),
    countries: told.countries,
    locale,
  };
}
