/** Loading much at once: foreign keys and indexes are put aside meanwhile, and made again for all rows together. */
import type { Client } from 'pg';
import { quote } from '../src/database/connect';

interface PutAside {
  readonly drop: string;
  readonly make: string;
}

/**
 * Does the work while the schema has neither foreign keys nor indexes other than unique ones. All in the transaction
 * of the caller: if anything fails, nothing has happened. Nobody else can use the tables meanwhile.
 */
export async function withoutIndexes<T>(client: Client, work: () => Promise<T>): Promise<T> {
  const [keys, indexes] = [await foreignKeys(client), await plainIndexes(client)];
  for (const { drop } of [...keys, ...indexes]) await client.query(drop);
  const result = await work();
  await client.query(`SET LOCAL maintenance_work_mem = '256MB'`);
  for (const { make } of [...indexes, ...keys]) await client.query(make);
  return result;
}

async function foreignKeys(client: Client): Promise<PutAside[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT c.relname AS "table", k.conname AS name, pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace ORDER BY 1, 2`,
  );
  return rows.map(({ table, name, definition }) => {
    const constraint = `${quote(table)} %s CONSTRAINT ${quote(name)}`;
    return {
      drop: `ALTER TABLE ${constraint.replace('%s', 'DROP')}`,
      make: `ALTER TABLE ${constraint.replace('%s', 'ADD')} ${definition}`,
    };
  });
}

async function plainIndexes(client: Client): Promise<PutAside[]> {
  const { rows } = await client.query<{ name: string; make: string }>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS make
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE c.relnamespace = current_schema()::regnamespace AND NOT i.indisunique ORDER BY 1`,
  );
  return rows.map(({ name, make }) => ({ drop: `DROP INDEX ${quote(name)}`, make }));
}
