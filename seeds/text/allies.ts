/** What the demonstration data tell of allies, media, knowledge, interventions and surveys, in both languages; all of it invented. */
import type { AdvocacyEvidenceKind } from '../../src/domain/advocacy/advocacy-evidence.codes';
import type { AllyActionKind, AllyType } from '../../src/domain/ally/ally.codes';
import type { InterventionMaturity, KnowledgeKind } from '../../src/domain/knowledge/knowledge.codes';
import type { MediaTone } from '../../src/domain/media/media-piece.codes';
import type { Text } from '../../src/base/locale';

export const allyNames: readonly (readonly [AllyType, Text])[] = [
  ['GOVERNMENT', { en: 'Department of social development', pt: 'Direcção da acção social' }],
  ['NGO', { en: 'Community legal aid association', pt: 'Associação comunitária de assistência jurídica' }],
  ['LAW_ENFORCEMENT', { en: 'District police command', pt: 'Comando distrital da polícia' }],
  ['RELIGIOUS_LEADER', { en: 'Council of churches and mosques', pt: 'Conselho de igrejas e mesquitas' }],
  ['MEDIA', { en: 'Community radio', pt: 'Rádio comunitária' }],
  ['LOCAL_AUTHORITY', { en: 'Municipal council', pt: 'Conselho municipal' }],
  ['NATIONAL_AUTHORITY', { en: 'Human rights commission', pt: 'Comissão dos direitos humanos' }],
  ['TECHNICAL_PARTNER', { en: 'Public health institute', pt: 'Instituto de saúde pública' }],
  ['HEALTH_FACILITY', { en: 'Clinic at the market', pt: 'Centro de saúde do mercado' }],
];

export const allyDeeds: Readonly<Record<AllyActionKind, Text>> = {
  PUBLIC_STATEMENT: {
    en: 'Said in public that violence against sex workers is a crime like any other.',
    pt: 'Disse em público que a violência contra trabalhadores de sexo é um crime como outro qualquer.',
  },
  POLICY_SUPPORT: {
    en: 'Wrote to the committee in support of the proposal.',
    pt: 'Escreveu à comissão em apoio da proposta.',
  },
  SERVICE_OPENED: {
    en: 'Opened an evening hour to which nobody needs a referral.',
    pt: 'Abriu um horário ao fim da tarde para o qual não é precisa guia.',
  },
  OFFICER_DISCIPLINED: {
    en: 'Moved an officer to other duties after complaints of extortion.',
    pt: 'Transferiu um agente para outras funções depois de queixas de extorsão.',
  },
  JOINT_ACTION: {
    en: 'Went with peer educators to hot spots for a week.',
    pt: 'Acompanhou educadores de pares aos locais de trabalho durante uma semana.',
  },
  TRAINING_SUPPORT: {
    en: 'Gave rooms and a facilitator for a training.',
    pt: 'Cedeu salas e um formador para uma formação.',
  },
  FUNDING: { en: 'Paid for the transport to the hearing.', pt: 'Pagou o transporte para a audição.' },
  OTHER: { en: 'Put the telephone of the helpline on its notice board.', pt: 'Afixou o número da linha de apoio.' },
};

export const pieces: readonly (readonly [MediaTone, Text])[] = [
  [
    'SUPPORTIVE',
    { en: 'Sex workers ask for protection, not pity', pt: 'Trabalhadoras de sexo pedem protecção, não pena' },
  ],
  ['SUPPORTIVE', { en: 'A police station that listens', pt: 'Uma esquadra que ouve' }],
  ['SUPPORTIVE', { en: 'Night shift: who looks after whom', pt: 'Turno da noite: quem cuida de quem' }],
  ['NEUTRAL', { en: 'Council debates new by-law', pt: 'Assembleia debate nova postura' }],
  ['NEUTRAL', { en: 'Hearing on condoms as evidence', pt: 'Audição sobre preservativos como prova' }],
  ['HARMFUL', { en: 'Raid on a street, with faces shown', pt: 'Rusga numa rua, com rostos à vista' }],
];

