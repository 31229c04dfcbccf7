/** Code lists of outreach: in which form, on what, whom it reached, what was handed out, and where it stands. */
import { codeList, type CodeOf } from '../../model/codelist';

const source = 'Hands Off';

/** The form of an outreach activity. */
export const OutreachType = codeList(
  'OutreachType',
  { en: 'The form of an outreach activity.', pt: 'A forma de uma actividade de proximidade.' },
  {
    ROUNDTABLE: { en: 'Roundtable', pt: 'Mesa-redonda', source },
    LECTURE: { en: 'Lecture', pt: 'Palestra', source },
    DEBATE: { en: 'Debate', pt: 'Debate', source },
    HOME_VISIT: {
      en: 'Home visit',
      pt: 'Visita domiciliária',
      description: {
        en: 'Home visits that are no follow-up of a case: one that is recorded as a follow-up is not recorded here again.',
        pt: 'Visitas domiciliárias que não são seguimento de um caso: a que está registada como seguimento não se regista aqui outra vez.',
      },
      source,
    },
    TELEPHONE_CALL: {
      en: 'Telephone call',
      pt: 'Chamada telefónica',
      description: {
        en: 'Telephone calls that are no follow-up of a case: one that is recorded as a follow-up is not recorded here again.',
        pt: 'Chamadas telefónicas que não são seguimento de um caso: a que está registada como seguimento não se regista aqui outra vez.',
      },
      source,
    },
    COMMUNITY_MEETING: { en: 'Community meeting', pt: 'Encontro comunitário', source },
    HELPLINE_SESSION: {
      en: 'Helpline session',
      pt: 'Sessão da linha de apoio',
      description: {
        en: 'Hours in which the helpline was answered, with all who called.',
        pt: 'Horas em que a linha de apoio foi atendida, com todas as pessoas que ligaram.',
      },
      source,
    },
  },
);
export type OutreachType = CodeOf<typeof OutreachType>;

/** What an outreach activity is about. */
export const OutreachTopic = codeList(
  'OutreachTopic',
  { en: 'What an outreach activity is about.', pt: 'De que trata uma actividade de proximidade.' },
  {
    RIGHTS: { en: 'Human rights and the law', pt: 'Direitos humanos e a lei', source },
    VIOLENCE_AND_COMPLAINTS: {
      en: 'Violence, and where to complain',
      pt: 'Violência, e onde apresentar queixa',
      source,
    },
    POLICE: { en: 'Dealing with the police', pt: 'Relação com a polícia', source },
    SAFETY: { en: 'Safety at work', pt: 'Segurança no trabalho', source: 'SWIT' },
    STIGMA: { en: 'Stigma and discrimination', pt: 'Estigma e discriminação', source },
    HIV_STI: { en: 'HIV and sexually transmitted infections', pt: 'HIV e infecções de transmissão sexual', source },
    CONDOMS_LUBRICANT: { en: 'Condoms and lubricant', pt: 'Preservativos e lubrificante', source: 'SWIT' },
    PREP_PEP: { en: 'PrEP and PEP', pt: 'PrEP e PPE', source: 'WHO' },
    SEXUAL_REPRODUCTIVE_HEALTH: {
      en: 'Sexual and reproductive health',
      pt: 'Saúde sexual e reprodutiva',
      source: 'SWIT',
    },
    MENTAL_HEALTH: { en: 'Mental health', pt: 'Saúde mental', source },
    LEGAL_AID: { en: 'Legal aid', pt: 'Assistência jurídica', source },
    SERVICES: { en: 'Services, and how to get to them', pt: 'Serviços, e como chegar a eles', source },
    MOVEMENT: { en: 'Organising as a movement', pt: 'Organização em movimento', source },
    OTHER: { en: 'Another topic', pt: 'Outro tema', source },
  },
);
export type OutreachTopic = CodeOf<typeof OutreachTopic>;

/** Where an outreach activity stands in its lifecycle. */
export const OutreachStatus = codeList(
  'OutreachStatus',
  {
    en: 'Where an outreach activity stands in its lifecycle.',
    pt: 'Em que ponto do seu ciclo está uma actividade de proximidade.',
  },
  {
    PLANNED: { en: 'Planned', pt: 'Planificada', source },
    HELD: {
      en: 'Held',
      pt: 'Realizada',
      description: { en: 'The people reached are counted.', pt: 'As pessoas alcançadas estão contadas.' },
      source,
    },
    CANCELLED: { en: 'Cancelled', pt: 'Cancelada', source },
  },
);
export type OutreachStatus = CodeOf<typeof OutreachStatus>;

/** Whether people were reached before. */
export const ReachKind = codeList(
  'ReachKind',
  {
    en: 'Whether people were in contact with the organisation before in its reporting year (January to December unless set), as they say.',
    pt: 'Se as pessoas já tinham estado em contacto com a organização no seu ano de reporte (de Janeiro a Dezembro, salvo indicação em contrário), segundo elas próprias.',
  },
  {
    NEW: {
      en: 'New',
      pt: 'Nova',
      description: {
        en: 'First contact with this organisation in its reporting year. People of a year are counted by these alone.',
        pt: 'Primeiro contacto com esta organização no seu ano de reporte. As pessoas de um ano contam-se só por estas.',
      },
      source,
    },
    REPEAT: {
      en: 'Repeat',
      pt: 'Repetida',
      description: { en: 'In contact before in the same year.', pt: 'Já em contacto no mesmo ano.' },
      source,
    },
    UNKNOWN: { en: 'Not known', pt: 'Não se sabe', source },
  },
);
export type ReachKind = CodeOf<typeof ReachKind>;

/** What is handed out without a case. */
export const SupplyKind = codeList(
  'SupplyKind',
  { en: 'What is handed out without a case.', pt: 'O que se distribui sem um caso.' },
  {
    CONDOM_EXTERNAL: { en: 'External condom', pt: 'Preservativo externo', source: 'UNAIDS GAM' },
    CONDOM_INTERNAL: { en: 'Internal condom', pt: 'Preservativo interno', source: 'UNAIDS GAM' },
    LUBRICANT: { en: 'Lubricant, in sachets', pt: 'Lubrificante, em saquetas', source: 'UNAIDS GAM' },
    HIV_SELF_TEST: { en: 'HIV self-test', pt: 'Autoteste de HIV', source: 'PEPFAR MER', sourceCode: 'HTS_SELF' },
    PREP_INFORMATION: {
      en: 'Information on PrEP',
      pt: 'Informação sobre a PrEP',
      description: { en: 'A leaflet, or a conversation.', pt: 'Um folheto, ou uma conversa.' },
      source: 'WHO',
    },
  },
);
export type SupplyKind = CodeOf<typeof SupplyKind>;
