/** An alert and the case that came of it. What there is of a person does not go along: whoever registers the case enters it. */
import { problem } from '../../../base/problem';
import { changing } from '../../../model/action-input';
import { field } from '../../../model/input';
import { action } from '../../../writing/action';
import type { InputCheck } from '../../../writing/input';
import { asSystem } from '../../../writing/system-write';
import type { Values, Work } from '../../../writing/work';
import type { Case } from '../case/case.entity';
import { caseLifecycle, same as caseStays, unfinished } from '../case/case.lifecycle';
import { caseToAddTo } from '../case/case.step';
import type { Incident } from '../incident/incident.entity';
import { passOn } from './emergency-alert.accused';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, everyStatus, same } from './emergency-alert.lifecycle';
import { held, take } from './emergency-alert.step';

/** The alert that a case is registered from, as an input. */
export const alertId = field({
  type: 'uuid',
  of: () => EmergencyAlert,
  nullable: true,
  becomes: 'EmergencyAlert.caseId',
  description:
    'The emergency alert that it comes of; the source is EMERGENCY_ALERT. Risk and district of incidents are those of the alert unless they are said. Place and number are not taken along.',
});

interface Registered {
  readonly alertId?: string | null | undefined;
  readonly values: Pick<Values<Case>, 'source' | 'riskLevel'>;
  readonly incidents?: readonly { readonly values: Pick<Values<Incident>, 'districtId'> }[] | null | undefined;
}

/** Notes where a case of an alert is said to come from elsewhere. */
export function checkSource(check: InputCheck, { alertId: id, values }: Registered): void {
  if (id && values.source !== undefined && values.source !== 'EMERGENCY_ALERT') check.refuse(['source'], notElsewhere);
}

/** A registration with what is known by its alert. @throws ProblemError NOT_FOUND */
export async function withAlert<T extends Registered>(work: Work, given: T): Promise<T> {
  if (!given.alertId) return given;
  const { riskLevel, districtId } = await work.load(EmergencyAlert, given.alertId, {
    right: 'read',
    path: ['alertId'],
  });
  const values = { ...given.values, riskLevel: given.values.riskLevel ?? riskLevel };
  const incidents = given.incidents?.map((incident) =>
    incident.values.districtId === undefined ? { ...incident, values: { ...incident.values, districtId } } : incident,
  );
  return { ...given, values, incidents };
}

/** Links an alert to the case that was just registered from it. The case comes before the alert. @throws ProblemError ALERT_HAS_CASE */
export async function linkTo(work: Work, id: string, caseId: string): Promise<void> {
  const alert = await work.load(EmergencyAlert, id, { path: ['alertId'] });
  if (alert.caseId !== null) throw hasCase();
  await work.update(EmergencyAlert, alert, { caseId });
  await passOn(work, alert);
}

/** What is written where a draft that came of an alert is erased. */
export const unlinking = asSystem(
  EmergencyAlert,
  'An alert outlives the draft that came of it, whoever discards that, and is linked to none then.',
);
/** Alerts outlive the draft that came of them. */
export async function unlink(work: Work, caseId: string): Promise<void> {
  for (const alert of await work.find(EmergencyAlert, { caseId }, true))
    await work.update(EmergencyAlert, alert, { caseId: null }, { as: unlinking });
}

action(
  {
    name: 'linkAlert',
    of: EmergencyAlert,
    label: { en: 'link the emergency alert to a case', pt: 'ligar o alerta de emergência a um caso' },
    description: 'Says which case of the organisation came of an alert, or that none did.',
    input: changing(EmergencyAlert, { description: 'What linking an alert takes; null: it is of no case.' }),
    steps: [
      alertLifecycle.on({ from: everyStatus, to: same }),
      caseLifecycle.on({ from: [...unfinished, 'CLOSED'], to: caseStays }),
    ],
  },
  async (work, { id, expectedVersion, values: { caseId } }) => {
    const of = caseId ? await caseToAddTo(work, caseId) : null;
    const record = await held(work, { id, expectedVersion });
    if (of && of.organisationId !== record.alert.organisationId) throw anothers();
    await take(work, record, { caseId });
    await passOn(work, record.alert);
    return id;
  },
);

const notElsewhere = {
  en: 'A case that comes from an emergency alert has the alert as its source. Say so, or leave the alert out.',
  pt: 'Um caso que vem de um alerta de emergência tem-no como origem. Indique-o, ou retire o alerta.',
};
const hasCase = () =>
  problem(
    'ALERT_HAS_CASE',
    'A case came from this alert already. Work on that one, or link the alert anew.',
    'Deste alerta já veio um caso. Trabalhe nesse, ou ligue o alerta de novo.',
    ['alertId'],
  );
const anothers = () =>
  problem(
    'INVALID_INPUT',
    'The case is another organisation’s. Link the alert to a case of the organisation that it was raised in.',
    'O caso é de outra organização. Ligue o alerta a um caso da organização em que foi lançado.',
    ['caseId'],
  );
