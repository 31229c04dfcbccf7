/** The part of the policy that is about surveys of others, and about what a country reported. It stands in `table.ts`. */
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
  PERIOD_LOCK: {
    label: { en: 'Locks of reporting periods', pt: 'Fechos de períodos de reporte' },
    description: 'Which periods a country holds fast as they were counted, and since when.',
    rights: {
      FIELD_WORKER: 'country r',
      CASE_MANAGER: 'country r',
      SUPERVISOR: 'country r',
      PARTNER_ADMIN: 'country r',
      ME_OFFICER: 'country rw',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
