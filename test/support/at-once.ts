/** Several units of work at once, in each other's way as much as can be. */
import { adminRows, type HeldAdmin } from './admin';
import type { TestDatabase } from './database';

/**
 * Everything that the domain writes is held until all of them wait, or are done: whoever reads before it holds has read
 * by then.
 * @param schema that of the country
 */
export async function atOnce<T>(
  database: TestDatabase,
  admin: HeldAdmin,
  schema: string,
  sends: readonly (() => Promise<T>)[],
): Promise<T[]> {
  await admin.rows('BEGIN');
  const tables = await admin.rows<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1 AND tablename <> 'idempotency_record'`,
    [schema],
  );
  await admin.rows(`LOCK TABLE ${tables.map(({ name }) => `${schema}.${name}`).join(', ')} IN EXCLUSIVE MODE`);
  let ended = 0;
  const answers = sends.map((send) => send().finally(() => ended++));
  const text = `SELECT count(*)::integer AS n FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  for (let waiting = 0; waiting + ended < sends.length;)
    waiting = (await adminRows<{ n: number }>(database, text))[0]?.n ?? 0;
  await admin.rows('COMMIT');
  return Promise.all(answers);
}
