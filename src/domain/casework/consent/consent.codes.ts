/** Code lists of the consent ledger: what a survivor decides, about what, and how. */
import { codeList, type CodeOf } from '../../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });
const num = { source: 'National Ugly Mugs' } as const;

/** What a consent is about. One decision per purpose and recipient, never one for everything. */
export const ConsentPurpose = codeList(
  'ConsentPurpose',
  { en: 'What the survivor’s decision is about.', pt: 'De que trata a decisão da pessoa sobrevivente.' },
  {
    SERVICES: {
      en: 'Receiving services',
      pt: 'Receber serviços',
      description: {
        en: 'The organisation may open a case and support the survivor.',
        pt: 'A organização pode abrir um caso e apoiar a pessoa sobrevivente.',
      },
      ...gbvims('consent_for_services'),
    },
    RELEASE_TO_SECURITY: {
      en: 'Sharing with security services',
      pt: 'Partilha com serviços de segurança',
      description: {
        en: 'Police or other security services, by name.',
        pt: 'Polícia ou outros serviços de segurança, pelo nome.',
      },
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
      description: {
        en: 'Child protection and other protection services.',
        pt: 'Serviços de protecção da criança e outros serviços de protecção.',
      },
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
      description: {
        en: 'Emergency responders and any other service, by name.',
        pt: 'Equipas de emergência e qualquer outro serviço, pelo nome.',
      },
      ...gbvims('consent_for_referrals'),
    },
    REPORTING_NON_IDENTIFIABLE: {
      en: 'Non-identifiable reporting',
      pt: 'Relatórios sem identificação',
      description: {
        en: 'The incident may be counted in statistics and released to the region, told so coarsely that several people look alike.',
        pt: 'O incidente pode contar em estatísticas e ser publicado para a região, dito de modo que várias pessoas pareçam iguais.',
      },
      ...gbvims('consent_reporting'),
    },
    CONTACT_FOLLOW_UP: {
      en: 'Contact for follow-up',
      pt: 'Contacto para seguimento',
      description: {
        en: 'The survivor may be contacted, in the safe way recorded.',
        pt: 'A pessoa sobrevivente pode ser contactada, da forma segura registada.',
      },
      source: 'Hands Off',
    },
    PEER_WARNING: {
      en: 'Warning to peers',
      pt: 'Aviso às colegas',
      description: {
        en: 'A warning about the perpetrator without anything about the survivor.',
        pt: 'Um aviso sobre o agressor sem nada sobre a pessoa sobrevivente.',
      },
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
      description: { en: 'With the survivor’s name.', pt: 'Com o nome da pessoa sobrevivente.' },
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
  },
);
export type ConsentPurpose = CodeOf<typeof ConsentPurpose>;

/** What was decided. Each decision is a new entry of the ledger; none replaces another. */
export const ConsentDecision = codeList(
  'ConsentDecision',
  {
    en: 'What was decided; the latest entry of a purpose holds.',
    pt: 'O que foi decidido; vale a entrada mais recente de cada finalidade.',
  },
  {
    GIVEN: { en: 'Given', pt: 'Dado', source: 'Hands Off' },
    REFUSED: { en: 'Refused', pt: 'Recusado', source: 'Hands Off' },
    WITHDRAWN: {
      en: 'Withdrawn',
      pt: 'Retirado',
      description: {
        en: 'Acts at once on referrals and later statistics, and within 30 days on what was released to the region.',
        pt: 'Actua de imediato sobre encaminhamentos e estatísticas futuras, e em 30 dias sobre o que foi publicado para a região.',
      },
      source: 'Hands Off',
    },
    EXPIRED: {
      en: 'Expired',
      pt: 'Expirado',
      description: { en: 'Its time ran out.', pt: 'O seu prazo terminou.' },
      source: 'Hands Off',
    },
  },
);
export type ConsentDecision = CodeOf<typeof ConsentDecision>;

/** How the decision was taken down. */
export const ConsentMode = codeList(
  'ConsentMode',
  { en: 'How the decision was taken down.', pt: 'Como a decisão foi registada.' },
  {
    WRITTEN: { en: 'Written', pt: 'Por escrito', source: 'Hands Off' },
    VERBAL_WITNESSED: { en: 'Spoken, with a witness', pt: 'Verbal, com testemunha', source: 'Hands Off' },
    DIGITAL: { en: 'Digital', pt: 'Digital', source: 'Hands Off' },
    GUARDIAN: {
      en: 'By a guardian',
      pt: 'Por um tutor',
      description: {
        en: 'For a child, with the child’s assent.',
        pt: 'Para uma criança, com a concordância da própria criança.',
      },
      source: 'Hands Off',
    },
  },
);
export type ConsentMode = CodeOf<typeof ConsentMode>;

/** Why an entry is in the ledger, where that is not the survivor's own word. */
export const ConsentReason = codeList(
  'ConsentReason',
  {
    en: 'Why an entry was made, where the survivor did not decide anew.',
    pt: 'Por que se fez uma entrada, quando a pessoa sobrevivente não decidiu de novo.',
  },
  {
    RECORDED_IN_ERROR: {
      en: 'The entry before was recorded in error',
      pt: 'A entrada anterior foi registada por engano',
      description: {
        en: 'Nothing in the ledger is changed: the right decision follows the wrong one.',
        pt: 'Nada se altera no livro: a decisão certa segue a errada.',
      },
      source: 'Hands Off',
    },
    WRONG_PERSON: {
      en: 'The entry before was another person’s decision',
      pt: 'A entrada anterior era a decisão de outra pessoa',
      source: 'Hands Off',
    },
    RECORDS_MERGED: {
      en: 'Two records of the person were merged or separated',
      pt: 'Dois registos da pessoa foram fundidos ou separados',
      description: {
        en: 'Made by the system: a decision that stands in one record is carried to the other.',
        pt: 'Feita pelo sistema: uma decisão que vale num registo passa para o outro.',
      },
      source: 'Hands Off',
    },
  },
);
export type ConsentReason = CodeOf<typeof ConsentReason>;

/** Why a child's decision stands without a guardian's. No guardian is ever told by the system. */
export const GuardianAbsence = codeList(
  'GuardianAbsence',
  {
    en: 'Why a child decided without a guardian: the case then goes the child-protection way.',
    pt: 'Por que uma criança decidiu sem um tutor: o caso segue então a via da protecção da criança.',
  },
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
