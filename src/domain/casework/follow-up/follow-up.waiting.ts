/** Follow-ups that are to be done: those planned, and those that are due by rule. */
import { raw, sql, type Sql } from '../../../base/sql';
import { ofCase, pressing, startOfDay, waits, workSource } from '../../work-list/work-source';
import { FollowUpDue } from './follow-up-due.entity';
import { FollowUp } from './follow-up.entity';

/** On the list from the beginning of its day; once it is overdue, of somebody who is in danger or a minor, further up. */
export const counted = (from: Sql, dueAt: Sql): Sql => sql`CROSS JOIN LATERAL (
  SELECT 'FOLLOW_UP', ${from}, CASE WHEN ${pressing} THEN ${dueAt} END
  UNION ALL SELECT 'OVERDUE_AT_RISK', ${dueAt}, NULL WHERE ${pressing}) k (kind, from_at, until_at)`;

export const asCounted = { kind: raw('k.kind'), from: raw('k.from_at'), until: raw('k.until_at') } as const;

const shared = { ...ofCase, ...asCounted, root: raw('f.case_id'), dueAt: raw('f.due_at'), since: raw('f.created_at') };
const inTime = counted(startOfDay(raw('f.due_at')), raw('f.due_at'));
const record = { id: raw('f.id'), makerId: raw('f.created_by_id') };

workSource({
  name: 'followUp',
  of: [FollowUp],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...shared, responsibleId: raw('coalesce(f.responsible_id, c.owner_id)'), record: { ...record, entity: FollowUp } })}
    FROM follow_up f JOIN "case" c ON c.id = f.case_id ${inTime}
    WHERE ${among(raw('f.case_id'))} AND f.status = 'PLANNED' AND f.voided_at IS NULL AND f.due_at IS NOT NULL`,
});

workSource({
  name: 'followUpDue',
  of: [FollowUpDue],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({ ...shared, responsibleId: raw('c.owner_id'), record: { ...record, entity: FollowUpDue } })}
    FROM follow_up_due f JOIN "case" c ON c.id = f.case_id ${inTime}
    WHERE ${among(raw('f.case_id'))}`,
});
