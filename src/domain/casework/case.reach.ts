/** To whom a case is open at all: as SQL, for the row scopes. */
import { and, column, or, sql, TRUE, type Sql } from '../../base/sql';
import type { Subject } from '../../model/reach';

/**
 * I am accused in the case: nothing of it exists for me, in whatever role. The few cases of one person are looked up once
 * in a statement: an EXISTS for each would have the server plan whatever it stands in twice.
 */
export const accused = (caseId: Sql, { accountId }: Subject): Sql =>
  sql`(${caseId} = ANY(ARRAY(SELECT x.case_id FROM accused_colleague x WHERE x.accused_id = ${accountId} AND x.voided_at IS NULL)))`;

/** I am among those whom a restricted case is open to. */
const member = (caseId: Sql, { accountId }: Subject): Sql =>
  sql`${caseId} = ANY(ARRAY(SELECT m.case_id FROM case_member m WHERE m.member_id = ${accountId} AND m.ended_at IS NULL))`;

/** Whom I stand in for just now: looked up once in a statement. */
const absent = ({ accountId }: Subject): Sql =>
  sql`ARRAY(SELECT d.absent_id FROM deputyship d WHERE d.deputy_id = ${accountId} AND d.starts_at <= now() AND d.ends_at > now())`;

/** The case of a colleague whom I stand in for. */
const deputised = (alias: string, subject: Subject): Sql => sql`${column(alias, 'owner_id')} = ANY(${absent(subject)})`;

/** I work on the case as on one of my own: for somebody absent, or named to a restricted one. */
export const entrusted = (alias: string, subject: Subject): Sql =>
  sql`(${deputised(alias, subject)} OR (${column(alias, 'restricted_at')} IS NOT NULL AND ${member(column(alias, 'id'), subject)}))`;

/**
 * A draft is its maker's, whoever's it was given to, and the supervisor's. A restricted case is open to the colleagues who are named, and to
 * whoever stands in for who has it, unless accused; whoever
 * watches over the country's people sees its operations, unless accused. Who is accused is never named, and an
 * accusation restricts the case: so the many cases that are not restricted cost no look.
 */
export function isOpen(alias: string, subject: Subject): Sql {
  const id = column(alias, 'id');
  const unrestricted = sql`${column(alias, 'restricted_at')} IS NULL`;
  const deputy = sql`(${deputised(alias, subject)} AND NOT ${accused(id, subject)})`;
  const named = subject.watches ? sql`NOT ${accused(id, subject)}` : or([member(id, subject), deputy]);
  const mine = sql`${subject.accountId} IN (${column(alias, 'created_by_id')}, ${column(alias, 'owner_id')})`;
  const begun = sql`(${column(alias, 'status')} <> 'DRAFT' OR ${mine})`;
  return and([or([unrestricted, named]), subject.oversees ? TRUE : begun]);
}

/**
 * An entry of the access log tells of a case by whoever it is about, or by a record of a case without a survivor: who is
 * shut out of one hears of neither. Restricted cases are few: those that are shut to me are looked up once in a statement.
 */
export function isOpenEntry(alias: string, subject: Subject): Sql {
  const about = column(alias, 'survivor_id');
  const shut = sql`ARRAY(SELECT c.survivor_id FROM "case" c
    WHERE c.restricted_at IS NOT NULL AND c.survivor_id IS NOT NULL AND NOT ${isOpen('c', subject)})`;
  const anonymous = sql`(${column(alias, 'record_id')} IS NULL OR NOT ${anywhere(subject)})`;
  return sql`CASE WHEN ${about} IS NULL THEN ${anonymous} ELSE ${about} <> ALL(${shut}) END`;
}

const anywhere = ({ accountId }: Subject): Sql =>
  sql`EXISTS (SELECT 1 FROM accused_colleague x WHERE x.accused_id = ${accountId} AND x.voided_at IS NULL)`;

/** Whoever was accused, and is let in again, does not learn from the history of the case who accused them. */
export const isOpenHistory = (alias: string, { accountId }: Subject): Sql =>
  sql`(${column(alias, 'action')} NOT IN ('accuseColleague', 'withdrawAccusation') OR NOT EXISTS (
    SELECT 1 FROM accused_colleague x WHERE x.case_id = ${column(alias, 'record_id')} AND x.accused_id = ${accountId}))`;
