/** Transactions on the identity schema. */
import type { ClientBase, Pool } from 'pg';

/** A pool or a connection whose search path is the identity schema. */
export type Db = Pick<ClientBase, 'query'>;

/** Runs `work` in one transaction of this connection; whatever it throws rolls back. */
export async function within<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
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

/** The same on a connection of its own. One that breaks does not go back into the pool. */
export async function transaction<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const note = (error: Error): void => void (broken = error);
  client.on('error', note);
  try {
    return await within(client, () => work(client));
  } finally {
    client.off('error', note);
    client.release(broken);
  }
}
