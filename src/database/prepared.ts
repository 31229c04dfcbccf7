/** Statements that a connection keeps prepared: those that come again, each under the name that its text has. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Connection, PoolClient } from 'pg';
import type { Done, TextQuery } from './text-query';

/** Names of texts that came more than once; a text that comes once is not worth preparing. */
const names = new LRUCache<string, string>({ max: 4_000 });

export function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  const name = known === '' ? `read_${createHash('sha256').update(text).digest('base64url').slice(0, 27)}` : '';
  names.set(text, name);
  return name || undefined;
}

/** What `pg` keeps of a connection, and does not publish. */
export type Wired = PoolClient & {
  query(query: TextQuery, done: Done): void;
  readonly connection: Connection & {
    readonly parsedStatements: Record<string, string | undefined>;
    readonly submittedNamedStatements: Record<string, string | undefined>;
    close(what: { type: 'S'; name: string }): void;
  };
};

/**
 * Each takes memory of the server's for as long as it stands, on every connection: 105 to 120 bytes for each character
 * of its text, however long it is. Half a million characters are some 60 MB.
 */
const kept = { max: 256, maxSize: 500_000 };

const prepared = new WeakMap<PoolClient, LRUCache<string, true>>();

/**
 * The statement that was not used for longest makes room: by a Close of the protocol, which poolers understand. It goes
 * out before the query that needs the room, and is answered with it.
 */
export function keepPrepared(client: PoolClient, name: string, text: string): void {
  let statements = prepared.get(client);
  if (!statements) {
    const { connection } = client as Wired;
    const dispose = (_: true, old: string, reason: string): void => {
      if (reason !== 'evict') return;
      connection.close({ type: 'S', name: old });
      delete connection.parsedStatements[old];
      delete connection.submittedNamedStatements[old];
    };
    prepared.set(client, (statements = new LRUCache({ ...kept, dispose })));
  }
  statements.set(name, true, { size: Math.min(text.length, kept.maxSize) });
}
