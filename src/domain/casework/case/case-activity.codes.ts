/** What happened below a case, as far as whoever sees the case may know of it. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const CaseActivityKind = codeList(
  'CaseActivityKind',
  {
    en: 'What happened below a case: nothing of what it says, nor of who is restricted or accused in it.',
    pt: 'O que aconteceu abaixo de um caso: nada do que diz, nem de quem é acusado nele.',
  },
  {
    INCIDENT_ADDED: { en: 'An incident was added', pt: 'Acrescentou-se um incidente', source },
    INCIDENT_CHANGED: {
      en: 'What is known of an incident has changed',
      pt: 'Mudou o que se sabe de um incidente',
      source,
    },
    NOTE_ADDED: { en: 'A note was added', pt: 'Acrescentou-se uma nota', source },
    NOTE_CHANGED: { en: 'A note was amended or taken out', pt: 'Uma nota foi corrigida ou retirada', source },
    NEED_ADDED: { en: 'A service need was recorded', pt: 'Registou-se uma necessidade de serviço', source },
    NEED_CHANGED: {
      en: 'A service need was decided on, corrected or taken out',
      pt: 'Uma necessidade de serviço foi decidida, corrigida ou retirada',
      source,
    },
    PLAN_CHANGED: { en: 'What is planned has changed', pt: 'Mudou o que está planeado', source },
    REFERRAL_ADDED: { en: 'A referral was made', pt: 'Fez-se um encaminhamento', source },
    REFERRAL_CHANGED: {
      en: 'A referral was answered, served or changed',
      pt: 'Um encaminhamento foi respondido, atendido ou alterado',
      source,
    },
    SERVICE_CHANGED: {
      en: 'A session was planned or held, or a service recorded',
      pt: 'Planeou-se ou realizou-se uma sessão, ou registou-se um serviço',
      source,
    },
    COMPLAINT_ADDED: { en: 'A complaint was recorded', pt: 'Registou-se uma queixa', source },
    COMPLAINT_CHANGED: {
      en: 'A complaint was brought, answered or changed',
      pt: 'Uma queixa foi apresentada, respondida ou alterada',
      source,
    },
    FOLLOW_UP_ADDED: {
      en: 'A follow-up was planned or recorded',
      pt: 'Planeou-se ou registou-se um seguimento',
      source,
    },
    FOLLOW_UP_CHANGED: {
      en: 'A follow-up was done, moved or changed',
      pt: 'Um seguimento foi feito, mudado ou alterado',
      source,
    },
    TRANSFER_CHANGED: {
      en: 'A transfer was asked for, answered or ended',
      pt: 'Uma transferência foi pedida, respondida ou terminada',
      source,
    },
  },
);
export type CaseActivityKind = CodeOf<typeof CaseActivityKind>;
