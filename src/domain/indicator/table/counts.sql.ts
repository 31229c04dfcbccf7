/** The one statement that a country is asked for a table: every indicator, period and cell that there is. */
import { join, raw, sql, TRUE, type Sql } from '../../../base/sql';
import { periodsWithin, type Period } from '../../../base/period/period';
import { columnOfMeasure, type Kept, type Live } from '../counting/counting';
import { locksOf, periodOfLock, type Lock } from '../lock/locked.sql';
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
  /** What is told of these periods is as it was locked. */
  readonly locks?: readonly Lock[];
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

/** First days of the months of periods, each once. */
const monthsOf = (periods: readonly Period[]): string[] => [
  ...new Set(periods.flatMap(({ from, to }) => periodsWithin(from, to, 'MONTH').map((month) => month.from))),
];

/** Those of which something holds, and the others. */
function partition<T>(all: readonly T[], holds: (one: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [all.filter(holds), all.filter((one) => !holds(one))];
}

const isMedian = ({ measure }: Indicator): boolean => measure.startsWith('MEDIAN');

/** Where cells are added up: which table, which of its rows, and how a measure stands in it. */
interface Source {
  readonly table: string;
  readonly where: readonly Sql[];
  readonly measure: (name: string) => string;
}

/** Where its sums are: as few rows as there are, of all by what is asked. */
function liveSource(one: OfCells, columns: readonly string[], asked: Asked): Source {
  const { organisationId, provinceId } = asked;
  const all = [
    ...columns,
    ...(organisationId === null ? [] : ['organisation_id']),
    ...(provinceId === null ? [] : ['province_id']),
    ...onlyOf(one).map(([name]) => columnOf(one, name)),
  ];
  const measure = (name: string): string => `c.${columnOfMeasure(one.of, name)}`;
  if (asked.isRegion) return { table: 'open_cell', where: [], measure };
  const told = isMedian(one) ? null : sumsBy(one.of, all);
  if (told === null) return { table: 'indicator_cell', where: [], measure };
  return { table: 'indicator_sum', where: [sql`c.told = ${told}`], measure };
}

const lockedMeasure = (name: string): string => `(c.measures->>'${name}')::int`;

const lockedSource = (locks: readonly Lock[]): Source => ({
  table: 'locked_cell',
  where: [sql`c.lock_id = ANY(${locks.map(({ id }) => id)}::uuid[])`],
  measure: lockedMeasure,
});

/** Of months, by what it is told by: added up before it is known of which periods they are, each month once. */
function added(one: OfCells, columns: readonly string[], asked: Asked, source: Source, months: readonly string[]): Sql {
  const conditions = [
    sql`c.counting = ${raw(`'${one.of.name}'`)}`,
    ...source.where,
    sql`c.month = ANY(${[...months]}::date[])`,
    ...narrowed(one, asked),
  ];
  const by = raw(['c.month', ...columns.map((name) => `c.${name}`), ...(isMedian(one) ? ['c.amount'] : [])].join(', '));
  const sum = (measure: string | undefined): Sql =>
    raw(measure === undefined ? 'NULL::bigint' : `sum(${source.measure(measure)})`);
  return sql`SELECT ${by}, ${sum(one.numerator)} AS numerator, ${sum(one.denominator)} AS denominator
    FROM ${raw(source.table)} c WHERE ${join(conditions, ' AND ')} GROUP BY ${by}`;
}

/** Months that are locked as they were, the others as they are. */
function monthly(one: OfCells, columns: readonly string[], asked: Asked): Sql {
  const locks = locksOf(one, asked.locks ?? []);
  const locked = new Set(monthsOf(locks.map(periodOfLock)));
  const [then, now] = partition(monthsOf(asked.periods), (month) => locked.has(month));
  const parts = [
    added(one, columns, asked, liveSource(one, columns, asked), now),
    ...(then.length > 0 ? [added(one, columns, asked, lockedSource(locks), then)] : []),
  ];
  return sql`SELECT asked.name AS period, c.* FROM ${monthRows(asked.periods)}
    JOIN (${join(parts, ' UNION ALL ')}) c ON c.month = asked.month`;
}

/** Of the records themselves, for each period anew; of one that is locked, as it was. */
function ofPeriods(one: OfRecords, columns: readonly string[], asked: Asked): Sql {
  const locks = new Map(locksOf(one, asked.locks ?? []).map(({ period, id }) => [period, id]));
  const [then, now] = partition(asked.periods, ({ name }) => locks.has(name));
  const listed = raw(['asked.name AS period', ...columns.map((name) => `c.${name}`)].join(', '));
  const told = (measure: (name: string) => string, rows: Sql): Sql => {
    const value = (name: string | undefined): Sql => raw(name === undefined ? 'NULL::int' : measure(name));
    return sql`SELECT ${listed}, ${value(one.numerator)} AS numerator, ${value(one.denominator)} AS denominator
      FROM ${rows} WHERE ${join([TRUE, ...narrowed(one, asked)], ' AND ')}`;
  };
  const records = one.of.rows(raw('asked.f'), raw('asked.t'));
  const parts = [
    told((name) => `c.${columnOfMeasure(one.of, name)}`, sql`${periodRows(now)} CROSS JOIN LATERAL (${records}) c`),
    told(
      lockedMeasure,
      sql`unnest(${then.map(({ name }) => name)}::text[], ${then.map(({ name }) => locks.get(name) ?? '')}::uuid[])
        AS asked (name, lock_id) JOIN locked_cell c ON c.lock_id = asked.lock_id AND c.counting = ${raw(`'${one.of.name}'`)}`,
    ),
  ];
  return join(then.length > 0 ? parts : parts.slice(0, 1), ' UNION ALL ');
}

/** The columns of `Counted`. */
function countsOf(one: OfCells | OfRecords, asked: Asked): Sql {
  const columns = toldBy(one, asked.by).map((name) => columnOf(one, name));
  const codes = columns.map((name) => `t.${name}::text`).join(', ');
  const by = raw(
    ['t.period', ...columns.map((name) => `t.${name}`), ...(isMedian(one) ? ['t.amount'] : [])].join(', '),
  );
  return sql`SELECT ${raw(`'${one.code}'`)} AS indicator, t.period, ${raw(codes ? `ARRAY[${codes}]` : `'{}'::text[]`)} AS codes,
      ${raw(isMedian(one) ? 't.amount' : 'NULL::int')} AS amount, sum(t.numerator)::int AS numerator,
      sum(t.denominator)::int AS denominator
    FROM (${isKept(one) ? monthly(one, columns, asked) : ofPeriods(one, columns, asked)}) t GROUP BY ${by}`;
}

const isKept = (one: OfCells | OfRecords): one is OfCells => one.of.kind === 'kept';

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
