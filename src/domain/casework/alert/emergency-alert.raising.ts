/** Raising an alert, correcting what is told of it, and turning it into a case. */
import { ProblemError } from '../../../base/problem';
import { changing, making } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { notAhead, now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { District } from '../../country/place.entity';
import { ackDueFrom, onSiteDueFrom } from './emergency-alert.due';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, answered, concerned, everyStatus, same } from './emergency-alert.lifecycle';
import { callOut } from './emergency-alert.people';
import { held, isTold, take } from './emergency-alert.step';
import { keepWords, words } from './emergency-alert.words';

action(
  {
    name: 'raiseAlert',
    of: EmergencyAlert,
    label: { en: 'raise an emergency alert', pt: 'lançar um alerta de emergência' },
    description:
      'Raises an emergency alert: whoever is on call in the district hears at once. It takes no consent and names nobody.',
    input: making(EmergencyAlert, {
      description: 'What raising an emergency alert takes.',
      relies: ['districtId'],
      fields: words,
    }),
    steps: [alertLifecycle.on({ from: [], to: 'RAISED' })],
  },
  async (work, { id: given, values, place, number }) => {
    const check = new InputCheck();
    notAhead(check, values.raisedAt, ['raisedAt']);
    check.done();
    await work.load(District, values.districtId, { right: 'read', path: ['districtId'] });
    const { raisedAt = now() } = values;
    const of = { organisationId: ownOrganisation(work), status: alertLifecycle.step(null, work.action, {}) };
    const ackDueAt = await ackDueFrom(work, raisedAt);
    const id = await work.insert(EmergencyAlert, { ...values, ...of, id: given, raisedAt, ackDueAt });
    await keepWords(work, { id, placeErasedAt: null, numberErasedAt: null }, { place, number });
    await callOut(work, { id, ...of, districtId: values.districtId, caseId: null });
    return id;
  },
);

function ownOrganisation({ actor }: Work): string {
  if (actor.organisationId !== null) return actor.organisationId;
  throw new Error(`${actor.role} raises alerts in no organisation`);
}

action(
  {
    name: 'updateAlert',
    of: EmergencyAlert,
    label: { en: 'correct the emergency alert', pt: 'corrigir o alerta de emergência' },
    description:
      'Corrects what is told of an alert, or adds to it. Place and number are told by those who read them: who raised it, who answers it, who is out on the way.',
    input: changing(EmergencyAlert, {
      description: 'What correcting an alert takes; what is left out stays as it is.',
      fields: words,
    }),
    steps: [
      alertLifecycle.on({ from: ['RAISED'], to: same }),
      alertLifecycle.on({ from: everyStatus.filter((status) => status !== 'RAISED'), to: same, guards: [concerned] }),
    ],
  },
  async (work, { id, expectedVersion, values, ...told }) => {
    const record = await held(work, { id, expectedVersion });
    const { alert } = record;
    if (values.districtId) await work.load(District, values.districtId, { right: 'read', path: ['districtId'] });
    checkCorrection(alert, values);
    if ((told.place || told.number) && !isTold(work, record)) throw notTold();
    const moved = values.districtId !== undefined && values.districtId !== alert.districtId;
    await take(work, record, { ...values, ...(await dueAnew(work, alert, values)) });
    await keepWords(work, alert, told);
    // Those on call elsewhere have not heard of it.
    if (moved && alert.status === 'RAISED') await callOut(work, alert);
    return id;
  },
);

/** When it came in and where says by when something is to be done, as long as that is to come. */
async function dueAnew(
  work: Work,
  alert: EmergencyAlert,
  { raisedAt, districtId }: Values<EmergencyAlert>,
): Promise<Values<EmergencyAlert>> {
  if (alert.status === 'RAISED' && raisedAt) return { ackDueAt: await ackDueFrom(work, raisedAt) };
  if (!answered.includes(alert.status) || !districtId || alert.acknowledgedAt === null) return {};
  return { onSiteDueAt: await onSiteDueFrom(work, { districtId }, alert.acknowledgedAt) };
}

/** @throws ProblemError INVALID_INPUT where a correction would take a step, or undo one */
function checkCorrection(alert: EmergencyAlert, { resolvedAt, responses }: Values<EmergencyAlert>): void {
  const check = new InputCheck();
  if (resolvedAt !== undefined && (resolvedAt === null) !== (alert.resolvedAt === null))
    check.refuse(['resolvedAt'], alert.resolvedAt === null ? notYet : reopenInstead);
  if (responses !== undefined && alert.status !== 'RESOLVED') check.refuse(['responses'], notYet);
  else if (responses?.length === 0) check.refuse(['responses'], nothingGiven);
  check.done();
}

const notYet = {
  en: 'This is told of an alert that was resolved, and this one was not. Record that first.',
  pt: 'Isto diz-se de um alerta que foi resolvido, e este ainda não o foi. Registe-o primeiro.',
};
const reopenInstead = {
  en: 'The alert has ended. If it goes on, take it up again.',
  pt: 'O alerta terminou. Se continua, retome-o.',
};
export const nothingGiven = {
  en: 'Say what help was given. If nobody needed any, it was a false alarm; if nobody was found, it could not be reached.',
  pt: 'Diga que ajuda foi dada. Se ninguém precisava, foi um falso alarme; se não se encontrou ninguém, não foi possível chegar à pessoa.',
};

const notTold = () =>
  new ProblemError([
    {
      code: 'NOT_ANSWERING',
      text: {
        en: 'Place and number are told by who raised the alert, who answers it and who is out on the way. Acknowledge it or take it over first.',
        pt: 'O local e o número são indicados por quem lançou o alerta, por quem lhe responde e por quem vai a caminho. Assuma-o primeiro.',
      },
    },
  ]);
