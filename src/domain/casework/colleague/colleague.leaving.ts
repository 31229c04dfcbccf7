/** What waits for a colleague who works here no longer: it is given to those who are left, so that nobody waits in vain. */
import { sql } from '../../../base/sql';
import type { Work } from '../../../writing/work';
import { EmergencyAlert } from '../alert/emergency-alert.entity';
import { endShifts, leaveAlert } from '../alert/emergency-alert.leaving';
import { answered } from '../alert/emergency-alert.lifecycle';
import { Case } from '../case/case.entity';
import { casesToDoIn, passOn } from './colleague.passing-on';

/** All of it, held. */
export interface Waiting {
  readonly cases: readonly Case[];
  readonly alerts: readonly EmergencyAlert[];
}

/** Held before the colleague is, as whatever gives work to a colleague holds it. */
export async function waitingFor(work: Work, memberId: string): Promise<Waiting> {
  const cases = await casesToDoIn(work, memberId);
  const alerts = await work.query<{ id: string }>(sql`
    SELECT a.id FROM emergency_alert a WHERE a.status = ANY(${answered}) AND (a.acknowledger_id = ${memberId} OR EXISTS (
      SELECT FROM alert_responder r WHERE r.alert_id = a.id AND r.member_id = ${memberId} AND r.ended_at IS NULL))`);
  return {
    cases: cases.length === 0 ? [] : await work.find(Case, { id: cases }, true),
    alerts: alerts.length === 0 ? [] : await work.find(EmergencyAlert, { id: alerts.map(({ id }) => id) }, true),
  };
}

/** Emergency alerts are answered by others, shifts on call end, and what was to be done in cases goes to who has them. */
export async function leaveAll(work: Work, memberId: string, { cases, alerts }: Waiting): Promise<void> {
  await endShifts(work, memberId);
  for (const alert of alerts) await leaveAlert(work, alert, memberId);
  for (const record of cases) await passOn(work, record, memberId);
}
