/** Reading the change feed without gaps, while others commit. */
import type { Pool } from 'pg';
import { sql } from '../base/sql';
import { badInput } from '../base/errors';
import type { Operation } from './history-entry.entity';

/** A change as the feed tells it; `version` is the record's after it. */
export interface Change {
  readonly entity: string;
  readonly recordId: string;
  readonly version: number;
  readonly operation: Operation;
  readonly at: string;
  readonly dataClass: string;
  readonly organisations: readonly string[];
  readonly accounts: readonly string[];
}

export interface ChangePage {
  readonly changes: readonly Change[];
  /** Opaque; give it back as `after` to go on. Unchanged when there is nothing new. */
  readonly position: string;
  /** Whether there is more to read at once. */
  readonly more: boolean;
}

const START = encodePosition('0', '0');

/**
 * The changes after a position, oldest first. Sequence numbers are drawn before commits and commits overtake each
 * other, so a reader that goes by them skips what commits late. Here the order is that of the transactions, and only
 * those are shown below which none is still open: nothing can appear any more before a position that was given.
 * What it costs: the longest open transaction of the server holds back all that began after it. (Columns are qualified
 * because a bare name in ORDER BY means the text of the answer, in which 9 comes after 10.)
 */
export async function readChanges(
  pool: Pick<Pool, 'query'>,
  { after, limit }: { after: string | null; limit: number },
): Promise<ChangePage> {
  const position = after ?? START;
  const [xid, seq] = decodePosition(position);
  const { text, values } = sql`
    SELECT c.xid::text, c.seq::text, entity, record_id AS "recordId", version, operation, at,
           data_class AS "dataClass", organisations, accounts
    FROM change_entry c
    WHERE (c.xid, c.seq) > (${xid}::bigint, ${seq}::bigint)
      AND c.xid < (pg_snapshot_xmin(pg_current_snapshot())::text)::bigint
    ORDER BY c.xid, c.seq
    LIMIT ${limit + 1}`;
  const { rows } = await pool.query<Change & { xid: string; seq: string }>({
    name: 'read_changes',
    text,
    values: [...values],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    changes: page.map(({ xid: _xid, seq: _seq, ...change }) => change),
    position: last ? encodePosition(last.xid, last.seq) : position,
    more: rows.length > limit,
  };
}

function encodePosition(xid: string, seq: string): string {
  return Buffer.from(`${xid}.${seq}`).toString('base64url');
}

function decodePosition(position: string): [xid: string, seq: string] {
  const found = /^(\d{1,18})\.(\d{1,18})$/.exec(Buffer.from(position, 'base64url').toString());
  if (!found?.[1] || !found[2]) {
    throw badInput('This is not a position of the change feed.', 'Isto não é uma posição do fluxo de alterações.');
  }
  return [found[1], found[2]];
}
