/** Code lists of referrals: which service, how soon, where the referral stands and how it ended. */
import { codeList, type CodeOf } from '../../../model/codelist';
import type { ConsentPurpose } from '../consent/consent.codes';

const primero = (sourceCode: string) => ({ source: 'Primero', sourceCode });

/** The kind of service that a survivor is referred to. */
export const ServiceCategory = codeList(
  'ServiceCategory',
  { en: 'The kind of service.', pt: 'O tipo de serviço.' },
  {
    HEALTH: { en: 'Health', pt: 'Saúde', source: 'Hands Off' },
    PSYCHOSOCIAL: { en: 'Psychosocial support', pt: 'Apoio psicossocial', source: 'Hands Off' },
    LEGAL: { en: 'Legal aid', pt: 'Assistência jurídica', source: 'Hands Off' },
    EMERGENCY_RESPONSE: { en: 'Emergency response', pt: 'Resposta a emergências', source: 'Hands Off' },
    SAFE_HOUSE: { en: 'Safe house or shelter', pt: 'Casa de abrigo', source: 'GBVIMS' },
    POLICE_SECURITY: { en: 'Police or security', pt: 'Polícia ou segurança', source: 'GBVIMS' },
    LIVELIHOOD: { en: 'Livelihood', pt: 'Meios de subsistência', source: 'GBVIMS' },
    CHILD_PROTECTION: { en: 'Child protection', pt: 'Protecção da criança', source: 'GBVIMS' },
    SOCIAL: {
      en: 'Social services',
      pt: 'Serviços sociais',
      description: {
        en: 'Grants, documents, housing and other help of social services, beside livelihood, safe houses and child protection.',
        pt: 'Subsídios, documentos, habitação e outro apoio dos serviços sociais, além de meios de subsistência, casas de abrigo e protecção da criança.',
      },
      source: 'Hands Off',
    },
  },
);
export type ServiceCategory = CodeOf<typeof ServiceCategory>;

/** The consent that sharing a case with a service of the category takes (with the organisation named). */
export const purposeOfCategory: Readonly<Record<ServiceCategory, ConsentPurpose>> = {
  HEALTH: 'RELEASE_TO_HEALTH',
  PSYCHOSOCIAL: 'RELEASE_TO_PSYCHOSOCIAL',
  LEGAL: 'RELEASE_TO_LEGAL',
  EMERGENCY_RESPONSE: 'RELEASE_TO_OTHER',
  SAFE_HOUSE: 'RELEASE_TO_SAFE_HOUSE',
  POLICE_SECURITY: 'RELEASE_TO_SECURITY',
  LIVELIHOOD: 'RELEASE_TO_LIVELIHOODS',
  CHILD_PROTECTION: 'RELEASE_TO_PROTECTION',
  SOCIAL: 'RELEASE_TO_OTHER',
};

/** How soon the service is needed. */
export const ReferralUrgency = codeList(
  'ReferralUrgency',
  { en: 'How soon the service is needed.', pt: 'Com que urgência o serviço é preciso.' },
  {
    IMMEDIATE: {
      en: 'Immediate',
      pt: 'Imediata',
      description: { en: 'Now: danger to life or safety.', pt: 'Agora: perigo para a vida ou a segurança.' },
      source: 'Hands Off',
    },
    WITHIN_72H: {
      en: 'Within 72 hours',
      pt: 'Dentro de 72 horas',
      description: {
        en: 'The time in which PEP and emergency contraception work.',
        pt: 'O prazo em que a PPE e a contracepção de emergência funcionam.',
      },
      source: 'Hands Off',
    },
    ROUTINE: { en: 'Routine', pt: 'Rotina', source: 'Hands Off' },
  },
);
export type ReferralUrgency = CodeOf<typeof ReferralUrgency>;

