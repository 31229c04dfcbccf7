/** A read of a logged class and its entries in the access log are one statement: no log, no data. */
import { join, raw, sql, type Sql } from '../base/sql';
import { dataClasses } from '../policy/table';
import type { Thing } from '../model/thing';
import { parameters, type Hole } from './hole';
import { nameOf, shownOf, type Log, type Part, type Source } from './part';

/** Where the survivor of a sensitive record is found, so that the log can be asked for one survivor. */
function survivorOf({ attributes }: Thing, alias: string): Sql {
  if (attributes.has('survivorId')) return raw(`${alias}.survivor_id`);
  if (attributes.has('caseId')) return raw(`(SELECT c.survivor_id FROM "case" c WHERE c.id = ${alias}.case_id)`);
  if (attributes.has('referralId')) {
    return raw(`(SELECT r.survivor_id FROM referral r WHERE r.id = ${alias}.referral_id)`);
  }
  return raw('NULL::uuid');
}

/** Notes that the records of a source are read for a purpose, if their class is logged. */
export function logReads(part: Part, source: Source, purpose: Hole): void {
  const { thing, alias } = source;
  if (!dataClasses[thing.dataClass].logged) return;
  const survivor = part.export(source, '$survivor', survivorOf(thing, alias));
  part.logs.push({ thing, purpose, record: part.id(source), survivor: part.cell(survivor) });
}

const columns = raw(
  'id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, request_id, entity, data_class, purpose, record_id, survivor_id',
);

/** One entry for each record that is shown, however many rows it stands on. */
export function logEntries(parts: readonly Part[]): Sql | null {
  const reads = parts.flatMap((part) => part.logs.map((log) => readOf(part, log)));
  if (reads.length === 0) return null;
  const { account, organisation, role, request } = parameters;
  const who = sql`${account}::uuid, ${account}::uuid, ${role}::text, ${organisation}::uuid, ${request}::text`;
  return sql`INSERT INTO access_log_entry (${columns}) SELECT gen_random_uuid(), 1, now(), now(), ${who}, read.* FROM (${join(reads, ' UNION ALL ')}) read`;
}

function readOf(part: Part, { thing, purpose, record, survivor }: Log): Sql {
  const about = sql`${raw(`'${thing.name}', '${thing.dataClass}'`)}, ${purpose}::text`;
  const cells = raw(`c${record}, c${survivor}`);
  return sql`(SELECT DISTINCT ${about}, ${cells} FROM ${nameOf(part)}${shownOf(part, sql`${raw(`c${record}`)} IS NOT NULL`)})`;
}
