/** To whom an emergency alert is open, and to whom the place that it came from: as SQL, for the row scopes. */
import { and, column, lookedFor, or, sql, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';
import { accused, isOpen } from '../case/case.reach';
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

/** Alerts of cases in which I am accused: none of them exists for me, nor does what waits in them. Looked up once in a statement. */
export const shutAlerts = ({ accountId }: Subject): Sql => sql`ARRAY(
  SELECT xa.id FROM accused_colleague x JOIN emergency_alert xa ON xa.case_id = x.case_id
  WHERE x.accused_id = ${accountId} AND x.voided_at IS NULL)`;

/**
 * Help comes first: as long as an alert runs it is open to whoever may answer it, but for who is accused in the case that
 * came of it. From then on it is what became of it: a case that is shut to me is not told of by its alert either.
 */
export function isOpenAlert(alias: string, subject: Subject): Sql {
  const caseId = column(alias, 'case_id');
  return sql`(${caseId} IS NULL OR (${column(alias, 'resolved_at')} IS NULL AND NOT ${accused(caseId, subject)})
    OR ${lookedFor(sql`SELECT 1 FROM "case" ac WHERE ac.id = ${caseId} AND ${isOpen('ac', subject)}`)})`;
}

/** Whoever does not see the case does not learn from the history of the alert that there is one. */
export const isOpenAlertHistory = (
  alias: string,
  subject: Subject,
): Sql => sql`(${column(alias, 'entity')} <> 'EmergencyAlert'
  OR NOT EXISTS (SELECT 1 FROM record_change rc WHERE rc.id = ${column(alias, 'id')} AND rc.open LIKE '%"caseId"%'
    AND EXISTS (SELECT 1 FROM unnest(rc.links) AS l (id) WHERE NOT EXISTS (
      SELECT 1 FROM "case" hc WHERE hc.id = l.id::uuid AND ${isOpen('hc', subject)}))))`;

/**
 * Where somebody in danger is, and how she is called, read who raised the alert, who answers it, and who is out on the way to
 * her; never who is accused in the case. Once it has ended, what closes a case off closes it as well.
 */
export function isToldWhere(alias: string, subject: Subject): Sql {
  const { accountId } = subject;
  const same = sql`a.id = ${column(alias, 'alert_id')}`;
  const stands = sql`(a.case_id IS NULL OR (NOT ${accused(sql`a.case_id`, subject)} AND (a.resolved_at IS NULL
    OR ${lookedFor(sql`SELECT 1 FROM "case" ac WHERE ac.id = a.case_id AND ac.closed_off_at IS NULL`)})))`;
  const sent = lookedFor(sql`SELECT 1 FROM alert_responder r
    WHERE r.alert_id = a.id AND r.member_id = ${accountId} AND r.ended_at IS NULL`);
  const mine = or([sql`${accountId} IN (a.created_by_id, a.acknowledger_id)`, sent]);
  return sql`EXISTS (SELECT 1 FROM emergency_alert a WHERE ${and([same, mine, stands])})`;
}
