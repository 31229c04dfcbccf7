/** How long a closed case is kept. */
import { sql } from '../../../base/sql';
import { asSystem } from '../../../writing/system-write';
import type { Work } from '../../../writing/work';
import { Case } from './case.entity';

/** Nobody who was a child is forgotten before they could come back as an adult. */
const AGE_OF_MINORS = 21;

/**
 * The day until which a case is kept that is closed and of which no complaint is open, from today, by the country's
 * calendar; of a minor at least until the end of the year in which they are 21. A minor whose year of birth nobody
 * knows may have been born just now.
 * @param since when its time began, where that is not now
 */
export async function retentionFrom(
  work: Work,
  { survivorId }: Pick<Case, 'survivorId'>,
  since: string | null = null,
): Promise<string | undefined> {
  const [found] = await work.query<{ day: string }>(sql`
    SELECT greatest(
        ((coalesce(${since}::timestamptz, now()) AT TIME ZONE c.timezone) + make_interval(months => c.retention_months))::date,
        make_date(coalesce(d.birth_year, CASE WHEN s.age_band = 'UNDER_18'
          THEN extract(year FROM now() AT TIME ZONE c.timezone)::int END) + ${AGE_OF_MINORS}, 12, 31)) AS day
    FROM country c
      LEFT JOIN survivor s ON s.id = ${survivorId}
      LEFT JOIN survivor_demographics d ON d.survivor_id = s.id`);
  return found?.day;
}

const derived = asSystem(
  Case,
  'How long a closed case is kept follows from how old its survivor is, whoever finds that out.',
);

/** Has closed cases kept for as long as what is known now of their survivor's age says. */
export async function keepByAge(work: Work, cases: readonly Case[]): Promise<void> {
  for (const record of cases.filter(({ status, retentionUntil }) => status === 'CLOSED' && retentionUntil !== null)) {
    const retentionUntil = await retentionFrom(work, record, beganAt(record));
    if (retentionUntil !== record.retentionUntil) await work.update(Case, record, { retentionUntil }, { as: derived });
  }
}

/** When it was closed, when its last complaint ended, or, of one that was closed elsewhere, when it came here. */
const beganAt = ({ createdAt, closedAt, concludedAt }: Case): string =>
  [createdAt, closedAt ?? createdAt, concludedAt ?? createdAt].reduce((one, other) =>
    Date.parse(other) > Date.parse(one) ? other : one,
  );
