/** Periods that a country has published are taken back, as if they had not been due yet. */
import { adminRows } from '../../support/admin';
import type { TestApp } from '../../support/app';

/**
 * The last of them, with the years that they complete.
 * @returns their names
 */
export async function takenBack(
  { database }: Pick<TestApp, 'database'>,
  schema: string,
  many: number,
): Promise<string[]> {
  const run = <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
    adminRows<R>(database, text.replaceAll('$schema', schema), values);
  const last = await run<{ period: string }>(
    `SELECT period FROM $schema.published_period WHERE series = 'main' AND parts IS NULL ORDER BY ends_on DESC LIMIT $1`,
    [many],
  );
  const names = last.map(({ period }) => period);
  const years = await run<{ period: string }>(
    `SELECT period FROM $schema.published_period WHERE series = 'main' AND parts && $1::text[]`,
    [names],
  );
  const all = [...names, ...years.map(({ period }) => period)];
  // Of the other series the same names are published, and stay.
  const others = `NOT LIKE ALL (ARRAY['registeredComplaints%', '%.minors'])`;
  await run(`DELETE FROM $schema.published_cell WHERE period = ANY($1) AND population ${others}`, [all]);
  await run(`DELETE FROM $schema.published_record WHERE period = ANY($1) AND counting <> 'registeredComplaints'`, [
    names,
  ]);
  for (const table of ['published_edition', 'published_period'])
    await run(`DELETE FROM $schema.${table} WHERE series = 'main' AND period = ANY($1)`, [all]);
  return names;
}
