/**
 * Keeps the counts: takes what a record added off its cells, and adds what it adds now. The statements say the same for a
 * few records that changed and for all of a country, so that counting anew and keeping up cannot differ.
 */
import { createHash } from 'node:crypto';
import { ident, join, raw, sql, TRUE, type Sql } from '../../base/sql';
import { addToSums, emptiedSums, wrongSums } from './indicator.sums';
import { countings, commonDimensions, dimensionColumns, MEASURES, type Kept } from './counting/counting';

const measures = Array.from({ length: MEASURES }, (_, at) => `m${at + 1}`);
const sums = ['n', ...measures];
/** What a cell is of. */
const identity = ['counting', 'month', ...dimensionColumns, 'amount'];

const list = (names: readonly string[], told: (name: string) => string = (name) => name): Sql =>
  raw(names.map(told).join(', '));

export const keptCountings = (): readonly Kept[] =>
  [...countings.values()].filter((one): one is Kept => one.kind === 'kept');

/** In the region's own place there are neither survivors nor leaders, and no right to look for any. */
export const keptIn = (isRegion: boolean): readonly Kept[] =>
  keptCountings().filter(({ ofSurvivors, ofNamed }) => !(isRegion && (ofSurvivors || ofNamed)));

const idOfCell = raw(`md5(ROW(${identity.join(', ')})::text)::uuid`);

/** What roots add now: a row for each root and cell. */
function added(kept: readonly Kept[], among: (root: Sql) => Sql): Sql {
  const rows = kept.map(
    ({ name, rows }) =>
      sql`SELECT ${raw(`'${name}'`)} AS counting, date_trunc('month', r.day)::date AS month, r.* FROM (${rows(among)}) r
        WHERE r.day IS NOT NULL`,
  );
  return sql`SELECT root_id, ${idOfCell} AS cell_id, ${list(identity)}, count(*)::int AS n,
      ${list(measures, (name) => `sum(${name})::int AS ${name}`)}
    FROM (${join(rows, ' UNION ALL ')}) a GROUP BY root_id, ${list(identity)}`;
}

const columnsOfCell = list(['id', ...identity, ...sums]);

/** What is read together lies together: a unit's months, in an order that is the same however places are numbered. */
const lying = list(['counting', 'month', ...dimensionColumns.filter((name) => !name.endsWith('_id')), 'amount']);

/** Adds rows of `added` to their cells. */
const addition = (rows: Sql): Sql => sql`INSERT INTO indicator_cell AS c (${columnsOfCell})
  SELECT cell_id, ${list(identity)}, ${list(sums, (name) => `sum(${name})::int`)} FROM ${rows} a
  GROUP BY cell_id, ${list(identity)} ORDER BY ${lying}, cell_id
  ON CONFLICT (id) DO UPDATE SET ${list(sums, (name) => `${name} = c.${name} + excluded.${name}`)}`;

const shares = list(['root_id', 'cell_id', ...sums]);

const ofRoots = (roots: Sql) => (root: Sql) => sql`${root} = ANY(${roots})`;

/** What is added now, to the roots and to their cells at once. @param alongside another CTE */
const coming = (kept: readonly Kept[], among: (root: Sql) => Sql, alongside: Sql = raw('')): Sql => sql`
  WITH come AS MATERIALIZED (${added(kept, among)}), put AS (
    INSERT INTO indicator_share (${shares}) SELECT ${shares} FROM come ORDER BY root_id, cell_id)${alongside}
  ${addition(raw('come'))}`;

/** What went off cells, as rows of cells. */
const goneOff = sql`(SELECT c.counting, c.month, ${list(dimensionColumns, (name) => `c.${name}`)},
  ${list(sums, (name) => `-l.${name} AS ${name}`)} FROM less l JOIN indicator_cell c ON c.id = l.cell_id)`;

/** Two statements, one after the other: what a root added goes, what it adds now comes. @param roots an array of ids */
export function renewal(kept: readonly Kept[], roots: Sql): readonly [Sql, Sql] {
  const gone = sql`WITH gone AS (DELETE FROM indicator_share WHERE root_id = ANY(${roots}) RETURNING cell_id, ${list(sums)}),
    less AS (SELECT cell_id, ${list(sums, (name) => `sum(${name})::int AS ${name}`)} FROM gone GROUP BY cell_id),
    summed AS (${addToSums(kept, goneOff)})
    UPDATE indicator_cell c SET ${list(sums, (name) => `${name} = c.${name} - less.${name}`)} FROM less WHERE c.id = less.cell_id`;
  return [gone, coming(kept, ofRoots(roots), sql`, summed AS (${addToSums(kept, raw('come'))})`)];
}

