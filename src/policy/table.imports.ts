/** The part of the policy that is about imports. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/** What a row becomes is kept to the class of that as well: nobody imports what they could not enter. */
export const importClasses = {
  IMPORT: {
    label: { en: 'Imports of files', pt: 'Importações de ficheiros' },
    description: 'Imports of files: what came of each row and what was wrong with it, never what stood in it.',
    rights: {
      CASE_MANAGER: 'own rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'own rw',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
