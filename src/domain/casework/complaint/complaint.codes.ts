/** Code lists of complaints: what they are about, where they stand, and how they end. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const ComplaintSubject = codeList(
  'ComplaintSubject',
  { en: 'What a complaint is about.', pt: 'De que trata uma queixa.' },
  {
    VIOLENCE: { en: 'Violence', pt: 'Violência', source },
    CONDUCT: {
      en: 'Conduct of officials',
      pt: 'Conduta de agentes do Estado',
      description: {
        en: 'What police, municipal officers or other officials did, of whichever rank.',
        pt: 'O que a polícia, agentes municipais ou outros fizeram, seja qual for o seu posto.',
      },
      source,
    },
    SERVICE: { en: 'Refusal or quality of a service', pt: 'Recusa ou qualidade de um serviço', source },
    POLICY: {
      en: 'A law, by-law, policy or practice',
      pt: 'Uma lei, postura, política ou prática',
      source,
    },
    STATION: { en: 'A station or an office as a whole', pt: 'Uma esquadra ou um serviço no seu todo', source },
  },
);
export type ComplaintSubject = CodeOf<typeof ComplaintSubject>;

export const ComplaintStatus = codeList(
  'ComplaintStatus',
  { en: 'Where a complaint stands in its lifecycle.', pt: 'Em que ponto do seu ciclo está uma queixa.' },
  {
    PREPARED: {
      en: 'Prepared',
      pt: 'Preparada',
      description: { en: 'Not brought before anybody yet.', pt: 'Ainda não foi apresentada.' },
      source,
    },
    FILED: {
      en: 'Filed',
      pt: 'Apresentada',
      description: { en: 'Brought before them; not registered yet.', pt: 'Apresentada; ainda não registada.' },
      source,
    },
    REFUSED_TO_REGISTER: {
      en: 'Refused to register',
      pt: 'Registo recusado',
      description: {
        en: 'They would not take it. It can be brought again, or taken elsewhere.',
        pt: 'Não a quiseram receber. Pode ser apresentada de novo, ou levada a outro lado.',
      },
      source,
    },
    REGISTERED: { en: 'Registered', pt: 'Registada', source },
    UNDER_INVESTIGATION: { en: 'Under investigation', pt: 'Em investigação', source },
    REFERRED_TO_PROSECUTOR: { en: 'With the prosecutor', pt: 'No Ministério Público', source },
    IN_COURT: { en: 'In court', pt: 'Em tribunal', source },
    CONCLUDED: { en: 'Concluded', pt: 'Concluída', source },
    WITHDRAWN_BY_SURVIVOR: {
      en: 'Withdrawn by the survivor',
      pt: 'Retirada pela pessoa sobrevivente',
      description: {
        en: 'We no longer follow it. What the authority decides all the same can still be recorded.',
        pt: 'Deixamos de a seguir. O que a autoridade ainda assim decidir pode ser registado.',
      },
      source,
    },
    DROPPED: {
      en: 'Given up',
      pt: 'Abandonada',
      description: {
        en: 'The organisation no longer pursues it; it was about no survivor.',
        pt: 'A organização deixou de a seguir; não era de nenhuma pessoa sobrevivente.',
      },
      source,
    },
  },
);
export type ComplaintStatus = CodeOf<typeof ComplaintStatus>;

export const ComplaintRefusalReason = codeList(
  'ComplaintRefusalReason',
  { en: 'What was said when a complaint was refused.', pt: 'O que foi dito quando uma queixa foi recusada.' },
  {
    SEX_WORK: {
      en: 'That sex work is a crime, or no work',
      pt: 'Que o trabalho sexual é crime, ou não é trabalho',
      source,
    },
    SETTLE_PRIVATELY: { en: 'To settle it privately', pt: 'Que se resolva em privado', source },
    NO_EVIDENCE: { en: 'That there is no evidence', pt: 'Que não há provas', source },
    NO_DOCUMENT: { en: 'That a document is missing', pt: 'Que falta um documento', source },
    OTHER_OFFICE: { en: 'To go to another office', pt: 'Que se vá a outro serviço', source },
    MONEY_DEMANDED: { en: 'Money or sex was demanded', pt: 'Exigiram dinheiro ou sexo', source },
    THREATENED: { en: 'Arrest or violence was threatened', pt: 'Ameaçaram com detenção ou violência', source },
    NONE_GIVEN: { en: 'No reason was given', pt: 'Não deram motivo', source },
    OTHER: { en: 'Other', pt: 'Outro', source },
  },
);
export type ComplaintRefusalReason = CodeOf<typeof ComplaintRefusalReason>;

export const ComplaintConclusion = codeList(
  'ComplaintConclusion',
  { en: 'How a complaint ended.', pt: 'Como terminou uma queixa.' },
  {
    CONVICTION: { en: 'Conviction', pt: 'Condenação', source },
    ACQUITTAL: { en: 'Acquittal', pt: 'Absolvição', source },
    DISCIPLINARY_SANCTION: { en: 'Disciplinary sanction', pt: 'Sanção disciplinar', source },
    MEDIATED_SETTLEMENT: { en: 'Settlement by mediation', pt: 'Acordo por mediação', source },
    COMPENSATION: { en: 'Compensation', pt: 'Indemnização', source },
    UPHELD: {
      en: 'Upheld: the practice or decision was changed',
      pt: 'Procedente: a prática ou decisão foi alterada',
      source,
    },
    DISMISSED_NO_EVIDENCE: { en: 'Dismissed for want of evidence', pt: 'Arquivada por falta de provas', source },
    NOT_PROSECUTED: { en: 'Not prosecuted', pt: 'Sem acusação', source },
    LOST_FILE: { en: 'The file was lost', pt: 'Processo perdido', source },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecido', source },
  },
);
export type ComplaintConclusion = CodeOf<typeof ComplaintConclusion>;

export const ComplaintCompany = codeList(
  'ComplaintCompany',
  { en: 'Who went along when a complaint was brought.', pt: 'Quem acompanhou a apresentação da queixa.' },
  {
    NOBODY: { en: 'Nobody', pt: 'Ninguém', source },
    PEER: { en: 'A peer or paralegal', pt: 'Uma par ou paralegal', source },
    CASE_WORKER: { en: 'A colleague of the organisation', pt: 'Colega da organização', source },
    LAWYER: { en: 'A lawyer', pt: 'Advogado ou advogada', source },
    FAMILY_OR_FRIEND: { en: 'Family or a friend', pt: 'Família ou pessoa amiga', source },
    OTHER: { en: 'Somebody else', pt: 'Outra pessoa', source },
  },
);
export type ComplaintCompany = CodeOf<typeof ComplaintCompany>;

export const ComplaintWishAnswer = codeList(
  'ComplaintWishAnswer',
  { en: 'Whether the survivor wants to complain.', pt: 'Se a pessoa sobrevivente quer apresentar queixa.' },
  {
    YES: { en: 'Yes', pt: 'Sim', source },
    NO: { en: 'No', pt: 'Não', source },
    LATER: { en: 'Later, perhaps', pt: 'Mais tarde, talvez', source },
  },
);
export type ComplaintWishAnswer = CodeOf<typeof ComplaintWishAnswer>;

export const ComplaintWishReason = codeList(
  'ComplaintWishReason',
  {
    en: 'Why the survivor does not want to complain, or not yet.',
    pt: 'Porque não quer apresentar queixa, ou ainda não.',
  },
  {
    FEAR: { en: 'Fear of what would follow', pt: 'Medo das consequências', source },
    COST: { en: 'Cost in money or time', pt: 'Custo em dinheiro ou tempo', source },
    DISTRUST: { en: 'No trust in the mechanism', pt: 'Falta de confiança no mecanismo', source },
    OUTING: { en: 'Not to be known as a sex worker', pt: 'Para não ser exposta como trabalhadora do sexo', source },
    OTHER: { en: 'Other', pt: 'Outro', source },
  },
);
export type ComplaintWishReason = CodeOf<typeof ComplaintWishReason>;
