/** Whether what stands before a database lets statements be prepared: a pooler may hand a connection on after each transaction. */
import type { Client } from 'pg';
import { sqlState } from '../base/sqlstate';
import { note, wrong, type Finding } from './inspect';

const lost: ReadonlySet<string> = new Set([sqlState.invalidStatementName, sqlState.duplicateStatement]);

const question = { name: 'handsoff_pooler', text: 'SELECT pg_backend_pid() AS pid' };

/**
 * While one holds what served the other, the other is served by something else: does that know what was prepared?
 * @param open connects as a run-time role
 */
export async function inspectPooler(open: () => Promise<Client>): Promise<Finding[]> {
  const [one, other] = [await open(), await open()];
  try {
    const first = await pidOf(one);
    await other.query('BEGIN');
    await other.query('SELECT');
    const second = await pidOf(one);
    await other.query('ROLLBACK');
    if (first === second) return [];
    return [note('a pooler in transaction mode stands before the database, and keeps what is prepared')];
  } catch (error) {
    if (!lost.has((error as { code?: string }).code ?? '')) throw error;
    return [
      wrong(
        'the pooler before the database loses what is prepared: PgBouncer 1.21 or later keeps it, with max_prepared_statements of 200 or more; an older one serves in session mode',
      ),
    ];
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

async function pidOf(client: Client): Promise<number | undefined> {
  const { rows } = await client.query<{ pid: number }>(question);
  return rows[0]?.pid;
}
