/** Who is counted in a period that is published: whoever counts by its end and was in none before, and is no minor. */
import type { Period } from '../../../base/period/period';
import { join, raw, sql, TRUE, type Sql } from '../../../base/sql';
import type { CubeRow, Population } from '../../../disclosure/edition';
import type { Floor } from '../../../disclosure/linking';
import type { Place } from '../../../disclosure/table-design';
import type { Country } from '../../country/country.entity';
import { columnOfMeasure, MEASURES, type Kept } from '../counting/counting';
import type { IndicatorDimension } from '../indicator.dimensions';
import type { Asks } from '../indicator.keeping';
import { incidents } from '../counting/cases';
import { toldOfIncident } from '../../release/release.rows';
import { NOT_KNOWN } from './publication.codes';
import { crossed, populationName, type PopulationPlan, type Series } from './publication.plan';

type Profile = Pick<Country, 'releasePlace'>;

const measures = Array.from({ length: MEASURES }, (_, at) => `m${at + 1}`);

const place = ({ releasePlace }: Profile): Sql => raw(releasePlace === 'ZONE' ? 'p.zone' : 'p.code');

/** A dimension of what is counted, as published tables have it. */
function columnOf({ dimensions }: Kept, name: IndicatorDimension, profile: Profile): Sql {
  const value = name === 'PROVINCE' ? place(profile) : raw(`r.${dimensions[name] ?? 'category'}`);
  return sql`coalesce(${value}::text, ${raw(`'${NOT_KNOWN}'`)}) AS ${raw(`"${name}"`)}`;
}

/** By what any population of it is told. */
const dimensionsOf = ({ populations }: Series, counting: Kept): readonly IndicatorDimension[] => [
  ...new Set(populations.filter((one) => one.counting === counting).flatMap(({ by }) => by.flat())),
];

/** Rows of a unit that are published now. */
const rowsOf = (counting: Kept, until: string): Sql => sql`(SELECT r.* FROM (${counting.rows(() => TRUE)}) r
  WHERE r.day <= ${until}::date AND r.age_band IS DISTINCT FROM 'UNDER_18' AND NOT EXISTS (SELECT FROM published_record w
    WHERE w.counting = ${raw(`'${counting.name}'`)} AND w.record_id = r.record_id))`;

/** A line of a cube: the codes, how many records, their sums, and the sum of their keys. */
interface Line {
  readonly codes: readonly string[];
  readonly sums: readonly number[];
  readonly key: number;
}

/** Of whom a count is, without saying who: the same for the same records, and nobody’s guess. */
const keys = (secret: string): Sql =>
  sql`mod(sum(('x' || substr(md5(${secret}::text || r.record_id::text), 1, 8))::bit(32)::bigint), 4294967296)::float8`;

/**
 * Counts those of a unit who are published now and notes them, so that they are published with no other period: in one
 * reading of the records. In an order, so that of the same records the same is hidden, wherever they lie in their table.
 */
const linesOf = (
  asks: Asks,
  series: Series,
  counting: Kept,
  country: Profile,
  { name, to }: Period,
  secret: string,
) => {
  const names = dimensionsOf(series, counting);
  const columns = names.map((dimension) => columnOf(counting, dimension, country));
  const listed = raw(names.map((dimension) => `"${dimension}"`).join(', ') || 'NULL');
  const group = names.length > 0 ? sql`GROUP BY ${listed}` : raw('HAVING count(*) > 0');
  const told = join([...columns, ...measures.map((one) => raw(`r.${one}`)), raw('r.record_id')], ', ');
  return asks.query<Line>(sql`WITH r AS MATERIALIZED (
      SELECT ${told} FROM ${rowsOf(counting, to)} r LEFT JOIN province p ON p.id = r.province_id),
    noted AS (INSERT INTO published_record (counting, record_id, period)
      SELECT DISTINCT ${raw(`'${counting.name}'`)}, r.record_id, ${name}::text FROM r)
    SELECT ${names.length > 0 ? sql`ARRAY[${listed}]` : raw(`'{}'::text[]`)} AS codes,
      ARRAY[${raw(measures.map((one) => `sum(r.${one})::int`).join(', '))}] AS sums, ${keys(secret)} AS key
    FROM r ${group} ORDER BY 1`);
};

