/** The part of the policy that is about the movement: its platforms, and their code of conduct. It stands in `table.ts`. */
import type { ClassPolicy } from './scope';

/**
 * What a platform is, whom it counts and what its code of conduct says stands open to everybody in the organisation that hosts it, so that a
 * breach can be reported by whoever sees one; it names organisations and numbers, and nobody. Whoever manages cases or the
 * organisation keeps it; of a network of several countries the secretariat does.
 */
export const movementClasses = {
  PLATFORM: {
    label: { en: 'Platforms and associations', pt: 'Plataformas e associações' },
    description:
      'Platforms, their member associations with members as counts, assessments of capacity, and the code of conduct.',
    shared: true,
    rights: {
      FIELD_WORKER: 'organisation r',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'country rw',
      SECRETARIAT: ['region r', 'secretariat w'],
      ANALYST: 'region r',
    },
  },
  CONDUCT: {
    label: { en: 'Breaches of codes of conduct', pt: 'Violações de códigos de conduta' },
    description:
      'Breaches of a platform’s code of conduct: reported by anybody who works with people, read and reviewed by its named reviewers.',
    logged: true,
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'own rw', SUPERVISOR: 'own rw', PARTNER_ADMIN: 'own rw' },
  },
} as const satisfies Record<string, ClassPolicy>;