/** Where a referral stands in its lifecycle. */
export const ReferralStatus = codeList(
  'ReferralStatus',
  { en: 'Where a referral stands in its lifecycle.', pt: 'Em que ponto do seu ciclo está um encaminhamento.' },
  {
    DRAFT: {
      en: 'Draft',
      pt: 'Rascunho',
      description: { en: 'Not sent yet.', pt: 'Ainda não enviado.' },
      source: 'Hands Off',
    },
    REQUESTED: {
      en: 'Requested',
      pt: 'Solicitado',
      description: {
        en: 'Sent; the receiver sees only what it needs to decide.',
        pt: 'Enviada; o destinatário vê só o que precisa para decidir.',
      },
      ...primero('in_progress'),
    },
    ACCEPTED: {
      en: 'Accepted',
      pt: 'Aceite',
      description: {
        en: 'The receiver sees the fields that were shared.',
        pt: 'O destinatário vê os campos que foram partilhados.',
      },
      ...primero('accepted'),
    },
    IN_SERVICE: {
      en: 'In service',
      pt: 'Em atendimento',
      description: { en: 'The service has begun.', pt: 'O serviço começou.' },
      source: 'Hands Off',
    },
    COMPLETED: {
      en: 'Completed',
      pt: 'Concluído',
      description: { en: 'Ended with an outcome.', pt: 'Terminou com um resultado.' },
      ...primero('done'),
    },
    REJECTED: {
      en: 'Rejected',
      pt: 'Recusado',
      description: { en: 'The receiver declined.', pt: 'O destinatário recusou.' },
      ...primero('rejected'),
    },
    EXPIRED: {
      en: 'Expired',
      pt: 'Expirado',
      description: { en: 'Nobody answered in time.', pt: 'Ninguém respondeu a tempo.' },
      source: 'Hands Off',
    },
    CANCELLED: {
      en: 'Cancelled',
      pt: 'Cancelado',
      description: {
        en: 'The sender took it back before it was answered.',
        pt: 'Quem enviou retirou-a antes de ser respondida.',
      },
      source: 'Hands Off',
    },
    REVOKED: {
      en: 'Revoked',
      pt: 'Revogado',
      description: {
        en: 'The sender ended it, or the survivor withdrew consent, after it was accepted.',
        pt: 'Quem enviou terminou-a, ou a pessoa sobrevivente retirou o consentimento, depois de ter sido aceite.',
      },
      ...primero('revoked'),
    },
    NO_SHOW: {
      en: 'No show',
      pt: 'Não compareceu',
      description: { en: 'The survivor did not come.', pt: 'A pessoa sobrevivente não veio.' },
      source: 'Hands Off',
    },
    RETURNED: {
      en: 'Returned',
      pt: 'Devolvido',
      description: { en: 'The receiver gave it back with a reason.', pt: 'O destinatário devolveu-a com um motivo.' },
      source: 'Hands Off',
    },
  },
);
export type ReferralStatus = CodeOf<typeof ReferralStatus>;

/** Why a receiver declined or returned a referral. */
export const ReferralRejectedReason = codeList(
  'ReferralRejectedReason',
  { en: 'Why the receiver declined a referral.', pt: 'Por que o destinatário recusou um encaminhamento.' },
  {
    NO_CAPACITY: { en: 'No capacity', pt: 'Sem capacidade', source: 'Hands Off' },
    OUT_OF_AREA: { en: 'Outside our area', pt: 'Fora da nossa área', source: 'Hands Off' },
    NOT_ELIGIBLE: { en: 'Not eligible', pt: 'Não elegível', source: 'Hands Off' },
    SERVICE_NOT_OFFERED: { en: 'Service not offered', pt: 'Serviço não prestado', source: 'Hands Off' },
    SAFETY_RISK: { en: 'Safety risk', pt: 'Risco de segurança', source: 'Hands Off' },
    INCOMPLETE_INFO: { en: 'Incomplete information', pt: 'Informação incompleta', source: 'Hands Off' },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
  },
);
export type ReferralRejectedReason = CodeOf<typeof ReferralRejectedReason>;

