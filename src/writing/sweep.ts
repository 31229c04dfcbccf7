/**
 * Work that falls due with time, of each country: found by SQL, done in the same unit of work as everything else, by one
 * instance at a time. Declared in the folder of its thing.
 */
import type { PoolClient } from 'pg';
import type { Services } from '../base/context';
import type { CountryDatabase } from '../base/countries';
import type { Text } from '../base/locale';
import { nameAction } from '../model/action';
import { byItself, type Undone } from './by-itself';

/** How much of it is done in one transaction, at most. */
export const SWEEP_BATCH = 50;

/** It does at most SWEEP_BATCH of what is due. */
export interface Sweep extends Undone {
  /** What people call it in a history. */
  readonly label: Text;
  /** For those who look after an installation. */
  readonly description: string;
  /** It can take seconds: nothing else waits for it. */
  readonly isSlow?: true;
  /** Falls due in the region's own place as well. */
  readonly inRegion?: true;
}

const sweeps = new Map<string, Sweep>();

/** Every sweep. Complete once `src/domain/all.ts` is loaded. */
export const allSweeps: ReadonlyMap<string, Sweep> = sweeps;

export function sweep(declared: Sweep): void {
  if (sweeps.has(declared.name)) throw new Error(`there are two sweeps ${declared.name}`);
  sweeps.set(declared.name, declared);
  nameAction(declared.name, declared.label);
}

/**
 * Does one batch of what is due.
 * @returns how much was done; null where another instance is at it
 */
export async function sweepOnce(app: Services, country: CountryDatabase, one: Sweep): Promise<number | null> {
  const client = await country.app.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query<{ locked: boolean }>(
      'SELECT pg_try_advisory_xact_lock(hashtext($1)) AS locked',
      [`sweep ${country.code} ${one.name}`],
    );
    if (!rows[0]?.locked) return await client.query('ROLLBACK').then(() => null);
    const done = await work(app, country, one, client);
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    await noteFailure(client, one.name, error as Error).catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function work(app: Services, { code }: CountryDatabase, one: Sweep, client: PoolClient): Promise<number> {
  const done = await byItself(app, code, client, one);
  await client.query(
    `INSERT INTO job_run AS r (name, ran_at, did_at, done) VALUES ($1, now(), CASE WHEN $2 > 0 THEN now() END, $2)
     ON CONFLICT (name) DO UPDATE SET ran_at = now(), did_at = coalesce(excluded.did_at, r.did_at),
       done = r.done + excluded.done, error = NULL`,
    [one.name, done],
  );
  return done;
}

const noteFailure = (client: PoolClient, name: string, { name: kind, message }: Error): Promise<unknown> =>
  client.query(
    `INSERT INTO job_run (name, ran_at, error) VALUES ($1, now(), $2)
     ON CONFLICT (name) DO UPDATE SET ran_at = now(), error = excluded.error`,
    [name, `${kind}: ${message}`.slice(0, 500)],
  );
