/** The movement, outreach, trainings, advocacy, allies and media. */
import {
  assessments,
  conductItems,
  mediaPieces,
  outreach,
  participations,
  trainedLeaders,
} from '../counting/activities';
import { followUpContacts } from '../counting/services';
import { advocacy, allies, policeUnits } from '../counting/standing';
import { indicator } from '../indicator';

const share = { measure: 'PER_CENT', version: 1, source: 'Hands Off' } as const;
const number = { measure: 'COUNT', version: 1, source: 'Hands Off' } as const;
const trained = { of: participations, numerator: 'completed', denominator: 'enrolled' } as const;

indicator({
  ...share,
  ...trained,
  code: 'I04',
  outcome: 'LTO1',
  title: {
    en: 'Rights literacy completed by sex workers',
    pt: 'Literacia de direitos concluída por trabalhadoras de sexo',
  },
  description: {
    en: 'Participations of sex workers in trainings on rights that were completed, of those enrolled, by the last day of the training. Whoever takes part twice counts twice.',
    pt: 'Participações de trabalhadoras e trabalhadores de sexo em formações sobre direitos que foram concluídas, das inscritas, pelo último dia da formação. Quem participa duas vezes conta duas vezes.',
  },
  only: { TOPIC: ['RIGHTS_LITERACY'], AUDIENCE: ['SEX_WORKER'] },
});

indicator({
  ...share,
  code: 'I05',
  outcome: 'LTO1',
  title: { en: 'Associations with more capacity', pt: 'Associações com maior capacidade' },
  description: {
    en: 'Assessments of the period whose mean score is above that of the association’s assessment before, of all that have one before them. The first assessment of an association counts for nothing yet.',
    pt: 'Avaliações do período cuja pontuação média está acima da avaliação anterior da associação, de todas as que têm uma anterior. A primeira avaliação de uma associação ainda não conta.',
  },
  of: assessments,
  numerator: 'improved',
  denominator: 'compared',
});

indicator({
  ...share,
  code: 'I06',
  outcome: 'LTO1',
  title: { en: 'Trained leaders active after six months', pt: 'Líderes formados activos após seis meses' },
  description: {
    en: 'Of platform leaders trained in the period, those still in their office six months later. A period counts 6 months after its end.',
    pt: 'Dos líderes de plataformas formados no período, os que seis meses depois ainda exercem o cargo. Um período conta 6 meses após o seu fim.',
  },
  of: trainedLeaders,
  numerator: 'active',
  denominator: 'trained',
  matureAfterDays: 184,
});

indicator({
  ...share,
  code: 'I07',
  outcome: 'LTO1',
  title: { en: 'Adherence to the code of conduct', pt: 'Cumprimento do código de conduta' },
  description: {
    en: 'Items of the check list that were met, of all that were checked in the period.',
    pt: 'Itens da lista de verificação cumpridos, de todos os verificados no período.',
  },
  of: conductItems,
  numerator: 'met',
  denominator: 'assessed',
});

indicator({
  ...number,
  code: 'I08',
  outcome: 'LTO1',
  title: { en: 'People reached by outreach for the first time', pt: 'Pessoas alcançadas pela primeira vez' },
  description: {
    en: 'People whom the organisation reached for the first time in its reporting year, as they say. Those reached again count as contacts, see I08c.',
    pt: 'Pessoas que a organização alcançou pela primeira vez no seu ano de relato, segundo elas próprias. As repetidas contam como contactos, ver I08c.',
  },
  of: outreach,
  numerator: 'new',
});

indicator({
  ...number,
  code: 'I08c',
  outcome: 'LTO1',
  title: { en: 'Contacts of outreach', pt: 'Contactos das actividades de proximidade' },
  description: {
    en: 'Contacts with people of activities that were held, new, repeated and unknown.',
    pt: 'Contactos com pessoas em actividades realizadas, primeiros, repetidos e desconhecidos.',
  },
  of: outreach,
  unit: 'CONTACT',
  numerator: 'contacts',
});

