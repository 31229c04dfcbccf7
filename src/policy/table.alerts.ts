/** The part of the policy that is about emergency alerts. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/**
 * Who works on cases may have to answer; field workers see alerts when they are on call, raised one or were sent. Nobody
 * else sees single alerts, neither of the country nor of the region: counts come with the indicators. Whoever watches over
 * privacy sees in the access log who read a place.
 */
export const alertClasses = {
  EMERGENCY_ALERT: {
    label: { en: 'Emergency alerts', pt: 'Alertas de emergência' },
    description:
      'Emergency alerts in coded form: how they came in, in which district, who answers and was sent, when, what came of it.',
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation rw' },
  },
  ALERT_PLACE: {
    label: { en: 'Places and numbers of alerts', pt: 'Locais e números de alertas' },
    description:
      'Where help is needed, what is known and where to call back: for who raised the alert, answers it or is out on the way.',
    logged: true,
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'own rw', SUPERVISOR: 'own rw' },
  },
  ROSTER: {
    label: { en: 'Roster', pt: 'Escala de piquete' },
    description: 'Who is on call for emergency alerts, where and when.',
    rights: {
      FIELD_WORKER: 'organisation r',
      CASE_MANAGER: 'organisation r',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
