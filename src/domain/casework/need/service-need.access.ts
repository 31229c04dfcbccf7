/** What is known of how a need was met, from sessions, service records and outcomes: access and use are reckoned of it. */
import { sql, type Sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import { nothingGiven, ReferralOutcome } from '../referral/referral.codes';
import { hoursFromIncident } from '../referral/referral.deadlines';
import { servedBy } from '../session/service-delivery.codes';
import { accessOf, type Access, type AccessFacts } from './service-need.access-rules';
import type { ServiceNeed } from './service-need.entity';

/** What was found out about a need beside what stands in it. */
export type Met = Pick<AccessFacts, 'offeredInTimeAt' | 'attendedAt' | 'placeOfferedAt' | 'seenAt' | 'givenAt'>;

export const unmet: Met = {
  offeredInTimeAt: null,
  attendedAt: null,
  placeOfferedAt: null,
  seenAt: null,
  givenAt: null,
};

/** Where nothing else is known, the first session is in time within these days. */
const DAYS = 7;

/** Sessions, of which the first is in time where it is for no later than the service is due. */
const sessions = (ids: readonly string[]): Sql => sql`
  SELECT coalesce(s.need_id, r.need_id) AS need_id, s.created_at AS offered_at, coalesce(s.planned_at, s.held_at) AS for_at,
    coalesce(r.service_due_at, coalesce(r.requested_at, s.created_at) + make_interval(days => ${DAYS})) AS due_at,
    s.held_at AS attended_at, NULL::timestamptz AS placed_at, NULL::timestamptz AS seen_at, NULL::timestamptz AS given_at,
    NULL::text AS service_type
  FROM service_session s LEFT JOIN referral r ON r.id = s.referral_id
  WHERE s.case_id IN (SELECT case_id FROM service_need WHERE id = ANY(${ids}::uuid[]))
    AND s.voided_at IS NULL AND s.end_reason IS DISTINCT FROM 'RECORDED_IN_ERROR'`;

/** Entries of service records. Who declined was seen, and offered it. */
const deliveries = (ids: readonly string[]): Sql => sql`
  SELECT coalesce(d.need_id, r.need_id), d.given_at, d.given_at,
    coalesce(r.service_due_at, coalesce(r.requested_at, d.created_at) + make_interval(days => ${DAYS})), NULL,
    CASE WHEN d.result NOT IN ('NOT_GIVEN', 'REFERRED_ONWARD') THEN d.given_at END,
    CASE WHEN d.result <> 'OFFERED' THEN d.given_at END,
    CASE WHEN d.result = ANY(${servedBy}) THEN d.given_at END, d.service_type
  FROM service_delivery d LEFT JOIN referral r ON r.id = d.referral_id
  WHERE d.case_id IN (SELECT case_id FROM service_need WHERE id = ANY(${ids}::uuid[])) AND d.voided_at IS NULL`;

/** What came of a referral, where that is all that was recorded. */
const outcomes = (ids: readonly string[]): Sql => {
  const given = ReferralOutcome.codes.filter((code) => !nothingGiven.includes(code));
  const at = sql`coalesce(o.service_provided_at, r.ended_at)`;
  return sql`
  SELECT r.need_id, ${at}, ${at}, coalesce(r.service_due_at, r.requested_at + make_interval(days => ${DAYS})), NULL,
    ${at}, ${at}, ${at}, r.service_type
  FROM referral r LEFT JOIN service_record o ON o.referral_id = r.id
  WHERE r.need_id = ANY(${ids}::uuid[]) AND r.outcome = ANY(${given})`;
};

/** By when PEP does good: after the last incident of the case, as far as its day is known; else it is not known to be late. */
const pepUntil = sql`
  SELECT max((x.occurred_on + coalesce(make_interval(hours => x.occurred_hour), interval '1 day')) AT TIME ZONE c.timezone)
    + make_interval(hours => ${hoursFromIncident.PEP ?? 72})
  FROM incident_detail x JOIN incident i ON i.id = x.incident_id CROSS JOIN country c
  WHERE i.case_id = n.case_id AND i.voided_at IS NULL AND x.voided_at IS NULL AND x.date_precision IN ('EXACT', 'DAY')`;

/** What is known of needs, by their ids. */
export async function metBy(work: Pick<Work, 'query'>, ids: readonly string[]): Promise<ReadonlyMap<string, Met>> {
  const found = await work.query<Record<keyof Met, Date | null> & { id: string }>(sql`
    WITH met AS (${sessions(ids)} UNION ALL ${deliveries(ids)} UNION ALL ${outcomes(ids)})
    SELECT n.id, min(m.offered_at) FILTER (WHERE m.for_at <= m.due_at) AS "offeredInTimeAt",
      min(m.attended_at) AS "attendedAt", min(m.placed_at) AS "placeOfferedAt", min(m.seen_at) AS "seenAt",
      min(m.given_at) FILTER (WHERE n.service_type IS DISTINCT FROM 'PEP' OR (m.service_type = 'PEP'
        AND (m.given_at <= p.until) IS NOT FALSE)) AS "givenAt"
    FROM service_need n JOIN met m ON m.need_id = n.id
      LEFT JOIN LATERAL (${pepUntil}) AS p(until) ON n.service_type = 'PEP'
    WHERE n.id = ANY(${ids}::uuid[]) GROUP BY n.id`);
  return new Map(found.map(({ id, ...at }) => [id, metOf(at)]));
}

const metOf = (found: Record<keyof Met, Date | null>): Met => {
  const at = (moment: Date | null): string | null => moment && new Date(moment).toISOString();
  return {
    offeredInTimeAt: at(found.offeredInTimeAt),
    attendedAt: at(found.attendedAt),
    placeOfferedAt: at(found.placeOfferedAt),
    seenAt: at(found.seenAt),
    givenAt: at(found.givenAt),
  };
};

type Own = Pick<ServiceNeed, 'category' | 'status' | 'servedAt' | 'decidedAt'>;

/** Access and use of a need as it is to stand. */
export const accessWith = (need: Own, met: Met = unmet): Access => accessOf({ ...need, ...met });

/** The same, of which it is looked up what is known. */
export const accessNow = async (work: Work, need: Own & Pick<ServiceNeed, 'id'>): Promise<Access> =>
  accessWith(need, (await metBy(work, [need.id])).get(need.id));

/** Of access and use what is otherwise than it stood. */
export function changedIn(need: Access, access: Access): Access | undefined {
  const same = (one: string | null, other: string | null): boolean =>
    one === other || (one !== null && other !== null && Date.parse(one) === Date.parse(other));
  const isSame =
    same(need.accessedAt, access.accessedAt) &&
    same(need.usedAt, access.usedAt) &&
    need.accessBasis === access.accessBasis &&
    need.useBasis === access.useBasis;
  return isSame ? undefined : access;
}
