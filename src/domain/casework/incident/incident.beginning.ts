/** Nothing is done for a survivor before what happened to them. */
import { problem } from '../../../base/problem';
import { sql } from '../../../base/sql';
import type { Path } from '../../../writing/input';
import type { Work } from '../../../writing/work';

/** The days are the country's; where the day of an incident is not known, none is contradicted. */
export async function isBeforeIncidents(work: Work, caseId: string, day: string): Promise<boolean> {
  // What was done today is before nothing: the many that are recorded at once cost no look.
  if (day >= work.day()) return false;
  const [found] = await work.query<{ day: string | null }>(sql`
    SELECT min(d.occurred_on) AS day FROM incident i LEFT JOIN incident_detail d ON d.incident_id = i.id
    WHERE i.case_id = ${caseId} AND i.voided_at IS NULL
    HAVING count(*) = count(d.occurred_on) FILTER (WHERE d.date_precision IN ('EXACT', 'DAY'))`);
  return Boolean(found?.day && day < found.day);
}

/** @param at a day, or a moment in UTC @throws ProblemError INVALID_INPUT */
export async function assertNotBefore(
  work: Work,
  caseId: string | null,
  at: string | null | undefined,
  path: Path,
): Promise<void> {
  if (!at || caseId === null) return;
  if (await isBeforeIncidents(work, caseId, at.includes('T') ? work.day(at) : at)) throw before(path);
}

const before = (path: Path) =>
  problem(
    'INVALID_INPUT',
    'That is before what happened in this case. Correct the day, or that of the incident.',
    'Isso é anterior ao que aconteceu neste caso. Corrija o dia, ou o do incidente.',
    path,
  );
