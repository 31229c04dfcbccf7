/** What somebody has worked on since it was imported, and what hangs on the rest and goes with it. */
import { column, ident, sql } from '../../base/sql';
import { allThings, thingOf, type Attribute, type Thing } from '../../model/thing';
import type { Made } from '../../writing/row-work';
import type { Work } from '../../writing/work';
import { Notice } from '../casework/notice/notice.entity';
import { PossibleDuplicate } from '../casework/duplicate/possible-duplicate.entity';
import { requestOf } from './import.lifecycle';

/** As far as a row is asked for here. */
interface RowThatMade {
  readonly made: Made;
}

type Ids = ReadonlyMap<Thing, readonly string[]>;

/** What follows from a record by itself, and is nobody's work. */
const follows = (thing: Thing): boolean =>
  thing.derived === true || [Notice, PossibleDuplicate].some((target) => thingOf(target) === thing);

/** The rows of which a record was changed, or another one hangs on, by anything but this import. */
export async function touchedAmong<R extends RowThatMade>(
  work: Work,
  importId: string,
  rows: readonly R[],
): Promise<ReadonlySet<R>> {
  const ids = idsOf(rows);
  await hold(work, ids);
  const [changed, held] = await Promise.all([changedAmong(work, importId, ids), heldAmong(work, ids)]);
  const touched = new Set([...changed, ...held]);
  return new Set(rows.filter(({ made }) => made.some(([, id]) => touched.has(id))));
}

function idsOf(rows: readonly RowThatMade[]): Ids {
  const ids = new Map<Thing, string[]>();
  for (const [name, id] of rows.flatMap(({ made }) => made)) {
    const thing = allThings.get(name);
    if (!thing) continue;
    const of = ids.get(thing);
    if (of) of.push(id);
    else ids.set(thing, [id]);
  }
  return ids;
}

/**
 * Whoever is about to add something to one of them waits, and finds it gone. What never changes cannot be held, and need
 * not: what is added to a consent is added to its case or survivor as well.
 */
async function hold(work: Work, ids: Ids): Promise<void> {
  for (const [{ table }, of] of [...ids].filter(([{ appendOnly }]) => !appendOnly))
    await work.query(sql`SELECT FROM ${ident(table)} WHERE id = ANY(${[...of].sort()}::uuid[]) ORDER BY id FOR UPDATE`);
}

async function changedAmong(work: Work, importId: string, ids: Ids): Promise<string[]> {
  const found = await work.query<{ id: string }>(sql`
    SELECT DISTINCT a.record_id AS id FROM audit_event a
    WHERE a.record_id = ANY(${[...ids.values()].flat()}::uuid[]) AND a.request_id <> ${requestOf(importId)}`);
  return found.map(({ id }) => id);
}

/** On which of them something hangs that none of them is, and that does not follow by itself. */
async function heldAmong(work: Work, ids: Ids): Promise<string[]> {
  const all = [...ids.values()].flat();
  const lookups = waysTo(ids)
    .filter(({ thing }) => !follows(thing))
    .map(({ thing, by, of }) =>
      work.query<{ id: string }>(sql`
        SELECT DISTINCT ${column('r', by.column)} AS id FROM ${ident(thing.table)} r
        WHERE ${column('r', by.column)} = ANY(${[...of]}::uuid[]) AND r.id <> ALL(${all}::uuid[])`),
    );
  return (await Promise.all(lookups)).flat().map(({ id }) => id);
}

interface Way {
  readonly thing: Thing;
  readonly by: Attribute;
  readonly of: readonly string[];
}

/** Every attribute by which a record can refer to one of these. */
const waysTo = (ids: Ids): Way[] =>
  [...allThings.values()].flatMap((thing) =>
    [...thing.attributes.values()].flatMap((by): Way[] => {
      const of = by.of && ids.get(thingOf(by.of()));
      return of && !by.reckoned ? [{ thing, by, of }] : [];
    }),
  );

/** What follows from these records by itself, and goes with them. */
export async function hangingOn(work: Work, ids: Ids): Promise<Map<Thing, string[]>> {
  const found = new Map<Thing, string[]>();
  const known = new Set([...ids.values()].flat());
  for (const { thing, by, of } of waysTo(ids).filter((way) => follows(way.thing))) {
    const rows = await work.query<{ id: string }>(
      sql`SELECT r.id FROM ${ident(thing.table)} r WHERE ${column('r', by.column)} = ANY(${[...of]}::uuid[])`,
    );
    const others = rows.map(({ id }) => id).filter((id) => !known.has(id));
    others.forEach((id) => known.add(id));
    if (others.length > 0) found.set(thing, [...(found.get(thing) ?? []), ...others]);
  }
  return found;
}
