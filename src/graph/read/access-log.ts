/** A read of a logged class and its entries in the access log are one statement: no log, no data. */
import { raw, sql, type Sql } from '../../database/sql';
import type { RequestContext } from '../../server/context';
import type { Thing } from '../thing';
import type { Plan } from './plan';
import type { Shown } from './shown';

/** Where the survivor of a sensitive record is found, so that the log can be asked for one survivor. */
function survivorOf(thing: Thing): Sql {
  if (thing.attributes.has('survivorId')) return raw('source.survivor_id');
  if (thing.attributes.has('caseId')) return raw('(SELECT c.survivor_id FROM "case" c WHERE c.id = source.case_id)');
  if (thing.attributes.has('referralId')) {
    return raw('(SELECT r.survivor_id FROM referral r WHERE r.id = source.referral_id)');
  }
  return raw('NULL::uuid');
}

/** Wraps a read: its rows are taken once, an entry is written for each that is shown, and only then are they handed on. */
export function logged(ctx: RequestContext, { thing, purpose }: Plan, read: Sql, shown: Shown): Sql {
  const { actor, requestId } = ctx;
  if (!actor) throw new Error('a logged class is read by nobody');
  const { accountId, role, organisationId } = actor;
  const values = sql`gen_random_uuid(), 1, now(), now(), ${accountId}::uuid, ${accountId}::uuid, ${role}::text, ${organisationId}::uuid, ${thing.name}::text, seen."$id", ${survivorOf(thing)}, ${thing.dataClass}::text, ${purpose}::text, ${requestId}::text`;
  return sql`WITH seen AS MATERIALIZED (SELECT row_number() OVER () AS "$order", rows.* FROM (${read}) rows), entries AS (INSERT INTO access_log_entry (id, version, created_at, updated_at, created_by_id, actor_id, actor_role, organisation_id, entity, record_id, survivor_id, data_class, purpose, request_id) SELECT ${values} FROM seen JOIN ${raw(`"${thing.table}"`)} source ON source.id = seen."$id" WHERE ${shown.condition}) SELECT * FROM seen ORDER BY "$order"`;
}
