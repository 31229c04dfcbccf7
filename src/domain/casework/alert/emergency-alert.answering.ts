/** Who answers an alert: acknowledged, given back, handed to somebody, taken over, taken up again. */
import { problem } from '../../../base/problem';
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { now } from '../../../writing/moments';
import type { Work } from '../../../writing/work';
import { StaffMember } from '../../organisation/staff-member.entity';
import { ackDueFrom, onSiteDueFrom } from './emergency-alert.due';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, answered, concerned, ended, notMine, same } from './emergency-alert.lifecycle';
import { answering, callOut, canAnswer, supervisors, tellOf } from './emergency-alert.people';
import { held, take } from './emergency-alert.step';

action(
  {
    name: 'acknowledgeAlert',
    of: EmergencyAlert,
    label: { en: 'acknowledge the emergency alert', pt: 'assumir o alerta de emergência' },
    description:
      'Says that the caller answers an alert. From then on they read where help is needed, and who raised it knows.',
    input: changing(EmergencyAlert, { description: 'What acknowledging an alert takes.' }),
    steps: [alertLifecycle.on({ from: ['RAISED'], to: 'ACKNOWLEDGED' })],
  },
  async (work, input: Changing) => {
    const record = await held(work, input);
    const acknowledgedAt = now();
    await take(work, record, {
      acknowledgedAt,
      acknowledgerId: work.actor.accountId,
      onSiteDueAt: await onSiteDueFrom(work, record.alert, acknowledgedAt),
    });
    await tellOf(work, record.alert, 'ALERT_ACKNOWLEDGED', [record.alert.createdById]);
    return input.id;
  },
);

action(
  {
    name: 'giveAlertBack',
    of: EmergencyAlert,
    label: { en: 'give the emergency alert back', pt: 'devolver o alerta de emergência' },
    description: 'Says that whoever acknowledged an alert cannot answer it: whoever is on call hears of it anew.',
    input: changing(EmergencyAlert, { description: 'What giving an alert back takes.' }),
    steps: [alertLifecycle.on({ from: ['ACKNOWLEDGED'], to: 'RAISED', guards: [concerned] })],
  },
  async (work, input: Changing) => {
    const record = await held(work, input);
    const { alert } = record;
    const former = alert.acknowledgerId;
    await take(work, record, {
      ...{ acknowledgedAt: null, acknowledgerId: null, onSiteDueAt: null, lateToldAt: null, escalatedAt: null },
      ackDueAt: await ackDueFrom(work, now()),
    });
    await tellOf(work, alert, 'ALERT_GIVEN_BACK', [former, ...(await supervisors(work, alert))]);
    await callOut(work, alert);
    return input.id;
  },
);

action(
  {
    name: 'handOverAlert',
    of: EmergencyAlert,
    label: { en: 'hand the emergency alert over', pt: 'entregar o alerta de emergência' },
    description: 'Hands an alert over to a colleague, who answers it from then on and reads where help is needed.',
    input: changing(EmergencyAlert, { description: 'What handing an alert over takes.', relies: ['acknowledgerId'] }),
    steps: [alertLifecycle.on({ from: answered, to: same, guards: [concerned] })],
  },
  async (work, { values: { acknowledgerId }, ...input }) => {
    const record = await held(work, input);
    const { alert } = record;
    const former = alert.acknowledgerId;
    await answering(work, acknowledgerId, alert, ['acknowledgerId']);
    await take(work, record, { acknowledgerId });
    assertAnother(work, former, acknowledgerId);
    await tellOf(work, alert, 'ALERT_HANDED_OVER', [acknowledgerId]);
    await tellOf(work, alert, 'ALERT_TAKEN_OVER', [former]);
    return input.id;
  },
);

/**
 * It is handed to somebody else than who has it. Nobody hands it to themselves: who takes it over says so, and supervisors hear.
 * @throws ProblemError INVALID_INPUT
 */
function assertAnother({ actor }: Work, former: string | null, next: string): void {
  const path = ['acknowledgerId'];
  if (next === former)
    throw problem(
      'INVALID_INPUT',
      'This colleague answers the alert already. Choose another, or leave it as it is.',
      'Este colega já é quem responde ao alerta. Escolha outro, ou deixe-o como está.',
      path,
    );
  if (next === actor.accountId)
    throw problem(
      'INVALID_INPUT',
      'An alert is handed over to somebody else. If you are to answer it, take it over.',
      'Um alerta entrega-se a outra pessoa. Se for você a responder, fique com ele.',
      path,
    );
}

action(
  {
    name: 'takeAlertOver',
    of: EmergencyAlert,
    label: { en: 'take the emergency alert over', pt: 'ficar com o alerta de emergência' },
    description:
      'Takes an alert over from whoever answered it and cannot any more. They and the supervisors are told, and every read of the place is logged.',
    input: changing(EmergencyAlert, { description: 'What taking an alert over takes.' }),
    steps: [alertLifecycle.on({ from: answered, to: same, guards: [notMine] })],
  },
  async (work, input: Changing) => {
    const record = await held(work, input);
    const { alert } = record;
    const former = alert.acknowledgerId;
    await take(work, record, { acknowledgerId: work.actor.accountId });
    await tellOf(work, alert, 'ALERT_TAKEN_OVER', [former, ...(await supervisors(work, alert))]);
    return input.id;
  },
);

action(
  {
    name: 'reopenAlert',
    of: EmergencyAlert,
    label: { en: 'take the emergency alert up again', pt: 'retomar o alerta de emergência' },
    description:
      'Takes an alert up again that had ended: she calls again, or its end was recorded in error. What was erased meanwhile stays so.',
    input: changing(EmergencyAlert, { description: 'What taking an alert up again takes.' }),
    steps: [alertLifecycle.on({ from: ended, to: 'ACKNOWLEDGED', guards: [concerned] })],
  },
  async (work, input: Changing) => {
    const record = await held(work, input);
    const { alert } = record;
    const acknowledgerId = await whoGoesOn(work, alert);
    const again = now();
    await take(work, record, {
      ...{ acknowledgerId, acknowledgedAt: alert.acknowledgedAt ?? again, lateToldAt: null },
      ...{ resolvedAt: null, responses: [], onSiteDueAt: await onSiteDueFrom(work, alert, again) },
    });
    await tellOf(work, alert, 'ALERT_HANDED_OVER', [acknowledgerId]);
    return input.id;
  },
);

/** Whoever answered it before, where they still can; else who takes it up again. */
async function whoGoesOn(work: Work, alert: EmergencyAlert): Promise<string> {
  const { acknowledgerId } = alert;
  const [former] = acknowledgerId === null ? [] : await work.find(StaffMember, { id: acknowledgerId }, true);
  return former && (await canAnswer(work, former, alert)) ? former.id : work.actor.accountId;
}
