/** The help that is sent: who goes, who is there, who is sent back. */
import { problem } from '../../../base/problem';
import { changing, making, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { AlertResponder } from './alert-responder.entity';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, byWhoIsLeft, concerned, everyStatus, same } from './emergency-alert.lifecycle';
import { answering, tellOf } from './emergency-alert.people';
import { heldWith, notBefore, out, take, whoIsLeft, withResponders, type Held } from './emergency-alert.step';

action(
  {
    name: 'sendToAlert',
    of: AlertResponder,
    label: { en: 'send a colleague to where help is needed', pt: 'enviar um colega aonde é precisa ajuda' },
    description:
      'Sends a colleague to where help is needed; several can be sent. They are told, and read the place until they are sent back or the alert ends.',
    input: making(AlertResponder, { description: 'What sending a colleague takes.', relies: ['alertId', 'memberId'] }),
    steps: [
      alertLifecycle.on({ from: ['ACKNOWLEDGED'], to: 'DISPATCHED', guards: [concerned] }),
      alertLifecycle.on({ from: ['DISPATCHED', 'ON_SITE'], to: same, guards: [concerned] }),
    ],
  },
  async (work, { id: given, values: { alertId, memberId } }) => {
    const record = await withResponders(work, await work.load(EmergencyAlert, alertId, { path: ['alertId'] }));
    const { alert, responders } = record;
    await answering(work, memberId, alert, ['memberId']);
    if (out(responders).some((one) => one.memberId === memberId)) throw sentAlready();
    const sentAt = now();
    await take(work, record, { dispatchedAt: alert.dispatchedAt ?? sentAt });
    const id = await work.insert(AlertResponder, { id: given, alertId, memberId, sentAt });
    await tellOf(work, alert, 'ALERT_SENT', [memberId]);
    return id;
  },
);

const sentAlready = () =>
  problem(
    'ALREADY_SENT',
    'This colleague was sent already. Send somebody else, or send the colleague back first.',
    'Este colega já foi enviado. Envie outra pessoa, ou mande-o regressar primeiro.',
    ['memberId'],
  );

action(
  {
    name: 'recordAlertArrival',
    of: AlertResponder,
    label: { en: 'record that help is there', pt: 'registar que a ajuda está no local' },
    description: 'Records that somebody who was sent is on site.',
    input: changing(AlertResponder, { description: 'What recording an arrival takes; now unless said otherwise.' }),
    steps: [
      alertLifecycle.on({ from: ['DISPATCHED'], to: 'ON_SITE', guards: [concerned] }),
      alertLifecycle.on({ from: ['ON_SITE'], to: same, guards: [concerned] }),
    ],
  },
  async (work, input) => {
    const record = await heldWith(work, input);
    assertOut(record.one);
    if (record.one.arrivedAt !== null) throw arrivedAlready();
    const { arrivedAt = now() } = input.values;
    if (arrivedAt === null) throw notEmpty();
    await arrive(work, record, { arrivedAt });
    return input.id;
  },
);

action(
  {
    name: 'updateAlertResponder',
    of: AlertResponder,
    label: { en: 'correct when help was there', pt: 'corrigir a hora de chegada da ajuda' },
    description: 'Corrects when somebody who was sent was on site.',
    input: changing(AlertResponder, { description: 'What correcting an arrival takes.' }),
    steps: [alertLifecycle.on({ from: everyStatus.filter((one) => one !== 'RAISED'), to: same, guards: [concerned] })],
  },
  async (work, input) => {
    const record = await heldWith(work, input);
    const { arrivedAt } = input.values;
    if (arrivedAt !== undefined && (arrivedAt === null || record.one.arrivedAt === null)) throw notEmpty();
    await arrive(work, record, input.values);
    return input.id;
  },
);

/** The first who was there says when help was. */
async function arrive(work: Work, record: Held & { one: AlertResponder }, values: Values<AlertResponder>) {
  const { alert, one, responders } = record;
  const at = values.arrivedAt ?? one.arrivedAt;
  const check = new InputCheck();
  notAhead(check, at, ['arrivedAt']);
  notBefore(check, at, alert.raisedAt, 'arrivedAt');
  check.done();
  const others = responders.filter(({ id }) => id !== one.id).map(({ arrivedAt }) => arrivedAt);
  const all = [at, ...others].filter((each) => each !== null).sort((a, b) => Date.parse(a) - Date.parse(b));
  await take(work, record, { arrivedAt: all[0] ?? null });
  await work.update(AlertResponder, one, values);
}

action(
  {
    name: 'sendBackFromAlert',
    of: AlertResponder,
    label: { en: 'send a colleague back', pt: 'mandar regressar um colega' },
    description:
      'Says that somebody who was sent goes no further, or leaves. They read the place no more; the alert stands where those who are left have it.',
    input: changing(AlertResponder, { description: 'What sending somebody back takes.' }),
    steps: [alertLifecycle.on({ from: ['DISPATCHED', 'ON_SITE'], to: byWhoIsLeft, guards: [concerned] })],
  },
  async (work, input: Changing) => {
    const record = await heldWith(work, input);
    const { alert, one, responders } = record;
    assertOut(one);
    const left = responders.filter(({ id }) => id !== one.id);
    await take(work, record, {}, whoIsLeft(left));
    await work.update(AlertResponder, one, { endedAt: now() });
    await tellOf(work, alert, 'ALERT_SENT_BACK', [one.memberId]);
    return input.id;
  },
);

/** @throws ProblemError SENT_BACK */
function assertOut({ endedAt }: AlertResponder): void {
  if (endedAt === null) return;
  throw problem(
    'SENT_BACK',
    'This colleague is not out any more. Send them again, if they are to go.',
    'Este colega já não está a caminho nem no local. Envie-o de novo, se tiver de ir.',
  );
}

const arrivedAlready = () =>
  problem(
    'ALREADY_ARRIVED',
    'This colleague is recorded as being there. Correct when they arrived, if that is wrong.',
    'Este colega já está registado como estando no local. Corrija a hora de chegada, se estiver errada.',
  );

const notEmpty = () =>
  problem(
    'INVALID_INPUT',
    'Say when they arrived, once it is recorded that they did; to take it back, send them back and send them again.',
    'Diga a que horas chegou, uma vez registado que chegou; para anular, mande regressar e envie de novo.',
    ['arrivedAt'],
  );
