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

/** Nobody keeps them up meanwhile: the lock is that of the sweep. */
const alone = <T>(admin: AdminAddress, country: string, work: (asks: Asks) => Promise<T>): Promise<T> =>
  asOwner(admin, schemaOf(country), (client) =>
    inTransaction(client, async () => {
      await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`sweep ${country} countIndicators`]);
      return work(askingOn(client));
    }),
  );

/** Counts everything anew. */
export const recount = (admin: AdminAddress, country: string): Promise<void> =>
  alone(admin, country, (asks) => countAll(asks, country));

/** The same where another version counted, or none. @returns whether it did */
export const countAfterMigration = (admin: AdminAddress, country: string): Promise<boolean> =>
  alone(admin, country, async (asks) => {
    const counted = await asks.query(isCounted(country));
    if (counted.length === 0) await countAll(asks, country);
    return counted.length === 0;
  });

/** Where what is kept differs from what follows from the records. Nothing is changed, and nobody waits for it. */
export const checkCounts = (admin: AdminAddress, country: string): Promise<Difference[]> =>
  asOwner(admin, schemaOf(country), async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
    try {
      return await differencesIn(askingOn(client), country);
    } finally {
      await client.query('ROLLBACK');
    }
  });
