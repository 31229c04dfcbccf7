/**
 * Counts of the indicators, for whoever administers an installation: after migrations they are made anew where the
 * version that runs counts otherwise than the one before it, and at any time they can be checked, or made anew.
 */
import type { Client } from 'pg';
import type { AdminAddress } from '../base/config';
import type { Sql } from '../base/sql';
import { asOwner, inTransaction } from '../database/connect';
import { schemaOf } from '../database/roles';
import '../domain/all';
import { countAll, differencesIn, isCounted, type Asks, type Difference } from '../domain/indicator/indicator.keeping';

export const askingOn = (client: Pick<Client, 'query'>): Asks => ({
  query: async <Row extends object>({ text, values }: Sql) => (await client.query<Row>(text, [...values])).rows,
});

/**
 * Nobody keeps them up meanwhile: the lock is that of the sweep, which leaves its turn out. It is taken before the
 * transaction begins, which sees the database as it was when the first statement of it waited.
 */
const alone = <T>(admin: AdminAddress, country: string, work: (client: Client) => Promise<T>): Promise<T> =>
  asOwner(admin, schemaOf(country), async (client) => {
    const lock = [`sweep ${country} countIndicators`];
    await client.query('SELECT pg_advisory_lock(hashtext($1))', lock);
    try {
      return await work(client);
    } finally {
      // A connection that is gone has given it back.
      await client.query('SELECT pg_advisory_unlock(hashtext($1))', lock).catch(() => undefined);
    }
  });

/** Counts everything anew. */
export const recount = (admin: AdminAddress, country: string): Promise<void> =>
  alone(admin, country, (client) => inTransaction(client, () => countAll(askingOn(client), country)));

/** The same where another version counted, or none. @returns whether it did */
export const countAfterMigration = (admin: AdminAddress, country: string): Promise<boolean> =>
  alone(admin, country, (client) =>
    inTransaction(client, async () => {
      const asks = askingOn(client);
      const counted = await asks.query(isCounted(country));
      if (counted.length === 0) await countAll(asks, country);
      return counted.length === 0;
    }),
  );

/**
 * Where what is kept differs from what follows from the records. Nothing is changed, and who writes does not wait. Beside
 * a sweep it would fail on what that has counted since, or hold it up.
 */
export const checkCounts = (admin: AdminAddress, country: string): Promise<Difference[]> =>
  alone(admin, country, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    try {
      return await differencesIn(askingOn(client), country);
    } finally {
      await client.query('ROLLBACK');
    }
  });
