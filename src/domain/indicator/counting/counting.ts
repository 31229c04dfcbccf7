/**
 * What indicators are made of: for each unit that is counted, SQL that says of which month it is, by what it can be told
 * apart, and which of the named measures it adds to. Everything that an indicator says follows from these rows.
 */
import { REGION_ZONE } from '../../../base/countries';
import type { Text } from '../../../base/locale';
import { join, raw, sql, type Sql } from '../../../base/sql';
import type { Constructor } from '../../../model/thing';
import type { CountedUnit, PeriodBasis } from '../indicator.codes';
import type { IndicatorDimension } from '../indicator.dimensions';

/** Columns of a row that hold what it is told apart by. The last two are what each unit needs beside the others. */
export const dimensionColumns = [
  ...['organisation_id', 'province_id', 'gender', 'age_band', 'violence_type', 'perpetrator', 'category', 'detail'],
] as const;
export type DimensionColumn = (typeof dimensionColumns)[number];

/** Which column holds each dimension that every unit calls the same. */
export const commonDimensions = {
  ORGANISATION: 'organisation_id',
  PROVINCE: 'province_id',
  GENDER: 'gender',
  AGE_BAND: 'age_band',
  VIOLENCE_TYPE: 'violence_type',
  PERPETRATOR: 'perpetrator',
} as const satisfies Partial<Record<IndicatorDimension, string>>;

export type Dimensions = Readonly<Partial<Record<IndicatorDimension, string>>>;

/** How many measures a unit has, at most. */
export const MEASURES = 6;

/** Of which records a unit follows, and which roots a changed record decides. */
export interface Decides {
  readonly of: Constructor;
  readonly roots: (ids: Sql) => Sql;
}

interface Common {
  /** Tells its rows from those of others. */
  readonly name: string;
  readonly unit: CountedUnit;
  readonly basis: PeriodBasis;
  readonly dimensions: Dimensions;
  /** What is added up, in the order of the columns. */
  readonly measures: Readonly<Record<string, Text>>;
}

/** Counted as it changes, and kept by month. */
export interface Kept extends Common {
  readonly kind: 'kept';
  /** Of survivors: the region has no right to it, and in the region's own place there is none. */
  readonly ofSurvivors: boolean;
  /** Of people whose names are kept: in the region's own place there are none, and no right to look for any. */
  readonly ofNamed?: true;
  /** Of what the region reads, that by which it may tell it apart. */
  readonly openBy?: readonly IndicatorDimension[];
  readonly decides: readonly Decides[];
  /** Rows whose root is among those that are derived. */
  readonly rows: (among: (root: Sql) => Sql) => Sql;
}

/** What of a period does not add up from months: counted from the records when it is asked for. */
export interface Live extends Common {
  readonly kind: 'live';
  /** Rows of the period between two days, both included; the region reads every table that they are of. */
  readonly rows: (from: Sql, to: Sql) => Sql;
}

/** Of what surveys of others say. */
export interface Surveyed extends Common {
  readonly kind: 'surveyed';
}

export type Counting = Kept | Live | Surveyed;

const known = new Map<string, Counting>();

/** Every unit that is counted. Complete once `src/domain/all.ts` is loaded. */
export const countings: ReadonlyMap<string, Counting> = known;

/** Declares what is counted. */
export function counting<One extends Counting>(declared: One): One {
  if (known.has(declared.name)) throw new Error(`there are two countings ${declared.name}`);
  if (Object.keys(declared.measures).length > MEASURES)
    throw new Error(`${declared.name} has more than ${MEASURES} measures`);
  known.set(declared.name, declared);
  return declared;
}

/** What is known of something that is counted; left out: not known, or nothing that it could be told apart by. */
export interface Counted {
  readonly root: Sql;
  /** What is counted, where a root has several: each is published once. */
  readonly record?: Sql;
  /** A day of the country's calendar. */
  readonly day: Sql;
  readonly columns: Readonly<Partial<Record<DimensionColumn, Sql>>>;
  /** Of what is told as a median: whole days or minutes. */
  readonly amount?: Sql;
  /** How much is added to each measure. */
  readonly measures: readonly Sql[];
}

const uuidColumns: readonly DimensionColumn[] = ['organisation_id', 'province_id'];

/** The columns of a row, for SELECT. */
export function counted({ root, record, day, columns, amount, measures }: Counted): Sql {
  const dimension = (name: DimensionColumn): Sql =>
    columns[name] ?? raw(uuidColumns.includes(name) ? 'NULL::uuid' : 'NULL::text');
  const cells: readonly (readonly [Sql, string])[] = [
    [root, 'root_id'],
    [record ?? root, 'record_id'],
    [day, 'day'],
    ...dimensionColumns.map((name) => [dimension(name), name] as const),
    [amount ?? raw('NULL::int'), 'amount'],
    ...Array.from({ length: MEASURES }, (_, at) => [measures[at] ?? raw('0'), `m${at + 1}`] as const),
  ];
  return join(
    cells.map(([value, name]) => sql`${value} AS ${raw(name)}`),
    ', ',
  );
}

/** One where it holds, else none. */
export const one = (condition: Sql): Sql => sql`(coalesce(${condition}, false))::int`;
export const every = raw('1');

/** The clock of the country. */
export const zone = sql`coalesce((SELECT z.timezone FROM country z), ${raw(`'${REGION_ZONE}'`)})`;

/** The day of a moment as the country counts it. */
export const dayOf = (moment: Sql): Sql => sql`(${moment} AT TIME ZONE ${zone})::date`;

const listed = (ids: Sql, table: string, root: string): Sql =>
  sql`SELECT ${raw(root)} FROM ${raw(`"${table}"`)} WHERE id = ANY(${ids})`;

/** The root itself. */
export const itself = (of: Constructor): Decides => ({ of, roots: (ids) => sql`SELECT unnest(${ids})` });
/** What has its root in a column. */
export const through = (of: Constructor, table: string, root = 'case_id'): Decides => ({
  of,
  roots: (ids) => listed(ids, table, root),
});

/** The column of a measure. */
export const columnOfMeasure = ({ measures }: Pick<Counting, 'measures'>, name: string): string =>
  `m${Object.keys(measures).indexOf(name) + 1}`;
