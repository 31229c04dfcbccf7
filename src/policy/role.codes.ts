/** The roles as a code list of the API: what each is called, and what it is for. */
import type { Text } from '../base/locale';
import { codeList } from '../model/codelist';
import type { Labelling } from '../model/thing';
import type { Role } from './role';

const source = 'Hands Off';

export const RoleCode = codeList<Role>(
  'Role',
  {
    en: 'What somebody does in the programme; their rights follow from it.',
    pt: 'O que alguém faz no programa; daí resultam os seus direitos.',
  },
  {
    FIELD_WORKER: {
      en: 'Field worker',
      pt: 'Activista de campo',
      description: {
        en: 'Peer educator or paralegal: registers cases and works on their own.',
        pt: 'Educador de pares ou paralegal: regista casos e trabalha nos seus.',
      },
      source,
    },
    CASE_MANAGER: {
      en: 'Case manager',
      pt: 'Gestor de casos',
      description: { en: 'Manages the cases of an organisation.', pt: 'Gere os casos de uma organização.' },
      source,
    },
    SUPERVISOR: {
      en: 'Supervisor',
      pt: 'Supervisor',
      description: {
        en: 'Guides case managers, approves closures.',
        pt: 'Orienta os gestores de casos, aprova encerramentos.',
      },
      source,
    },
    PARTNER_ADMIN: {
      en: 'Partner administrator',
      pt: 'Administrador do parceiro',
      description: {
        en: 'Administers a partner organisation; sees no case content.',
        pt: 'Administra uma organização parceira; não vê o conteúdo dos casos.',
      },
      source,
    },
    ME_OFFICER: {
      en: 'M&E officer',
      pt: 'Oficial de M&A',
      description: {
        en: 'Monitoring and evaluation of a country, on coded data.',
        pt: 'Monitoria e avaliação de um país, com dados codificados.',
      },
      source,
    },
    SERVICE_PROVIDER: {
      en: 'Service provider',
      pt: 'Prestador de serviços',
      description: {
        en: 'Receives referrals and records the service given.',
        pt: 'Recebe encaminhamentos e regista o serviço prestado.',
      },
      source,
    },
    PRIVACY_OFFICER: {
      en: 'Privacy officer',
      pt: 'Encarregado da protecção de dados',
      description: {
        en: "Watches over a country's access log and consent ledger.",
        pt: 'Vela pelo registo de acessos e pelo livro de consentimentos de um país.',
      },
      source,
    },
    SECRETARIAT: {
      en: 'Regional secretariat',
      pt: 'Secretariado regional',
      description: {
        en: 'Asks questions across the countries, of what they share.',
        pt: 'Faz perguntas sobre todos os países, acerca do que eles partilham.',
      },
      source,
    },
    ANALYST: {
      en: 'Data analyst',
      pt: 'Analista de dados',
      description: {
        en: 'Works with activities and aggregated indicators of the region.',
        pt: 'Trabalha com actividades e indicadores agregados da região.',
      },
      source,
    },
    OPERATOR: {
      en: 'Platform operator',
      pt: 'Operador da plataforma',
      description: {
        en: 'Keeps the service running; sees no data of people.',
        pt: 'Mantém o serviço a funcionar; não vê dados de pessoas.',
      },
      source,
    },
  },
);

const callings: Readonly<Record<string, Text | undefined>> = {
  ...RoleCode.of,
  SYSTEM: { en: 'The system', pt: 'O sistema' },
};

/** What a role is called; also that of whoever acts when nobody does. */
export const roleLabel: Labelling = (role, locale) => callings[role]?.[locale] ?? role;
