/** Runs reads: one statement each, answered as texts. Those that come together go together. */
import { channel } from 'node:diagnostics_channel';
import type { Pool, PoolClient } from 'pg';
import { keepPrepared, nameOf, type Wired } from './prepared';
import { SESSION_FELL } from './session-check';
import { RowsQuery, TextQuery, type Done, type Texts } from './text-query';

/** Told of every statement that a read runs; the tests count statements by it. */
export const statements = channel('handsoff:statement');

export interface Query {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The one row of a statement, as texts. */
export function readTexts(pool: Pool, query: Query): Promise<Texts> {
  if (statements.hasSubscribers) statements.publish(query);
  return new Promise((resolve, reject) => {
    let waiting = queues.get(pool);
    if (!waiting) queues.set(pool, (waiting = new Queue(pool)));
    waiting.add({ query, name: nameOf(query.text), resolve, reject });
  });
}

/** The same on a connection that somebody holds: in the transaction that is open there. */
export const readTextsOn = (client: PoolClient, query: Query): Promise<Texts> =>
  readOn(client, new TextQuery(query, undefined), query);

/** The fields of all rows that come, one after the other. */
export const readRowsOn = (client: PoolClient, query: Query): Promise<Texts> =>
  readOn(client, new RowsQuery(query, undefined), query);

function readOn(client: PoolClient, sent: TextQuery, query: Query): Promise<Texts> {
  if (statements.hasSubscribers) statements.publish(query);
  return new Promise((resolve, reject) => {
    (client as Wired).query(sent, (failure, texts) => (failure ? reject(failure) : resolve(texts)));
  });
}

interface Read {
  readonly query: Query;
  readonly name: string | undefined;
  readonly resolve: (texts: Texts) => void;
  readonly reject: (error: Error) => void;
}

/** Reads that share a connection wait for each other's rows: few enough that nobody notices. */
const together = 4;

/**
 * What comes in the same turn of the event loop goes out at its end, a few reads on a connection in one write, each a
 * transaction of its own. To write and to wake the server is a good part of what a read costs.
 */
class Queue {
  #waiting: Read[] = [];

  constructor(private readonly pool: Pool) {}

  add(read: Read): void {
    if (this.#waiting.push(read) === 1) setImmediate(() => this.#send());
  }

  #send(): void {
    const reads = this.#waiting;
    this.#waiting = [];
    for (let at = 0; at < reads.length; at += together) this.#sendTogether(reads.slice(at, at + together));
  }

  #sendTogether(reads: readonly Read[]): void {
    this.pool.connect((error, client, release) => {
      if (!client) {
        for (const { reject } of reads) reject(error ?? new Error('The pool gave no connection.'));
        return;
      }
      let left = reads.length;
      let isDoubtful = false;
      const end = (failure: DatabaseError | null): void => {
        if (failure && failure.code !== SESSION_FELL) isDoubtful = true;
        if (--left === 0) release(isDoubtful);
      };
      const { stream } = (client as Wired).connection;
      stream.cork();
      for (const read of reads) submit(client as Wired, read, end);
      stream.uncork();
    });
  }
}

const queues = new WeakMap<Pool, Queue>();

type DatabaseError = Error & { readonly code?: string };

function submit(client: Wired, { query, name, resolve, reject }: Read, end: (failure: Error | null) => void): void {
  const done: Done = (failure, texts) => {
    end(failure);
    if (failure) reject(failure);
    else resolve(texts);
  };
  try {
    if (name) keepPrepared(client, name, query.text);
    client.query(new TextQuery(query, name), done);
  } catch (error) {
    done(error as Error, []);
  }
}