export interface Cube {
  readonly populations: readonly Population[];
  /** Incidents with the sum of their keys, for counts that are told roughly. */
  readonly keyed: readonly (CubeRow & { readonly key: number })[];
}

/** How a population stands to others. */
export const relations = (counting: Kept, { of, holds }: Pick<PopulationPlan, 'of' | 'holds'>) => ({
  ...(of !== undefined && { of: populationName(counting, of) }),
  ...(holds && { holds: { ...holds, of: populationName(counting, holds.measure) } }),
});

/** Counts, and notes who was counted. */
export async function cubesOf(
  asks: Asks,
  series: Series,
  country: Profile,
  period: Period,
  secret: string,
): Promise<Cube> {
  const populations: Population[] = [];
  let keyed: Cube['keyed'] = [];
  for (const counting of new Set(series.populations.map((one) => one.counting))) {
    const names = dimensionsOf(series, counting);
    const lines = await linesOf(asks, series, counting, country, period, secret);
    const at = (codes: readonly string[]): Place =>
      Object.fromEntries(names.map((name, nth) => [name, codes[nth] ?? NOT_KNOWN]));
    if (counting === incidents)
      keyed = lines.map(({ codes, sums, key }) => ({ values: at(codes), n: sums[0] ?? 0, key }));
    for (const { measure, of, holds, sensitive } of series.populations.filter((one) => one.counting === counting)) {
      const column = measures.indexOf(columnOfMeasure(counting, measure));
      const cube = lines
        .map(({ codes, sums }) => ({ values: at(codes), n: sums[column] ?? 0 }))
        .filter(({ n }) => n > 0);
      const name = populationName(counting, measure);
      populations.push({ name, ...relations(counting, { of, holds }), ...(sensitive && { sensitive }), cube });
    }
  }
  return { populations, keyed };
}

/**
 * What any edition of the release of the same period tells of the incidents that are counted in it: at least so many are
 * there. Whoever was released with a later period than they are counted in is of no help to anybody, who would not know it.
 */
export async function floorsOf(asks: Asks, period: string): Promise<readonly Floor[]> {
  const releases = sql`w.release_id = ANY(ARRAY(SELECT e.id FROM release e WHERE e.period = ${period}))`;
  // CASE: who is counted was noted just now, and no statistics know of it. Joined, it would be taken for one row, and all
  // that was released be read again for each.
  const rows = await asks.query<{ codes: readonly (string | null)[]; n: number }>(sql`
    SELECT t.codes, count(*)::int AS n FROM (
      SELECT w.record_id, ${toldOfIncident('o')} AS codes FROM released_row w JOIN released_incident o ON o.id = w.row_id
      WHERE ${releases}
      UNION ALL SELECT w.record_id, w.told FROM released_row w WHERE ${releases} AND w.row_id IS NULL AND w.told IS NOT NULL) t
    WHERE CASE WHEN t.record_id IN (SELECT c.record_id FROM published_record c
      WHERE c.counting = 'incidents' AND c.period = ${period}) THEN true ELSE false END GROUP BY 1 ORDER BY 1`);
  return rows.flatMap(({ codes, n }) => {
    const told = crossed.flatMap((name, at) => {
      const code = codes[at];
      return code === null || code === undefined ? [] : [[name, widened[code] ?? [code]] as const];
    });
    return [{ population: populationName(incidents, 'all'), period, codes: Object.fromEntries(told), n }];
  });
}

/** The tables of the period are made, and what left its release before needs to be known no more. */
export const forgotten = (period: string): Sql => sql`
  UPDATE released_row w SET told = NULL FROM release e
  WHERE e.id = w.release_id AND e.period = ${period} AND w.told IS NOT NULL`;

/** Of what a release tells more coarsely, the codes that it stands for. */
const widened: Readonly<Record<string, readonly string[]>> = {
  AGE_18_34: ['AGE_18_24', 'AGE_25_34'],
  AGE_35_PLUS: ['AGE_35_49', 'AGE_50_PLUS'],
};
