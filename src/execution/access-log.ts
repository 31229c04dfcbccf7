/** A read of a logged class and its entries in the access log are one statement: no log, no data. */
import { column, ident, join, raw, sql, type Sql } from '../base/sql';
import { isLogged } from '../policy/rights';
import type { Thing } from '../model/thing';
import { parameters, type Hole } from './hole';
import { nameOf, shownOf, type Count, type Log, type Part, type Source } from './part';

/** The person that a record is about, found by the links that its thing names: so the log can be asked for one person. */
export function subjectOf({ name, subject, links, attributes }: Thing, alias: string): Sql {
  if (subject === undefined || subject === null) return raw('NULL::uuid');
  if (subject === '') return column(alias, 'id');
  const [first = '', ...rest] = subject.split('.');
  const link = links.get(first);
  const key = link && attributes.get(link.local);
  if (!link || !key) throw new Error(`${name} is about ${subject}, which is no way from it`);
  const value = column(alias, key.column);
  if (rest.length === 0) return value;
  const target = link.target();
  const [inner, step] = [`${alias}s`, { ...target, subject: rest.join('.') }];
  return sql`(SELECT ${subjectOf(step, inner)} FROM ${ident(target.table)} ${ident(inner)} WHERE ${column(inner, 'id')} = ${value})`;
}

/** The place in a part's rows of the person that a record is about. */
const subjectIn = (part: Part, from: Source): number =>
  part.cell(part.export(from, '$subject', subjectOf(from.thing, from.alias)));

/** Notes that the records of a source are read for a purpose, if their class is logged. */
export function logReads(part: Part, source: Source, purpose: Hole): void {
  if (!isLogged(source.thing)) return;
  part.logs.push({ thing: source.thing, purpose, record: part.id(source), subject: subjectIn(part, source) });
}

/** Notes that what hangs on the records of a source is counted, if the class of what is counted is logged. */
export function logCounts(part: Part, source: Source, { purpose, source: { thing } }: Count): void {
  if (purpose) part.logs.push({ thing, purpose, record: null, subject: subjectIn(part, source) });
}

const columns = raw(
  'id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id',
);

/**
 * One entry for each record that is shown, however many rows it stands on; and one, without a record, for each that
 * what hangs on it is counted, or for a whole list.
 */
export function logEntries(parts: readonly Part[], counts: readonly Count[]): Sql | null {
  const reads = [...parts.flatMap((part) => part.logs.map((log) => readOf(part, log))), ...counts.flatMap(countingOf)];
  if (reads.length === 0) return null;
  const { account, organisation, role, request } = parameters;
  const who = sql`${account}::uuid, ${account}::uuid, ${role}::text, ${organisation}::uuid, ${request}::text`;
  return sql`INSERT INTO access_log_entry (${columns}) SELECT gen_random_uuid(), 1, now(), now(), ${who}, read.* FROM (${join(reads, ' UNION ALL ')}) read`;
}

const about = ({ name, dataClass }: Thing, purpose: Hole): Sql =>
  sql`${raw(`'${name}', '${dataClass}'`)}, ${purpose}::text`;

function readOf(part: Part, { thing, purpose, record, subject }: Log): Sql {
  const cells = raw(record === null ? `NULL::uuid, c${subject}` : `c${record}, c${subject}`);
  const shown = shownOf(part, record === null ? undefined : sql`${raw(`c${record}`)} IS NOT NULL`);
  return sql`(SELECT DISTINCT ${about(thing, purpose)}, ${cells} FROM ${nameOf(part)}${shown})`;
}

const countingOf = ({ source: { thing }, purpose }: Count): Sql[] =>
  purpose ? [sql`(SELECT ${about(thing, purpose)}, NULL::uuid, NULL::uuid)`] : [];
