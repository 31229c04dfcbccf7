/** Code lists of the sessions of a service: where each stands, how and where it is held, why it was not. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

/** Where a session stands. */
export const ServiceSessionStatus = codeList(
  'ServiceSessionStatus',
  { en: 'Where a session of a service stands.', pt: 'Em que ponto está uma sessão de um serviço.' },
  {
    PLANNED: {
      en: 'Planned',
      pt: 'Planeada',
      description: {
        en: 'To be held; overdue where its day has passed and nobody recorded what came of it.',
        pt: 'Por realizar; em atraso se o dia passou e ninguém registou o que houve.',
      },
      source,
    },
    ATTENDED: { en: 'Attended', pt: 'Realizada', source },
    NO_SHOW: {
      en: 'No show',
      pt: 'Não compareceu',
      description: {
        en: 'The survivor did not come. The referral goes on by that.',
        pt: 'A pessoa sobrevivente não veio. O encaminhamento não termina por isso.',
      },
      source,
    },
    MOVED: {
      en: 'Moved',
      pt: 'Mudada',
      description: { en: 'Another session takes its place.', pt: 'Outra sessão toma o seu lugar.' },
      source,
    },
    CANCELLED: { en: 'Cancelled', pt: 'Cancelada', source },
  },
);
export type ServiceSessionStatus = CodeOf<typeof ServiceSessionStatus>;

export const SessionMode = codeList(
  'SessionMode',
  { en: 'How a session is held.', pt: 'Como se realiza uma sessão.' },
  {
    IN_PERSON: { en: 'In person, alone', pt: 'Presencial, individual', source },
    GROUP: { en: 'In a group', pt: 'Em grupo', source },
    TELEPHONE: { en: 'By telephone', pt: 'Por telefone', source },
    VIDEO: { en: 'By video', pt: 'Por vídeo', source },
  },
);
export type SessionMode = CodeOf<typeof SessionMode>;

/** Kinds of place: where somebody can be found at a time is not written down more exactly. */
export const SessionPlace = codeList(
  'SessionPlace',
  { en: 'At what kind of place a session is held.', pt: 'Em que tipo de lugar se realiza uma sessão.' },
  {
    PROVIDER: { en: 'At the provider’s', pt: 'Nas instalações do prestador', source },
    SENDER: { en: 'At the office that referred', pt: 'No escritório que encaminhou', source },
    DROP_IN_CENTRE: { en: 'Drop-in centre', pt: 'Centro de acolhimento', source },
    OUTREACH: { en: 'Outreach or mobile service', pt: 'Brigada móvel ou de proximidade', source },
    SAFE_HOUSE: { en: 'Safe house or shelter', pt: 'Casa de abrigo', source },
    HOSPITAL: { en: 'Hospital ward', pt: 'Enfermaria', source },
    HOME: { en: 'Home of the survivor', pt: 'Casa da pessoa sobrevivente', source },
    COURT_OR_STATION: { en: 'Court or police station', pt: 'Tribunal ou esquadra', source },
    OTHER: { en: 'Another place', pt: 'Outro lugar', source },
  },
);
export type SessionPlace = CodeOf<typeof SessionPlace>;

export const SessionEndReason = codeList(
  'SessionEndReason',
  { en: 'Why a session was moved or cancelled.', pt: 'Por que se mudou ou cancelou uma sessão.' },
  {
    SURVIVOR_ASKED: { en: 'The survivor asked for it', pt: 'A pessoa sobrevivente pediu', source },
    SURVIVOR_DECIDED: {
      en: 'The survivor does not want it',
      pt: 'A pessoa sobrevivente não a quer',
      description: {
        en: 'Also where a consent was withdrawn that the referral rested on.',
        pt: 'Também quando foi retirado um consentimento em que o encaminhamento assentava.',
      },
      source,
    },
    NOT_SAFE: { en: 'It would not be safe', pt: 'Não seria seguro', source },
    PROVIDER_UNAVAILABLE: {
      en: 'Nobody of the provider was available',
      pt: 'Ninguém do prestador estava disponível',
      source,
    },
    NO_TRANSPORT: { en: 'No transport', pt: 'Sem transporte', source },
    SERVICE_ENDED: {
      en: 'The service ended',
      pt: 'O serviço terminou',
      description: {
        en: 'The referral came to its end, or the work on the case did.',
        pt: 'O encaminhamento chegou ao fim, ou o trabalho no caso.',
      },
      source,
    },
    RECORDED_IN_ERROR: { en: 'Recorded in error', pt: 'Registada por engano', source },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source },
  },
);
export type SessionEndReason = CodeOf<typeof SessionEndReason>;

/** Where the provider has no account, somebody else says what it did. */
export const ToldBy = codeList(
  'ToldBy',
  {
    en: 'On whose word something is recorded that a provider did.',
    pt: 'Pela palavra de quem se regista algo que um prestador fez.',
  },
  {
    PROVIDER: { en: 'The provider told', pt: 'O prestador informou', source },
    LETTER: { en: 'The reply to a letter', pt: 'A resposta a uma carta', source },
    SURVIVOR: { en: 'The survivor told', pt: 'A pessoa sobrevivente informou', source },
    STAFF_PRESENT: { en: 'Staff were there', pt: 'Pessoal presente', source },
    OTHER: { en: 'Somebody else', pt: 'Outra pessoa', source },
  },
);
export type ToldBy = CodeOf<typeof ToldBy>;
