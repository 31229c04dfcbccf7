/** Reports that somebody else is to verify; and trainings whose last day is past, and that were neither held nor cancelled. */
import { raw, sql } from '../../base/sql';
import { waitsOnceItsDayIsPast } from '../activity/activity.waiting';
import { waits, workSource } from '../work-list/work-source';
import { Training } from './training.entity';

workSource({
  name: 'reportToVerify',
  of: [Training],
  rows: (among) => sql`
    SELECT ${waits({
      ...{ root: raw('t.id'), kind: 'REPORT_TO_VERIFY', since: raw('t.created_at'), audience: 'verification' },
      organisationId: raw('t.organisation_id'),
      record: { entity: Training, id: raw('t.id'), makerId: raw('t.created_by_id') },
    })}
    FROM training t WHERE ${among(raw('t.id'))} AND t.status = 'REPORTED'`,
});

waitsOnceItsDayIsPast(Training, {
  ...{ name: 'trainingPast', table: 'training', day: raw('coalesce(a.end_on, a.start_on)') },
  isPlanned: raw(`a.status IN ('PLANNED', 'CONFIRMED', 'POSTPONED')`),
});
