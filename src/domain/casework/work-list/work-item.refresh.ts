/** What waits, derived at the end of every unit of work that changed something that decides it. */
import type { ClientBase } from 'pg';
import { ident, join, raw, sql, TRUE, type Sql } from '../../../base/sql';
import { thingOf, type Constructor } from '../../../model/thing';
import { asSystem } from '../../../writing/system-write';
import { gatherings, type Work } from '../../../writing/work';
import type { Noted } from '../../../writing/work-gather';
import { Case } from '../case/case.entity';
import { Survivor, SurvivorDemographics } from '../survivor/survivor.entity';
import { WorkItem } from './work-item.entity';
import { columns, workSources, type WorkSource } from '../../work-list/work-source';

asSystem(WorkItem, 'What waits for somebody follows from the records themselves, whoever changes them.');

const names = join(['source', ...columns].map(ident), ', ');
const table = ident(thingOf(WorkItem).table);

const among =
  (roots: Sql | null) =>
  (root: Sql): Sql =>
    roots ? sql`${root} = ANY((SELECT ids FROM roots)::uuid[])` : TRUE;

/** What is to be there (`n`) by these sources, of these roots or of all. An id says what the item holds. */
function wanted(sources: readonly WorkSource[], roots: Sql | null): Sql {
  const rows = sources.map(({ name, rows }) => sql`SELECT ${raw(`'${name}'`)}, s.* FROM (${rows(among(roots))}) s`);
  const asked = roots ? sql`roots AS MATERIALIZED (SELECT ${roots} AS ids), ` : raw('');
  return sql`WITH ${asked}w (${names}) AS (${join(rows, ' UNION ALL ')}),
    n AS MATERIALIZED (SELECT md5(w::text)::uuid AS id, w.* FROM w)`;
}

/** When an item came; of what is untimed, the day. */
const came = (): Sql => {
  const untimed = workSources.filter((source) => source.untimed).map(({ name }) => `'${name}'`);
  return untimed.length === 0
    ? raw('now()')
    : raw(`CASE WHEN source IN (${untimed.join(', ')}) THEN date_trunc('day', now()) ELSE now() END`);
};

const addition = (): Sql => sql`INSERT INTO ${table} (id, version, created_at, updated_at, ${names})
  SELECT id, 1, ${came()}, ${came()}, ${names} FROM n ON CONFLICT (id) DO NOTHING`;

/**
 * Derives the items of these roots anew (without any: of all there is). What stays as it is is not written: a list that
 * somebody pages through does not move under them. Each is looked for in the index: a comparison with the whole list may
 * be planned as one by one, when the list was counted while it was empty, and then grows with the square of its length.
 */
const derivation = (sources: readonly WorkSource[], roots: Sql | null): Sql => sql`${wanted(sources, roots)},
  gone AS (DELETE FROM ${table} i WHERE ${among(roots)(sql`i.root_id`)}
    AND i.source IN (${raw(sources.map(({ name }) => `'${name}'`).join(', '))}) AND NOT EXISTS (SELECT FROM n WHERE n.id = i.id))
  ${addition()}`;

/** Items that are there and are not to be, or the other way round: none, ever. */
export const differences = (): Sql => sql`${wanted(workSources, null)}
  SELECT coalesce(i.kind, n.kind) AS kind, coalesce(i.entity, n.entity) AS entity, coalesce(i.record_id, n.record_id) AS "recordId",
    i.id IS NOT NULL AS there
  FROM ${table} i FULL JOIN n ON n.id = i.id WHERE i.id IS NULL OR n.id IS NULL`;

/** Decide more than what hangs on them: whose it is, how pressing, whether it is open at all. */
const deciding: readonly Constructor[] = [Case, Survivor, SurvivorDemographics];

