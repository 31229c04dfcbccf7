/** To whom a case is open at all: as SQL, for the row scopes. */
import { and, column, lookedFor, or, raw, sql, TRUE, type Sql } from '../../../base/sql';
import type { Subject } from '../../../model/reach';

/**
 * I am accused in the case: nothing of it exists for me, in whatever role. The few cases of one person are looked up once
 * in a statement: an EXISTS for each would have the server plan whatever it stands in twice.
 */
export const accused = (caseId: Sql, { accountId }: Subject): Sql =>
  sql`(${caseId} = ANY(ARRAY(SELECT x.case_id FROM accused_colleague x WHERE x.accused_id = ${accountId} AND x.voided_at IS NULL)))`;

/** I am among those whom a restricted case is open to. Whoever has to have the cases of children has thousands: each is looked for, but where all are counted. */
function member(caseId: Sql, { accountId, lists }: Subject): Sql {
  const mine = sql`m.member_id = ${accountId} AND m.ended_at IS NULL`;
  // As a sub-select it is hashed, which an array would not be.
  if (lists === 'counted') return sql`${caseId} IN (SELECT m.case_id FROM case_member m WHERE ${mine})`;
  return lookedFor(sql`SELECT 1 FROM case_member m WHERE m.case_id = ${caseId} AND ${mine}`);
}

/** Whom I stand in for just now: looked up once in a statement. */
export const absent = ({ accountId }: Subject): Sql =>
  sql`ARRAY(SELECT d.absent_id FROM deputyship d WHERE d.deputy_id = ${accountId} AND d.starts_at <= now() AND d.ends_at > now())`;

/** The case of a colleague whom I stand in for. */
const deputised = (alias: string, subject: Subject): Sql => sql`${column(alias, 'owner_id')} = ANY(${absent(subject)})`;

/** I work on the case as on one of my own: for somebody absent, or named to a restricted one. */
export const entrusted = (alias: string, subject: Subject): Sql =>
  sql`(${deputised(alias, subject)} OR (${column(alias, 'restricted_at')} IS NOT NULL AND ${member(column(alias, 'id'), subject)}))`;

/**
 * A draft is its maker's, whoever's it was given to, and the supervisor's; one that was imported is for whoever manages cases to
 * review. A restricted case is open to the colleagues who are named, and to
 * whoever stands in for who has it, unless accused; whoever
 * watches over the country's people sees who has it and who took access, of a draft too, unless accused. Who is accused is never named, and an
 * accusation restricts the case: so the many cases that are not restricted cost no look.
 */
export function isOpen(alias: string, subject: Subject): Sql {
  const id = column(alias, 'id');
  const unrestricted = sql`${column(alias, 'restricted_at')} IS NULL`;
  const deputy = sql`(${deputised(alias, subject)} AND NOT ${accused(id, subject)})`;
  const named = subject.watches ? sql`NOT ${accused(id, subject)}` : or([member(id, subject), deputy]);
  const mine = sql`${subject.accountId} IN (${column(alias, 'created_by_id')}, ${column(alias, 'owner_id')})`;
  const seen = subject.duties?.includes('caseManagement') ? or([mine, column(alias, 'imported')]) : mine;
  const begun = sql`(${column(alias, 'status')} <> 'DRAFT' OR ${seen})`;
  return and([or([unrestricted, named]), subject.oversees || subject.watches ? TRUE : begun]);
}

/**
 * What a row is about is open to me, where it is about a case. Where all rows are counted, those that are shut are looked
 * up once: drafts and restricted cases are fewer.
 */
export function isOpenBeside(caseId: Sql, subject: Subject): Sql {
  const open = isOpen('oc', subject);
  if (subject.lists !== 'counted')
    return sql`(${caseId} IS NULL OR ${lookedFor(sql`SELECT FROM "case" oc WHERE oc.id = ${caseId} AND ${open}`)})`;
  const begun = subject.oversees || subject.watches ? raw('') : raw(` OR oc.status = 'DRAFT'`);
  // As a sub-select it is hashed, which an array would not be.
  const shut = sql`SELECT oc.id FROM "case" oc WHERE (oc.restricted_at IS NOT NULL${begun}) AND NOT ${open}`;
  return sql`(${caseId} IS NULL OR ${caseId} NOT IN (${shut}))`;
}

/** No restricted case of this survivor is shut to me. Where all rows are counted, those that are are looked up once. */
export function isOpenAbout(survivorId: Sql, subject: Subject): Sql {
  const shut = sql`c.restricted_at IS NOT NULL AND NOT ${isOpen('c', subject)}`;
  if (subject.lists !== 'counted')
    return sql`NOT ${lookedFor(sql`SELECT FROM "case" c WHERE c.survivor_id = ${survivorId} AND ${shut}`)}`;
  return sql`${survivorId} NOT IN (SELECT c.survivor_id FROM "case" c WHERE c.survivor_id IS NOT NULL AND ${shut})`;
}

/** I was accused in what is no more. */
export const isShutOut = (alias: string, { accountId }: Subject): Sql =>
  sql`${accountId} = ANY(${column(alias, 'shut_out')}::uuid[])`;

/** I was accused in one of these cases, whether I still am or not. */
const onceAccused = (caseIds: Sql, { accountId }: Subject): Sql =>
  sql`EXISTS (SELECT 1 FROM accused_colleague x WHERE x.case_id IN (${caseIds}) AND x.accused_id = ${accountId})`;

/** Whoever was accused, and is let in again, does not learn from the history of the case who accused them, nor who was named then. */
export function isOpenHistory(alias: string, subject: Subject): Sql {
  const record = column(alias, 'record_id');
  const cases = sql`${record}, (SELECT m.case_id FROM case_member m WHERE m.id = ${record})`;
  return sql`(${column(alias, 'action')} NOT IN ('accuseColleague', 'withdrawAccusation', 'nameOutsideSupervisor')
    OR NOT ${onceAccused(cases, subject)})`;
}

/** Nor from the notes why somebody was named in their place. */
export const isOpenNote = (alias: string, subject: Subject): Sql =>
  sql`(${column(alias, 'step')} IS DISTINCT FROM 'nameOutsideSupervisor' OR NOT ${onceAccused(column(alias, 'case_id'), subject)})`;

/**
 * Colleagues who are in a case with me to which one of us was named from another organisation: whoever was sees those to
 * whom it is open or was, and who is accused in it; they see who was. Such cases are very few: looked up once in a statement.
 */
export const amongNamed = (alias: string, subject: Subject): Sql =>
  sql`${column(alias, 'id')} = ANY(ARRAY(
    SELECT unnest(CASE WHEN c.outside_supervisor_id = ${subject.accountId} THEN ARRAY(
        SELECT o.member_id FROM case_member o WHERE o.case_id = c.id
        UNION SELECT x.accused_id FROM accused_colleague x WHERE x.case_id = c.id AND x.voided_at IS NULL)
      ELSE ARRAY[c.outside_supervisor_id] END)
    FROM "case" c WHERE c.outside_supervisor_id IS NOT NULL AND ${member(sql`c.id`, subject)}))`;
