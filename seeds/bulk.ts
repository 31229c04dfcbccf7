/** Loading much at once: keys and indexes are put aside meanwhile, and made again for all rows together. */
import type { Client } from 'pg';
import { quote } from '../src/database/connect';

interface PutAside {
  readonly drop: string;
  readonly make: string;
}

/**
 * Does the work while the tables have neither foreign keys nor indexes, those of primary keys included. All in the
 * transaction of the caller: if anything fails, nothing has happened. Nobody else can use the tables meanwhile.
 *
 * @param tables names that the search path leads to; all can be filled with FREEZE; what is in them stays
 * @param report is called with the share, from 0 to 1, of what was put aside that is there again
 */
export async function loadTables<T>(
  client: Client,
  tables: readonly string[],
  work: () => Promise<T>,
  report: (share: number) => void = () => undefined,
): Promise<T> {
  const aside = await putAside(client, tables);
  await client.query(aside.map(({ drop }) => drop).join(';\n'));
  await renew(client, tables);
  const result = await work();
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
  for (const [nth, { make }] of aside.toReversed().entries()) {
    await client.query(make);
    report((nth + 1) / aside.length);
  }
  await client.query(`ANALYZE ${tables.map(quote).join(', ')}`);
  return result;
}

/** Truncating what is empty makes it new in this transaction, so that its rows need not be touched a second time. */
async function renew(client: Client, tables: readonly string[]): Promise<void> {
  const looks = tables.map((table, nth) => `EXISTS (SELECT FROM ${quote(table)}) AS "${nth}"`);
  const { rows } = await client.query<Record<string, boolean>>(`SELECT ${looks.join(', ')}`);
  const empty = tables.filter((_, nth) => !rows[0]?.[nth]);
  if (empty.length > 0) await client.query(`TRUNCATE ${empty.map(quote).join(', ')}`);
  for (const table of tables.filter((name) => !empty.includes(name))) await rewrite(client, quote(table));
}

/** What a country begins with stays: a few rows, written anew. */
async function rewrite(client: Client, table: string): Promise<void> {
  await client.query(`CREATE TABLE what_was_there AS TABLE ${table}`);
  await client.query(`TRUNCATE ${table}; INSERT INTO ${table} TABLE what_was_there; DROP TABLE what_was_there`);
}

/** Foreign keys first: they lean on the others. */
async function putAside(client: Client, tables: readonly string[]): Promise<PutAside[]> {
  const constraints = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT t.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid LEFT JOIN pg_class r ON r.oid = k.confrelid
      WHERE k.contype IN ('f', 'p', 'u', 'x') AND (t.oid = ANY ($1::regclass[]) OR r.oid = ANY ($1::regclass[]))
      ORDER BY k.contype <> 'f', t.relname, k.contype = 'p', k.conname`,
    [tables.map(quote)],
  );
  const indexes = await client.query<{ name: string; make: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS make
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_class t ON t.oid = i.indrelid
      WHERE t.oid = ANY ($1::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.conrelid = i.indrelid)
      ORDER BY t.relname, c.relname`,
    [tables.map(quote)],
  );
  return [
    ...constraints.rows.map(({ table, name, definition }) => ({
      drop: `ALTER TABLE ${quote(table)} DROP CONSTRAINT ${quote(name)}`,
      make: `ALTER TABLE ${quote(table)} ADD CONSTRAINT ${quote(name)} ${definition}`,
    })),
    ...indexes.rows.map(({ name, make }) => ({ drop: `DROP INDEX ${quote(name)}`, make })),
  ];
}
