/** Why a follow-up was moved or cancelled, and by which rule one is due. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const FollowUpMovedReason = codeList(
  'FollowUpMovedReason',
  { en: 'Why a follow-up was moved.', pt: 'Por que se mudou a data de um seguimento.' },
  {
    SURVIVOR_ASKED: { en: 'The survivor asked for it', pt: 'A pessoa sobrevivente pediu', source },
    NOT_SAFE: { en: 'It would not be safe then', pt: 'Não seria seguro nessa altura', source },
    AUTHORITY_MOVED_IT: { en: 'The authority moved it', pt: 'A autoridade mudou a data', source },
    NOBODY_AVAILABLE: { en: 'Nobody was available', pt: 'Ninguém estava disponível', source },
    NO_TRANSPORT: { en: 'No transport', pt: 'Sem transporte', source },
    RECORDED_IN_ERROR: { en: 'Recorded in error', pt: 'Registado por engano', source },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source },
  },
);
export type FollowUpMovedReason = CodeOf<typeof FollowUpMovedReason>;

export const FollowUpCancelledReason = codeList(
  'FollowUpCancelledReason',
  { en: 'Why a follow-up was cancelled.', pt: 'Por que se cancelou um seguimento.' },
  {
    SURVIVOR_DECIDED: {
      en: 'The survivor does not want it',
      pt: 'A pessoa sobrevivente não o quer',
      description: {
        en: 'Also where the consent to be contacted was withdrawn or ran out.',
        pt: 'Também quando o consentimento para ser contactada foi retirado ou expirou.',
      },
      source,
    },
    NOT_SAFE: {
      en: 'It would not be safe',
      pt: 'Não seria seguro',
      description: {
        en: 'Also where another way of being contacted was recorded as the safe one.',
        pt: 'Também quando se registou outra forma de contacto como a segura.',
      },
      source,
    },
    CASE_ENDED: {
      en: 'The work on the case ended',
      pt: 'O trabalho no caso terminou',
      description: { en: 'Closed, withdrawn or found a duplicate.', pt: 'Encerrado, retirado ou dado como duplicado.' },
      source,
    },
    NO_LONGER_NEEDED: { en: 'No longer needed', pt: 'Já não é necessário', source },
    RECORDED_IN_ERROR: { en: 'Recorded in error', pt: 'Registado por engano', source },
    OTHER: { en: 'Other reason', pt: 'Outro motivo', source },
  },
);
export type FollowUpCancelledReason = CodeOf<typeof FollowUpCancelledReason>;

/** By which rule a follow-up is due that nobody has planned. */
export const FollowUpRule = codeList(
  'FollowUpRule',
  {
    en: 'By which rule a follow-up is due that nobody has planned.',
    pt: 'Por que regra é devido um seguimento que ninguém planeou.',
  },
  {
    CASE_RISK: {
      en: 'Risk of the case',
      pt: 'Risco do caso',
      description: {
        en: 'The country’s time since the last follow-up, or since the case was opened: 48 hours at high risk, 7 days at medium, 30 at low unless set. Not assessed: as medium.',
        pt: 'O prazo do país desde o último seguimento, ou desde a abertura do caso: 48 horas com risco alto, 7 dias com médio, 30 com baixo, salvo outra definição. Sem avaliação: como médio.',
      },
      source,
    },
    PSYCHOSOCIAL_REFERRAL: {
      en: 'Psychosocial referral',
      pt: 'Encaminhamento psicossocial',
      description: {
        en: 'The first session’s time, 7 days (24 hours where immediate), and the country’s days, 14 unless set, since it was accepted; then so often as the country sets, each month.',
        pt: 'O prazo da primeira sessão, 7 dias (24 horas se imediata), mais os dias do país, 14 salvo outra definição, desde que foi aceite; depois com a frequência que o país define, todos os meses.',
      },
      source,
    },
  },
);
export type FollowUpRule = CodeOf<typeof FollowUpRule>;
