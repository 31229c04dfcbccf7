/** The single services within the categories of service. */
import { belongsTo, codeList, type CodeOf } from '../../../model/codelist';
import { ServiceCategory } from './referral.codes';

/** A single service; each belongs to one category. */
export const ServiceType = codeList(
  'ServiceType',
  { en: 'A single service within a category.', pt: 'Um serviço concreto dentro de uma categoria.' },
  {
    PEP: {
      en: 'Post-exposure prophylaxis (PEP)',
      pt: 'Profilaxia pós-exposição (PPE)',
      description: { en: 'Against HIV, begun within 72 hours.', pt: 'Contra o HIV, iniciada dentro de 72 horas.' },
      source: 'Hands Off',
    },
    EMERGENCY_CONTRACEPTION: { en: 'Emergency contraception', pt: 'Contracepção de emergência', source: 'Hands Off' },
    STI_TREATMENT: { en: 'STI treatment', pt: 'Tratamento de ITS', source: 'Hands Off' },
    HIV_TEST: { en: 'HIV testing', pt: 'Testagem de HIV', source: 'Hands Off' },
    PREP: {
      en: 'Pre-exposure prophylaxis (PrEP)',
      pt: 'Profilaxia pré-exposição (PrEP)',
      source: 'Hands Off',
    },
    ART_LINKAGE: { en: 'Linkage to antiretroviral therapy', pt: 'Ligação ao TARV', source: 'Hands Off' },
    FORENSIC_EXAM: { en: 'Forensic examination', pt: 'Exame médico-legal', source: 'Hands Off' },
    WOUND_CARE: { en: 'Wound care', pt: 'Tratamento de ferimentos', source: 'Hands Off' },
    COUNSELLING: { en: 'Counselling', pt: 'Aconselhamento', source: 'Hands Off' },
    SUPPORT_GROUP: { en: 'Support group', pt: 'Grupo de apoio', source: 'Hands Off' },
    COURT_SUPPORT: { en: 'Support at court', pt: 'Acompanhamento em tribunal', source: 'Hands Off' },
    BAIL: { en: 'Bail or release', pt: 'Caução ou soltura', source: 'Hands Off' },
    PARALEGAL_ADVICE: { en: 'Paralegal advice', pt: 'Aconselhamento paralegal', source: 'Hands Off' },
    LEGAL_REPRESENTATION: { en: 'Legal representation', pt: 'Patrocínio judiciário', source: 'Hands Off' },
    TRANSPORT: { en: 'Emergency transport', pt: 'Transporte de emergência', source: 'Hands Off' },
    CRISIS_ACCOMPANIMENT: {
      en: 'Accompaniment in a crisis',
      pt: 'Acompanhamento em situação de crise',
      description: {
        en: 'Somebody goes there at once: to the place, the police station or the clinic.',
        pt: 'Alguém vai lá de imediato: ao lugar, à esquadra ou à clínica.',
      },
      source: 'Hands Off',
    },
    SAFE_SHELTER: { en: 'Safe shelter', pt: 'Abrigo seguro', source: 'Hands Off' },
    COMPLAINT_REGISTRATION: { en: 'Registration of a complaint', pt: 'Registo de queixa', source: 'Hands Off' },
    PHYSICAL_PROTECTION: {
      en: 'Physical protection',
      pt: 'Protecção física',
      description: {
        en: 'A protection order and its enforcement, escort or patrol.',
        pt: 'Uma ordem de protecção e o seu cumprimento, escolta ou patrulha.',
      },
      source: 'Hands Off',
    },
    CASH_OR_FOOD_SUPPORT: { en: 'Cash or food support', pt: 'Apoio em dinheiro ou alimentos', source: 'Hands Off' },
    SKILLS_AND_INCOME: { en: 'Skills and income', pt: 'Formação e geração de renda', source: 'Hands Off' },
    CHILD_WELFARE: {
      en: 'Child welfare service',
      pt: 'Serviço de acção social para crianças',
      description: {
        en: 'For a survivor under 18, or for the children of a survivor.',
        pt: 'Para uma pessoa sobrevivente com menos de 18 anos, ou para os filhos de uma pessoa sobrevivente.',
      },
      source: 'Hands Off',
    },
    SOCIAL_GRANT: {
      en: 'Social grant',
      pt: 'Subsídio social',
      description: { en: 'Applied for, or paid again.', pt: 'Pedido, ou pago de novo.' },
      source: 'Hands Off',
    },
    IDENTITY_DOCUMENTS: { en: 'Identity documents', pt: 'Documentos de identificação', source: 'Hands Off' },
  },
);
export type ServiceType = CodeOf<typeof ServiceType>;

/** The category of each service. */
export const categoryOfService: Readonly<Record<ServiceType, ServiceCategory>> = {
  PEP: 'HEALTH',
  EMERGENCY_CONTRACEPTION: 'HEALTH',
  STI_TREATMENT: 'HEALTH',
  HIV_TEST: 'HEALTH',
  PREP: 'HEALTH',
  ART_LINKAGE: 'HEALTH',
  FORENSIC_EXAM: 'HEALTH',
  WOUND_CARE: 'HEALTH',
  COUNSELLING: 'PSYCHOSOCIAL',
  SUPPORT_GROUP: 'PSYCHOSOCIAL',
  COURT_SUPPORT: 'LEGAL',
  BAIL: 'LEGAL',
  PARALEGAL_ADVICE: 'LEGAL',
  LEGAL_REPRESENTATION: 'LEGAL',
  TRANSPORT: 'EMERGENCY_RESPONSE',
  CRISIS_ACCOMPANIMENT: 'EMERGENCY_RESPONSE',
  SAFE_SHELTER: 'SAFE_HOUSE',
  COMPLAINT_REGISTRATION: 'POLICE_SECURITY',
  PHYSICAL_PROTECTION: 'POLICE_SECURITY',
  CASH_OR_FOOD_SUPPORT: 'LIVELIHOOD',
  SKILLS_AND_INCOME: 'LIVELIHOOD',
  CHILD_WELFARE: 'CHILD_PROTECTION',
  SOCIAL_GRANT: 'SOCIAL',
  IDENTITY_DOCUMENTS: 'SOCIAL',
};
belongsTo(ServiceType, { list: ServiceCategory, of: categoryOfService });