export const outlets: readonly Text[] = [
  { en: 'The Daily Example', pt: 'Diário Exemplo' },
  { en: 'Radio Example', pt: 'Rádio Exemplo' },
  { en: 'Example TV', pt: 'TV Exemplo' },
];
export const credit: Text = { en: 'Example Picture Agency', pt: 'Agência Exemplo de Imagens' };

export const products: readonly (readonly [KnowledgeKind, Text])[] = [
  ['RESEARCH', { en: 'Violence and access to health care', pt: 'Violência e acesso aos cuidados de saúde' }],
  ['EVALUATION', { en: 'What the police trainings changed', pt: 'O que as formações da polícia mudaram' }],
  ['STORY_OF_CHANGE', { en: 'From arrest to a seat at the table', pt: 'Da detenção a um lugar à mesa' }],
  ['GUIDE', { en: 'Guide for paralegals', pt: 'Guia para paralegais' }],
  ['BRIEF', { en: 'Condoms are no evidence', pt: 'Preservativos não são prova' }],
  ['OTHER', { en: 'Poster on rights on arrest', pt: 'Cartaz sobre direitos em caso de detenção' }],
];

export const ways: readonly (readonly [InterventionMaturity, Text])[] = [
  ['PROVEN', { en: 'Paralegals among sex workers', pt: 'Paralegais entre trabalhadores de sexo' }],
  ['SCALED', { en: 'Dialogue with police stations', pt: 'Diálogo com as esquadras' }],
  ['PILOT', { en: 'Helpline by text message', pt: 'Linha de apoio por mensagem' }],
];
export const wayWords: Text = {
  en: 'Built on the model of the first phase, together with those whom it is for.',
  pt: 'Assente no modelo da primeira fase, em conjunto com aqueles a quem se destina.',
};

export const proofs: Readonly<Record<AdvocacyEvidenceKind, Text>> = {
  PUBLICATION: {
    en: 'A study of arrests and what followed them.',
    pt: 'Um estudo sobre detenções e o que se lhes seguiu.',
  },
  SUBMISSION: { en: 'The petition as it was handed in.', pt: 'A petição tal como foi entregue.' },
  MINUTES: { en: 'Minutes of the meeting with the command.', pt: 'Acta da reunião com o comando.' },
  LAW_TEXT: { en: 'The text as it was tabled.', pt: 'O texto tal como foi submetido.' },
  COUNT_OF_CASES: { en: 'Cases recorded in the last twelve months.', pt: 'Casos registados nos últimos doze meses.' },
  OTHER: { en: 'A letter of support.', pt: 'Uma carta de apoio.' },
};

export const measures: readonly (readonly [code: string, hundredths: number, Text])[] = [
  [
    'I01',
    4120,
    { en: 'Experienced violence in the past twelve months', pt: 'Sofreu violência nos últimos doze meses' },
  ],
  ['I02', 2870, { en: 'Experienced violence by the police', pt: 'Sofreu violência por parte da polícia' }],
  ['I25', 3140, { en: 'Would report violence to the police', pt: 'Denunciaria a violência à polícia' }],
];
export const asked: Text = {
  en: 'Sex workers of all genders, 18 and over',
  pt: 'Trabalhadores de sexo de todos os géneros, com 18 anos ou mais',
};
export const report: Text = { en: 'Invented survey for demonstration', pt: 'Inquérito inventado para demonstração' };
export const note: Text = { en: 'Meets us four times a year.', pt: 'Reúne connosco quatro vezes por ano.' };
export const donor: Text = {
  en: 'Embassy of the Kingdom of the Netherlands',
  pt: 'Embaixada do Reino dos Países Baixos',
};
export const plan: Text = {
  en: 'As agreed in the plan with the donor.',
  pt: 'Conforme o plano acordado com o doador.',
};
