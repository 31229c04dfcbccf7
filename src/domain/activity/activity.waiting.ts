/** Activities that were planned for a day that is past, and of which nobody said since whether they were held. */
import { raw, sql, type Sql } from '../../base/sql';
import type { Constructor } from '../../model/thing';
import { endOf, waits, workSource } from '../work-list/work-source';

/**
 * Has what is planned wait for who planned it, from the end of its day on.
 * @param planned of the table under the alias `a`: its last day, and that it is still to come
 */
export function waitsOnceItsDayIsPast(
  entity: Constructor,
  {
    name,
    table,
    day,
    isPlanned,
  }: { readonly name: string; readonly table: string; readonly day: Sql; readonly isPlanned: Sql },
): void {
  workSource({
    name,
    of: [entity],
    rows: (among) => sql`
    SELECT ${waits({
      ...{
        root: raw('a.id'),
        kind: 'ACTIVITY_DAY_PAST',
        dueAt: endOf(day),
        since: raw('a.created_at'),
        from: endOf(day),
      },
      ...{ organisationId: raw('a.organisation_id'), responsibleId: raw('a.created_by_id') },
      record: { entity, id: raw('a.id'), makerId: raw('a.created_by_id') },
    })}
    FROM ${raw(table)} a WHERE ${among(raw('a.id'))} AND ${isPlanned} AND a.voided_at IS NULL`,
  });
}
