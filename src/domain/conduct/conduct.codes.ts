/** Code lists of breaches of a code of conduct: of what kind, how grave, by whom, and how far they have come. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

export const ConductCategory = codeList(
  'ConductCategory',
  { en: 'What of a code of conduct was breached.', pt: 'O que de um código de conduta foi violado.' },
  {
    CONFIDENTIALITY: { en: 'Confidentiality', pt: 'Confidencialidade', source },
    VIOLENCE: { en: 'Violence or threats', pt: 'Violência ou ameaças', source },
    EXPLOITATION: { en: 'Exploitation or abuse', pt: 'Exploração ou abuso', source },
    DISCRIMINATION: { en: 'Discrimination', pt: 'Discriminação', source },
    FINANCE: { en: 'Money and property', pt: 'Dinheiro e bens', source },
    REPRESENTATION: { en: 'Speaking for others without a mandate', pt: 'Falar por outros sem mandato', source },
    OTHER: { en: 'Other', pt: 'Outro', source },
  },
);
export type ConductCategory = CodeOf<typeof ConductCategory>;

export const ConductSeverity = codeList(
  'ConductSeverity',
  { en: 'How grave a breach is.', pt: 'Gravidade de uma violação.' },
  {
    MINOR: { en: 'Minor', pt: 'Ligeira', source },
    SERIOUS: { en: 'Serious', pt: 'Séria', source },
    GRAVE: {
      en: 'Grave',
      pt: 'Grave',
      description: { en: 'Somebody was harmed, or is in danger.', pt: 'Alguém sofreu danos ou está em perigo.' },
      source,
    },
  },
);
export type ConductSeverity = CodeOf<typeof ConductSeverity>;

export const ConductPersonRole = codeList(
  'ConductPersonRole',
  {
    en: 'What somebody does who is said to have breached a code of conduct.',
    pt: 'O que faz a pessoa que terá violado um código de conduta.',
  },
  {
    LEADER: { en: 'Leader', pt: 'Dirigente', source },
    STAFF: { en: 'Staff', pt: 'Pessoal', source },
    PEER_EDUCATOR: { en: 'Peer educator', pt: 'Educação de pares', source },
    PARALEGAL: { en: 'Paralegal', pt: 'Paralegal', source },
    VOLUNTEER: { en: 'Volunteer', pt: 'Voluntariado', source },
    MEMBER: { en: 'Member', pt: 'Membro', source },
    OTHER: { en: 'Other', pt: 'Outro', source },
    UNKNOWN: { en: 'Not known', pt: 'Desconhecido', source },
  },
);
export type ConductPersonRole = CodeOf<typeof ConductPersonRole>;

export const ConductBreachStatus = codeList(
  'ConductBreachStatus',
  { en: 'How far the review of a breach has come.', pt: 'Até onde chegou a análise de uma violação.' },
  {
    REPORTED: { en: 'Reported', pt: 'Comunicada', source },
    IN_REVIEW: { en: 'In review', pt: 'Em análise', source },
    RESOLVED: {
      en: 'Resolved',
      pt: 'Resolvida',
      description: { en: 'It was a breach, and something was done.', pt: 'Houve violação e tomaram-se medidas.' },
      source,
    },
    DISMISSED: {
      en: 'Dismissed',
      pt: 'Arquivada',
      description: { en: 'No breach was found.', pt: 'Não se constatou violação.' },
      source,
    },
    APPEALED: {
      en: 'Appealed',
      pt: 'Em recurso',
      description: { en: 'Somebody uninvolved is to look at it.', pt: 'Alguém alheio ao caso deve analisá-la.' },
      source,
    },
    IN_APPEAL_REVIEW: { en: 'Appeal in review', pt: 'Recurso em análise', source },
    UPHELD: { en: 'Decision upheld', pt: 'Decisão mantida', source },
    OVERTURNED: { en: 'Decision overturned', pt: 'Decisão anulada', source },
  },
);
export type ConductBreachStatus = CodeOf<typeof ConductBreachStatus>;
