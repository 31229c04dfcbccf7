/** The part of the policy that is about surveys of others. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/** Aggregates that others published, and of no organisation: whoever counts keeps them, and all who read activities read them. */
export const surveyClasses = {
  SURVEY_RESULT: {
    label: { en: 'Survey results', pt: 'Resultados de inquéritos' },
    description: 'Results of surveys that others made, as aggregates with their source.',
    shared: true,
    rights: {
      FIELD_WORKER: 'country r',
      CASE_MANAGER: 'country r',
      SUPERVISOR: 'country r',
      PARTNER_ADMIN: 'country r',
      ME_OFFICER: 'country rw',
      SECRETARIAT: 'region r',
      ANALYST: 'region r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
