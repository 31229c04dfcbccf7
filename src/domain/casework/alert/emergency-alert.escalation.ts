/** What time does with alerts: nobody acknowledged one, nobody is on site. Told once each; the record stays as it is. */
import { sql, type Sql } from '../../../base/sql';
import { SWEEP_BATCH, sweep } from '../../../writing/sweep';
import type { Work } from '../../../writing/work';
import { EmergencyAlert } from './emergency-alert.entity';
import { onCall, supervisors, tellOf } from './emergency-alert.people';

sweep({
  name: 'escalateAlerts',
  label: {
    en: 'nobody acknowledged an emergency alert in time',
    pt: 'ninguém assumiu a tempo um alerta de emergência',
  },
  description:
    'tells the next on call and the supervisors of alerts that nobody acknowledged in the minutes of the country',
  writes: [],
  run: async (work) => {
    const late = await mark(
      work,
      sql`status = 'RAISED' AND ack_due_at <= now() AND escalated_at IS NULL`,
      sql`escalated_at`,
    );
    for (const alert of late) {
      // Whoever was first has been told; where nobody was, the second was, and hears again that it waits.
      const next = await onCall(work, alert, 'SECOND');
      await tellOf(work, alert, 'ALERT_UNACKNOWLEDGED', [...next, ...(await supervisors(work, alert))]);
    }
    return late.length;
  },
});

sweep({
  name: 'tellOfLateHelp',
  label: { en: 'help is not on site in time', pt: 'a ajuda não está no local a tempo' },
  description:
    'tells who answers them and the supervisors of alerts where nobody is on site in the minutes of the country',
  writes: [],
  run: async (work) => {
    const late = await mark(
      work,
      sql`status IN ('ACKNOWLEDGED', 'DISPATCHED') AND on_site_due_at <= now() AND late_told_at IS NULL`,
      sql`late_told_at`,
    );
    for (const alert of late)
      await tellOf(work, alert, 'ALERT_NOT_ON_SITE', [alert.acknowledgerId, ...(await supervisors(work, alert))]);
    return late.length;
  },
});

/** Those that are being changed just now are left for the next time. The version stays: nobody who changes one is told that somebody was faster. */
async function mark(work: Work, which: Sql, column: Sql): Promise<EmergencyAlert[]> {
  const due = await work.query<{ id: string }>(sql`
    SELECT id FROM emergency_alert WHERE ${which} ORDER BY id LIMIT ${SWEEP_BATCH} FOR NO KEY UPDATE SKIP LOCKED`);
  if (due.length === 0) return [];
  const ids = due.map(({ id }) => id);
  work.write(sql`UPDATE emergency_alert SET ${column} = now() WHERE id = ANY(${ids}::uuid[])`);
  return work.find(EmergencyAlert, { id: ids });
}
