/** What every step of an emergency alert has in common: the alert is held, its lifecycle asked, who was sent brought up to date. */
import type { Changing } from '../../../model/action-input';
import { hasDuty } from '../../../policy/rights';
import { InputCheck } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { AlertResponder } from './alert-responder.entity';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, ended, type AlertFacts } from './emergency-alert.lifecycle';

/** An alert that is held, and who was sent to it. */
export interface Held {
  readonly alert: EmergencyAlert;
  readonly responders: readonly AlertResponder[];
}

type Asked = Omit<Changing, 'idempotencyKey'>;

/** @throws ProblemError NOT_FOUND, VERSION_CONFLICT */
export async function held(work: Work, { id, expectedVersion }: Asked): Promise<Held> {
  return withResponders(work, await work.load(EmergencyAlert, id, { expectedVersion }));
}

/** The alert that somebody is, or was, sent to: held before what belongs to it. */
export async function heldWith(work: Work, { id, expectedVersion }: Asked): Promise<Held & { one: AlertResponder }> {
  const { alertId } = await work.load(AlertResponder, id, { right: 'read' });
  const found = await withResponders(work, await work.load(EmergencyAlert, alertId));
  return { ...found, one: await work.load(AlertResponder, id, { expectedVersion }) };
}

export async function withResponders(work: Work, alert: EmergencyAlert): Promise<Held> {
  return { alert, responders: await work.find(AlertResponder, { alertId: alert.id }, true) };
}

/** Not sent back. */
export const out = (responders: readonly AlertResponder[]): readonly AlertResponder[] =>
  responders.filter(({ endedAt }) => endedAt === null);

const isThere = ({ arrivedAt }: AlertResponder): boolean => arrivedAt !== null;

export const whoIsLeft = (responders: readonly AlertResponder[]): NonNullable<AlertFacts['left']> => {
  const left = out(responders);
  return left.some(isThere) ? 'ON_SITE' : left.length > 0 ? 'ON_THE_WAY' : 'NOBODY';
};

/** Whether the caller is told where help is needed: raised the alert, answers it, or is out on the way. */
export const isTold = ({ actor: { accountId } }: Work, { alert, responders }: Held): boolean =>
  [alert.createdById, alert.acknowledgerId, ...out(responders).map(({ memberId }) => memberId)].includes(accountId);

/** What the guards judge by. */
export function factsOf({ actor }: Work, { alert, responders }: Held): AlertFacts {
  const { accountId } = actor;
  const mine = alert.acknowledgerId === accountId;
  const sent = out(responders).some(({ memberId }) => memberId === accountId);
  const raised = alert.createdById === accountId && (alert.acknowledgerId === null || ended.includes(alert.status));
  const left = whoIsLeft(responders);
  return {
    mine,
    concerned: mine || sent || raised || hasDuty('supervision', actor.role),
    spokenWith: left === 'ON_SITE' || alert.responses.includes('FIRST_LINE_SUPPORT'),
    left,
  };
}

/**
 * Takes a step of an alert, with what changes by it; `left` says who is left of those who were sent, where that changes.
 * @throws ProblemError IllegalStep, what the guards have against it, and times that cannot be
 */
export async function take(
  work: Work,
  record: Held,
  changes: Values<EmergencyAlert> = {},
  left = whoIsLeft(record.responders),
): Promise<void> {
  const { alert, responders } = record;
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const next = { ...alert, ...given };
  const facts = { ...factsOf(work, record), left };
  const { spokenWith } = factsOf(work, { alert: next, responders });
  const status = alertLifecycle.step(alert.status, work.action, { ...facts, spokenWith: spokenWith ?? false });
  checkTimes(next);
  await work.update(EmergencyAlert, alert, { ...given, status });
}

/** @throws ProblemError INVALID_INPUT where something is told to have been before the alert came in, or is still to come */
export function checkTimes({ raisedAt, resolvedAt }: Pick<EmergencyAlert, 'raisedAt' | 'resolvedAt'>): void {
  const check = new InputCheck();
  notAhead(check, raisedAt, ['raisedAt']);
  notAhead(check, resolvedAt, ['resolvedAt']);
  notBefore(check, resolvedAt, raisedAt, 'resolvedAt');
  check.done();
}

export function notBefore(check: InputCheck, at: string | null, raisedAt: string, path: string): void {
  if (at !== null && Date.parse(at) < Date.parse(raisedAt)) check.refuse([path], beforeIt);
}

const beforeIt = {
  en: 'That is before the alert came in. Correct this time, or when the alert came in.',
  pt: 'É antes de o alerta ter chegado. Corrija esta hora, ou a hora a que o alerta chegou.',
};

/** Nobody is out any more. @returns who had not arrived yet: they need not go on */
export async function callBack(work: Work, { responders }: Held): Promise<string[]> {
  const left = out(responders);
  const onTheWay = left.filter((one) => !isThere(one)).map(({ memberId }) => memberId);
  for (const one of left) await work.update(AlertResponder, one, { endedAt: now() });
  return onTheWay;
}
