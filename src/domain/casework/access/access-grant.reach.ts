/** When a case is closed off, and when an access to it stands: as SQL, for the row scopes. */
import { column, lookedFor, sql, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';

/** I took access to the case, and it has not ended. */
export const accessTaken = (alias: string, { accountId }: Subject): Sql =>
  lookedFor(
    sql`SELECT 1 FROM access_grant g WHERE g.case_id = ${column(alias, 'id')} AND g.grantee_id = ${accountId} AND g.ends_at > now()`,
  );

/**
 * The survivor has ended the consent to services, and I took no access. A draft opens nothing of what was closed off
 * before: it is no work yet, and whoever likes can begin one.
 */
export const closedOff = (alias: string, subject: Subject): Sql => {
  const besideClosed = sql`${column(alias, 'status')} = 'DRAFT' AND EXISTS (
    SELECT 1 FROM "case" o WHERE o.survivor_id = ${column(alias, 'survivor_id')}
      AND o.organisation_id = ${column(alias, 'organisation_id')} AND o.closed_off_at IS NOT NULL)`;
  return sql`((${column(alias, 'closed_off_at')} IS NOT NULL OR ${besideClosed}) AND NOT ${accessTaken(alias, subject)})`;
};
