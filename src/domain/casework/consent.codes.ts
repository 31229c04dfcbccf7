/** Code lists of the consent ledger: what a survivor decides, about what, and how. */
import { codeList, type CodeOf } from '../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });
const num = { source: 'National Ugly Mugs' } as const;

/** What a consent is about. One decision per purpose and recipient, never one for everything. */
export const ConsentPurpose = codeList('ConsentPurpose', 'What the survivor’s decision is about.', {
  SERVICES: {
    en: 'Receiving services',
    pt: 'Receber serviços',
    description: 'The organisation may open a case and support the survivor.',
    ...gbvims('consent_for_services'),
  },
  RELEASE_TO_SECURITY: {
    en: 'Sharing with security services',
    pt: 'Partilha com serviços de segurança',
    description: 'Police or other security services, by name.',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_PSYCHOSOCIAL: {
    en: 'Sharing with psychosocial services',
    pt: 'Partilha com serviços psicossociais',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_HEALTH: {
    en: 'Sharing with health services',
    pt: 'Partilha com serviços de saúde',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_SAFE_HOUSE: {
    en: 'Sharing with a safe house or shelter',
    pt: 'Partilha com uma casa de abrigo',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_LEGAL: {
    en: 'Sharing with legal services',
    pt: 'Partilha com serviços jurídicos',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_PROTECTION: {
    en: 'Sharing with protection services',
    pt: 'Partilha com serviços de protecção',
    description: 'Child protection and other protection services.',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_LIVELIHOODS: {
    en: 'Sharing with livelihood services',
    pt: 'Partilha com serviços de meios de subsistência',
    ...gbvims('consent_for_referrals'),
  },
  RELEASE_TO_OTHER: {
    en: 'Sharing with another service',
    pt: 'Partilha com outro serviço',
    description: 'Emergency responders and any other service, by name.',
    ...gbvims('consent_for_referrals'),
  },
  REPORTING_NON_IDENTIFIABLE: {
    en: 'Non-identifiable reporting',
    pt: 'Relatórios sem identificação',
    description: 'The incident may be counted in statistics and shared without anything that identifies the survivor.',
    ...gbvims('consent_reporting'),
  },
  CONTACT_FOLLOW_UP: {
    en: 'Contact for follow-up',
    pt: 'Contacto para seguimento',
    description: 'The survivor may be contacted, in the safe way recorded.',
    source: 'Hands Off',
  },
  PEER_WARNING: {
    en: 'Warning to peers',
    pt: 'Aviso às colegas',
    description: 'A warning about the perpetrator without anything about the survivor.',
    ...num,
  },
  POLICE_ANONYMOUS: {
    en: 'Anonymous report to the police',
    pt: 'Denúncia anónima à polícia',
    ...num,
  },
  POLICE_FULL: {
    en: 'Full report to the police',
    pt: 'Denúncia completa à polícia',
    description: 'With the survivor’s name.',
    ...num,
  },
  ADVOCACY_CASE_STORY: {
    en: 'Case story for advocacy',
    pt: 'História do caso para advocacia',
    source: 'Hands Off',
  },
  RESEARCH: { en: 'Research', pt: 'Pesquisa', source: 'Hands Off' },
  MEDIA: { en: 'Media', pt: 'Comunicação social', source: 'Hands Off' },
  CROSS_BORDER_TRANSFER: {
    en: 'Transfer to another country',
    pt: 'Transferência para outro país',
    source: 'Hands Off',
  },
  PHOTO_AUDIO: { en: 'Photograph or audio recording', pt: 'Fotografia ou gravação de áudio', source: 'Hands Off' },
});
export type ConsentPurpose = CodeOf<typeof ConsentPurpose>;

/** What was decided. Each decision is a new entry of the ledger; none replaces another. */
export const ConsentDecision = codeList('ConsentDecision', 'What was decided; the latest entry of a purpose holds.', {
  GIVEN: { en: 'Given', pt: 'Dado', source: 'Hands Off' },
  REFUSED: { en: 'Refused', pt: 'Recusado', source: 'Hands Off' },
  WITHDRAWN: {
    en: 'Withdrawn',
    pt: 'Retirado',
    description: 'Acts at once on referrals, shares and later statistics.',
    source: 'Hands Off',
  },
  EXPIRED: { en: 'Expired', pt: 'Expirado', description: 'Its time ran out.', source: 'Hands Off' },
});
export type ConsentDecision = CodeOf<typeof ConsentDecision>;

/** How the decision was taken down. */
export const ConsentMode = codeList('ConsentMode', 'How the decision was taken down.', {
  WRITTEN: { en: 'Written', pt: 'Por escrito', source: 'Hands Off' },
  VERBAL_WITNESSED: { en: 'Spoken, with a witness', pt: 'Verbal, com testemunha', source: 'Hands Off' },
  DIGITAL: { en: 'Digital', pt: 'Digital', source: 'Hands Off' },
  GUARDIAN: {
    en: 'By a guardian',
    pt: 'Por um tutor',
    description: 'For a child, with the child’s assent.',
    source: 'Hands Off',
  },
});
export type ConsentMode = CodeOf<typeof ConsentMode>;

/** Why an entry is in the ledger, where that is not the survivor's own word. */
export const ConsentReason = codeList(
  'ConsentReason',
  'Why an entry was made, where the survivor did not decide anew.',
  {
    RECORDED_IN_ERROR: {
      en: 'The entry before was recorded in error',
      pt: 'A entrada anterior foi registada por engano',
      description: 'Nothing in the ledger is changed: the right decision follows the wrong one.',
      source: 'Hands Off',
    },
    WRONG_PERSON: {
      en: 'The entry before was another person’s decision',
      pt: 'A entrada anterior era a decisão de outra pessoa',
      source: 'Hands Off',
    },
  },
);
export type ConsentReason = CodeOf<typeof ConsentReason>;

/** Why a child's decision stands without a guardian's. No guardian is ever told by the system. */
export const GuardianAbsence = codeList(
  'GuardianAbsence',
  'Why a child decided without a guardian: the case then goes the child-protection way.',
  {
    ALLEGED_PERPETRATOR: {
      en: 'The guardian is alleged to have taken part',
      pt: 'O tutor é suspeito de participação',
      source: 'Hands Off',
    },
    UNSAFE_TO_TELL: { en: 'Telling a guardian is not safe', pt: 'Não é seguro informar um tutor', source: 'Hands Off' },
    NO_GUARDIAN: { en: 'There is no guardian', pt: 'Não há tutor', source: 'Hands Off' },
    CHILD_REFUSES: {
      en: 'The child does not want a guardian to know, and understands what it decides',
      pt: 'A criança não quer que um tutor saiba e compreende o que decide',
      source: 'Hands Off',
    },
    IMMEDIATE_DANGER: {
      en: 'Immediate danger: there is no time to ask',
      pt: 'Perigo imediato: não há tempo para perguntar',
      source: 'Hands Off',
    },
  },
);
export type GuardianAbsence = CodeOf<typeof GuardianAbsence>;
