/** What becomes of the alerts and shifts of a colleague who works here no longer. */
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import { AlertResponder } from './alert-responder.entity';
import { ackDueFrom } from './emergency-alert.due';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, LEAVING, onCallLifecycle } from './emergency-alert.lifecycle';
import { tell } from '../notice/notice.sending';
import { callOut, supervisors, tellOf } from './emergency-alert.people';
import { out, whoIsLeft, withResponders } from './emergency-alert.step';
import { OnCallShift } from './on-call-shift.entity';

const reason = 'Nobody waits for a colleague who works there no longer, whoever says that they do not.';
const [alerts, responders, shifts] = [
  asSystem(EmergencyAlert, reason),
  asSystem(AlertResponder, reason),
  asSystem(OnCallShift, reason),
];

/** A shift that has begun ends now: who was on call until then stays to be seen. */
export async function endShifts(work: Work, memberId: string): Promise<void> {
  const standing = await work.find(OnCallShift, { memberId, status: 'PLANNED' }, true);
  const at = now();
  for (const one of standing.filter(({ endsAt }) => endsAt > at)) {
    const status = onCallLifecycle.step(one.status, LEAVING, { over: false });
    await work.update(OnCallShift, one, one.startsAt > at ? { status } : { endsAt: at }, { as: shifts });
  }
}

/**
 * Of an alert that a colleague answered, or was sent to. It is held. Where nobody else is out, it is as if it had come in
 * anew: whoever is on call hears of it. Supervisors hear in any case.
 */
export async function leaveAlert(work: Work, alert: EmergencyAlert, memberId: string): Promise<void> {
  const all = (await withResponders(work, alert)).responders;
  for (const one of out(all).filter((each) => each.memberId === memberId))
    await work.update(AlertResponder, one, { endedAt: now() }, { as: responders });
  const isUnanswered = alert.acknowledgerId === memberId || alert.acknowledgerId === null;
  const left = whoIsLeft(all.filter((one) => one.memberId !== memberId));
  const status = alertLifecycle.step(alert.status, LEAVING, { left, unanswered: isUnanswered });
  const changes: Values<EmergencyAlert> = {
    ...(isUnanswered && { acknowledgerId: null }),
    ...(status === 'RAISED' && { ...unacknowledged, ackDueAt: await ackDueFrom(work, now()) }),
  };
  await work.update(EmergencyAlert, alert, { ...changes, status }, { as: alerts });
  const others = [alert.acknowledgerId, ...(await supervisors(work, alert))];
  if (isUnanswered) await tellOf(work, alert, 'ALERT_GIVEN_BACK', others);
  else await tell(work, 'COLLEAGUE_LEFT', others, null, memberId, alert.id);
  if (status === 'RAISED') await callOut(work, alert);
}

const unacknowledged = { acknowledgedAt: null, onSiteDueAt: null, lateToldAt: null, escalatedAt: null } as const;
