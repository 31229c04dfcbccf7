/** Data keys on a server of their own (DATABASE_KEYS_URL): the schema of each country's there, and how they get to it. */
import type { Client } from 'pg';
import type { AdminAddress, RoleSettings } from '../base/config';
import { asAdmin, asOwner, inTransaction, quote } from '../database/connect';
import { appRole, keySchemaOf, loginRoles, schemaOf } from '../database/roles';
import type { MigrationReport } from '../database/migrations';
import { provision } from './provision';

const BATCH = 500;

/** Makes what is missing. Repeating it is harmless. */
export async function prepareKeys(admin: AdminAddress, country: string, roles: RoleSettings): Promise<MigrationReport> {
  const schema = keySchemaOf(country);
  await asAdmin(admin, (client) => provision(client, schema, roles));
  const ran = await asOwner(admin, schema, (client) =>
    inTransaction(client, async () => {
      const isThere = await hasTable(client);
      if (!isThere) await client.query(table);
      const own = loginRoles(schema).map(quote).join(', ');
      await client.query(
        `REVOKE ALL ON ALL TABLES IN SCHEMA ${quote(schema)} FROM PUBLIC, ${own};
         REVOKE ALL ON SCHEMA ${quote(schema)} FROM PUBLIC, ${own};
         GRANT USAGE ON SCHEMA ${quote(schema)} TO ${own};
         GRANT SELECT, INSERT, DELETE ON data_key TO ${quote(appRole(schema))}`,
      );
      return isThere ? [] : ['data_key'];
    }),
  );
  return { schema, ran };
}

/** As it is beside the data. */
const table = `CREATE TABLE data_key (
  id uuid PRIMARY KEY,
  wrapped bytea NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now()
)`;

/** The place of a country's keys beside its data, where a copy of the data is to be put back without them. */
export async function makeKeyTable(admin: AdminAddress, country: string, roles: RoleSettings): Promise<void> {
  await asAdmin(admin, (client) => provision(client, schemaOf(country), roles));
  await asOwner(admin, schemaOf(country), async (client) => {
    await client.query(`SET search_path = ${quote(keySchemaOf(country))}`);
    if (!(await hasTable(client))) await client.query(table);
  });
}

async function hasTable(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`SELECT to_regclass('data_key') IS NOT NULL AS there`);
  return rows[0]?.there ?? false;
}

/**
 * Moves the data keys that stand beside the data of a country, while it is served: instances that know the server of
 * keys look in both places. Interrupted, it goes on where it stopped.
 * @param data acts as the owner of the country's schema
 * @param keys acts as the owner of its schema of keys
 * @returns how many were moved
 */
export async function moveKeys(
  data: Client,
  keys: Client,
  progress: (share: number) => void = () => undefined,
): Promise<number> {
  const { rows } = await data.query<{ all: number }>('SELECT count(*)::int AS "all" FROM data_key');
  const total = rows[0]?.all ?? 0;
  let moved = 0;
  for (let batch = 1; batch > 0; moved += batch) {
    batch = await inTransaction(data, () => moveBatch(data, keys));
    progress(total === 0 ? 1 : Math.min(1, (moved + batch) / total));
  }
  return moved;
}

/** What is not there yet is never gone here. */
async function moveBatch(data: Client, keys: Client): Promise<number> {
  const { rows } = await data.query<{ id: string; wrapped: Buffer; at: string }>(
    'SELECT id, wrapped, created_at AS at FROM data_key LIMIT $1 FOR UPDATE',
    [BATCH],
  );
  await keys.query(
    `INSERT INTO data_key (id, wrapped, created_at) SELECT * FROM unnest($1::uuid[], $2::bytea[], $3::timestamptz[])
     ON CONFLICT (id) DO UPDATE SET wrapped = excluded.wrapped`,
    [rows.map(({ id }) => id), rows.map(({ wrapped }) => wrapped), rows.map(({ at }) => at)],
  );
  await data.query('DELETE FROM data_key WHERE id = ANY ($1::uuid[])', [rows.map(({ id }) => id)]);
  return rows.length;
}
