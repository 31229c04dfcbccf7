/** Sessions of today, and those whose day has passed without anything being recorded. */
import { raw, sql } from '../../../base/sql';
import { ofCase, startOfDay, waits, workSource, type Waiting } from '../../work-list/work-source';
import { ServiceSession } from './service-session.entity';

const shared: Omit<Waiting, 'organisationId'> = {
  ...{ root: raw('s.case_id'), kind: 'FOLLOW_UP', dueAt: raw('s.planned_at'), since: raw('s.created_at') },
  from: startOfDay(raw('s.planned_at')),
  record: { entity: ServiceSession, id: raw('s.id'), makerId: raw('s.created_by_id') },
};
const planned = raw(`s.status = 'PLANNED' AND s.voided_at IS NULL AND s.planned_at IS NOT NULL`);

workSource({
  name: 'sessionOfProvider',
  of: [ServiceSession],
  rows: (among) => sql`
    SELECT ${waits({
      ...shared,
      ...{ organisationId: raw('s.provider_id'), audience: 'serving', reference: raw('r.survivor_code') },
    })}
    FROM service_session s JOIN referral r ON r.id = s.referral_id
    WHERE ${among(raw('s.case_id'))} AND ${planned} AND s.provider_id IS NOT NULL`,
});

workSource({
  name: 'sessionOfCase',
  of: [ServiceSession],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...shared, ...ofCase, responsibleId: raw('coalesce(c.owner_id, s.created_by_id)') })}
    FROM service_session s JOIN "case" c ON c.id = s.case_id
    WHERE ${among(raw('s.case_id'))} AND ${planned} AND s.provider_id IS NULL`,
});
