/**
 * What is derived from the records by statements of the version that runs. Where that derives otherwise than the one
 * before it, it is derived anew once in each country, after its migrations: it needs none of its own.
 */
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import type { AdminAddress } from '../base/config';
import type { Sql } from '../base/sql';
import { asOwner, inTransaction } from '../database/connect';
import { stepsTable } from '../database/migration-steps';
import { schemaOf } from '../database/roles';

export interface Derived {
  /** Stands beside the steps of migrations: none has such a name. */
  readonly name: string;
  /** What says how it is derived. */
  readonly statement: () => Sql;
  /** @returns how much was not there before */
  readonly derive: (client: Client) => Promise<number>;
}

function noteOf({ name, statement }: Derived): string {
  const { text, values } = statement();
  const digest = createHash('sha256').update(JSON.stringify([text, values]));
  return `${name} ${digest.digest('hex').slice(0, 16)}`;
}

const isNoted = `SELECT FROM ${stepsTable} WHERE migration = $1`;

/** @returns how much was not there before, or null where it was derived so already */
export const deriveOnce = (admin: AdminAddress, country: string, derived: Derived): Promise<number | null> =>
  asOwner(admin, schemaOf(country), async (client) => {
    const note = noteOf(derived);
    return (await isDerived(client, note)) ? null : derive(client, country, derived, note);
  });

const isDerived = async (client: Client, note: string): Promise<boolean> =>
  ((await client.query(isNoted, [note])).rowCount ?? 0) > 0;

/** Of two who migrate at once, the second finds it done. */
const derive = (client: Client, country: string, derived: Derived, note: string): Promise<number | null> =>
  inTransaction(client, async () => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`${derived.name} ${country}`]);
    if (await isDerived(client, note)) return null;
    const added = await derived.derive(client);
    await client.query(`DELETE FROM ${stepsTable} WHERE starts_with(migration, $1)`, [`${derived.name} `]);
    await client.query(`INSERT INTO ${stepsTable} (migration, step) VALUES ($1, 0)`, [note]);
    return added;
  });
