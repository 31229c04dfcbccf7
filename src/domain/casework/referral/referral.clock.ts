/** From when the hours run after which a service does no more good: from what happened, as SQL. */
import { sql, type Sql } from '../../../base/sql';

/** Ids of the incidents that a referral covers; none where none is said. */
export const coveredBy = (referralId: Sql): Sql => sql`(SELECT array_agg(ri.incident_id) FROM referral_incident ri
  WHERE ri.referral_id = ${referralId} AND ri.voided_at IS NULL)`;

/**
 * When the last of the incidents of a case happened, of those that are known to the day: in the hour that is known, else by
 * the end of the day, since help must not be given up too early. `ids`: of these alone.
 */
export const lastIncidentOf = (caseId: Sql, ids: Sql | null): Sql => sql`(
  SELECT max((d.occurred_on + make_interval(hours => coalesce(d.occurred_hour, 24))) AT TIME ZONE z.timezone)
  FROM incident_detail d JOIN incident i ON i.id = d.incident_id CROSS JOIN country z
  WHERE i.case_id = ${caseId} AND i.voided_at IS NULL AND d.voided_at IS NULL
    AND d.date_precision IN ('EXACT', 'DAY')
    ${ids ? sql`AND i.id = ANY(coalesce(${ids}, ARRAY[i.id]))` : sql``})`;
