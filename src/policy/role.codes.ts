/** The roles as a code list of the API: what each is called, and what it is for. */
import { codeList } from '../model/codelist';
import type { Role } from './role';

const source = 'Hands Off';

export const RoleCode = codeList<Role>('Role', 'What somebody does in the programme; their rights follow from it.', {
  FIELD_WORKER: {
    en: 'Field worker',
    pt: 'Activista de campo',
    description: 'Peer educator or paralegal: registers cases and works on their own.',
    source,
  },
  CASE_MANAGER: {
    en: 'Case manager',
    pt: 'Gestor de casos',
    description: 'Manages the cases of an organisation.',
    source,
  },
  SUPERVISOR: {
    en: 'Supervisor',
    pt: 'Supervisor',
    description: 'Guides case managers, approves closures.',
    source,
  },
  PARTNER_ADMIN: {
    en: 'Partner administrator',
    pt: 'Administrador do parceiro',
    description: 'Administers a partner organisation; sees no case content.',
    source,
  },
  ME_OFFICER: {
    en: 'M&E officer',
    pt: 'Oficial de M&A',
    description: 'Monitoring and evaluation of a country, on coded data.',
    source,
  },
  SERVICE_PROVIDER: {
    en: 'Service provider',
    pt: 'Prestador de serviços',
    description: 'Receives referrals and records the service given.',
    source,
  },
  PRIVACY_OFFICER: {
    en: 'Privacy officer',
    pt: 'Encarregado da protecção de dados',
    description: "Watches over a country's access log and consent ledger.",
    source,
  },
  SECRETARIAT: {
    en: 'Regional secretariat',
    pt: 'Secretariado regional',
    description: 'Asks questions across the countries, of what they share.',
    source,
  },
  ANALYST: {
    en: 'Data analyst',
    pt: 'Analista de dados',
    description: 'Works with activities and aggregated indicators of the region.',
    source,
  },
  OPERATOR: {
    en: 'Platform operator',
    pt: 'Operador da plataforma',
    description: 'Keeps the service running; sees no data of people.',
    source,
  },
});
