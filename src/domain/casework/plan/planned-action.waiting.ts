/** What was planned for today, or before, and is not done. */
import { raw, sql } from '../../../base/sql';
import { endOf, ofCase, startOf, waits, workSource } from '../../work-list/work-source';
import { asCounted, counted } from '../follow-up/follow-up.waiting';
import { PlannedAction } from './planned-action.entity';

const day = raw('p.due_on');

workSource({
  name: 'plannedAction',
  of: [PlannedAction],
  followsCase: true,
  rows: (among) => sql`
    SELECT ${waits({
      ...ofCase,
      ...asCounted,
      ...{ root: raw('p.case_id'), dueAt: endOf(day), since: raw('p.created_at') },
      responsibleId: raw('coalesce(p.responsible_id, c.owner_id)'),
      record: { entity: PlannedAction, id: raw('p.id'), makerId: raw('p.created_by_id') },
    })}
    FROM planned_action p JOIN "case" c ON c.id = p.case_id ${counted(startOf(day), endOf(day))}
    WHERE ${among(raw('p.case_id'))} AND p.status = 'PLANNED' AND p.voided_at IS NULL AND p.due_on IS NOT NULL
      AND c.closed_off_at IS NULL AND c.status NOT IN ('CLOSED', 'DUPLICATE')`,
});
