/** Entries of the service directory that were not confirmed for long. */
import { raw, sql } from '../../base/sql';
import { waits, workSource } from '../work-list/work-source';
import { ServiceEntry } from './service-entry.entity';

workSource({
  name: 'entryNotConfirmed',
  of: [ServiceEntry],
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('s.id'), kind: 'DIRECTORY_ENTRY_STALE', since: raw('s.last_confirmed_on::timestamptz') },
      ...{ organisationId: raw('s.kept_by_id'), audience: 'directoryKeeping' },
      record: { entity: ServiceEntry, id: raw('s.id'), makerId: raw('s.created_by_id') },
    })}
    FROM service_entry s WHERE ${among(raw('s.id'))} AND s.status = 'STALE' AND s.voided_at IS NULL`,
});
