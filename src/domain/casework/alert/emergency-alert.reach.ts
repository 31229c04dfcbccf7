/** To whom an emergency alert is open, and to whom the place that it came from: as SQL, for the row scopes. */
import { and, column, or, sql, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';
import { isOpen } from '../case/case.reach';
import { isFor, runs } from './on-call-shift.now';

/** Districts for which I am on call just now: looked up once in a statement. */
const onCall = ({ accountId, organisationId }: Subject): Sql => sql`ARRAY(
  SELECT d.id FROM on_call_shift s JOIN district d ON s.district_codes = '{}' OR d.code = ANY(s.district_codes)
  WHERE s.member_id = ${accountId} AND s.organisation_id = ${organisationId} AND s.status = 'PLANNED'
    AND s.starts_at <= now() AND s.ends_at > now())`;

const sentTo = ({ accountId }: Subject): Sql =>
  sql`ARRAY(SELECT r.alert_id FROM alert_responder r WHERE r.member_id = ${accountId})`;

/** An alert is mine as well where I was sent to it, or am on call in its district: in coded form. */
export const onCallOrSent = (alias: string, subject: Subject): Sql =>
  or([
    sql`${column(alias, 'id')} = ANY(${sentTo(subject)})`,
    sql`${column(alias, 'district_id')} = ANY(${onCall(subject)})`,
  ]);

/** Who was sent to these alerts, or is on call in their districts, for the change feed. */
export const sentOrOnCall = (ids: readonly string[]): Sql => sql`
  SELECT r.alert_id AS id, r.member_id AS account FROM alert_responder r WHERE r.alert_id = ANY(${ids}::uuid[])
  UNION SELECT a.id, s.member_id FROM emergency_alert a JOIN on_call_shift s ON s.organisation_id = a.organisation_id
  WHERE a.id = ANY(${ids}::uuid[]) AND ${runs('s')} AND ${isFor('s', sql`a.district_id`)}`;

/**
 * Help comes first: as long as an alert runs it is open to whoever may answer it. From then on it is what became of it: a
 * case that is shut to me is not told of by its alert either.
 */
export function isOpenAlert(alias: string, subject: Subject): Sql {
  const caseId = column(alias, 'case_id');
  return sql`(${caseId} IS NULL OR ${column(alias, 'resolved_at')} IS NULL
    OR EXISTS (SELECT 1 FROM "case" ac WHERE ac.id = ${caseId} AND ${isOpen('ac', subject)}))`;
}

/**
 * Where somebody in danger is, and how she is called, read who raised the alert, who answers it, and who is out on the way to
 * her. Once it has ended, what closes a case off closes it as well.
 */
export function isToldWhere(alias: string, { accountId }: Subject): Sql {
  const same = sql`a.id = ${column(alias, 'alert_id')}`;
  const stands = sql`(a.case_id IS NULL OR a.resolved_at IS NULL
    OR EXISTS (SELECT 1 FROM "case" ac WHERE ac.id = a.case_id AND ac.closed_off_at IS NULL))`;
  const sent = sql`EXISTS (SELECT 1 FROM alert_responder r
    WHERE r.alert_id = a.id AND r.member_id = ${accountId} AND r.ended_at IS NULL)`;
  const mine = or([sql`${accountId} IN (a.created_by_id, a.acknowledger_id)`, sent]);
  return sql`EXISTS (SELECT 1 FROM emergency_alert a WHERE ${and([same, mine, stands])})`;
}
