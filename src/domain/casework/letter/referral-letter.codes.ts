/** What letters say: the words that were agreed for each service, and where a letter stands. */
import { codeList, type CodeOf } from '../../../model/codelist';
import type { ServiceCategory } from '../referral/referral.codes';

const source = 'Hands Off';

/** The service in words that whoever finds the letter may read. The code tells no more than the words. */
export const LetterService = codeList(
  'LetterService',
  {
    en: 'A service in the neutral words that stand in a letter.',
    pt: 'Um serviço nas palavras neutras que estão numa carta.',
  },
  {
    HEALTH_CONSULTATION: { en: 'Health consultation', pt: 'Consulta de saúde', source },
    CONVERSATION: { en: 'Conversation and support', pt: 'Conversa e apoio', source },
    LEGAL_ADVICE: { en: 'Legal advice', pt: 'Aconselhamento jurídico', source },
    ACCOMPANIMENT: { en: 'Transport and company', pt: 'Transporte e acompanhamento', source },
    LODGING: { en: 'A place to stay', pt: 'Alojamento temporário', source },
    SAFETY_ADVICE: { en: 'Advice and information', pt: 'Aconselhamento e informação', source },
    HOUSEHOLD_SUPPORT: { en: 'Training and household support', pt: 'Formação e apoio à família', source },
    FAMILY_SERVICE: { en: 'Family service', pt: 'Serviço de apoio à família', source },
  },
);
export type LetterService = CodeOf<typeof LetterService>;

/** The single service within a category is never told. */
export const serviceInLetter: Readonly<Record<ServiceCategory, LetterService>> = {
  HEALTH: 'HEALTH_CONSULTATION',
  PSYCHOSOCIAL: 'CONVERSATION',
  LEGAL: 'LEGAL_ADVICE',
  EMERGENCY_RESPONSE: 'ACCOMPANIMENT',
  SAFE_HOUSE: 'LODGING',
  POLICE_SECURITY: 'SAFETY_ADVICE',
  LIVELIHOOD: 'HOUSEHOLD_SUPPORT',
  CHILD_PROTECTION: 'FAMILY_SERVICE',
  SOCIAL: 'HOUSEHOLD_SUPPORT',
};

/** Where a letter stands. */
export const LetterStatus = codeList(
  'LetterStatus',
  { en: 'Where a letter stands.', pt: 'Em que ponto está uma carta.' },
  {
    ISSUED: {
      en: 'Issued',
      pt: 'Emitida',
      description: {
        en: 'It can be printed, read aloud or shown until it runs out.',
        pt: 'Pode ser impressa, lida em voz alta ou mostrada até expirar.',
      },
      source,
    },
    ANSWERED: {
      en: 'Answered',
      pt: 'Respondida',
      description: { en: 'Its reply was recorded.', pt: 'A resposta foi registada.' },
      source,
    },
    REVOKED: {
      en: 'Revoked',
      pt: 'Revogada',
      description: {
        en: 'It was taken back, or a newer letter took its place.',
        pt: 'Foi anulada, ou uma carta mais recente tomou o seu lugar.',
      },
      source,
    },
  },
);
export type LetterStatus = CodeOf<typeof LetterStatus>;
