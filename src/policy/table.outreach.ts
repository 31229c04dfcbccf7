/** The part of the policy that is about outreach and services without a case. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/**
 * Nobody is named in either, and yet both stay in the country: a home visit reaches one person, and a slip is one person's
 * way to a service. The region has the counts, as indicators; whom its own outreach reached it reads as it was recorded.
 */
export const outreachClasses = {
  OUTREACH_REACH: {
    label: { en: 'People reached by outreach', pt: 'Pessoas alcançadas pelas actividades de proximidade' },
    description: 'How many people single outreach activities reached, by gender, age band and kind of contact.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'country rw',
      SECRETARIAT: 'secretariat rw',
    },
  },
  SERVICE_SLIP: {
    label: { en: 'Service slips', pt: 'Senhas de serviço' },
    description: 'Slips for services, given to nobody known: for which service, when, whether one was used.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'country r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
