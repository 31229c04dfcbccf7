/** Code lists of follow-ups: how the survivor is followed up, where that stands and what came of it. */
import { codeList, type CodeOf } from '../../../model/codelist';
import type { SafeContactMethod } from '../survivor/survivor.codes';

const source = 'Hands Off';

/** How somebody is followed up. A home visit counts once: here, where it is one of a case. */
export const FollowUpType = codeList(
  'FollowUpType',
  { en: 'How a survivor is followed up.', pt: 'Como se faz o seguimento de uma pessoa sobrevivente.' },
  {
    HOME_VISIT: {
      en: 'Home visit',
      pt: 'Visita domiciliária',
      description: {
        en: 'Contacts the survivor: takes the consent to be contacted, and that a visit is the safe way.',
        pt: 'Contacta a pessoa sobrevivente: exige o consentimento para ser contactada, e que uma visita seja a forma segura.',
      },
      source,
    },
    PHONE_CALL: {
      en: 'Telephone call',
      pt: 'Chamada telefónica',
      description: {
        en: 'Contacts the survivor: takes the consent to be contacted, and that a call is the safe way.',
        pt: 'Contacta a pessoa sobrevivente: exige o consentimento para ser contactada, e que uma chamada seja a forma segura.',
      },
      source,
    },
    OFFICE_MEETING: {
      en: 'Meeting at the office',
      pt: 'Encontro no escritório',
      description: { en: 'The survivor comes, as agreed.', pt: 'A pessoa sobrevivente vem, como combinado.' },
      source,
    },
    ACCOMPANIMENT: {
      en: 'Accompaniment to a service',
      pt: 'Acompanhamento a um serviço',
      description: { en: 'With the survivor, as agreed.', pt: 'Com a pessoa sobrevivente, como combinado.' },
      source,
    },
    COURT_ATTENDANCE: { en: 'Attendance at court', pt: 'Presença em tribunal', source },
    POLICE_VISIT: { en: 'Visit to the police', pt: 'Ida à polícia', source },
    MESSAGE: {
      en: 'Message',
      pt: 'Mensagem',
      description: {
        en: 'By text, WhatsApp or a peer. Contacts the survivor: takes the consent to be contacted, and that a message is the safe way.',
        pt: 'Por SMS, WhatsApp ou educador de pares. Contacta a pessoa sobrevivente: exige o consentimento para ser contactada, e que uma mensagem seja a forma segura.',
      },
      source,
    },
    REVIEW: {
      en: 'Review of the case',
      pt: 'Revisão do caso',
      description: { en: 'Without the survivor.', pt: 'Sem a pessoa sobrevivente.' },
      source,
    },
  },
);
export type FollowUpType = CodeOf<typeof FollowUpType>;

/**
 * The safe ways that a type of contact fits. What is not here reaches out to nobody: the survivor comes or is gone with,
 * as agreed, or has no part in it.
 */
export const safeFor: Readonly<Partial<Record<FollowUpType, readonly SafeContactMethod[]>>> = {
  HOME_VISIT: ['IN_PERSON', 'VIA_PEER'],
  PHONE_CALL: ['CALL'],
  MESSAGE: ['SMS', 'WHATSAPP', 'VIA_PEER'],
};

/** Types that contact the survivor. */
export const contacts = Object.keys(safeFor) as readonly FollowUpType[];

/** Where a follow-up stands. */
export const FollowUpStatus = codeList(
  'FollowUpStatus',
  { en: 'Where a follow-up stands.', pt: 'Em que ponto está um seguimento.' },
  {
    PLANNED: {
      en: 'Planned',
      pt: 'Planeado',
      description: {
        en: 'To be done; overdue where its time has passed.',
        pt: 'Por fazer; em atraso se o prazo passou.',
      },
      source,
    },
    DONE: { en: 'Done', pt: 'Feito', source },
    NOT_REACHED: {
      en: 'Not reached',
      pt: 'Não encontrada',
      description: { en: 'It was tried, and nobody was reached.', pt: 'Tentou-se, e não se encontrou ninguém.' },
      source,
    },
    CANCELLED: { en: 'Cancelled', pt: 'Cancelado', source },
  },
);
export type FollowUpStatus = CodeOf<typeof FollowUpStatus>;

/** What came of a follow-up. */
export const FollowUpOutcome = codeList(
  'FollowUpOutcome',
  { en: 'What came of a follow-up, mainly.', pt: 'O resultado principal de um seguimento.' },
  {
    SUPPORTED: { en: 'Supported as planned', pt: 'Apoio prestado como planeado', source },
    SAFE: { en: 'Safe; nothing new is needed', pt: 'Em segurança; nada de novo é preciso', source },
    NEEDS_FOUND: { en: 'New needs were found', pt: 'Encontraram-se novas necessidades', source },
    NOT_SAFE: {
      en: 'Not safe',
      pt: 'Sem segurança',
      description: { en: 'Assess the risk anew.', pt: 'Avalie de novo o risco.' },
      source,
    },
    REFERRED: { en: 'Referred to a service', pt: 'Encaminhamento para um serviço', source },
    PLAN_CHANGED: { en: 'The plan was changed', pt: 'O plano foi alterado', source },
    POSTPONED: {
      en: 'Put off by the authority',
      pt: 'Adiado pela autoridade',
      description: { en: 'A hearing or an appointment.', pt: 'Uma audiência ou uma marcação.' },
      source,
    },
    COULD_NOT_TALK: {
      en: 'Reached, but could not talk safely',
      pt: 'Encontrada, mas não podia falar em segurança',
      source,
    },
    DECLINED: {
      en: 'Did not want to be followed up',
      pt: 'Não quis seguimento',
      description: {
        en: 'Record it in the consent ledger too.',
        pt: 'Registe-o também no livro de consentimentos.',
      },
      source,
    },
    NO_CONTACT: { en: 'Nobody was reached', pt: 'Não se encontrou ninguém', source },
    OTHER: { en: 'Other outcome', pt: 'Outro resultado', source },
  },
);
export type FollowUpOutcome = CodeOf<typeof FollowUpOutcome>;
