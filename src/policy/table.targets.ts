/** The part of the policy that is about targets of indicators. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/** What is to be reached says nothing of anybody: all who read activities read it, and whoever answers for numbers sets it. */
export const targetClasses = {
  TARGET: {
    label: { en: 'Targets of indicators', pt: 'Metas dos indicadores' },
    description:
      'What indicators are to reach: of the country, its provinces and organisations, and of who funds them.',
    shared: true,
    rights: {
      FIELD_WORKER: 'country r',
      CASE_MANAGER: 'country r',
      SUPERVISOR: 'country r',
      PARTNER_ADMIN: ['country r', 'organisation w'],
      ME_OFFICER: 'country rw',
      SECRETARIAT: 'region r',
      ANALYST: 'region r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
