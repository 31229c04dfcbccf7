/** Takes from PUBLIC what every role of a PostgreSQL database otherwise has: a way in, and a view of others' statistics. */
import type { Client, ClientBase, Pool } from 'pg';
import { inTransaction, quote } from '../database/connect';

/**
 * Functions of PostgreSQL that any role may call and that say something of other schemas (statistics, sizes, locks)
 * or leave something behind that belongs to no schema (large objects, WAL messages). Monitoring keeps the first kind.
 */
const telling = `p.proname ~ '^pg_stat_get_' OR p.proname IN ('pg_relation_size', 'pg_total_relation_size',
  'pg_table_size', 'pg_indexes_size', 'pg_database_size', 'pg_tablespace_size', 'pg_lock_status')`;
const lasting = `p.proname ~ '^lo_' OR p.proname IN ('loread', 'lowrite', 'pg_logical_emit_message')`;

/** Columns of pg_class that tell how large a table is. */
const sizes = ['relpages', 'reltuples', 'relallvisible', 'relallfrozen'];

/** Closes a database to all but those that are let in by name. Repeating it changes nothing. */
export async function closeDatabase(client: Client, superuser: boolean): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  await client.query(`REVOKE ALL ON DATABASE ${quote(rows[0]?.name ?? '')} FROM PUBLIC`);
  await client.query('REVOKE ALL ON SCHEMA public FROM PUBLIC');
  if (superuser) await closeCatalogue(client);
}

/** Lets roles connect to this database, and nothing else. */
export async function admit(client: Client, roles: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT current_database() AS name');
  const database = quote(rows[0]?.name ?? '');
  const names = roles.map(quote).join(', ');
  await inTransaction(client, async () => {
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM ${names}`);
    await client.query(`REVOKE ALL ON SCHEMA public FROM ${names}`);
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${names}`);
  });
}

/** Only a superuser owns the catalogue; elsewhere `handsoff doctor` says that this was left out. */
async function closeCatalogue(client: Client): Promise<void> {
  const statements = [
    ...(await functionsOpenToAll(client, telling)).flatMap((signature) => [
      `REVOKE EXECUTE ON FUNCTION ${signature} FROM PUBLIC`,
      `GRANT EXECUTE ON FUNCTION ${signature} TO pg_monitor`,
    ]),
    ...(await functionsOpenToAll(client, lasting)).map(
      (signature) => `REVOKE EXECUTE ON FUNCTION ${signature} FROM PUBLIC`,
    ),
    ...(await sizeColumns(client)),
  ];
  if (statements.length > 0) await client.query(statements.join(';\n'));
  // What ANALYZE finds of the catalogue itself: names of other countries' roles, and what they may do.
  await client.query(
    'REVOKE SELECT ON pg_catalog.pg_stats, pg_catalog.pg_stats_ext, pg_catalog.pg_stats_ext_exprs FROM PUBLIC',
  );
  await client.query('REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC');
}

/** Functions of the catalogue that PUBLIC may execute, as `name(types)`. */
export async function functionsOpenToAll(
  client: Pick<ClientBase | Pool, 'query'>,
  which: string = `${telling} OR ${lasting}`,
): Promise<string[]> {
  const { rows } = await client.query<{ signature: string }>(
    `SELECT p.oid::regprocedure::text AS signature FROM pg_proc p
      WHERE p.pronamespace = 'pg_catalog'::regnamespace AND (${which})
        AND EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)
      ORDER BY 1`,
  );
  return rows.map(({ signature }) => `pg_catalog.${signature.replace(/^pg_catalog\./, '')}`);
}

/** Grants the columns of pg_class one by one, without those that tell sizes. */
async function sizeColumns(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; whole: boolean }>(
    `SELECT attname AS name,
            EXISTS (SELECT FROM pg_class c, aclexplode(c.relacl) a
                     WHERE c.oid = 'pg_class'::regclass AND a.grantee = 0 AND a.privilege_type = 'SELECT') AS whole
       FROM pg_attribute WHERE attrelid = 'pg_class'::regclass AND (attnum > 0 OR attname IN ('tableoid', 'xmin', 'ctid'))
      ORDER BY attnum`,
  );
  if (!rows[0]?.whole) return [];
  const columns = rows.map(({ name }) => name).filter((name) => !sizes.includes(name));
  return [
    'REVOKE SELECT ON pg_catalog.pg_class FROM PUBLIC',
    `GRANT SELECT (${columns.map(quote).join(', ')}) ON pg_catalog.pg_class TO PUBLIC`,
    'GRANT SELECT ON pg_catalog.pg_class TO pg_monitor',
  ];
}
