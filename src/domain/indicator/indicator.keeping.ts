/**
 * Counts follow the change feed: now and then whatever changed since is counted anew, in one transaction with how far the
 * feed was read. Writes cost nothing more by it; values say as of when they are. A server that dies in between has
 * counted nothing of it, and the next one begins where the last had come to.
 */
import { REGION } from '../../base/countries';
import { join, raw, sql, TRUE, type Sql } from '../../base/sql';
import type { CountryCode } from '../../base/countries';
import { sweep } from '../../writing/sweep';
import {
  decided,
  derivation,
  differences,
  digestOf,
  emptied,
  keptIn,
  opening,
  renewal,
  tablesOfCounts,
} from './indicator.derivation';
import type { Kept } from './counting/counting';

/** How many changes are counted in one transaction, at most. */
const MOST_CHANGES = 5_000;

/** Where statements are run: a unit of work, or a connection. */
export interface Asks {
  query<Row extends object>(statement: Sql): Promise<Row[]>;
}

interface Position {
  readonly xid: string;
  readonly seq: string;
}

interface Change extends Position {
  readonly entity: string;
  readonly id: string;
}

/** Below it no transaction is open. */
const settled = raw('(pg_snapshot_xmin(pg_current_snapshot())::text)::bigint');

/** What changed after a position, oldest first. @param until where it is read to */
const changesAfter = ({ xid, seq }: Position, until: Sql): Sql => sql`
  SELECT c.xid::text AS xid, c.seq::text AS seq, c.entity, c.record_id AS id FROM change_entry c
  WHERE (c.xid, c.seq) > (${xid}::bigint, ${seq}::bigint) AND ${until}
  ORDER BY c.xid, c.seq LIMIT ${MOST_CHANGES}`;

/** Of transactions before which none is open: nothing can appear any more before what was read. */
const ofSettled = sql`c.xid < ${settled}`;

/** Counted is what was committed by now, but for what waits behind a transaction that is still open. */
const settle = ({ xid, seq }: Position): readonly Sql[] => [
  sql`UPDATE indicator_position SET xid = ${xid}::bigint, seq = ${seq}::bigint`,
  sql`UPDATE indicator_as_of SET as_of = least(now(), coalesce((SELECT min(d.at) FROM change_entry d
    WHERE (d.xid, d.seq) > (${xid}::bigint, ${seq}::bigint)), now()))`,
];

const positionOf = (kept: readonly Kept[]): Sql => sql`
  SELECT xid::text AS xid, seq::text AS seq, xid >= (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint AS "isAhead"
  FROM indicator_position WHERE derivation = ${digestOf(kept)} FOR UPDATE`;

const isNew = async (asks: Asks): Promise<boolean> =>
  (await asks.query(sql`SELECT FROM indicator_position`)).length === 0;

/**
 * @param until where the feed is read to; whoever keeps the counts reads what is settled
 * @returns how many changes were counted
 */
export async function keepUp(asks: Asks, country: CountryCode, until: Sql = ofSettled): Promise<number> {
  const kept = keptOf(country);
  if (await isNew(asks)) return countAll(asks, country).then(() => 1);
  const [position] = await asks.query<Position & { readonly isAhead: boolean }>(positionOf(kept));
  // Another version counts here: the one that migrated counted all of it, and this one is to go.
  if (!position) return 0;
  // The data came from another server, whose transactions had higher numbers.
  if (position.isAhead) return countAll(asks, country).then(() => 1);
  const changes = await asks.query<Change>(changesAfter(position, until));
  const last = changes.at(-1);
  if (last) await renew(asks, kept, changes);
  for (const statement of settle(last ?? position)) await asks.query(statement);
  return changes.length;
}

async function renew(asks: Asks, kept: readonly Kept[], changes: readonly Change[]): Promise<void> {
  const changed = new Map<string, string[]>();
  for (const { entity, id } of changes) changed.set(entity, [...(changed.get(entity) ?? []), id]);
  const asked = decided(kept, changed);
  if (asked.length === 0) return;
  const found = await asks.query<{ root: string }>(
    sql`SELECT DISTINCT root FROM (${join(asked, ' UNION ALL ')}) f (root) WHERE root IS NOT NULL ORDER BY root`,
  );
  const roots = sql`${found.map(({ root }) => root)}::uuid[]`;
  const open = kept.filter(({ openBy, decides }) => openBy && decides.some(({ of }) => changed.has(of.name)));
  const statements = [...renewal(kept, roots), ...emptied, ...(open.length > 0 ? opening(kept) : [])];
  for (const statement of statements) await asks.query(statement);
}

const keptOf = (country: CountryCode): readonly Kept[] => keptIn(country === REGION);

sweep({
  name: 'countIndicators',
  label: { en: 'count', pt: 'contar' },
  description: 'counts anew what changed, for the indicators',
  writes: [],
  inRegion: true,
  run: (work) => keepUp(work, work.country),
});

/** Everything anew, while those who read see what was kept before: in one transaction. */
export async function countAll(asks: Asks, country: CountryCode): Promise<void> {
  const kept = keptOf(country);
  for (const table of tablesOfCounts) await asks.query(sql`DELETE FROM ${table}`);
  // First of all: whatever is open now, or begins later, is counted from the feed, also where it is seen here already.
  await asks.query(sql`INSERT INTO indicator_position (derivation, xid, seq)
    SELECT ${digestOf(kept)}, ${settled} - 1, ${MAX_SEQ}::bigint`);
  await asks.query(sql`INSERT INTO indicator_as_of (as_of) SELECT now()`);
  for (const statement of derivation(kept)) await asks.query(statement);
}

/** Behind every entry of a transaction. */
const MAX_SEQ = '9223372036854775807';

export const isCounted = (country: CountryCode): Sql =>
  sql`SELECT FROM indicator_position WHERE derivation = ${digestOf(keptOf(country))}`;

export interface Difference {
  readonly counting: string;
  readonly month: string;
  readonly kept: number | null;
  readonly counted: number | null;
}

/**
 * Where what is kept is not what follows from the records, once everything is counted that can be seen.
 * @param asks in a transaction with one view of the database, which is rolled back afterwards
 */
export async function differencesIn(asks: Asks, country: CountryCode): Promise<Difference[]> {
  while ((await keepUp(asks, country, TRUE)) > 0);
  const found: Difference[] = [];
  for (const statement of differences(keptOf(country))) found.push(...(await asks.query<Difference>(statement)));
  return found;
}
