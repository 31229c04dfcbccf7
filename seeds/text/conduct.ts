/** Demonstration texts of codes of conduct and their breaches: all invented, in English and in Portuguese. */

export interface ConductText {
  readonly title: string;
  readonly code: string;
  readonly notes: readonly string[];
  readonly decisions: readonly string[];
  readonly appeals: readonly string[];
  readonly appealDecisions: readonly string[];
  /** Activities in which key populations were involved. */
  readonly activities: readonly string[];
}

export const conductEnglish: ConductText = {
  title: 'Code of conduct for members and staff',
  code: 'We keep what we are told to ourselves. We do no harm and take no advantage. We speak for others only when they asked us to.',
  notes: [
    'What was said in a support group was repeated outside it.',
    'Transport money was asked for that is free.',
    'Somebody spoke to a newspaper without a mandate.',
    'Insults at a meeting because of gender.',
  ],
  decisions: [
    'An apology in the group, and a refresher on confidentiality.',
    'The money was given back; two people sign from now on.',
    'Nothing of it could be confirmed.',
  ],
  appeals: ['The person was not heard.', 'The measure is too light for what happened.'],
  appealDecisions: ['The person was heard; the decision stands.', 'The person had not been heard; it is set aside.'],
  activities: ['Planning of the outreach calendar', 'Board of the health facility', 'Design of the safety leaflet'],
};

export const conductPortuguese: ConductText = {
  title: 'Código de conduta para membros e pessoal',
  code: 'Guardamos para nós o que nos contam. Não fazemos mal nem tiramos proveito. Só falamos por outros quando no-lo pedem.',
  notes: [
    'O que se disse num grupo de apoio foi repetido fora dele.',
    'Foi pedido dinheiro por transporte que é gratuito.',
    'Alguém falou a um jornal sem mandato.',
    'Insultos numa reunião por causa do género.',
  ],
  decisions: [
    'Um pedido de desculpas no grupo e uma reciclagem sobre confidencialidade.',
    'O dinheiro foi devolvido; a partir de agora assinam duas pessoas.',
    'Nada se pôde confirmar.',
  ],
  appeals: ['A pessoa não foi ouvida.', 'A medida é demasiado leve para o que aconteceu.'],
  appealDecisions: ['A pessoa foi ouvida; a decisão mantém-se.', 'A pessoa não tinha sido ouvida; fica sem efeito.'],
  activities: [
    'Planificação do calendário de visitas',
    'Conselho da unidade sanitária',
    'Concepção do folheto de segurança',
  ],
};
