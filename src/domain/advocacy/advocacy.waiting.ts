/** Advocacy whose day is past, and that has not begun: it still stands at its first stage. */
import { raw } from '../../base/sql';
import { waitsOnceItsDayIsPast } from '../activity/activity.waiting';
import { AdvocacyActivity } from './advocacy-activity.entity';

waitsOnceItsDayIsPast(AdvocacyActivity, {
  ...{ name: 'advocacyPast', table: 'advocacy_activity', day: raw('a.activity_on') },
  isPlanned: raw(`a.stage = 'PLANNED'`),
});