indicator({
  ...number,
  code: 'I08d',
  outcome: 'LTO1',
  title: {
    en: 'Home visits and telephone calls that follow a case',
    pt: 'Visitas e chamadas de seguimento de um caso',
  },
  description: {
    en: 'Follow-ups done of these two kinds, each once. They count beside the contacts of outreach, which are other ones.',
    pt: 'Seguimentos feitos destes dois tipos, cada um uma vez. Contam ao lado dos contactos das actividades de proximidade, que são outros.',
  },
  of: followUpContacts,
  numerator: 'all',
});

indicator({
  ...share,
  code: 'I17',
  outcome: 'LTO3',
  title: { en: 'Laws, policies and by-laws that moved on', pt: 'Leis, políticas e posturas que avançaram' },
  description: {
    en: 'Of advocacy for a law, a policy or a by-law that was active in the period, what came at least one stage further than it had ever come before; the stage at which it began is no step. Work against a change is left out. Active: begun by the end of the period, and not at its end before it.',
    pt: 'Da advocacia por uma lei, política ou postura activa no período, a que avançou pelo menos uma fase além do que tinha alcançado; a fase em que começou não é um avanço. A advocacia contra uma mudança fica de fora. Activa: iniciada até ao fim do período, e não terminada antes.',
  },
  of: advocacy,
  numerator: 'moved',
  denominator: 'active',
});

indicator({
  ...share,
  code: 'I18',
  outcome: 'LTO3',
  title: { en: 'Allies who took action', pt: 'Aliados que agiram' },
  description: {
    en: 'Of allies engaged at any time in the period, those with a documented action in it.',
    pt: 'Dos aliados envolvidos em qualquer momento do período, aqueles com uma acção documentada nele.',
  },
  of: allies,
  numerator: 'acted',
  denominator: 'engaged',
});

indicator({
  ...share,
  code: 'I19',
  outcome: 'LTO3',
  title: { en: 'Supportive media pieces', pt: 'Peças favoráveis nos media' },
  description: {
    en: 'Of all media pieces of the period that were tracked, those that are supportive.',
    pt: 'De todas as peças dos media acompanhadas no período, as favoráveis.',
  },
  of: mediaPieces,
  numerator: 'supportive',
  denominator: 'all',
});

indicator({
  ...share,
  code: 'I19b',
  outcome: 'LTO3',
  title: { en: 'Supportive pieces by trained journalists', pt: 'Peças favoráveis de jornalistas formados' },
  description: {
    en: 'Of the supportive pieces, those by a journalist whom the programme trained.',
    pt: 'Das peças favoráveis, as de jornalistas que o programa formou.',
  },
  of: mediaPieces,
  numerator: 'byTrained',
  denominator: 'supportive',
});

indicator({
  ...share,
  ...trained,
  code: 'I20',
  outcome: 'LTO4',
  title: { en: 'Police trained with the manual', pt: 'Polícias formados com o manual' },
  description: {
    en: 'Participations of police in trainings for them, or in the training of their trainers, that were completed, of those enrolled.',
    pt: 'Participações de polícias em formações para eles, ou na formação dos seus formadores, que foram concluídas, das inscritas.',
  },
  only: { TOPIC: ['POLICE_SENSITISATION', 'POLICE_TRAINING_OF_TRAINERS'], AUDIENCE: ['POLICE'] },
});

indicator({
  ...share,
  code: 'I21',
  outcome: 'LTO4',
  title: { en: 'Police units that work by the procedures', pt: 'Unidades policiais que aplicam os procedimentos' },
  description: {
    en: 'Of police units that had pledged or adopted a procedure by the end of the period, those that had adopted it and whose last check, within the 12 months before that end, found it in practice. A unit counts once for each organisation that works with it, however many procedures.',
    pt: 'Das unidades policiais que se tinham comprometido com um procedimento ou o tinham adoptado até ao fim do período, as que o tinham adoptado e cuja última verificação, nos 12 meses antes desse fim, o encontrou em prática. Uma unidade conta uma vez por cada organização que trabalha com ela, qualquer que seja o número de procedimentos.',
  },
  of: policeUnits,
  numerator: 'inPractice',
  denominator: 'targeted',
});
