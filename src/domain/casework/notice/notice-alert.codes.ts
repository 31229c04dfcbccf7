/** What staff are told of emergency alerts and of being on call: a part of the kinds of notices. */

const source = 'Hands Off';

export const whatIsUrgent = {
  ALERT_RAISED: {
    en: 'An emergency alert was raised, and you are on call',
    pt: 'Foi lançado um alerta de emergência, e está de piquete',
    description: {
      en: 'Acknowledge it: from then on you read where help is needed.',
      pt: 'Assuma-o: a partir daí lê onde é precisa ajuda.',
    },
    source,
  },
  ALERT_NOBODY_ON_CALL: {
    en: 'An emergency alert was raised, and nobody is on call',
    pt: 'Foi lançado um alerta de emergência, e ninguém está de piquete',
    description: {
      en: 'Acknowledge it, or see to it that somebody does.',
      pt: 'Assuma-o, ou trate de que alguém o assuma.',
    },
    source,
  },
  ALERT_UNACKNOWLEDGED: {
    en: 'Nobody acknowledged an emergency alert in time',
    pt: 'Ninguém assumiu a tempo um alerta de emergência',
    description: {
      en: 'Whoever is first on call has not answered. Acknowledge it.',
      pt: 'Quem é o primeiro de piquete não respondeu. Assuma-o.',
    },
    source,
  },
  ALERT_ACKNOWLEDGED: {
    en: 'Somebody answers the emergency alert that you raised',
    pt: 'Alguém responde ao alerta de emergência que lançou',
    source,
  },
  ALERT_GIVEN_BACK: {
    en: 'An emergency alert was given back, and nobody answers it',
    pt: 'Um alerta de emergência foi devolvido, e ninguém lhe responde',
    source,
  },
  ALERT_HANDED_OVER: {
    en: 'An emergency alert is yours to answer',
    pt: 'Cabe-lhe responder a um alerta de emergência',
    source,
  },
  ALERT_TAKEN_OVER: {
    en: 'Somebody else answers an emergency alert now',
    pt: 'Agora é outra pessoa que responde a um alerta de emergência',
    source,
  },
  ALERT_SENT: {
    en: 'You are sent to where help is needed',
    pt: 'É enviado aonde é precisa ajuda',
    description: {
      en: 'Where that is stands in the alert. Record when you are there.',
      pt: 'O local está no alerta. Registe quando lá estiver.',
    },
    source,
  },
  ALERT_SENT_BACK: {
    en: 'You need not go to an emergency alert any more',
    pt: 'Já não é preciso ir a um alerta de emergência',
    source,
  },
  ALERT_NOT_ON_SITE: {
    en: 'Nobody is on site of an emergency alert in time',
    pt: 'Ninguém está a tempo no local de um alerta de emergência',
    description: {
      en: 'Send somebody else, or record what became of it.',
      pt: 'Envie outra pessoa, ou registe o que aconteceu.',
    },
    source,
  },
  ON_CALL_PLANNED: {
    en: 'You are on call',
    pt: 'Está de piquete',
    description: { en: 'When and where stands in the roster.', pt: 'Quando e onde está na escala.' },
    source,
  },
  ON_CALL_CHANGED: {
    en: 'A shift on call of yours was changed or cancelled',
    pt: 'Um turno seu de piquete foi alterado ou cancelado',
    description: { en: 'How it stands now is in the roster.', pt: 'Como ficou está na escala.' },
    source,
  },
} as const;
