/** When a case is closed off, and when an access to it stands: as SQL, for the row scopes. */
import { column, lookedFor, sql, type Sql } from '../../../base/sql';
import { goesThroughAll, type Subject } from '../../../model/reach';

/** I took access to the case, and it has not ended. */
export function accessTaken(alias: string, subject: Subject): Sql {
  const { accountId } = subject;
  const mine = sql`FROM access_grant g WHERE g.grantee_id = ${accountId} AND g.ends_at > now()`;
  const id = column(alias, 'id');
  // There are few at a time: a list begins from them.
  if (goesThroughAll(subject)) return sql`${id} = ANY(ARRAY(SELECT g.case_id ${mine}))`;
  return lookedFor(sql`SELECT 1 ${mine} AND g.case_id = ${id}`);
}

/**
 * The survivor has ended the consent to services, and I took no access. A draft opens nothing of what was closed off
 * before: it is no work yet, and whoever likes can begin one.
 */
export const closedOff = (alias: string, subject: Subject): Sql => {
  const closed = sql`SELECT 1 FROM "case" o WHERE o.survivor_id = ${column(alias, 'survivor_id')}
    AND o.organisation_id = ${column(alias, 'organisation_id')} AND o.closed_off_at IS NOT NULL`;
  const besideClosed = sql`${column(alias, 'status')} = 'DRAFT' AND ${lookedFor(closed)}`;
  return sql`((${column(alias, 'closed_off_at')} IS NOT NULL OR ${besideClosed}) AND NOT ${accessTaken(alias, subject)})`;
};
