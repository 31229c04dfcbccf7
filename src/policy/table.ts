/**
 * THE policy: which role may read or write which data class, and of which rows. Everything that decides is derived
 * from this table: the operation check, the shield, the row predicates, the database grants, `schema/access.md` and
 * the expectations of the tests. What is not here is not allowed.
 */
import type { Role } from './role';

/**
 * Of which rows a right speaks. `own`: what I made or am assigned. `recent`: the same, for the first RECENT_DAYS of the
 * record. `organisation`: my organisation's. `referred`: what a referral to my organisation shares, while it is
 * accepted. `country`: all of my country. `region`: all countries that share the class.
 */
export type Scope = 'own' | 'recent' | 'organisation' | 'referred' | 'country' | 'region';
/** How long what is mine stays readable where a right says so. */
export const RECENT_DAYS = 30;
export type Right = `${Scope} ${'r' | 'w' | 'rw'}`;
/** A role can have several rights to a class: then it has the rows of each. */
type Rights = Readonly<Partial<Record<Role, Right | readonly Right[]>>>;

export interface ClassPolicy {
  readonly description: string;
  /** Every read writes the access log in the same statement. */
  readonly logged?: true;
  /** The country shares the tables of this class with the region: its `<cc>_region` role may SELECT them. */
  readonly shared?: true;
  /** A referral can carry it to the receiving organisation (`Referral.sharedFields`). */
  readonly shareable?: true;
  readonly rights: Rights;
}

const everyoneInCountry: Rights = {
  FIELD_WORKER: 'country r',
  CASE_MANAGER: 'country r',
  SUPERVISOR: 'country r',
  PARTNER_ADMIN: 'country r',
  ME_OFFICER: 'country r',
  SERVICE_PROVIDER: 'country r',
  PRIVACY_OFFICER: 'country r',
};

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
    rights: { ...everyoneInCountry, SECRETARIAT: 'region r', ANALYST: 'region r', OPERATOR: 'region r' },
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
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'own rw', SERVICE_PROVIDER: 'referred r' },
  },
  SAFE_CONTACT: {
    description: 'How and when a survivor can be reached without danger.',
    logged: true,
    shareable: true,
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
    rights: caseContent,
  },
  NARRATIVE: {
    description: 'The account of what happened, in words.',
    logged: true,
    shareable: true,
    rights: { ...caseContent, FIELD_WORKER: ['recent r', 'own w'] },
  },
  HEALTH: {
    description: 'Injuries, HIV status, PEP and other health facts.',
    logged: true,
    shareable: true,
    rights: { CASE_MANAGER: 'organisation rw', SERVICE_PROVIDER: 'referred r' },
  },
  PERPETRATOR: {
    description: 'What kind of person, group or institution is alleged to have done it, without identity.',
    shareable: true,
    rights: { ...caseContent, ME_OFFICER: 'country r' },
  },
  PERPETRATOR_IDENTITY: {
    description: 'Who is alleged to have done it: name, badge, number plate, description.',
    logged: true,
    shareable: true,
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
    rights: caseContent,
  },
  SERVICE_RECORD: {
    description: 'What the receiving organisation recorded of the service it gave.',
    logged: true,
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
