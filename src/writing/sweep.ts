/**
 * Work that falls due with time, of each country: found by SQL, done in the same unit of work as everything else, by one
 * instance at a time. Declared in the folder of its thing.
 */
import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { RequestContext, Services } from '../base/context';
import type { CountryDatabase } from '../base/countries';
import type { Text } from '../base/locale';
import { Told } from '../base/told';
import { nameAction } from '../model/action';
import { NOBODY, systemActor } from './system-actor';
import type { SystemWrite } from './system-write';
import { Work } from './work';

/** How much of it is done in one transaction, at most. */
export const SWEEP_BATCH = 50;

export interface Sweep {
  readonly name: string;
  /** What people call it in a history. */
  readonly label: Text;
  /** For those who look after an installation. */
  readonly description: string;
  /** What it writes, though nobody with a right to it acts. */
  readonly writes: readonly SystemWrite[];
  /** Does what is due, at most SWEEP_BATCH of it. @returns how much it did */
  readonly run: (work: Work) => Promise<number>;
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
  const unit = new Work(contextOf(app, code), systemActor(code), client, one.name, one.writes);
  try {
    const done = await one.run(unit);
    await unit.finish();
    const doer = { accountId: NOBODY, role: unit.actor.role, organisationId: null, action: one.name };
    if (done > 0)
      await unit.outbox.send(unit.ledger.statement({ ...doer, requestId: unit.ctx.requestId, key: '' }, NOBODY));
    await client.query(
      `INSERT INTO job_run AS r (name, ran_at, did_at, done) VALUES ($1, now(), CASE WHEN $2 > 0 THEN now() END, $2)
       ON CONFLICT (name) DO UPDATE SET ran_at = now(), did_at = coalesce(excluded.did_at, r.did_at),
         done = r.done + excluded.done, error = NULL`,
      [one.name, done],
    );
    return done;
  } catch (error) {
    throw unit.outbox.failure ?? error;
  } finally {
    unit.outbox.close();
  }
}

const noteFailure = (client: PoolClient, name: string, { name: kind, message }: Error): Promise<unknown> =>
  client.query(
    `INSERT INTO job_run (name, ran_at, error) VALUES ($1, now(), $2)
     ON CONFLICT (name) DO UPDATE SET ran_at = now(), error = excluded.error`,
    [name, `${kind}: ${message}`.slice(0, 500)],
  );

const contextOf = (app: Services, code: string): RequestContext => ({
  requestId: `sweep-${code}-${randomUUID()}`,
  locale: 'en',
  address: '',
  actor: null,
  standing: null,
  app,
  scope: [],
  requiresAll: false,
  asked: null,
  told: new Told(),
});
