/** The part of the policy that is about complaints. It stands in `table.cases.ts`. */
import type { ClassPolicy } from './scope';

export const complaintClasses = {
  COMPLAINT: {
    label: { en: 'Complaints', pt: 'Queixas' },
    description:
      'Complaints with police and other mechanisms, in coded form: before whom, where they stand, how they ended.',
    shareable: true,
    rights: {
      FIELD_WORKER: 'own r',
      CASE_MANAGER: ['organisation rw', 'referred r'],
      SUPERVISOR: ['organisation r', 'named r'],
      ME_OFFICER: 'country r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  COMPLAINT_IDENTITY: {
    label: { en: 'Numbers and names of complaints', pt: 'Números e nomes de queixas' },
    description: 'Numbers of complaints, names of those who have them, and what is written of them.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own r',
      CASE_MANAGER: ['organisation rw', 'referred r'],
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  COMPLAINT_WISH: {
    label: { en: 'Wishes to complain', pt: 'Vontades de apresentar queixa' },
    description: 'Whether a survivor knows before whom to complain, and wants to.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation rw', 'named r'],
      ME_OFFICER: 'country r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
