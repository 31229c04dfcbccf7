/**
 * What waits is derived from the records by statements of the version that runs. Where that counts otherwise than the one
 * before it, the lists of a country are derived anew once, after its migrations; a source that is new needs no migration.
 */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { AdminAddress } from '../base/config';
import type { Sql } from '../base/sql';
import { asOwner, inTransaction } from '../database/connect';
import { stepsTable } from '../database/migration-steps';
import { schemaOf } from '../database/roles';
import '../domain/all';
import { deriveAll, derivationOfAll } from '../domain/casework/work-list/work-item.refresh';

/** Beside the steps of migrations, under a name that none of them has. */
const prefix = 'work list ';

function noteOf({ text, values }: Sql): string {
  const digest = createHash('sha256').update(JSON.stringify([text, values]));
  return prefix + digest.digest('hex').slice(0, 16);
}

const isNoted = `SELECT FROM ${stepsTable} WHERE migration = $1`;

/** @returns how many items were not there before, or null where they were derived so already */
export const deriveWorkList = (admin: AdminAddress, country: string): Promise<number | null> =>
  asOwner(admin, schemaOf(country), async (client) => {
    const note = noteOf(derivationOfAll());
    return (await isDerived(client, note)) ? null : derive(client, country, note);
  });

const isDerived = async (client: Client, note: string): Promise<boolean> =>
  ((await client.query(isNoted, [note])).rowCount ?? 0) > 0;

/** Of two who migrate at once, the second finds it done. */
const derive = (client: Client, country: string, note: string): Promise<number | null> =>
  inTransaction(client, async () => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`work list ${country}`]);
    if (await isDerived(client, note)) return null;
    const added = await deriveAll(client);
    await client.query(`DELETE FROM ${stepsTable} WHERE starts_with(migration, $1)`, [prefix]);
    await client.query(`INSERT INTO ${stepsTable} (migration, step) VALUES ($1, 0)`, [note]);
    return added;
  });
