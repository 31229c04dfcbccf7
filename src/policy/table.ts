/**
 * THE policy: which role may read or write which data class, and of which rows. Everything that decides is derived
 * from this table: the operation check, the shield, the row predicates, the database grants, `schema/access.md` and
 * the expectations of the tests. What is not here is not allowed.
 */
import type { ClassPolicy, Right, Rights } from './scope';

export { RECENT_DAYS, type ClassPolicy, type Right, type Scope } from './scope';

/** The same for everybody in a country. */
const everyone = (right: Right): Rights => ({
  ...{ FIELD_WORKER: right, CASE_MANAGER: right, SUPERVISOR: right, PARTNER_ADMIN: right },
  ...{ ME_OFFICER: right, SERVICE_PROVIDER: right, PRIVACY_OFFICER: right },
});

/** What those who work on a case need of it, and a receiving organisation as far as a referral shares it. */
const caseContent: Rights = {
  FIELD_WORKER: 'own rw',
  CASE_MANAGER: 'organisation rw',
  SUPERVISOR: 'organisation r',
  SERVICE_PROVIDER: 'referred r',
};

const classes = {
  REFERENCE: {
    description: 'Countries, places and the directory of organisations.',
    shared: true,
    rights: { ...everyone('country r'), SECRETARIAT: 'region r', ANALYST: 'region r', OPERATOR: 'region r' },
  },
  STAFF: {
    description: 'Who works where: names and roles of colleagues.',
    rights: {
      FIELD_WORKER: 'organisation r',
      CASE_MANAGER: 'organisation r',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'country r',
    },
  },
  IDENTITY: {
    description: 'Who a survivor is: names, telephone, document number, address, photograph, date of birth.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'own rw',
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
      CASE_MANAGER: 'own rw',
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
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation r',
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  INCIDENT: {
    description: 'An incident in coded, generalised form: types, harms, month, district, kind of place.',
    shareable: true,
    rights: { ...caseContent, ME_OFFICER: 'country r' },
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
    rights: { CASE_MANAGER: 'organisation rw', SUPERVISOR: 'granted r', SERVICE_PROVIDER: 'referred r' },
  },
  PERPETRATOR: {
    description: 'What kind of person, group or institution is alleged to have done it, without identity.',
    shareable: true,
    closes: true,
    rights: { ...caseContent, ME_OFFICER: 'country r' },
  },
  PERPETRATOR_IDENTITY: {
    description: 'Who is alleged to have done it: name, badge, number plate, description.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own w',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  COMPLAINT: {
    description: 'Complaints with police and other mechanisms, and their numbers.',
    shareable: true,
    rights: {
      FIELD_WORKER: 'own r',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  CASE_OPERATIONS: {
    description: 'How a case is handled: status, stage, risk, owner, dates.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
    },
  },
  CASE_NOTES: {
    description: 'Notes, safety plans and the reasons given for steps of a case.',
    logged: true,
    closes: true,
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'organisation rw', SUPERVISOR: 'organisation r' },
  },
  REFERRAL_OPERATIONS: {
    description: 'How a referral is handled: category, urgency, status, times, organisations.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
      SERVICE_PROVIDER: 'referred rw',
    },
  },
  REFERRAL_REASON: {
    description: 'What the sender of a referral wrote for its receiver.',
    logged: true,
    closes: true,
    rights: caseContent,
  },
  SERVICE_RECORD: {
    description: 'What the receiving organisation recorded of the service it gave.',
    logged: true,
    closes: true,
    rights: { CASE_MANAGER: 'organisation r', SUPERVISOR: 'organisation r', SERVICE_PROVIDER: 'referred rw' },
  },
  CONSENT: {
    description: 'The ledger of what a survivor agreed to, for whom, and when that ended.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
      PRIVACY_OFFICER: 'country r',
    },
  },
  EVIDENCE: {
    description: 'Photographs, recordings and documents.',
    logged: true,
    shareable: true,
    closes: true,
    rights: {
      FIELD_WORKER: 'own w',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation r',
      SERVICE_PROVIDER: 'referred r',
    },
  },
  ACTIVITY: {
    description: 'Trainings, advocacy and other activities, with participants as counts.',
    shared: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation rw',
      SUPERVISOR: 'organisation rw',
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'country rw',
      SECRETARIAT: 'region r',
      ANALYST: 'region r',
    },
  },
  PARTICIPANT: {
    description: 'Named participants and leaders.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation r',
      SUPERVISOR: 'organisation r',
      PARTNER_ADMIN: 'organisation rw',
    },
  },
  INDICATOR: {
    description: 'Aggregated indicators after disclosure control.',
    shared: true,
    rights: {
      FIELD_WORKER: 'organisation r',
      CASE_MANAGER: 'organisation r',
      SUPERVISOR: 'organisation r',
      PARTNER_ADMIN: 'organisation r',
      ME_OFFICER: 'country r',
      SECRETARIAT: 'region r',
      ANALYST: 'region r',
    },
  },
  CASE_SHARE: {
    description: 'The de-identified share of cases that a country gives the region.',
    shared: true,
    rights: { SECRETARIAT: 'region r' },
  },
  ACCESS_GRANT: {
    description: 'Access that somebody took to what is closed to them: who, to which case, why, until when.',
    logged: true,
    rights: { CASE_MANAGER: 'own rw', SUPERVISOR: 'organisation rw', PRIVACY_OFFICER: 'country rw' },
  },
  NOTICE: {
    description: 'What somebody is told inside the API; it says nothing of a survivor.',
    rights: everyone('own rw'),
  },
  ACCESS_LOG: {
    description: 'Who read which sensitive record, when and for what purpose.',
    rights: {
      FIELD_WORKER: 'own r',
      CASE_MANAGER: 'own r',
      SUPERVISOR: 'organisation r',
      PRIVACY_OFFICER: 'country r',
    },
  },
} as const satisfies Record<string, ClassPolicy>;

export type DataClass = keyof typeof classes;

declare module '../base/names' {
  interface PolicyNames {
    readonly dataClass: keyof typeof classes;
  }
}
export const dataClasses: Readonly<Record<DataClass, ClassPolicy>> = classes;
