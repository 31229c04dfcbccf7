/** The part of the policy that is about survivors, their cases and what is shared of these. It stands in `table.ts`. */
import type { ClassPolicy, Rights } from './scope';
import { complaintClasses } from './table.complaints';

/**
 * What those who work on a case need of it, and a receiving organisation as far as a referral shares it: whoever manages
 * cases there has of a referral that was sent to them what a service provider has.
 */
const caseContent: Rights = {
  FIELD_WORKER: 'own rw',
  CASE_MANAGER: ['organisation rw', 'referred r'],
  SUPERVISOR: 'organisation r',
  SERVICE_PROVIDER: 'referred r',
};

/**
 * The same of what holds codes alone: a supervisor of another organisation who was named to a case has that of it, and no
 * words, nothing that makes anybody recognisable, and nothing of health. The survivor agreed to the case's organisation.
 */
const codedContent: Rights = { ...caseContent, SUPERVISOR: ['organisation r', 'named r'] };

export const caseClasses = {
  IDENTITY: {
    description: 'Who a survivor is: names, telephone, document number, address, photograph, date of birth.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['own rw', 'referred r'],
      SUPERVISOR: 'granted r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  SAFE_CONTACT: {
    description: 'How and when a survivor can be reached without danger.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['own rw', 'referred r'],
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  DEMOGRAPHICS: {
    description: 'Quasi-identifiers of a survivor: year of birth, district, nationality, disability and the like.',
    shareable: true,
    rights: caseContent,
  },
  SURVIVOR: {
    description: 'A survivor in generalised form: random code, age band, gender, language.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'referred r'],
      SUPERVISOR: ['organisation r', 'named r'],
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
      PRIVACY_OFFICER: 'country r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  POSSIBLE_DUPLICATE: {
    description: 'That two survivors whom an organisation has on record may be one person, and on what ground.',
    rights: { CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation rw' },
  },
  INCIDENT: {
    description: 'An incident in coded, generalised form: types, harms, month, district, kind of place.',
    shareable: true,
    rights: { ...codedContent, ME_OFFICER: 'country r' },
  },
  INCIDENT_DETAIL: {
    description: 'What makes an incident recognisable: exact date and time, hot spot, weapon, arrest.',
    shareable: true,
    closes: true,
    rights: caseContent,
  },
  NARRATIVE: {
    description: 'The account of what happened, in words.',
    logged: true,
    shareable: true,
    closes: true,
    rights: { ...caseContent, FIELD_WORKER: ['recent r', 'own w'] },
  },
  HEALTH: {
    description: 'Injuries, HIV status, PEP and other health facts.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      CASE_MANAGER: ['organisation rw', 'referred r'],
      SUPERVISOR: 'granted r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  PERPETRATOR: {
    description: 'What kind of person, group or institution is alleged to have done it, without identity.',
    shareable: true,
    closes: true,
    rights: { ...codedContent, ME_OFFICER: 'country r' },
  },
  PERPETRATOR_IDENTITY: {
    description: 'Who is alleged to have done it: name, badge, number plate, description.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own w',
      CASE_MANAGER: ['organisation rw', 'referred r'],
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  ...complaintClasses,
  CASE_OPERATIONS: {
    description: 'How a case is handled: status, stage, risk, owner, dates.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation rw', 'named rw'],
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
    },
  },
  SERVICE_NEED: {
    description: 'Which services a survivor needs, in codes, and what was decided on each.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation r', 'named r'],
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
    },
  },
  CASE_RESTRICTION: {
    description: 'To whom a restricted case is open.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation rw', 'named rw'],
      PRIVACY_OFFICER: 'country rw',
    },
  },
  ACCUSED: {
    description: 'Which colleague is accused in a case.',
    logged: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation rw', 'named rw'],
      PRIVACY_OFFICER: 'country rw',
    },
  },
  CASE_NOTES: {
    description: 'Notes, safety plans and the reasons given for steps of a case.',
    logged: true,
    closes: true,
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation r' },
  },
  FOLLOW_UP: {
    description:
      'How survivors are followed up: planned, due, done, with what outcome; and what they say of a service.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation rw', 'named r'],
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
    },
  },
  REFERRAL_OPERATIONS: {
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
    description: 'Letters that survivors carry to a provider, with their numbers and what was replied.',
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: ['organisation rw', 'named rw'] },
  },
  REFERRAL_REASON: {
    description: 'What the sender of a referral wrote for its receiver.',
    logged: true,
    closes: true,
    rights: caseContent,
  },
  REFERRAL_ANSWER: {
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
    description: 'What an organisation that is asked to take a case over is told to decide by.',
    logged: true,
    closes: true,
    rights: { FIELD_WORKER: 'own r', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation rw' },
  },
  SERVICE_RECORD: {
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
  CONSENT: {
    description: 'The ledger of what a survivor agreed to, for whom, and when that ended.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'referred r'],
      SUPERVISOR: ['organisation r', 'named r'],
      SERVICE_PROVIDER: 'referred r',
      PRIVACY_OFFICER: 'country r',
    },
  },
  ATTACHMENT: {
    description: 'That a photograph, a recording or a document belongs to a case: its kind, type, size and day.',
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation r' },
  },
  EVIDENCE: {
    description: 'Photographs, recordings and documents: what they show, and the contents themselves.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own w',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;
