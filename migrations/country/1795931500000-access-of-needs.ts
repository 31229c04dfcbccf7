/**
 * access-of-needs: written by hand. Needs that were recorded before access and use were reckoned have them by the same
 * rules as those that came since; what stands is left as it is.
 */
import { SteppedMigration } from '../../src/database/migration-steps';

/** Received elsewhere, or provided here, counts as both. */
const decided = `
  UPDATE "service_need" SET accessed_at = coalesce(served_at, decided_at), access_basis = status,
    used_at = coalesce(served_at, decided_at), use_basis = status, updated_at = now()
  WHERE status IN ('RECEIVED_ELSEWHERE', 'PROVIDED_HERE') AND access_basis IS NULL AND use_basis IS NULL`;

const due = (since: string): string =>
  `coalesce(r.service_due_at, coalesce(r.requested_at, ${since}) + interval '7 days')`;

/** What is known of each need: one row for each time that something was so. */
const known = `
  SELECT coalesce(s.need_id, r.need_id) AS need_id, s.created_at AS offered_at, coalesce(s.planned_at, s.held_at) AS for_at,
    ${due('s.created_at')} AS due_at, s.held_at AS attended_at, NULL::timestamptz AS placed_at, NULL::timestamptz AS seen_at,
    NULL::timestamptz AS given_at, NULL::text AS service_type
  FROM "service_session" s LEFT JOIN "referral" r ON r.id = s.referral_id
  WHERE s.voided_at IS NULL AND s.end_reason IS DISTINCT FROM 'RECORDED_IN_ERROR'
  UNION ALL SELECT coalesce(d.need_id, r.need_id), d.given_at, d.given_at, ${due('d.created_at')}, NULL,
    CASE WHEN d.result NOT IN ('NOT_GIVEN', 'REFERRED_ONWARD') THEN d.given_at END,
    CASE WHEN d.result <> 'OFFERED' THEN d.given_at END,
    CASE WHEN d.result IN ('PROVIDED', 'PARTLY_PROVIDED') THEN d.given_at END, d.service_type
  FROM "service_delivery" d LEFT JOIN "referral" r ON r.id = d.referral_id WHERE d.voided_at IS NULL
  UNION ALL SELECT r.need_id, g.at, g.at, ${due('r.requested_at')}, NULL, g.at, g.at, g.at, r.service_type
  FROM "referral" r LEFT JOIN "service_record" o ON o.referral_id = r.id
    CROSS JOIN LATERAL (SELECT coalesce(o.service_provided_at, r.ended_at)) AS g(at)
  WHERE r.outcome IN ('SERVICE_PROVIDED', 'PARTIALLY_PROVIDED')`;

/** The earliest of what counts, with its name. */
const first = (ways: readonly (readonly [string, string, string])[]): string => `
  SELECT w.basis, w.at FROM (VALUES ${ways.map(([basis, at, when], nth) => `(${nth}, '${basis}', CASE WHEN ${when} THEN ${at} END)`).join(', ')})
    AS w(nth, basis, at) WHERE w.at IS NOT NULL ORDER BY w.at, w.nth LIMIT 1`;

const [psychosocial, isSeen] = [`n.category = 'PSYCHOSOCIAL'`, `n.category IN ('HEALTH', 'LEGAL', 'POLICE_SECURITY')`];

const reckoned = `
  WITH known AS (${known}), met AS (
    SELECT n.id, min(k.offered_at) FILTER (WHERE k.for_at <= k.due_at) AS offered, min(k.attended_at) AS attended,
      min(k.placed_at) AS placed, min(k.seen_at) AS seen,
      min(k.given_at) FILTER (WHERE n.service_type IS DISTINCT FROM 'PEP'
        OR (k.service_type = 'PEP' AND (k.given_at <= p.until) IS NOT FALSE)) AS given
    FROM "service_need" n JOIN known k ON k.need_id = n.id
      LEFT JOIN LATERAL (
        SELECT max((x.occurred_on + coalesce(make_interval(hours => x.occurred_hour), interval '1 day')) AT TIME ZONE c.timezone)
          + interval '72 hours'
        FROM "incident_detail" x JOIN "incident" i ON i.id = x.incident_id CROSS JOIN "country" c
        WHERE i.case_id = n.case_id AND i.voided_at IS NULL AND x.voided_at IS NULL
          AND x.date_precision IN ('EXACT', 'DAY')) AS p(until) ON n.service_type = 'PEP'
    GROUP BY n.id),
  counted AS (
    SELECT n.id, a.basis AS access_basis, a.at AS accessed_at, u.basis AS use_basis, u.at AS used_at
    FROM met m JOIN "service_need" n ON n.id = m.id
      LEFT JOIN LATERAL (${first([
        ['SESSION_OFFERED', 'm.offered', psychosocial],
        ['SEEN', 'm.seen', isSeen],
        ['PLACE_OFFERED', 'm.placed', `NOT ${psychosocial} AND NOT ${isSeen}`],
        ['SESSION_ATTENDED', 'm.attended', `NOT ${psychosocial}`],
        ['SERVICE_GIVEN', 'm.given', `NOT ${psychosocial}`],
      ])}) AS a ON TRUE
      LEFT JOIN LATERAL (${first([
        ['SESSION_ATTENDED', 'm.attended', psychosocial],
        ['SERVICE_GIVEN', 'm.given', 'TRUE'],
      ])}) AS u ON TRUE)
  UPDATE "service_need" n SET accessed_at = c.accessed_at, access_basis = c.access_basis, used_at = c.used_at,
    use_basis = c.use_basis, updated_at = now()
  FROM counted c WHERE c.id = n.id AND n.access_basis IS NULL AND n.use_basis IS NULL
    AND n.status NOT IN ('RECEIVED_ELSEWHERE', 'PROVIDED_HERE') AND num_nonnulls(c.access_basis, c.use_basis) > 0`;

export class AccessOfNeeds1795931500000 extends SteppedMigration {
  readonly name = 'AccessOfNeeds1795931500000';

  protected readonly steps = [decided, reckoned];

  /** What was filled in is right whichever version reads it. */
  protected readonly back: string[] = [];
}
