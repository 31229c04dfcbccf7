/** Somebody is accused in the case that came of an alert: what they had of it goes to others, so that help still comes. */
import { now } from '../../../writing/moments';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import { AlertResponder } from './alert-responder.entity';
import { ackDueFrom } from './emergency-alert.due';
import { EmergencyAlert } from './emergency-alert.entity';
import { callOut, shutOutOf, supervisors, tellOf } from './emergency-alert.people';
import { out, whoIsLeft, withResponders } from './emergency-alert.step';

const reason = 'Who is accused in the case that came of an alert has nothing of the alert, whoever says so.';
const passing = asSystem(EmergencyAlert, reason);
const calledBack = asSystem(AlertResponder, reason);

/** The running alerts of a case that is held. */
export async function passAlertsOn(work: Work, caseId: string): Promise<void> {
  for (const alert of await work.find(EmergencyAlert, { caseId, resolvedAt: null }, true)) await passOn(work, alert);
}

/**
 * Whoever is accused is sent back, and answers no more: another who is out does, else it is called out anew. Where nobody
 * answers yet, the next on call hears.
 */
export async function passOn(work: Work, alert: EmergencyAlert): Promise<void> {
  const shut = await shutOutOf(work, alert);
  if (shut.size === 0 || alert.resolvedAt !== null) return;
  if (alert.status === 'RAISED') return callOut(work, alert);
  const { responders } = await withResponders(work, alert);
  const [gone, left] = [true, false].map((is) => out(responders).filter(({ memberId }) => shut.has(memberId) === is));
  for (const one of gone ?? []) await work.update(AlertResponder, one, { endedAt: now() }, { as: calledBack });
  const answers = alert.acknowledgerId !== null && !shut.has(alert.acknowledgerId);
  if (answers && gone?.length === 0) return;
  const [next] = left ?? [];
  const acknowledgerId = answers ? alert.acknowledgerId : (next?.memberId ?? null);
  if (acknowledgerId === null) return raiseAnew(work, alert);
  const where = { NOBODY: 'ACKNOWLEDGED', ON_THE_WAY: 'DISPATCHED', ON_SITE: 'ON_SITE' } as const;
  await work.update(EmergencyAlert, alert, { acknowledgerId, status: where[whoIsLeft(left ?? [])] }, { as: passing });
  if (!answers) await tellOf(work, alert, 'ALERT_HANDED_OVER', [acknowledgerId]);
}

async function raiseAnew(work: Work, alert: EmergencyAlert): Promise<void> {
  const anew: Values<EmergencyAlert> = {
    ...{ acknowledgedAt: null, acknowledgerId: null, onSiteDueAt: null, lateToldAt: null, escalatedAt: null },
    ...{ status: 'RAISED', ackDueAt: await ackDueFrom(work, now()) },
  };
  await work.update(EmergencyAlert, alert, anew, { as: passing });
  await tellOf(work, alert, 'ALERT_GIVEN_BACK', await supervisors(work, alert));
  await callOut(work, alert);
}
