/** What staff are told of that is due, or late: a part of the kinds of notices. */

const source = 'Hands Off';

export const whatIsDue = {
  COMPLAINT_STALLED: {
    en: 'Nothing was heard of a complaint for too long',
    pt: 'Há demasiado tempo sem notícias de uma queixa',
    description: {
      en: 'Ask the mechanism how it stands, and record what is heard.',
      pt: 'Pergunte ao mecanismo em que ponto está, e registe o que souber.',
    },
    source,
  },
  COMPLAINT_HEARING: {
    en: 'A hearing takes place within three days',
    pt: 'Há uma audiência dentro de três dias',
    source,
  },
  REFERRAL_UNANSWERED: {
    en: 'A referral was not answered in its time yet',
    pt: 'Um encaminhamento ainda não foi respondido no seu prazo',
    description: {
      en: 'It still waits: call the provider, or see in the service directory whom to ask next.',
      pt: 'Ainda espera: telefone ao prestador, ou veja no directório de serviços a quem pedir a seguir.',
    },
    source,
  },
  REFERRAL_EXPIRED: {
    en: 'A referral was not answered in time',
    pt: 'Um encaminhamento não foi respondido a tempo',
    description: {
      en: 'It has ended: see in the service directory whom to ask next, or ask again.',
      pt: 'Terminou: veja no directório de serviços a quem pedir a seguir, ou peça de novo.',
    },
    source,
  },
  SESSION_MISSED: {
    en: 'A survivor did not come to a session',
    pt: 'Uma pessoa sobrevivente não veio a uma sessão',
    description: {
      en: 'The referral goes on; whether there is an appointment anew stands in it.',
      pt: 'O encaminhamento continua; se há nova marcação, está nele.',
    },
    source,
  },
  SESSIONS_MISSED: {
    en: 'A survivor did not come to several sessions in a row',
    pt: 'Uma pessoa sobrevivente não veio a várias sessões seguidas',
    description: {
      en: 'See whether they are safe, and want the service still.',
      pt: 'Veja se está em segurança, e se ainda quer o serviço.',
    },
    source,
  },
  SESSION_UNRECORDED: {
    en: 'The day of a session has passed, and nothing was recorded',
    pt: 'O dia de uma sessão passou, e nada foi registado',
    description: {
      en: 'Record whether it was held: it stands among the planned sessions.',
      pt: 'Registe se se realizou: está entre as sessões planeadas.',
    },
    source,
  },
  SERVICE_ENTRY_STALE: {
    en: 'Entries of the service directory were not confirmed for long',
    pt: 'Há entradas do directório de serviços por confirmar há muito',
    description: {
      en: 'Ask the providers whether they still hold, and confirm, change or close them: those of your organisation that are marked “Not confirmed for long”.',
      pt: 'Pergunte aos prestadores se ainda estão certas, e confirme-as, altere-as ou encerre-as: as da sua organização marcadas «Por confirmar há muito».',
    },
    source,
  },
  PLAN_OVERDUE: {
    en: 'Something planned in a case is overdue',
    pt: 'Algo planeado num caso está em atraso',
    description: {
      en: 'See whether it was done; if not, give it another day, or drop it.',
      pt: 'Veja se foi feito; se não, dê-lhe outro dia, ou abandone-o.',
    },
    source,
  },
  FOLLOW_UP_ASSIGNED: {
    en: 'You are to do a follow-up',
    pt: 'Tem um seguimento a fazer',
    description: { en: 'What, and until when, stands in the case.', pt: 'Qual, e até quando, está no caso.' },
    source,
  },
  FOLLOW_UP_CANCELLED: {
    en: 'A planned follow-up was cancelled',
    pt: 'Um seguimento planeado foi cancelado',
    description: {
      en: 'Do not make the contact: the survivor decided so, it would not be safe, or the work on the case ended. Which, stands in the follow-up.',
      pt: 'Não faça o contacto: a pessoa sobrevivente assim decidiu, não seria seguro, ou o trabalho no caso terminou. Qual dos motivos está no seguimento.',
    },
    source,
  },
  FOLLOW_UP_OVERDUE: {
    en: 'A follow-up is overdue',
    pt: 'Um seguimento está em atraso',
    description: {
      en: 'Do it, move it, or give it to somebody else.',
      pt: 'Faça-o, mude a data, ou entregue-o a outra pessoa.',
    },
    source,
  },
  FOLLOW_UP_STILL_OVERDUE: {
    en: 'A follow-up is overdue since more than a day',
    pt: 'Um seguimento está em atraso há mais de um dia',
    description: {
      en: 'Who was to do it has been told. Give it to somebody who can.',
      pt: 'Quem o devia fazer foi avisado. Entregue-o a quem o possa fazer.',
    },
    source,
  },
  FOLLOW_UP_DUE: {
    en: 'A follow-up is due that nobody has planned',
    pt: 'É devido um seguimento que ninguém planeou',
    description: {
      en: 'By the risk of the case, or on a psychosocial referral: plan one, or record what was done.',
      pt: 'Pelo risco do caso, ou num encaminhamento psicossocial: planeie um, ou registe o que foi feito.',
    },
    source,
  },
  FOLLOW_UP_STILL_DUE: {
    en: 'A follow-up is due since more than a day, and nobody has planned one',
    pt: 'Há mais de um dia que é devido um seguimento, e ninguém o planeou',
    source,
  },
} as const;
