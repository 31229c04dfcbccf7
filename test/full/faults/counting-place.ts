/** An installation whose server counts and publishes, held up in the middle of it by somebody who keeps a lock. */
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { adminRows, type AdminRow } from '../../support/admin';
import { handsoff, start, type Outcome, type Started } from '../../support/command';
import type { TestDatabase } from '../../support/database';

/** Publishing is reckoning above all, which a machine that does much else takes minutes for. */
const patienceMs = 600_000;

/** Asks again until there is an answer. */
export async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  for (const since = Date.now(); Date.now() - since < patienceMs; await delay(25)) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
  }
  throw new Error(`${what}: it did not come to that`);
}

/** A lock that is kept until it is let go. */
export interface Held {
  readonly pid: number;
  release(): Promise<void>;
}

const advisory = (country: string, sweep: string): string =>
  `SELECT pg_advisory_xact_lock(hashtext('sweep ${country} ${sweep}'))`;

export class Place {
  #api: Started | undefined;
  address = '';

  constructor(readonly database: TestDatabase) {}

  async serve(): Promise<void> {
    const { DATABASE_ADMIN_URL: _, ...env } = this.database.env;
    this.#api = start({ ...env, LOG_LEVEL: 'fatal', SWEEP_SECONDS: '1' });
    await this.#api.until('/graphql');
    this.address = /http:\/\/[\d.]+:\d+/.exec(this.#api.output())?.[0] ?? '';
  }

  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.#api?.process.exitCode === null && this.#api.process.signalCode === null) this.#api.signal(signal);
    await this.#api?.ended;
  }

  /** Still the process that was started last. */
  get isServing(): boolean {
    return this.#api?.process.exitCode === null && this.#api.process.signalCode === null;
  }

  rows<R extends object = AdminRow>(text: string, values: unknown[] = []): Promise<R[]> {
    return adminRows<R>(this.database, text, values);
  }

  handsoff(...args: string[]): Promise<Outcome> {
    return handsoff(args, this.database.env);
  }

  /** A command that may be ended in the middle. */
  begin(...args: string[]): Started {
    return start(this.database.env, args);
  }

  async hold(lock: string): Promise<Held> {
    const client = new Client({ ...this.database.admin });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN');
    await client.query(lock);
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    return {
      pid: rows[0]?.pid ?? 0,
      async release() {
        await client.query('ROLLBACK');
        await client.end();
      },
    };
  }

  /** Has a sweep left out, as if another instance were at it. */
  pause(country: string, sweep: string): Promise<Held> {
    return this.hold(advisory(country, sweep));
  }

  /** The connection that waits for a lock, inside its transaction. */
  async waitingFor({ pid }: Held): Promise<number> {
    const text = `SELECT pid FROM pg_stat_activity
      WHERE $1 = ANY(pg_blocking_pids(pid)) AND wait_event_type = 'Lock' AND xact_start IS NOT NULL`;
    return until('nobody waits', async () => (await this.rows<{ pid: number }>(text, [pid]))[0]?.pid);
  }

  async gone(pid: number): Promise<void> {
    const text = 'SELECT FROM pg_stat_activity WHERE pid = $1';
    await until('a connection stays', async () => (await this.rows(text, [pid])).length === 0);
  }

  async terminate(pid: number): Promise<void> {
    await this.rows('SELECT pg_terminate_backend($1)', [pid]);
    await this.gone(pid);
  }

  /** What tables hold, each in one word; the same where they hold the same. @param columns of each table */
  async digest(columns: Readonly<Record<string, string>>): Promise<Record<string, string>> {
    const told: Record<string, string> = {};
    for (const [table, listed] of Object.entries(columns)) {
      const [row] = await this.rows<{ said: string }>(
        `SELECT count(*) || ' ' || md5(coalesce(string_agg(ROW(${listed})::text, ',' ORDER BY ROW(${listed})::text), '')) AS said
         FROM za.${table}`,
      );
      told[table] = row?.said ?? '';
    }
    return told;
  }

  /** Until nothing else falls due for a while, so that what is compared is not changed beside. */
  async settle(): Promise<void> {
    const quietMs = 4_000;
    const all = `SELECT coalesce(sum(done), 0)::text AS done, count(*)::text AS jobs FROM za.job_run WHERE name <> 'countIndicators'`;
    let last = '';
    let since = Date.now();
    await until('work falls due without an end', async () => {
      const now = JSON.stringify(await this.rows(all));
      if (now !== last) [last, since] = [now, Date.now()];
      return Date.now() - since > quietMs;
    });
  }
}
