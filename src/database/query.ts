/** Runs reads: one statement, prepared by name when it comes again, answered as texts. */
import { createHash } from 'node:crypto';
import { channel } from 'node:diagnostics_channel';
import { LRUCache } from 'lru-cache';
import type { Connection, CustomTypesConfig, Pool, PoolClient } from 'pg';
import { SESSION_FELL } from './session-check';

/** Told of every statement that a read runs; the tests count statements by it. */
export const statements = channel('handsoff:statement');

export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Values stay the texts that PostgreSQL sends: what they become is the reader's. */
const asTexts: CustomTypesConfig = {
  getTypeParser: () => (text: string) => text,
};

/** Names of texts that came more than once; a text that comes once is not worth preparing. */
const names = new LRUCache<string, string>({ max: 4_000 });

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known === undefined) names.set(text, '');
  else if (known === '') names.set(text, `read_${createHash('sha256').update(text).digest('base64url').slice(0, 27)}`);
  return names.get(text) || undefined;
}

/** The one row of a statement, as texts. */
export async function readTexts(pool: Pool, { text, values }: Query): Promise<readonly (string | null)[]> {
  if (statements.hasSubscribers) statements.publish({ text, values });
  const name = nameOf(text);
  const client = await pool.connect();
  let failure: (Error & { code?: string }) | undefined;
  try {
    if (name) keepPrepared(client, name);
    const query = { name, text, values: values as unknown[], rowMode: 'array' as const, types: asTexts };
    const { rows } = await client.query<(string | null)[]>(query);
    return rows[0] ?? [];
  } catch (error) {
    failure = error as Error;
    throw error;
  } finally {
    client.release(failure !== undefined && failure.code !== SESSION_FELL);
  }
}

/** Statements that a connection keeps prepared: each takes memory of the server's for as long as it stands. */
const keptPrepared = 256;

type Wired = PoolClient & {
  readonly connection: Connection & {
    readonly parsedStatements: Record<string, string | undefined>;
    readonly submittedNamedStatements: Record<string, string | undefined>;
    close(what: { type: 'S'; name: string }): void;
  };
};

const prepared = new WeakMap<PoolClient, LRUCache<string, true>>();

/**
 * The statement that was not used for longest makes room: by a Close of the protocol, which poolers understand. It goes
 * out before the query that needs the room, and is answered with it.
 */
function keepPrepared(client: PoolClient, name: string): void {
  let kept = prepared.get(client);
  if (!kept) {
    const { connection } = client as Wired;
    const dispose = (_: true, old: string, reason: string): void => {
      if (reason !== 'evict') return;
      connection.close({ type: 'S', name: old });
      delete connection.parsedStatements[old];
      delete connection.submittedNamedStatements[old];
    };
    prepared.set(client, (kept = new LRUCache({ max: keptPrepared, dispose })));
  }
  kept.set(name, true);
}
