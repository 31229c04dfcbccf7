/** Code lists of organisations: what kind they are and which part they have in the programme. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What an organisation is. */
export const OrganisationKind = codeList(
  'OrganisationKind',
  { en: 'What kind of organisation it is.', pt: 'Que tipo de organização é.' },
  {
    SEX_WORKER_LED: {
      en: 'Sex worker-led organisation',
      pt: 'Organização liderada por trabalhadoras de sexo',
      description: { en: 'Founded and governed by sex workers.', pt: 'Fundada e governada por trabalhadoras de sexo.' },
      source: 'Hands Off',
    },
    NGO: { en: 'Non-governmental organisation', pt: 'Organização não governamental', source: 'Hands Off' },
    CBO: { en: 'Community-based organisation', pt: 'Organização comunitária de base', source: 'Hands Off' },
    HEALTH_FACILITY: {
      en: 'Health facility',
      pt: 'Unidade sanitária',
      description: { en: 'A clinic, health centre or hospital.', pt: 'Uma clínica, centro de saúde ou hospital.' },
      source: 'Hands Off',
    },
    LEGAL_AID: { en: 'Legal aid provider', pt: 'Serviço de assistência jurídica', source: 'Hands Off' },
    PSYCHOSOCIAL_SERVICE: {
      en: 'Psychosocial support service',
      pt: 'Serviço de apoio psicossocial',
      source: 'Hands Off',
    },
    EMERGENCY_SERVICE: {
      en: 'Emergency response service',
      pt: 'Serviço de resposta a emergências',
      source: 'Hands Off',
    },
    SHELTER: { en: 'Shelter or safe house', pt: 'Casa de abrigo', source: 'Hands Off' },
    CHILD_PROTECTION_SERVICE: {
      en: 'Child protection service',
      pt: 'Serviço de protecção da criança',
      source: 'Hands Off',
    },
    LIVELIHOOD_SERVICE: { en: 'Livelihood service', pt: 'Serviço de meios de subsistência', source: 'Hands Off' },
    LAW_ENFORCEMENT: {
      en: 'Law enforcement agency',
      pt: 'Força da lei e ordem',
      description: {
        en: 'A police service or unit as an ally; it has no account.',
        pt: 'Um serviço ou unidade da polícia como aliado; não tem conta.',
      },
      source: 'Hands Off',
    },
    FAITH_BASED: { en: 'Faith-based organisation', pt: 'Organização religiosa', source: 'Hands Off' },
    MEDIA: { en: 'Media organisation', pt: 'Órgão de comunicação social', source: 'Hands Off' },
    GOVERNMENT: { en: 'Government body', pt: 'Instituição do Estado', source: 'Hands Off' },
    OTHER: { en: 'Other', pt: 'Outra', source: 'Hands Off' },
  },
);
export type OrganisationKind = CodeOf<typeof OrganisationKind>;

/** The part an organisation has in the programme. */
export const PartnerRole = codeList(
  'PartnerRole',
  { en: 'The part that an organisation has in the programme.', pt: 'A parte que uma organização tem no programa.' },
  {
    LEAD: {
      en: 'Lead partner',
      pt: 'Parceiro principal',
      description: { en: 'Coordinates the programme in the country.', pt: 'Coordena o programa no país.' },
      source: 'Hands Off',
    },
    IMPLEMENTING: {
      en: 'Implementing partner',
      pt: 'Parceiro de implementação',
      description: { en: 'Carries out activities and manages cases.', pt: 'Realiza actividades e gere casos.' },
      source: 'Hands Off',
    },
    PLATFORM: {
      en: 'Sex workers’ rights platform',
      pt: 'Plataforma dos direitos dos trabalhadores de sexo',
      description: {
        en: 'The national platform or network of sex workers’ associations, or a member of it.',
        pt: 'A plataforma ou rede nacional das associações de trabalhadores de sexo, ou um membro dela.',
      },
      source: 'Hands Off',
    },
    TECHNICAL: {
      en: 'Technical partner',
      pt: 'Parceiro técnico',
      description: { en: 'Gives advice, training or research.', pt: 'Dá aconselhamento, formação ou investigação.' },
      source: 'Hands Off',
    },
    // eslint-disable-next-line no-restricted-syntax -- what an organisation is, no role of an account
    SERVICE_PROVIDER: {
      en: 'Service provider',
      pt: 'Prestador de serviços',
      description: { en: 'Receives referrals.', pt: 'Recebe encaminhamentos.' },
      source: 'Hands Off',
    },
    ALLY: {
      en: 'Ally',
      pt: 'Aliado',
      description: {
        en: 'Supports the programme without an agreement to implement it.',
        pt: 'Apoia o programa sem um acordo para o implementar.',
      },
      source: 'Hands Off',
    },
  },
);
export type PartnerRole = CodeOf<typeof PartnerRole>;
