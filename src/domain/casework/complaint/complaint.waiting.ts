/** Hearings that are near, and complaints that nothing was heard of for too long. */
import { raw, sql } from '../../../base/sql';
import { endOf, startOf, waits, workSource } from '../../work-list/work-source';
import { Complaint } from './complaint.entity';
import { running } from './complaint.lifecycle';
import { AHEAD } from './complaint.stalling';

workSource({
  name: 'complaint',
  of: [Complaint],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('coalesce(q.case_id, q.id)'), kind: 'COMPLAINT', since: raw('q.created_at') },
      ...{ dueAt: raw('k.due_at'), from: raw('k.from_at'), until: raw('k.until_at') },
      risk: raw(`coalesce(c.risk_level, 'NOT_SAID')`),
      organisationId: raw('coalesce(c.organisation_id, q.organisation_id)'),
      responsibleId: raw('CASE WHEN c.id IS NULL THEN q.created_by_id ELSE c.owner_id END'),
      ...{ caseId: raw('c.id'), reference: raw('c.display_id') },
      record: { entity: Complaint, id: raw('q.id'), makerId: raw('q.created_by_id') },
    })}
    FROM complaint q LEFT JOIN "case" c ON c.id = q.case_id CROSS JOIN LATERAL (
      SELECT ${endOf(raw('q.hearing_on'))}, ${startOf(sql`q.hearing_on - ${raw(String(AHEAD))}`)}, ${endOf(raw('q.hearing_on'))}
      WHERE q.hearing_on IS NOT NULL
      UNION ALL SELECT ${endOf(raw('q.stalls_on'))}, ${endOf(raw('q.stalls_on'))}, NULL WHERE q.stalls_on IS NOT NULL)
      k (due_at, from_at, until_at)
    WHERE ${among(raw('coalesce(q.case_id, q.id)'))} AND q.status IN (${raw(running.map((code) => `'${code}'`).join(', '))})
      AND q.voided_at IS NULL AND c.closed_off_at IS NULL`,
});