/** Why a sender, or the survivor, ended a referral that was accepted. */
export const ReferralRevokedReason = codeList(
  'ReferralRevokedReason',
  { en: 'Why an accepted referral was ended.', pt: 'Por que um encaminhamento aceite foi terminado.' },
  {
    SURVIVOR_DECIDED: {
      en: 'The survivor ended it',
      pt: 'A pessoa sobrevivente terminou-o',
      description: {
        en: 'The survivor withdrew a consent, or wants no more of it.',
        pt: 'A pessoa sobrevivente retirou um consentimento, ou já não o quer.',
      },
      source: 'Hands Off',
    },
    CASE_WITHDRAWN: { en: 'The case was withdrawn', pt: 'O caso foi retirado', source: 'Hands Off' },
    OTHER_PROVIDER: { en: 'Another provider serves', pt: 'Outro prestador atende', source: 'Hands Off' },
    NO_LONGER_NEEDED: { en: 'No longer needed', pt: 'Já não é necessário', source: 'Hands Off' },
    RECORDED_IN_ERROR: { en: 'Recorded in error', pt: 'Registado por engano', source: 'Hands Off' },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source: 'Hands Off' },
  },
);
export type ReferralRevokedReason = CodeOf<typeof ReferralRevokedReason>;

/** What became of a referral where nobody answers in the system. */
export const ReferralResponse = codeList(
  'ReferralResponse',
  { en: 'What a provider answered outside the system.', pt: 'O que um prestador respondeu fora do sistema.' },
  {
    ACCEPTED: { en: 'Accepted', pt: 'Aceite', source: 'Hands Off' },
    REJECTED: { en: 'Rejected', pt: 'Recusada', source: 'Hands Off' },
    NO_SHOW: {
      en: 'No show',
      pt: 'Não compareceu',
      description: { en: 'The survivor did not come.', pt: 'A pessoa sobrevivente não veio.' },
      source: 'Hands Off',
    },
  },
);
export type ReferralResponse = CodeOf<typeof ReferralResponse>;

/** Outcomes that say that nothing was given here. */
export const nothingGiven: readonly ReferralOutcome[] = ['REFERRED_ONWARD', 'SURVIVOR_DECLINED', 'LOST_TO_FOLLOW_UP'];

/** How a completed referral ended. */
export const ReferralOutcome = codeList(
  'ReferralOutcome',
  { en: 'How a completed referral ended.', pt: 'Como terminou um encaminhamento concluído.' },
  {
    SERVICE_PROVIDED: { en: 'Service provided', pt: 'Serviço prestado', source: 'Hands Off' },
    PARTIALLY_PROVIDED: { en: 'Partially provided', pt: 'Parcialmente prestado', source: 'Hands Off' },
    REFERRED_ONWARD: { en: 'Referred onward', pt: 'Reencaminhada', source: 'Hands Off' },
    SURVIVOR_DECLINED: { en: 'Survivor declined', pt: 'A pessoa sobrevivente recusou', source: 'Hands Off' },
    LOST_TO_FOLLOW_UP: { en: 'Lost to follow-up', pt: 'Perda de seguimento', source: 'Hands Off' },
  },
);
export type ReferralOutcome = CodeOf<typeof ReferralOutcome>;

/** What the survivor says of the service. */
export const SurvivorFeedback = codeList(
  'SurvivorFeedback',
  {
    en: 'Whether the survivor was satisfied with the service.',
    pt: 'Se a pessoa sobrevivente ficou satisfeita com o serviço.',
  },
  {
    SATISFIED: { en: 'Satisfied', pt: 'Satisfeita', source: 'Hands Off' },
    PARTLY: { en: 'Partly satisfied', pt: 'Parcialmente satisfeita', source: 'Hands Off' },
    NOT: { en: 'Not satisfied', pt: 'Insatisfeita', source: 'Hands Off' },
  },
);
export type SurvivorFeedback = CodeOf<typeof SurvivorFeedback>;
