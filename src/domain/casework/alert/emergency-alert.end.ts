/** The end of an alert: resolved, a false alarm, out of reach. */
import { changing, type Changing } from '../../../model/action-input';
import { action } from '../../../writing/action';
import { InputCheck } from '../../../writing/input';
import { now } from '../../../writing/moments';
import type { Values, Work } from '../../../writing/work';
import { EmergencyAlert } from './emergency-alert.entity';
import { alertLifecycle, answered, concerned, spokenWith } from './emergency-alert.lifecycle';
import { tellOf } from './emergency-alert.people';
import { nothingGiven } from './emergency-alert.raising';
import { callBack, held, take } from './emergency-alert.step';

type Ending = Pick<Changing, 'id' | 'expectedVersion'> & { readonly values: Values<EmergencyAlert> };

/** Whoever is on the way turns back; nobody who was sent reads the place any more. */
async function end(work: Work, { values, ...input }: Ending): Promise<string> {
  const record = await held(work, input);
  await take(work, record, { ...values, resolvedAt: values.resolvedAt ?? now() });
  await tellOf(work, record.alert, 'ALERT_SENT_BACK', await callBack(work, record));
  return input.id;
}

action(
  {
    name: 'resolveAlert',
    of: EmergencyAlert,
    label: { en: 'record that the alert is resolved', pt: 'registar que o alerta está resolvido' },
    description:
      'Records what help was given and that the alert is resolved: on site, or by first-line support on the telephone.',
    input: changing(EmergencyAlert, { description: 'What resolving an alert takes.', relies: ['responses'] }),
    steps: [alertLifecycle.on({ from: answered, to: 'RESOLVED', guards: [concerned, spokenWith] })],
  },
  (work, input) => {
    const check = new InputCheck();
    if (input.values.responses.length === 0) check.refuse(['responses'], nothingGiven);
    check.done();
    return end(work, input);
  },
);

action(
  {
    name: 'markAlertFalse',
    of: EmergencyAlert,
    label: { en: 'record that it was a false alarm', pt: 'registar que foi um falso alarme' },
    description: 'Records that nobody needed help, or that the alert was raised in error.',
    input: changing(EmergencyAlert, { description: 'What recording a false alarm takes.' }),
    steps: [alertLifecycle.on({ from: ['RAISED', ...answered], to: 'FALSE_ALARM', guards: [concerned] })],
  },
  end,
);

action(
  {
    name: 'markAlertUnreachable',
    of: EmergencyAlert,
    label: {
      en: 'record that nobody could be reached',
      pt: 'registar que não foi possível chegar à pessoa',
    },
    description: 'Records that she could be reached neither by telephone nor at the place.',
    input: changing(EmergencyAlert, { description: 'What recording that nobody could be reached takes.' }),
    steps: [alertLifecycle.on({ from: answered, to: 'UNREACHABLE', guards: [concerned] })],
  },
  end,
);
