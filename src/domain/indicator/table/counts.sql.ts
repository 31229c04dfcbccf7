/** The one statement that a country is asked for a table: every indicator, period and cell that there is. */
import { join, raw, sql, TRUE, type Sql } from '../../../base/sql';
import { periodsWithin, type Period } from '../../../base/period/period';
import { columnOfMeasure, type Kept, type Live } from '../counting/counting';
import { dimensionsOf, type Indicator } from '../indicator';
import { sumsBy } from '../indicator.sums';
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

type OfCells = Indicator & { readonly of: Kept };
type OfRecords = Indicator & { readonly of: Live };

const onlyOf = (one: Indicator) => Object.entries(one.only ?? {}) as [IndicatorDimension, readonly string[]][];

/** The rows that count: those of one organisation or province, or of some codes alone. */
function narrowed(one: Indicator, { organisationId, provinceId }: Narrowed): readonly Sql[] {
  return [
    ...(organisationId === null ? [] : [sql`c.organisation_id = ${organisationId}::uuid`]),
    ...(provinceId === null ? [] : [sql`c.province_id = ${provinceId}::uuid`]),
    ...onlyOf(one).map(([name, codes]) => sql`c.${raw(columnOf(one, name))} = ANY(${[...codes]}::text[])`),
  ];
}

/** The months of the periods as rows: name of the period, first day of the month. */
function monthRows(periods: readonly Period[]): Sql {
  const rows = periods.flatMap(({ name, from, to }) =>
    periodsWithin(from, to, 'MONTH').map((month) => [name, month.from]),
  );
  return sql`unnest(${rows.map(([name]) => name)}::text[], ${rows.map(([, month]) => month)}::date[]) AS asked (name, month)`;
}

/** First days of the months of the periods, each once. */
const monthsOf = (periods: readonly Period[]): string[] => [
  ...new Set(periods.flatMap(({ from, to }) => periodsWithin(from, to, 'MONTH').map((month) => month.from))),
];

/** Where its sums are: as few rows as there are, of all by what is asked. */
function sourceOf(one: OfCells, columns: readonly string[], asked: Asked): readonly [Sql, ...Sql[]] {
  const { organisationId, provinceId } = asked;
  const all = [
    ...columns,
    ...(organisationId === null ? [] : ['organisation_id']),
    ...(provinceId === null ? [] : ['province_id']),
    ...onlyOf(one).map(([name]) => columnOf(one, name)),
  ];
  if (asked.isRegion) return [raw('open_cell')];
  const told = isMedian(one) ? null : sumsBy(one.of, all);
  return told === null ? [raw('indicator_cell')] : [raw('indicator_sum'), sql`c.told = ${told}`];
}

const isMedian = ({ measure }: Indicator): boolean => measure.startsWith('MEDIAN');

/** Of months, by what it is told by: added up before it is known of which periods they are, each month once. */
function monthly(one: OfCells, columns: readonly string[], asked: Asked): Sql {
  const [source, ...which] = sourceOf(one, columns, asked);
  const conditions = [
    sql`c.counting = ${raw(`'${one.of.name}'`)}`,
    ...which,
    sql`c.month = ANY(${monthsOf(asked.periods)}::date[])`,
    ...narrowed(one, asked),
  ];
  const by = raw(['c.month', ...columns.map((name) => `c.${name}`), ...(isMedian(one) ? ['c.amount'] : [])].join(', '));
  return sql`${monthRows(asked.periods)} JOIN (
    SELECT ${by}, ${sumOf(one, one.numerator)} AS numerator, ${sumOf(one, one.denominator)} AS denominator
    FROM ${source} c WHERE ${join(conditions, ' AND ')} GROUP BY ${by}) c ON c.month = asked.month`;
}

/** Of the records themselves, for each period anew. */
function ofPeriods(one: OfRecords, asked: Asked): Sql {
  const value = (measure: string | undefined): Sql =>
    raw(measure === undefined ? 'NULL::int' : `c.${columnOfMeasure(one.of, measure)}`);
  return sql`${periodRows(asked.periods)} CROSS JOIN LATERAL (
    SELECT c.*, ${value(one.numerator)} AS numerator, ${value(one.denominator)} AS denominator
    FROM (${one.of.rows(raw('asked.f'), raw('asked.t'))}) c WHERE ${join([TRUE, ...narrowed(one, asked)], ' AND ')}) c`;
}

const sumOf = ({ of }: OfCells, measure: string | undefined): Sql =>
  raw(measure === undefined ? 'NULL::bigint' : `sum(c.${columnOfMeasure(of, measure)})`);

/** The columns of `Counted`. */
function countsOf(one: OfCells | OfRecords, asked: Asked): Sql {
  const columns = toldBy(one, asked.by).map((name) => columnOf(one, name));
  const codes = raw(
    columns.length > 0 ? `ARRAY[${columns.map((name) => `c.${name}::text`).join(', ')}]` : `'{}'::text[]`,
  );
  const grouped = raw(
    ['asked.name', ...columns.map((name) => `c.${name}`), ...(isMedian(one) ? ['c.amount'] : [])].join(', '),
  );
  return sql`SELECT ${raw(`'${one.code}'`)} AS indicator, asked.name AS period, ${codes} AS codes,
      ${raw(isMedian(one) ? 'c.amount' : 'NULL::int')} AS amount, sum(c.numerator)::int AS numerator,
      sum(c.denominator)::int AS denominator
    FROM ${one.of.kind === 'kept' ? monthly(one as OfCells, columns, asked) : ofPeriods(one as OfRecords, asked)}
    GROUP BY ${grouped}`;
}

const isCounted = (one: Indicator): one is OfCells | OfRecords => one.of.kind !== 'surveyed';

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
