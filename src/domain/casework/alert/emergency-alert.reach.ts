/** To whom an emergency alert is open, and to whom the place that it came from: as SQL, for the row scopes. */
import { and, column, or, sql, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';
import { isOpen } from '../case/case.reach';

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

/**
 * Help comes first: as long as an alert runs it is open to whoever may answer it. From then on it is what became of it: a
 * case that is shut to me is not told of by its alert either.
 */
export function isOpenAlert(alias: string, subject: Subject): Sql {
  const caseId = column(alias, 'case_id');
  return sql`(${caseId} IS NULL OR ${column(alias, 'resolved_at')} IS NULL
    OR EXISTS (SELECT 1 FROM "case" ac WHERE ac.id = ${caseId} AND ${isOpen('ac', subject)}))`;
}

/** Where somebody in danger is, and how she is called, read who raised the alert, who answers it, and who is out on the way to her. */
export function isToldWhere(alias: string, { accountId }: Subject): Sql {
  const same = sql`a.id = ${column(alias, 'alert_id')}`;
  const sent = sql`EXISTS (SELECT 1 FROM alert_responder r
    WHERE r.alert_id = a.id AND r.member_id = ${accountId} AND r.ended_at IS NULL)`;
  const mine = or([sql`${accountId} IN (a.created_by_id, a.acknowledger_id)`, sent]);
  return sql`EXISTS (SELECT 1 FROM emergency_alert a WHERE ${and([same, mine])})`;
}
