/** Which rows of alerts a role may read, as in `row-scope-oracle.ts`. */

type Scopes = Readonly<Record<string, string>>;

export interface AlertParts {
  readonly openCases: string;
}

const running = `status IN ('RAISED', 'ACKNOWLEDGED', 'DISPATCHED', 'ON_SITE')`;
const sent = 'SELECT alert_id FROM alert_responder WHERE member_id = $1';

/** Districts for which I am on call. */
const onCall = `SELECT d.id FROM district d, on_call_shift s WHERE s.member_id = $1 AND s.organisation_id = $2
  AND s.status = 'PLANNED' AND now() BETWEEN s.starts_at AND s.ends_at
  AND (cardinality(s.district_codes) = 0 OR s.district_codes @> ARRAY[d.code])`;

/** Of a case in which I am not accused. */
const notAccused =
  '(case_id IS NULL OR NOT EXISTS (SELECT FROM accused_colleague x WHERE x.case_id = emergency_alert.case_id AND x.accused_id = $1 AND x.voided_at IS NULL))';

/** A running alert is open, but to who is accused; one that has ended as far as the case that came of it is. */
export function alerts({ openCases }: AlertParts): Readonly<Record<string, Scopes>> {
  const open = `((${running} AND ${notAccused}) OR case_id IS NULL OR case_id IN (${openCases}))`;
  const our = `SELECT id FROM emergency_alert WHERE organisation_id = $2 AND $1::uuid IS NOT NULL AND ${open}`;
  const own = `${our} AND (created_by_id = $1 OR acknowledger_id = $1 OR id IN (${sent}) OR district_id IN (${onCall}))`;
  const told = `${our} AND (created_by_id = $1 OR acknowledger_id = $1 OR id IN (${sent} AND ended_at IS NULL))`;
  const standing = `${notAccused} AND (${running} OR case_id IS NULL OR case_id IN (SELECT id FROM "case" WHERE closed_off_at IS NULL))`;
  const where = `alert_id IN (${told} AND ${standing})`;
  const roster = 'organisation_id = $2 AND $1::uuid IS NOT NULL';
  const all = { FIELD_WORKER: where, CASE_MANAGER: where, SUPERVISOR: where };
  return {
    EmergencyAlert: { FIELD_WORKER: `id IN (${own})`, CASE_MANAGER: `id IN (${our})`, SUPERVISOR: `id IN (${our})` },
    AlertResponder: {
      FIELD_WORKER: `alert_id IN (${own})`,
      CASE_MANAGER: `alert_id IN (${our})`,
      SUPERVISOR: `alert_id IN (${our})`,
    },
    AlertPlace: all,
    AlertNumber: all,
    OnCallShift: { FIELD_WORKER: roster, CASE_MANAGER: roster, SUPERVISOR: roster, PARTNER_ADMIN: roster },
  };
}
