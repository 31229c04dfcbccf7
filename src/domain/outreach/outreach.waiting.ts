/** Outreach whose day is past, and that was neither held nor cancelled. */
import { raw } from '../../base/sql';
import { waitsOnceItsDayIsPast } from '../activity/activity.waiting';
import { OutreachActivity } from './outreach-activity.entity';

waitsOnceItsDayIsPast(OutreachActivity, {
  ...{ name: 'outreachPast', table: 'outreach_activity', day: raw('a.held_on') },
  isPlanned: raw(`a.status = 'PLANNED'`),
});
