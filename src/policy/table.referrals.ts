/** The part of the policy that is about referrals, and what came of them. It stands in `table.cases.ts`. */
import { caseContent } from './case-content';
import type { ClassPolicy } from './scope';

export const referralClasses = {
  REFERRAL_OPERATIONS: {
    label: { en: 'Handling of referrals', pt: 'Gestão de encaminhamentos' },
    description: 'How a referral is handled: category, urgency, status, times, organisations.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'referred rw'],
      SUPERVISOR: ['organisation rw', 'named rw'],
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
      SERVICE_PROVIDER: 'referred rw',
    },
  },
  SERVICE_SESSION: {
    label: { en: 'Sessions of services', pt: 'Sessões de serviços' },
    description: 'Sessions of services: when each is planned, whether it was held, in codes.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'referred rw'],
      SUPERVISOR: ['organisation r', 'named r'],
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
      SERVICE_PROVIDER: 'referred rw',
    },
  },
  REFERRAL_LETTER: {
    label: { en: 'Letters', pt: 'Cartas' },
    description: 'Letters that survivors carry to a provider, with their numbers and what was replied.',
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: ['organisation rw', 'named rw'] },
  },
  REFERRAL_REASON: {
    label: { en: 'Reasons of referrals', pt: 'Motivos de encaminhamentos' },
    description: 'What the sender of a referral wrote for its receiver.',
    logged: true,
    closes: true,
    rights: caseContent,
  },
  REFERRAL_ANSWER: {
    label: { en: 'Answers to referrals', pt: 'Respostas a encaminhamentos' },
    description: 'What the receiver of a referral wrote with its answer.',
    logged: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'referred rw'],
      SUPERVISOR: 'organisation rw',
      SERVICE_PROVIDER: 'referred rw',
    },
  },
  TRANSFER_SUMMARY: {
    label: { en: 'Summary of a transfer', pt: 'Resumo de uma transferência' },
    description: 'What an organisation that is asked to take a case over is told to decide by.',
    logged: true,
    closes: true,
    rights: { FIELD_WORKER: 'own r', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation rw' },
  },
  SERVICE_RECORD: {
    label: { en: 'Records of services', pt: 'Registos de serviços' },
    description:
      'What the receiving organisation recorded of the service it gave, in words where the country lets words cross, or the case’s own where it gave it itself.',
    logged: true,
    closes: true,
    rights: {
      CASE_MANAGER: ['organisation rw', 'referred rw'],
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred rw',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
