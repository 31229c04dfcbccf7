/** Code lists of emergency alerts: how they come in, where they stand, what help was given. */
import { codeList, type CodeOf } from '../../../model/codelist';

const source = 'Hands Off';

export const AlertChannel = codeList(
  'AlertChannel',
  { en: 'How an emergency alert came in.', pt: 'Por que via chegou um alerta de emergência.' },
  {
    HELPLINE: { en: 'Helpline', pt: 'Linha de apoio', source },
    WHATSAPP: { en: 'WhatsApp', pt: 'WhatsApp', source },
    SMS: { en: 'Text message', pt: 'SMS', source },
    PEER: {
      en: 'Through a peer',
      pt: 'Por um educador de pares',
      description: {
        en: 'A peer, or somebody else who was there, said so.',
        pt: 'Disse-o um educador de pares, ou outra pessoa que lá estava.',
      },
      source,
    },
    WALK_IN: { en: 'Came in person', pt: 'Veio pessoalmente', source },
  },
);
export type AlertChannel = CodeOf<typeof AlertChannel>;

export const AlertStatus = codeList(
  'AlertStatus',
  {
    en: 'Where an emergency alert stands in its lifecycle.',
    pt: 'Em que ponto do seu ciclo está um alerta de emergência.',
  },
  {
    RAISED: {
      en: 'Raised',
      pt: 'Lançado',
      description: { en: 'Nobody answers it yet.', pt: 'Ainda ninguém responde.' },
      source,
    },
    ACKNOWLEDGED: {
      en: 'Acknowledged',
      pt: 'Assumido',
      description: { en: 'Somebody answers it; nobody is sent.', pt: 'Alguém responde; ninguém foi enviado.' },
      source,
    },
    DISPATCHED: {
      en: 'Help is on the way',
      pt: 'Ajuda a caminho',
      description: { en: 'Somebody was sent.', pt: 'Alguém foi enviado.' },
      source,
    },
    ON_SITE: { en: 'Help is there', pt: 'Ajuda no local', source },
    RESOLVED: {
      en: 'Resolved',
      pt: 'Resolvido',
      description: { en: 'Help was given; which stands in it.', pt: 'Foi dada ajuda; qual está no alerta.' },
      source,
    },
    FALSE_ALARM: {
      en: 'False alarm',
      pt: 'Falso alarme',
      description: {
        en: 'Nobody needed help, or it was raised in error. It is counted nowhere.',
        pt: 'Ninguém precisava de ajuda, ou foi lançado por engano. Não conta em lado nenhum.',
      },
      source,
    },
    UNREACHABLE: {
      en: 'Could not be reached',
      pt: 'Não foi possível chegar à pessoa',
      description: {
        en: 'Neither by telephone nor at the place. If she calls again, it is taken up again.',
        pt: 'Nem por telefone nem no local. Se ligar de novo, o alerta é retomado.',
      },
      source,
    },
  },
);
export type AlertStatus = CodeOf<typeof AlertStatus>;

export const AlertResponse = codeList(
  'AlertResponse',
  { en: 'Help that was given on an emergency alert.', pt: 'Ajuda dada num alerta de emergência.' },
  {
    FIRST_LINE_SUPPORT: {
      en: 'First-line support',
      pt: 'Apoio de primeira linha',
      description: {
        en: 'Listening, asking what is needed, helping to be safe; by telephone too.',
        pt: 'Ouvir, perguntar o que é preciso, ajudar a ficar em segurança; também por telefone.',
      },
      source,
    },
    TRANSPORT: { en: 'Transport', pt: 'Transporte', source },
    SAFE_HOUSE: { en: 'Safe house', pt: 'Casa de acolhimento', source },
    BAIL: { en: 'Bail, or release from custody', pt: 'Caução, ou libertação da detenção', source },
    PEP_LINKAGE: {
      en: 'Taken to where PEP is given',
      pt: 'Acompanhamento até onde se dá a PPE',
      source,
    },
  },
);
export type AlertResponse = CodeOf<typeof AlertResponse>;

export const OnCallTurn = codeList(
  'OnCallTurn',
  { en: 'Who is called first.', pt: 'Quem é chamado primeiro.' },
  {
    FIRST: { en: 'First', pt: 'Primeiro', source },
    SECOND: {
      en: 'Second',
      pt: 'Segundo',
      description: {
        en: 'Called when the first does not answer in time, or there is none.',
        pt: 'Chamado quando o primeiro não responde a tempo, ou não há nenhum.',
      },
      source,
    },
  },
);
export type OnCallTurn = CodeOf<typeof OnCallTurn>;

export const OnCallStatus = codeList(
  'OnCallStatus',
  { en: 'Where a shift on call stands.', pt: 'Em que ponto está um turno de piquete.' },
  {
    PLANNED: { en: 'Planned', pt: 'Planeado', source },
    CANCELLED: { en: 'Cancelled', pt: 'Cancelado', source },
  },
);
export type OnCallStatus = CodeOf<typeof OnCallStatus>;
