/** The part of the policy that is about survivors, their cases and what is shared of these. It stands in `table.ts`. */
import type { ClassPolicy, Rights } from './scope';
import { caseContent } from './case-content';
import { complaintClasses } from './table.complaints';
import { referralClasses } from './table.referrals';

/**
 * The same of what holds codes alone: a supervisor of another organisation who was named to a case has that of it, and no
 * words, nothing that makes anybody recognisable, and nothing of health. The survivor agreed to the case's organisation.
 */
const codedContent: Rights = { ...caseContent, SUPERVISOR: ['organisation r', 'named r'] };

export const caseClasses = {
  IDENTITY: {
    label: { en: 'Identity of survivors', pt: 'Identidade das pessoas sobreviventes' },
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
    label: { en: 'Safe contact', pt: 'Contacto seguro' },
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
    label: { en: 'Demographics', pt: 'Dados demográficos' },
    description: 'Quasi-identifiers of a survivor: year of birth, district, nationality, disability and the like.',
    shareable: true,
    rights: caseContent,
  },
  SURVIVOR: {
    label: { en: 'Survivors, generalised', pt: 'Pessoas sobreviventes, de forma geral' },
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
    label: { en: 'Possible duplicates', pt: 'Possíveis duplicados' },
    description: 'That two survivors whom an organisation has on record may be one person, and on what ground.',
    rights: { CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation rw' },
  },
  INCIDENT: {
    label: { en: 'Coded incidents', pt: 'Incidentes codificados' },
    description: 'An incident in coded, generalised form: types, harms, month, district, kind of place.',
    shareable: true,
    rights: { ...codedContent, ME_OFFICER: 'country r' },
  },
  INCIDENT_DETAIL: {
    label: { en: 'Incidents in detail', pt: 'Incidentes em pormenor' },
    description: 'What makes an incident recognisable: exact date and time, hot spot, weapon, arrest.',
    shareable: true,
    closes: true,
    rights: caseContent,
  },
  NARRATIVE: {
    label: { en: 'Accounts of incidents', pt: 'Relatos de incidentes' },
    description: 'The account of what happened, in words.',
    logged: true,
    shareable: true,
    closes: true,
    rights: { ...caseContent, FIELD_WORKER: ['recent r', 'own w'] },
  },
  HEALTH: {
    label: { en: 'Health', pt: 'Saúde' },
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
    label: { en: 'Kind of alleged perpetrators', pt: 'Tipo de alegados agressores' },
    description: 'What kind of person, group or institution is alleged to have done it, without identity.',
    shareable: true,
    closes: true,
    rights: { ...codedContent, ME_OFFICER: 'country r' },
  },
  PERPETRATOR_IDENTITY: {
    label: { en: 'Identity of alleged perpetrators', pt: 'Identidade de alegados agressores' },
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
    label: { en: 'Handling of cases', pt: 'Gestão de casos' },
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
    label: { en: 'Service needs', pt: 'Necessidades de serviços' },
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
    label: { en: 'Colleagues with restricted cases', pt: 'Colegas com casos restritos' },
    description: 'To whom a restricted case is open.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: ['organisation rw', 'named rw'],
      PRIVACY_OFFICER: 'country rw',
    },
  },
  ACCUSED: {
    label: { en: 'Accused colleagues', pt: 'Colegas acusados' },
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
    label: { en: 'Notes of cases', pt: 'Notas de casos' },
    description: 'Notes, safety plans and the reasons given for steps of a case.',
    logged: true,
    closes: true,
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation r' },
  },
  FOLLOW_UP: {
    label: { en: 'Follow-ups', pt: 'Seguimentos' },
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
  ...referralClasses,
  CONSENT: {
    label: { en: 'Consents', pt: 'Consentimentos' },
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
    label: { en: 'Attachments', pt: 'Anexos' },
    description: 'That a photograph, a recording or a document belongs to a case: its kind, type, size and day.',
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation r' },
  },
  EVIDENCE: {
    label: { en: 'Evidence', pt: 'Provas' },
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
