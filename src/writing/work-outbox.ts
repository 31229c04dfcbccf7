/**
 * What a unit of work sends. New rows wait for each other, so that all of them go out as one statement; everything
 * else goes out at once, behind the rows that wait. The answers come in that order too.
 */
import type { ClientBase, QueryResult, QueryResultRow } from 'pg';
import type { Sql } from '../base/sql';
import { prepared, together, type Kind } from './work-statements';

type Row = Readonly<Record<string, unknown>>;

export class Outbox {
  /** The first statement that failed; what fails after it fails because of it. */
  failure: unknown;

  private waiting = new Map<Kind, Row[]>();
  private closed = false;

  constructor(private readonly client: ClientBase) {}

  /** Takes new rows of a kind. */
  add(kind: Kind, rows: readonly Row[]): void {
    const waiting = this.waiting.get(kind);
    if (waiting) waiting.push(...rows);
    else this.waiting.set(kind, [...rows]);
  }

  /** Sends a statement after everything before it. Nobody has to wait for it: nothing commits after a failure. */
  send<R extends QueryResultRow>(statement: Sql): Promise<QueryResult<R>> {
    this.flush();
    return this.transmit<R>(statement);
  }

  /** Sends the rows that wait; kinds in one order, so that there are few texts. */
  flush(): void {
    if (this.waiting.size === 0) return;
    const kinds = [...this.waiting].sort(([a], [b]) => (a.table < b.table ? -1 : 1));
    this.waiting = new Map();
    // Not waited for: a failure is kept, and nothing commits after it.
    void this.transmit(together(kinds.map(([kind, rows]) => kind.insertion(rows))));
  }

  /** From now on nothing goes out: the connection is somebody else's, whatever a part of the work still has in mind. */
  close(): void {
    this.closed = true;
  }

  private transmit<R extends QueryResultRow>(statement: Sql): Promise<QueryResult<R>> {
    if (this.closed) return refused();
    const answer = this.client.query<R>(prepared(statement));
    answer.catch((error: unknown) => (this.failure ??= error));
    return answer;
  }
}

/** Whoever still waits hears of it; to whoever does not, it is nothing. */
function refused(): Promise<never> {
  const answer = Promise.reject<never>(new Error('This unit of work has ended.'));
  answer.catch(() => undefined);
  return answer;
}
