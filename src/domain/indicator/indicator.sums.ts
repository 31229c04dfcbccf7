/**
 * Sums of cells by every two columns that a unit is told apart by, and by each, and by none: what is asked most is looked
 * up and not added up, at any volume. They follow the cells, in the same statements.
 */
import { raw, sql, type Sql } from '../../base/sql';
import { dimensionColumns, MEASURES, type DimensionColumn, type Kept } from './counting/counting';

/** By how many columns at once sums are kept. Three would be nearly as many as the cells. */
const MOST_COLUMNS = 2;

const sums = ['n', ...Array.from({ length: MEASURES }, (_, at) => `m${at + 1}`)];
/** What a sum is of. */
const identity = ['counting', 'told', 'month', ...dimensionColumns];

/** Columns as a number, a bit for each. */
const numberOf = (columns: readonly string[]): number =>
  dimensionColumns.reduce((number, name, at) => (columns.includes(name) ? number | (1 << at) : number), 0);

const columnsOf = ({ dimensions }: Pick<Kept, 'dimensions'>): readonly string[] => [
  ...new Set(Object.values(dimensions)),
];

/** By which columns a unit has sums. */
function setsOf(kept: Kept): readonly number[] {
  const columns = columnsOf(kept);
  const pairs = columns.flatMap((one, at) => columns.slice(at + 1).map((other) => [one, other]));
  return [[], ...columns.map((one) => [one]), ...pairs].map(numberOf);
}

/** Which sums hold what is asked by these columns; null where the cells have to be added up. */
export function sumsBy(kept: Kept, columns: readonly string[]): number | null {
  const known = columnsOf(kept);
  const asked = new Set(columns);
  return asked.size <= MOST_COLUMNS && [...asked].every((name) => known.includes(name)) ? numberOf(columns) : null;
}

const list = (names: readonly string[], told: (name: string) => string = (name) => name): Sql =>
  raw(names.map(told).join(', '));

const sets = (kept: readonly Kept[]): Sql =>
  raw(
    `(VALUES ${kept.flatMap((one) => setsOf(one).map((set) => `('${one.name}', ${set})`)).join(', ')}) AS s (counting, told)`,
  );

const idOfSum = raw(`md5(ROW(${identity.join(', ')})::text)::uuid`);
const columnsOfSum = list(['id', ...identity, ...sums]);
const told = (name: DimensionColumn, at: number): string =>
  `CASE WHEN s.told & ${1 << at} <> 0 THEN d.${name} END AS ${name}`;

/** A row for each sum that rows with the columns of a cell add to. */
const summed = (kept: readonly Kept[], rows: Sql): Sql => sql`
  SELECT ${idOfSum} AS id, ${list(identity)}, ${list(sums, (name) => `sum(${name})::int AS ${name}`)}
  FROM (SELECT d.counting, s.told, d.month, ${raw(dimensionColumns.map(told).join(', '))}, ${list(sums, (name) => `d.${name}`)}
    FROM ${rows} d JOIN ${sets(kept)} ON s.counting = d.counting) d
  GROUP BY ${list(identity)} ORDER BY ${list(identity)}`;

/** Adds rows with the columns of a cell to the sums. */
export const addToSums = (kept: readonly Kept[], rows: Sql): Sql => sql`
  INSERT INTO indicator_sum AS t (${columnsOfSum}) SELECT ${columnsOfSum} FROM (${summed(kept, rows)}) a
  ON CONFLICT (id) DO UPDATE SET ${list(sums, (name) => `${name} = t.${name} + excluded.${name}`)}`;

/** Sums that nothing adds to any more. */
export const emptiedSums = raw('DELETE FROM indicator_sum WHERE n = 0');

/** Where sums are not what the cells add up to: none, ever. */
export const wrongSums = (kept: readonly Kept[]): Sql => sql`
  SELECT coalesce(w.counting, t.counting) AS counting, coalesce(w.month, t.month)::text AS month, t.n AS kept, w.n AS counted
  FROM indicator_sum t FULL JOIN (${summed(kept, raw('indicator_cell'))}) w ON w.id = t.id
  WHERE (${list(sums, (name) => `t.${name}`)}) IS DISTINCT FROM (${list(sums, (name) => `w.${name}`)})
  ORDER BY 1, 2`;
