/** The part of the policy that is about material. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/** Manuals and procedures are public, so that one organisation can hand out, and hold the police to, what another issued. */
export const materialClasses = {
  MATERIAL: {
    label: { en: 'Manuals and procedures', pt: 'Manuais e procedimentos' },
    description: 'Manuals, procedures, codes of conduct and curricula: what was issued, in which edition and language.',
    shared: true,
    rights: {
      FIELD_WORKER: 'country r',
      CASE_MANAGER: ['country r', 'organisation w'],
      SUPERVISOR: ['country r', 'organisation w'],
      PARTNER_ADMIN: ['country r', 'organisation w'],
      ME_OFFICER: 'country rw',
      SERVICE_PROVIDER: 'country r',
      PRIVACY_OFFICER: 'country r',
      SECRETARIAT: ['region r', 'secretariat w'],
      ANALYST: 'region r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