/** What was made anew decides nothing but itself: nothing hangs on it yet that is not new as well. */
const isDecided = ({ of, also = [], followsCase }: WorkSource, { operation, thing: { target } }: Noted): boolean =>
  of.includes(target) ||
  also.some((one) => one.of === target) ||
  (followsCase === true && operation !== 'INSERT' && deciding.includes(target));

/** What the items of a record are derived with: the record itself, and its case. */
const rootsOf = ({ row }: Noted): string[] => [row['id'], row['caseId']].filter(isId);

const isId = (value: unknown): value is string => typeof value === 'string';

/** The cases of survivors who changed: a new one has none but that which is new as well. */
const survivorsOf = (noted: readonly Noted[]): string[] =>
  noted
    .filter(({ operation }) => operation !== 'INSERT')
    .map(({ row, thing }) => (thing.target === Survivor ? row['id'] : thing.target === Case ? null : row['survivorId']))
    .filter(isId);

/** What hangs on records of other things. */
const alsoDecided = (sources: readonly WorkSource[], decided: readonly Noted[]): Sql[] =>
  sources.flatMap(({ also = [] }) =>
    also.flatMap(({ of, roots }) => {
      const ids = decided.flatMap(({ row, thing }) => (thing.target === of ? [row['id']] : [])).filter(isId);
      return ids.length > 0 ? [sql`ARRAY(${roots(sql`${ids}::uuid[]`)})`] : [];
    }),
  );

/** Nobody else knows of a case that is just being made: whatever waits in it was made with it. */
const isNew = (all: readonly Noted[]): boolean =>
  all.some(({ operation, thing }) => operation === 'INSERT' && thing.target === Case) &&
  all.every(({ operation }) => operation === 'INSERT');

/** Of a new case nothing is to go, and few sources have anything: most registrations leave nothing to derive. */
function deriveNew(work: Work, all: readonly Noted[]): void {
  const made = ({ of: [first], mayWait }: WorkSource): boolean =>
    all.some(({ thing, row }) => thing.target === first && (!mayWait || mayWait(row)));
  const sources = workSources.filter(made);
  const roots = [...new Set(all.flatMap(rootsOf))].sort();
  if (sources.length > 0) work.write(sql`${wanted(sources, sql`(${roots}::uuid[])`)} ${addition()}`);
}

gatherings.add((work, all) => {
  if (isNew(all)) {
    deriveNew(work, all);
    return Promise.resolve();
  }
  const sources = workSources.filter((source) => all.some((noted) => isDecided(source, noted)));
  if (sources.length === 0) return Promise.resolve();
  const decided = all.filter((noted) => sources.some((source) => isDecided(source, noted)));
  const roots = [...new Set(decided.flatMap(rootsOf))].sort();
  const [survivors, referrals] = [survivorsOf(decided), decided.map(({ row }) => row['referralId']).filter(isId)];
  const ids = join(
    [
      sql`${roots}::uuid[]`,
      ...alsoDecided(sources, decided),
      ...(survivors.length > 0
        ? [sql`ARRAY(SELECT id FROM "case" WHERE survivor_id = ANY(${survivors}::uuid[]))`]
        : []),
      ...(referrals.length > 0 ? [sql`ARRAY(SELECT case_id FROM referral WHERE id = ANY(${referrals}::uuid[]))`] : []),
    ],
    ' || ',
  );
  // Whoever answers a referral does not hold the case: two that derive it for one case come one after the other.
  work.write(sql`SELECT pg_advisory_xact_lock(hashtext('work list ' || id)) FROM unnest(${ids}) AS r(id) ORDER BY id`);
  work.write(derivation(sources, sql`(${ids})`));
  return Promise.resolve();
});

/** The statement of all items of a country: what it says changes with the sources. */
export const derivationOfAll = (): Sql => derivation(workSources, null);

/** Derives all items of a country. @returns how many were not there before */
export async function deriveAll(client: ClientBase): Promise<number> {
  const { text, values } = derivationOfAll();
  return (await client.query(text, [...values])).rowCount ?? 0;
}
