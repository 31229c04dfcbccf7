/** Runs reads: prepared once for each text and connection, sent together, counted where somebody listens. */
import { channel } from 'node:diagnostics_channel';
import type { Duplex } from 'node:stream';
import { LRUCache } from 'lru-cache';
import type { Pool, PoolClient } from 'pg';
import type { Sql } from './sql';

/** Told of every statement that a read runs; the tests count statements by it. */
export const statements = channel('handsoff:statement');

/** Texts that are prepared by name. Bounded: a connection keeps each for ever. */
const names = new LRUCache<string, string>({ max: 400 });
let prepared = 0;
const maxPrepared = 2000;

/** A text is prepared when it is met again; the first time it may be the only one. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known === undefined) names.set(text, '');
  else if (known === '' && prepared < maxPrepared) names.set(text, `read_${++prepared}`);
  return names.get(text) || undefined;
}

export type Row = Record<string, unknown>;

type Wired = PoolClient & { readonly connection: { readonly stream: Duplex } };

/**
 * One connection for the reads below one root field in one country. What is asked for in the same tick goes out in
 * one write: the system call costs more than the statement (a third of the process's time, one by one).
 */
export class Lane {
  private client: Promise<Wired> | undefined;
  private corked = false;
  private failed = false;

  constructor(
    readonly code: string,
    private readonly pool: Pool,
  ) {}

  /** Rows of a statement, as the driver's parsers leave them: no hydration. */
  async rows(statement: Sql): Promise<Row[]> {
    const { text, values } = statement;
    if (statements.hasSubscribers) statements.publish({ text, values });
    this.client ??= this.pool.connect() as Promise<Wired>;
    const client = await this.client;
    this.cork(client.connection.stream);
    try {
      return (await client.query<Row>({ name: nameOf(text), text, values: values as unknown[] })).rows;
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  /** Gives the connection back; one that had a failure is closed, whatever its state. */
  async release(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    client?.release(this.failed);
  }

  private cork(stream: Duplex): void {
    if (this.corked) return;
    this.corked = true;
    stream.cork();
    process.nextTick(() => {
      this.corked = false;
      stream.uncork();
    });
  }
}

/** Runs reads in a lane of its own. */
export async function inLane<T>(code: string, pool: Pool, run: (lane: Lane) => Promise<T>): Promise<T> {
  const lane = new Lane(code, pool);
  try {
    return await run(lane);
  } finally {
    await lane.release();
  }
}
