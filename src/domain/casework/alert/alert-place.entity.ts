/** What there is of the person who needs help. Each has a key of its own, since each has a time of its own. */
import { SealedRecord } from '../../../model/record';
import { Attribute, Link, Thing } from '../../../model/declaration';
import type { Reach } from '../../../model/reach';
import { EmergencyAlert } from './emergency-alert.entity';
import { isToldWhere } from './emergency-alert.reach';

/** Nobody has it by who they are, but by what they do for the alert. */
const told: Reach = { own: [], entrusted: isToldWhere, through: 'alert' };

@Thing({
  label: { en: 'Place of an emergency alert', pt: 'Local de um alerta de emergência' },
  description: 'Where help is needed, and what is known. Sealed; every read is logged; erased when its time is over.',
  dataClass: 'ALERT_PLACE',
  plural: 'alertPlaces',
  subject: 'alert.case.survivor',
  reach: told,
  erased: true,
})
export class AlertPlace extends SealedRecord {
  @Link(() => EmergencyAlert, {
    description: 'The alert.',
    one: { name: 'place', description: 'Where help is needed, and what is known. Every read is logged.' },
  })
  alertId: string;

  @Attribute({
    type: 'longText',
    maxLength: 2000,
    nullable: true,
    sealed: true,
    description: 'Where help is needed, in words.',
    write: ['alertPlace'],
  })
  place: string | null;

  @Attribute({
    type: 'longText',
    maxLength: 2000,
    nullable: true,
    sealed: true,
    description: 'What is known of what happens there, in words.',
    write: ['alertPlace'],
  })
  known: string | null;
}

@Thing({
  label: { en: 'Number of an emergency alert', pt: 'Número de um alerta de emergência' },
  description: 'Where to call back. Sealed; every read is logged; erased when its time is over.',
  dataClass: 'ALERT_PLACE',
  plural: 'alertNumbers',
  subject: 'alert.case.survivor',
  reach: told,
  erased: true,
})
export class AlertNumber extends SealedRecord {
  @Link(() => EmergencyAlert, {
    description: 'The alert.',
    one: { name: 'number', description: 'Where to call back. Every read is logged.' },
  })
  alertId: string;

  @Attribute({
    type: 'text',
    maxLength: 40,
    nullable: true,
    sealed: true,
    description: 'Telephone number.',
    write: ['alertNumber'],
  })
  telephone: string | null;
}
