/**
 * Which entries of the access log are open: none that tells of a case, or of its survivor, to whom that case is shut, and
 * none of a breach of conduct to who does not review it. Whoever was accused loses those of that case and no others: that
 * everything went would tell them.
 */
import { column, FALSE, ident, join, lookedFor, or, raw, sql, type Sql } from '../../base/sql';
import type { Subject } from '../../model/reach';
import { allThings, thingOf, type Thing } from '../../model/thing';
import { isLogged } from '../../policy/rights';
import { Case } from '../casework/case/case.entity';
import { isOpen, isOpenAbout, isShutOut } from '../casework/case/case.reach';
import { ConductBreach } from '../conduct/conduct-breach.entity';
import { isReviewer } from '../conduct/conduct-breach.reach';

export function isOpenEntry(alias: string, subject: Subject): Sql {
  const [about, record, entity] = ['survivor_id', 'record_id', 'entity'].map((name) => column(alias, name)) as [
    ...[Sql, Sql, Sql],
  ];
  // Of all that is logged this alone is read of a case by somebody whose own organisation knows nothing of it.
  const others = sql`(${entity} = 'AccusedColleague' AND EXISTS (
    SELECT 1 FROM accused_colleague x JOIN "case" c ON c.id = x.case_id
    WHERE x.id = ${record} AND c.restricted_at IS NOT NULL AND NOT ${isOpen('c', subject)}))`;
  const anonymous = sql`(${record} IS NULL OR NOT (${or([isOfMyAccusers(record, subject), others, isOfBreach(alias, subject)])}))`;
  // What was erased is shut to whom it was shut before.
  const gone = sql`ARRAY(SELECT e.survivor_id FROM erasure e WHERE e.survivor_id IS NOT NULL AND ${isShutOut('e', subject)})`;
  return sql`CASE WHEN ${about} IS NULL THEN ${anonymous} ELSE ${isOpenAbout(about, subject)} AND ${about} <> ALL(${gone}) END`;
}

/** A record of a case without a survivor in which I am accused, or was when it was erased. Few are: for them alone it is looked up. */
function isOfMyAccusers(record: Sql, subject: Subject): Sql {
  const mine = sql`SELECT x.case_id FROM accused_colleague x WHERE x.accused_id = ${subject.accountId} AND x.voided_at IS NULL`;
  const erased = sql`SELECT r.id FROM erased_record r JOIN erasure e ON e.created_at = r.erased_at WHERE ${isShutOut('e', subject)}`;
  return sql`(CASE WHEN EXISTS (${mine}) THEN ${record} IN (
      WITH shut AS MATERIALIZED (SELECT ARRAY(${mine}) AS ids) ${recordsOf(raw('(SELECT ids FROM shut)::uuid[]'))}) ELSE FALSE END
    OR CASE WHEN EXISTS (SELECT FROM erasure e WHERE ${isShutOut('e', subject)}) THEN ${record} IN (${erased}) ELSE FALSE END)`;
}

/** Everything of these cases of which reads are logged. */
function recordsOf(cases: Sql): Sql {
  const rows = [...allThings.values()].filter(isLogged).flatMap((thing) => {
    const hangs = hangingOn(thing, thing.subject?.split('.') ?? [], cases);
    return hangs ? [sql`SELECT id FROM ${ident(thing.table)} WHERE ${hangs}`] : [];
  });
  return join(rows, ' UNION ALL ');
}

/** That it hangs on these cases, by the links that lead to whom it is about; null: they lead past no case. */
function hangingOn({ links, attributes }: Thing, [first = '', ...rest]: readonly string[], cases: Sql): Sql | null {
  const link = links.get(first);
  const key = link && attributes.get(link.local);
  const own = links.get('case');
  if (own && own.target() === thingOf(Case))
    return sql`${ident(attributes.get(own.local)?.column ?? '')} = ANY(${cases})`;
  if (!link || !key) return null;
  const further = hangingOn(link.target(), rest, cases);
  return further && sql`${ident(key.column)} IN (SELECT id FROM ${ident(link.target().table)} WHERE ${further})`;
}

/** Of a breach its reviewers read, and who watches over the country's people; whoever read it themselves knows of it. */
function isOfBreach(alias: string, subject: Subject): Sql {
  if (subject.watches) return FALSE;
  const mine = lookedFor(
    sql`SELECT FROM conduct_breach b WHERE b.id = ${column(alias, 'record_id')} AND ${isReviewer('b', subject)}`,
  );
  return sql`(${column(alias, 'entity')} = ${raw(`'${thingOf(ConductBreach).name}'`)}
    AND ${column(alias, 'actor_id')} <> ${subject.accountId} AND NOT ${mine})`;
}
