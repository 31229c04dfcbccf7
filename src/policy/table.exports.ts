/** The part of the policy that is about exports. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/** What leaves is what its exporter may read; who answers for an organisation or for the country's people sees that it left. */
export const exportClasses = {
  DATA_EXPORT: {
    label: { en: 'Exports of data', pt: 'Exportações de dados' },
    description: 'That rows left as a file: which columns, how many, for what and by whom; never what stood in them.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'own rw',
      SUPERVISOR: ['own rw', 'organisation r'],
      PARTNER_ADMIN: ['own rw', 'organisation r'],
      ME_OFFICER: 'own rw',
      SERVICE_PROVIDER: 'own rw',
      PRIVACY_OFFICER: ['own rw', 'country r'],
      SECRETARIAT: 'secretariat rw',
      ANALYST: 'secretariat rw',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
