/**
 * THE policy: which role may read or write which data class, and of which rows. Everything that decides is derived
 * from this table: the operation check, the shield, the row predicates, the database grants, `schema/access.md` and
 * the expectations of the tests. What is not here is not allowed.
 */
import type { ClassPolicy, Right, Rights } from './scope';
import { alertClasses } from './table.alerts';
import { caseClasses } from './table.cases';
import { exportClasses } from './table.exports';
import { importClasses } from './table.imports';
import { ministryClasses } from './table.ministry';
import { materialClasses } from './table.police';
import { movementClasses } from './table.movement';
import { outreachClasses } from './table.outreach';
import { surveyClasses } from './table.surveys';
import { targetClasses } from './table.targets';

export { RECENT_DAYS, type ClassPolicy, type Right, type Scope } from './scope';

/** The same for everybody in a country. */
const everyone = (right: Right): Rights => ({
  ...{ FIELD_WORKER: right, CASE_MANAGER: right, SUPERVISOR: right, PARTNER_ADMIN: right },
  ...{ ME_OFFICER: right, SERVICE_PROVIDER: right, PRIVACY_OFFICER: right },
});

const classes = {
  REFERENCE: {
    label: { en: 'Reference data', pt: 'Dados de referência' },
    description: 'Countries, places, phases and deadlines.',
    shared: true,
    rights: {
      ...everyone('country r'),
      ...{ SECRETARIAT: 'region r', ANALYST: 'region r', OPERATOR: 'region r' },
    },
  },
  ORGANISATION: {
    label: { en: 'Organisations', pt: 'Organizações' },
    description: 'The organisations of a country: partners of the programme, and providers of services.',
    shared: true,
    rights: {
      ...everyone('country r'),
      ME_OFFICER: 'country rw',
      ...{ SECRETARIAT: 'region r', ANALYST: 'region r', OPERATOR: 'region r' },
    },
  },
  COMPLAINT_MECHANISM: {
    label: { en: 'Complaint mechanisms', pt: 'Mecanismos de queixa' },
    description: 'Before whom one can complain in the country, and at which offices.',
    rights: {
      ...everyone('country r'),
      CASE_MANAGER: ['country r', 'organisation w'],
      SUPERVISOR: ['country r', 'organisation w'],
      PARTNER_ADMIN: ['country r', 'organisation w'],
      ME_OFFICER: 'country rw',
    },
  },
  DIRECTORY: {
    label: { en: 'Service directory', pt: 'Directório de serviços' },
    description: 'The service directory: what providers offer, where, when and to whom, with work contacts.',
    rights: {
      ...everyone('country r'),
      CASE_MANAGER: ['country r', 'organisation w'],
      SUPERVISOR: ['country r', 'organisation w'],
      PARTNER_ADMIN: ['country r', 'organisation w'],
      SERVICE_PROVIDER: ['country r', 'organisation w'],
    },
  },
  STAFF: {
    label: { en: 'Colleagues', pt: 'Colegas' },
    description: 'Who works where: names and roles of colleagues.',
    rights: {
      FIELD_WORKER: ['organisation r', 'named r'],
      CASE_MANAGER: ['organisation r', 'named r'],
      SUPERVISOR: ['organisation rw', 'named r'],
      PARTNER_ADMIN: 'organisation rw',
      ME_OFFICER: 'country r',
      PRIVACY_OFFICER: 'country r',
    },
  },
  ...caseClasses,
  ...alertClasses,
  ...materialClasses,
  ...outreachClasses,
  ACTIVITY: {
    label: { en: 'Activities', pt: 'Actividades' },
    description: 'Trainings, advocacy and other activities, with participants as counts.',
    shared: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'joint r'],
      SUPERVISOR: ['organisation rw', 'joint r'],
      PARTNER_ADMIN: ['organisation rw', 'joint r'],
      ME_OFFICER: 'country rw',
      SECRETARIAT: ['region r', 'secretariat w'],
      ANALYST: 'region r',
    },
  },
  ...movementClasses,
  ...surveyClasses,
  ...targetClasses,
  ...importClasses,
  ...exportClasses,
  ...ministryClasses,
  PARTICIPANT: {
    label: { en: 'Named participants', pt: 'Participantes nomeados' },
    description: 'Named participants, and leaders: the offices that they hold, and their names.',
    logged: true,
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: 'organisation r',
      SUPERVISOR: 'organisation r',
      PARTNER_ADMIN: 'organisation rw',
    },
  },
  INDICATOR: {
    label: { en: 'Indicators', pt: 'Indicadores' },
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
    label: { en: 'Cases released to the region', pt: 'Casos publicados para a região' },
    description: 'What a country released of its cases to the region, period by period.',
    shared: true,
    rights: { SECRETARIAT: 'region r' },
  },
  ACCESS_GRANT: {
    label: { en: 'Accesses that were taken', pt: 'Acessos tomados' },
    description: 'Access that somebody took to what is closed to them: who, to which case, why, until when.',
    logged: true,
    rights: { CASE_MANAGER: 'own rw', SUPERVISOR: 'organisation rw', PRIVACY_OFFICER: 'country rw' },
  },
  NOTICE: {
    label: { en: 'Notices', pt: 'Avisos' },
    description: 'What somebody is told inside the API; it says nothing of a survivor.',
    rights: everyone('own rw'),
  },
  WORK_LIST: {
    label: { en: 'Work lists', pt: 'Listas de trabalho' },
    description: 'What waits for somebody: of which kind and record, and until when; never a name, nor what happened.',
    rights: {
      FIELD_WORKER: 'own r',
      CASE_MANAGER: 'own r',
      SUPERVISOR: 'organisation r',
      PARTNER_ADMIN: 'own r',
      ME_OFFICER: 'own r',
      SERVICE_PROVIDER: 'own r',
      PRIVACY_OFFICER: 'country r',
      SECRETARIAT: 'secretariat r',
    },
  },
  VOIDING: {
    label: { en: 'Records taken out', pt: 'Registos retirados' },
    description: 'Which records were found to be recorded in error, by whom; not what they held.',
    rights: {
      FIELD_WORKER: 'own rw',
      CASE_MANAGER: ['organisation rw', 'own rw'],
      SUPERVISOR: ['organisation rw', 'named rw'],
      SERVICE_PROVIDER: 'own rw',
      PRIVACY_OFFICER: 'country r',
    },
  },
  ERASURE: {
    label: { en: 'Erasures', pt: 'Apagamentos' },
    description: 'That something was erased for good, when, why and by whom; nothing of what it was.',
    rights: { FIELD_WORKER: 'own rw', CASE_MANAGER: 'own rw', PRIVACY_OFFICER: 'country r' },
  },
  HISTORY: {
    label: { en: 'Histories', pt: 'Históricos' },
    description: 'Who changed what of a record, and when: read with the record, and only with it.',
    rights: { ...everyone('country r'), SECRETARIAT: 'secretariat r' },
  },
  ACCESS_LOG: {
    label: { en: 'Access log', pt: 'Registo de acessos' },
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
