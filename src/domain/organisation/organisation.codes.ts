/** Code lists of organisations: what kind they are and which part they have in the programme. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What an organisation is. */
export const OrganisationKind = codeList('OrganisationKind', 'What kind of organisation it is.', {
  SEX_WORKER_LED: {
    en: 'Sex worker-led organisation',
    pt: 'Organização liderada por trabalhadoras de sexo',
    description: 'Founded and governed by sex workers.',
    source: 'Hands Off',
  },
  NGO: { en: 'Non-governmental organisation', pt: 'Organização não governamental', source: 'Hands Off' },
  CBO: { en: 'Community-based organisation', pt: 'Organização comunitária de base', source: 'Hands Off' },
  HEALTH_FACILITY: {
    en: 'Health facility',
    pt: 'Unidade sanitária',
    description: 'A clinic, health centre or hospital.',
    source: 'Hands Off',
  },
  LEGAL_AID: { en: 'Legal aid provider', pt: 'Serviço de assistência jurídica', source: 'Hands Off' },
  PSYCHOSOCIAL_SERVICE: {
    en: 'Psychosocial support service',
    pt: 'Serviço de apoio psicossocial',
    source: 'Hands Off',
  },
  EMERGENCY_SERVICE: { en: 'Emergency response service', pt: 'Serviço de resposta a emergências', source: 'Hands Off' },
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
    description: 'A police service or unit as an ally; it has no account.',
    source: 'Hands Off',
  },
  FAITH_BASED: { en: 'Faith-based organisation', pt: 'Organização religiosa', source: 'Hands Off' },
  MEDIA: { en: 'Media organisation', pt: 'Órgão de comunicação social', source: 'Hands Off' },
  GOVERNMENT: { en: 'Government body', pt: 'Instituição do Estado', source: 'Hands Off' },
  OTHER: { en: 'Other', pt: 'Outra', source: 'Hands Off' },
});
export type OrganisationKind = CodeOf<typeof OrganisationKind>;

/** The part an organisation has in the programme. */
export const PartnerRole = codeList('PartnerRole', 'The part that an organisation has in the programme.', {
  LEAD: {
    en: 'Lead partner',
    pt: 'Parceiro principal',
    description: 'Coordinates the programme in the country.',
    source: 'Hands Off',
  },
  IMPLEMENTING: {
    en: 'Implementing partner',
    pt: 'Parceiro de implementação',
    description: 'Carries out activities and manages cases.',
    source: 'Hands Off',
  },
  PLATFORM: {
    en: 'Sex workers’ rights platform',
    pt: 'Plataforma dos direitos dos trabalhadores de sexo',
    description: 'The national platform or network of sex workers’ associations, or a member of it.',
    source: 'Hands Off',
  },
  TECHNICAL: {
    en: 'Technical partner',
    pt: 'Parceiro técnico',
    description: 'Gives advice, training or research.',
    source: 'Hands Off',
  },
  // eslint-disable-next-line no-restricted-syntax -- what an organisation is, no role of an account
  SERVICE_PROVIDER: {
    en: 'Service provider',
    pt: 'Prestador de serviços',
    description: 'Receives referrals.',
    source: 'Hands Off',
  },
  ALLY: {
    en: 'Ally',
    pt: 'Aliado',
    description: 'Supports the programme without an agreement to implement it.',
    source: 'Hands Off',
  },
});
export type PartnerRole = CodeOf<typeof PartnerRole>;
