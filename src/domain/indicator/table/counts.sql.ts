/** The one statement that a country is asked for a table: every indicator, period and cell that there is. */
import { join, raw, sql, type Sql } from '../../../base/sql';
import type { Period } from '../../../base/period/period';
import { columnOfMeasure, type Kept, type Live } from '../counting/counting';
import { dimensionsOf, type Indicator } from '../indicator';
import type { IndicatorDimension } from '../indicator.dimensions';

/** Which cells count: those of one organisation or province alone. */
export interface Narrowed {
  readonly organisationId: string | null;
  readonly provinceId: string | null;
}

export interface Asked extends Narrowed {
  readonly indicators: readonly Indicator[];
  readonly periods: readonly Period[];
  readonly by: readonly IndicatorDimension[];
  /** Who asks reads what is open to the region alone. */
  readonly isRegion: boolean;
}

/** A cell of the answer; codes in the order of what it is told by. Of what is a median, a line for each amount. */
export interface Counted {
  readonly indicator: string;
  readonly period: string;
  readonly codes: readonly (string | null)[];
  readonly amount: number | null;
  readonly numerator: number;
  readonly denominator: number | null;
}

/** By what a table tells an indicator: as it is asked, and by what the indicator is always told. */
export const toldBy = ({ shareOf }: Indicator, by: readonly IndicatorDimension[]): readonly IndicatorDimension[] =>
  shareOf && !by.includes(shareOf) ? [...by, shareOf] : by;

/** The periods as rows: name, first day, last day. */
const periodRows = (periods: readonly Period[]): Sql => sql`unnest(${periods.map(({ name }) => name)}::text[],
  ${periods.map(({ from }) => from)}::date[], ${periods.map(({ to }) => to)}::date[]) AS asked (name, f, t)`;

const columnOf = ({ of }: Indicator, dimension: IndicatorDimension): string => of.dimensions[dimension] ?? 'category';

function cells(one: Indicator & { readonly of: Kept | Live }, { periods, isRegion }: Asked): Sql {
  const { of } = one;
  if (of.kind === 'live')
    return sql`${periodRows(periods)} CROSS JOIN LATERAL (${of.rows(raw('asked.f'), raw('asked.t'))}) c WHERE true`;
  return sql`${periodRows(periods)} JOIN ${raw(isRegion ? 'open_cell' : 'indicator_cell')} c
    ON c.counting = ${raw(`'${of.name}'`)} AND c.month BETWEEN asked.f AND asked.t WHERE true`;
}

function narrowed(one: Indicator, { organisationId, provinceId }: Narrowed): Sql {
  const only = Object.entries(one.only ?? {}) as [IndicatorDimension, readonly string[]][];
  return join(
    [
      ...(organisationId === null ? [] : [sql`AND c.organisation_id = ${organisationId}::uuid`]),
      ...(provinceId === null ? [] : [sql`AND c.province_id = ${provinceId}::uuid`]),
      ...only.map(([name, codes]) => sql`AND c.${raw(columnOf(one, name))} = ANY(${[...codes]}::text[])`),
    ],
    ' ',
  );
}

const sumOf = (of: Kept | Live, measure: string): Sql => raw(`sum(c.${columnOfMeasure(of, measure)})::int`);

/** The columns of `Counted`. */
function countsOf(one: Indicator & { readonly of: Kept | Live }, asked: Asked): Sql {
  const dimensions = toldBy(one, asked.by).map((name) => `c.${columnOf(one, name)}::text`);
  const isMedian = one.measure.startsWith('MEDIAN');
  const codes = raw(dimensions.length > 0 ? `ARRAY[${dimensions.join(', ')}]` : `'{}'::text[]`);
  const grouped = raw(['asked.name', ...dimensions, ...(isMedian ? ['c.amount'] : [])].join(', '));
  return sql`SELECT ${raw(`'${one.code}'`)} AS indicator, asked.name AS period, ${codes} AS codes,
      ${raw(isMedian ? 'c.amount' : 'NULL::int')} AS amount, ${sumOf(one.of, one.numerator)} AS numerator,
      ${one.denominator ? sumOf(one.of, one.denominator) : raw('NULL::int')} AS denominator
    FROM ${cells(one, asked)} ${narrowed(one, asked)} GROUP BY ${grouped}`;
}

const isCounted = (one: Indicator): one is Indicator & { readonly of: Kept | Live } => one.of.kind !== 'surveyed';

/** Null where nothing of it is counted here: all of it comes of surveys, or is hidden from the region. */
export function countsStatement(asked: Asked): Sql | null {
  const seen = asked.indicators.filter(isCounted).filter((one) => !(asked.isRegion && isHidden(one)));
  return seen.length === 0
    ? null
    : join(
        seen.map((one) => countsOf(one, asked)),
        ' UNION ALL ',
      );
}

/** What counts survivors: the region is told nothing of it here. */
export const isHidden = ({ of }: Indicator): boolean => of.kind === 'kept' && of.ofSurvivors;

/** By what the region may tell it apart. */
export function openDimensionsOf(one: Indicator): readonly IndicatorDimension[] {
  const { of } = one;
  const all = dimensionsOf(one);
  return of.kind === 'kept' ? all.filter((name) => of.openBy?.includes(name)) : all;
}

/**
 * What surveys of the whole country said, a line for each; of those of one year the last that was recorded. A survey
 * names an indicator in capital letters.
 */
export interface SurveyedValue {
  readonly indicator: string;
  readonly year: number;
  readonly isBaseline: boolean;
  readonly value: number;
  readonly numerator: number | null;
  readonly respondents: number | null;
}

export const surveysStatement = (codes: readonly string[]): Sql => sql`
  SELECT DISTINCT ON (o.code, s.is_baseline, s.year) o.code AS indicator, s.year,
    s.is_baseline AS "isBaseline", s.value_hundredths / 100.0::float8 AS value, s.numerator, s.respondents
  FROM unnest(${[...codes]}::text[]) AS o (code) JOIN survey_result s ON s.indicator_code = upper(o.code)
  WHERE s.voided_at IS NULL AND s.place IS NULL
    AND (s.country_code IS NULL OR s.country_code = (SELECT z.code FROM country z))
  ORDER BY o.code, s.is_baseline, s.year, s.created_at DESC, s.id`;

export const asOfStatement = raw(
  `SELECT to_char(as_of AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "asOf" FROM indicator_as_of`,
);

/** Provinces or organisations that a table is told by. */
export const placesStatement = {
  provinces: raw('SELECT id::text AS id, code AS told, name AS label FROM province ORDER BY name, id'),
  organisations: raw('SELECT id::text AS id, id::text AS told, name AS label FROM organisation ORDER BY name, id'),
} as const;
