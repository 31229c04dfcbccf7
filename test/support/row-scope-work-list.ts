/** The part of the row scopes that is about what waits for somebody. By hand, as they are. */

type Scopes = Readonly<Record<string, string>>;

/** What the other row scopes say, as SQL. */
export interface WaitingParts {
  /** Colleagues whom I stand in for. */
  readonly absent: string;
  /** About no case, or about one that is open to me. */
  readonly beside: string;
  readonly accusedIn: (caseId: string) => string;
}

/** What waits for nobody in particular, by who of an organisation does it. */
const audiences: Readonly<Record<string, readonly string[]>> = {
  FIELD_WORKER: [],
  CASE_MANAGER: ['caseManagement', 'directoryKeeping', 'serving'],
  PARTNER_ADMIN: ['directoryKeeping', 'staffAdministration'],
  ME_OFFICER: ['verification'],
  SERVICE_PROVIDER: ['serving'],
};

const anyOf = (names: readonly string[]): string =>
  names.length > 0 ? `audience IN (${names.map((name) => `'${name}'`).join(', ')})` : 'false';

export function workList({ absent, beside, accusedIn }: WaitingParts): Readonly<Record<string, Scopes>> {
  const received = `SELECT id FROM referral WHERE to_organisation_id = $2 AND status <> 'DRAFT' AND NOT ${accusedIn('case_id')}`;
  const now = `from_at <= now() AND coalesce(until_at, 'infinity') > now() AND ${beside}
    AND (kind NOT IN ('CONDUCT_REVIEW', 'CONDUCT_APPEAL') OR responsible_id = $1)
    AND record_id NOT IN (SELECT a.id FROM emergency_alert a WHERE a.case_id IS NOT NULL AND ${accusedIn('a.case_id')})
    AND (entity <> 'Referral' OR case_id IS NOT NULL OR record_id IN (${received}))`;
  const ours = `organisation_id = $2 AND ${now}`;
  const onCall = `SELECT a.id FROM emergency_alert a WHERE a.status = 'RAISED' AND (a.id IN (
      SELECT alert_id FROM alert_responder WHERE member_id = $1)
    OR a.district_id IN (SELECT d.id FROM district d, on_call_shift s WHERE s.member_id = $1 AND s.organisation_id = $2
      AND s.status = 'PLANNED' AND now() BETWEEN s.starts_at AND s.ends_at
      AND (cardinality(s.district_codes) = 0 OR s.district_codes @> ARRAY[d.code])))`;
  const mine = Object.entries(audiences).map(([role, names]) => [
    role,
    `${ours} AND (responsible_id = $1 OR responsible_id IN ${absent} OR ${anyOf(names)} OR record_id IN (${onCall}))`,
  ]);
  return {
    WorkItem: {
      ...(Object.fromEntries(mine) as Scopes),
      SUPERVISOR: `${ours} AND $1::uuid IS NOT NULL`,
      SECRETARIAT: `current_schema() = 'region' AND from_at <= now() AND coalesce(until_at, 'infinity') > now()
        AND ($1::uuid IS NOT NULL OR $2::uuid IS NULL)`,
      PRIVACY_OFFICER: `${anyOf(['accessReview', 'privacy', 'restriction'])} AND ${now} AND $1::uuid IS DISTINCT FROM $2::uuid`,
    },
  };
}
