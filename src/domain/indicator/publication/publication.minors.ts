/**
 * Minors are in no table. How many incidents of theirs a country counted in a year is told once, as one number of the
 * country that belongs to no total: nothing that is published can be taken off it, or it off anything.
 */
import { daysAfter } from '../../../base/calendar';
import { next, periodAt, type Period } from '../../../base/period/period';
import { raw, sql, TRUE, type Sql } from '../../../base/sql';
import { incidents } from '../counting/cases';
import type { Asks } from '../indicator.keeping';

export const MINORS = { series: 'minors', population: 'incidents.minors', afterDays: 30 } as const;

/** The year after the last that was published, at first that of the first case; null while it is too young. */
async function dueOf(asks: Asks, timezone: string, today: string): Promise<Period | null> {
  const [{ last, first } = { last: null, first: null }] = await asks.query<Record<'last' | 'first', string | null>>(sql`
    SELECT (SELECT max(ends_on)::text FROM published_period WHERE series = ${MINORS.series}) AS last,
      (SELECT min(opened_at AT TIME ZONE ${timezone})::date::text FROM "case") AS first`);
  const before = last === null ? null : periodAt(last, 'YEAR');
  const due = before ? next(before) : first === null ? null : periodAt(first, 'YEAR');
  return due && daysAfter(due.to, MINORS.afterDays) < today ? due : null;
}

/** Incidents of minors that are published with this year: those of earlier years that were recorded late, too. */
const ofMinors = (until: string): Sql => sql`(SELECT DISTINCT r.record_id FROM (${incidents.rows(() => TRUE)}) r
  WHERE r.day <= ${until}::date AND r.age_band = 'UNDER_18' AND NOT EXISTS (SELECT FROM published_record w
    WHERE w.counting = ${raw(`'${incidents.name}'`)} AND w.record_id = r.record_id))`;

/**
 * Publishes the next year that is due.
 * @param threshold below it nobody is told how many
 * @returns whether one was
 */
export async function publishMinors(
  asks: Asks,
  { timezone }: { readonly timezone: string },
  today: string,
  threshold: number,
): Promise<boolean> {
  const year = await dueOf(asks, timezone, today);
  if (!year) return false;
  const [found] = await asks.query<{ n: number }>(sql`
    WITH noted AS (INSERT INTO published_record (counting, record_id, period)
      SELECT ${raw(`'${incidents.name}'`)}, m.record_id, ${year.name} FROM ${ofMinors(year.to)} m RETURNING 1)
    SELECT count(*)::int AS n FROM noted`);
  const n = found?.n ?? 0;
  const value = n > 0 && n < threshold ? null : n;
  for (const statement of written(year, value, today)) await asks.query(statement);
  return true;
}

const written = (year: Period, value: number | null, today: string): readonly Sql[] => [
  sql`INSERT INTO published_period (series, period, starts_on, ends_on, published_on, list, parts)
    VALUES (${MINORS.series}, ${year.name}, ${year.from}::date, ${year.to}::date, ${today}::date, 'TOTAL', NULL)`,
  sql`INSERT INTO published_cell (period, population, dimensions, codes, value, is_rounded)
    VALUES (${year.name}, ${MINORS.population}, '', '{}', ${value}, false)`,
];
