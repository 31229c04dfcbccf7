/** Connections of the administrator: one at a time, closed when the work is done. */
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import type { AdminAddress } from '../base/config';
import { ownerRole } from './roles';
import { typeParsers } from './types';

/** Quotes a name for SQL. */
export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Runs `work` on a connection of the administrator. */
export const asAdmin = <T>(admin: AdminAddress, work: (client: Client) => Promise<T>): Promise<T> =>
  connected(admin, '', work);

/** Runs `work` as the owner of a schema, with its search path. */
export const asOwner = <T>(admin: AdminAddress, schema: string, work: (client: Client) => Promise<T>): Promise<T> =>
  connected(admin, `-c search_path=${schema} -c role=${ownerRole(schema)}`, work);

async function connected<T>(admin: AdminAddress, options: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...admin, options, types: typeParsers, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  await client.connect().catch((error: Error) => Promise.reject(unreachable(admin, error)));
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The administrator cannot connect; the message says where to and why, never with which password. */
export class AdministratorError extends Error {
  override readonly name = 'AdministratorError';
}

function unreachable({ user, host, port, database }: AdminAddress, error: Error & { code?: string }): Error {
  const direct = /startup parameter/.test(error.message)
    ? ' (the administrator goes to the server itself, not through PgBouncer: it acts as other roles)'
    : '';
  return new AdministratorError(
    `The administrator "${user}" cannot connect to database "${database}" at ${host}:${port}: ${error.message || error.code}${direct}`,
    { cause: error },
  );
}

/** Name of the lock that whoever changes a schema holds meanwhile. */
const lockName = (schema: string): string => `migrate ${schema}`;

/** Takes the lock of those who change a schema, until it is given back or the connection ends. @returns whether it was free */
export async function tryMigrationLock(client: Client, schema: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock(hashtext($1)) AS taken', [
    lockName(schema),
  ]);
  return rows[0]?.taken === true;
}

/**
 * The same, once it is free. It is asked for again and again: a statement that waits for it keeps its view of the database,
 * for which an index that whoever holds the lock builds beside those who write would wait in turn, unseen by what finds
 * deadlocks.
 */
export async function takeMigrationLock(client: Client, schema: string): Promise<void> {
  while (!(await tryMigrationLock(client, schema))) await delay(50 + Math.random() * 100);
}

export const giveMigrationLockBack = async (client: Client, schema: string): Promise<void> => {
  await client.query('SELECT pg_advisory_unlock(hashtext($1))', [lockName(schema)]);
};

/** Runs `work` in one transaction. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