/** What the region may tell of it apart stays, the rest falls together. */
function openColumns({ dimensions, openBy = [] }: Kept): Sql {
  const open = new Set(openBy.map((name) => dimensions[name] ?? commonDimensions[name as 'PROVINCE']));
  return list(dimensionColumns, (name) =>
    open.has(name) ? name : `NULL::${name.endsWith('_id') ? 'uuid' : 'text'} AS ${name}`,
  );
}

/** The cells that the region reads, all of them anew: there are few, since no person is told in them. */
export function opening(kept: readonly Kept[]): readonly Sql[] {
  const open = kept.filter(({ openBy }) => openBy);
  const rows = open.map(
    (one) => sql`SELECT counting, month, ${openColumns(one)}, NULL::int AS amount, ${list(sums)}
      FROM indicator_cell WHERE counting = ${raw(`'${one.name}'`)}`,
  );
  const told = sql`SELECT ${idOfCell} AS id, ${list(identity)}, ${list(sums, (name) => `sum(${name})::int AS ${name}`)}
    FROM (${join(rows, ' UNION ALL ')}) a GROUP BY ${list(identity)}`;
  return [
    sql`DELETE FROM open_cell o WHERE NOT EXISTS (SELECT FROM (${told}) t WHERE t.id = o.id)`,
    sql`INSERT INTO open_cell AS o (${columnsOfCell}) SELECT ${columnsOfCell} FROM (${told}) t ORDER BY ${lying}, id
      ON CONFLICT (id) DO UPDATE SET ${list(sums, (name) => `${name} = excluded.${name}`)}
      WHERE (${list(sums, (name) => `o.${name}`)}) IS DISTINCT FROM (${list(sums, (name) => `excluded.${name}`)})`,
  ];
}

/** Cells that nothing adds to any more. */
export const emptied: readonly Sql[] = [raw('DELETE FROM indicator_cell WHERE n = 0'), emptiedSums];

/** Everything anew, in tables that were emptied; one unit after the other, since each is held in memory. */
export const derivation = (kept: readonly Kept[]): readonly Sql[] => [
  ...kept.map((one) => coming([one], () => TRUE)),
  ...kept.map((one) => addToSums([one], raw('indicator_cell'))),
  ...opening(kept),
];

/** Tells one way of counting from another. */
export function digestOf(kept: readonly Kept[]): string {
  const texts = derivation(kept).map(({ text, values }) => [text, values]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 32);
}

/** Where what is kept is not what follows from the records: none, ever. */
export const differences = (kept: readonly Kept[]): readonly Sql[] => [wrongCells(kept), wrongSums(kept)];

const wrongCells = (kept: readonly Kept[]): Sql => sql`WITH wanted AS (
    SELECT cell_id AS id, counting, month, ${list(sums, (name) => `sum(${name})::int AS ${name}`)}
    FROM (${added(kept, () => TRUE)}) a GROUP BY cell_id, counting, month)
  SELECT coalesce(w.counting, c.counting) AS counting, coalesce(w.month, c.month)::text AS month, c.n AS kept, w.n AS counted
  FROM indicator_cell c FULL JOIN wanted w ON w.id = c.id
  WHERE (${list(sums, (name) => `c.${name}`)}) IS DISTINCT FROM (${list(sums, (name) => `w.${name}`)})
  ORDER BY 1, 2`;

/** Roots of what changed: what each record decides, by the type of the record. */
export function decided(kept: readonly Kept[], changed: ReadonlyMap<string, readonly string[]>): readonly Sql[] {
  const asked = new Map<string, Sql>();
  for (const { decides } of kept)
    for (const { of, roots } of decides) {
      const ids = changed.get(of.name);
      if (!ids) continue;
      const found = roots(sql`${[...ids]}::uuid[]`);
      asked.set(`${of.name} ${found.text}`, found);
    }
  return [...asked.values()];
}

export const tablesOfCounts = [
  'indicator_share',
  'indicator_cell',
  'indicator_sum',
  'open_cell',
  'indicator_position',
  'indicator_as_of',
].map(ident);
