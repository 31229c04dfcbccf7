/** Code lists of trainings: on what, for whom, and where they stand. */
import { codeList, type CodeOf } from '../../model/codelist';

/** What a training is about. */
export const TrainingTopic = codeList(
  'TrainingTopic',
  { en: 'What a training is about.', pt: 'De que trata uma formação.' },
  {
    RIGHTS_LITERACY: { en: 'Rights literacy', pt: 'Literacia em direitos', source: 'Hands Off' },
    POLICE_SENSITISATION: {
      en: 'Police sensitisation',
      pt: 'Sensibilização da polícia',
      description: {
        en: 'With the Police Trainer’s Manual or a like one on dignity, diversity and policing.',
        pt: 'Com o Manual do Formador da Polícia ou outro semelhante sobre dignidade, diversidade e policiamento.',
      },
      source: 'Hands Off',
    },
    POLICE_TRAINING_OF_TRAINERS: {
      en: 'Police training of trainers',
      pt: 'Formação de formadores da polícia',
      source: 'Hands Off',
    },
    MEDIA: {
      en: 'Media and human rights',
      pt: 'Comunicação social e direitos humanos',
      source: 'Hands Off',
    },
    CAPACITY_BUILDING_MOVEMENT: {
      en: 'Capacity building of the movement',
      pt: 'Capacitação do movimento',
      source: 'Hands Off',
    },
    PARALEGAL: { en: 'Paralegal skills', pt: 'Formação de paralegais', source: 'Hands Off' },
    EMERGENCY_RESPONSE: { en: 'Emergency response', pt: 'Resposta a emergências', source: 'Hands Off' },
    HEALTH_WORKER_SENSITISATION: {
      en: 'Health worker sensitisation',
      pt: 'Sensibilização de profissionais de saúde',
      source: 'Hands Off',
    },
    RELIGIOUS_LEADER: {
      en: 'Dialogue with religious leaders',
      pt: 'Diálogo com líderes religiosos',
      source: 'Hands Off',
    },
    POLICY_MAKER: {
      en: 'Law and policy for decision makers',
      pt: 'Leis e políticas para decisores',
      source: 'Hands Off',
    },
    LEADERSHIP: { en: 'Leadership', pt: 'Liderança', source: 'Hands Off' },
    SECURITY_DATA_PROTECTION: {
      en: 'Security and data protection',
      pt: 'Segurança e protecção de dados',
      source: 'Hands Off',
    },
  },
);
export type TrainingTopic = CodeOf<typeof TrainingTopic>;

/** For whom a training is. */
export const TrainingAudience = codeList(
  'TrainingAudience',
  { en: 'For whom a training is.', pt: 'Para quem é uma formação.' },
  {
    SEX_WORKER: { en: 'Sex workers', pt: 'Trabalhadores de sexo', source: 'Hands Off' },
    POLICE: { en: 'Police', pt: 'Polícia', source: 'Hands Off' },
    MEDIA: { en: 'Journalists and media', pt: 'Jornalistas e comunicação social', source: 'Hands Off' },
    HEALTH_WORKER: { en: 'Health workers', pt: 'Profissionais de saúde', source: 'Hands Off' },
    RELIGIOUS_LEADER: { en: 'Religious leaders', pt: 'Líderes religiosos', source: 'Hands Off' },
    POLICY_MAKER: { en: 'Policy makers', pt: 'Decisores políticos', source: 'Hands Off' },
    PLATFORM_LEADER: { en: 'Leaders of the platform', pt: 'Líderes da plataforma', source: 'Hands Off' },
    ASSOCIATION: { en: 'Member associations', pt: 'Associações membros', source: 'Hands Off' },
    PARALEGAL: { en: 'Paralegals', pt: 'Paralegais', source: 'Hands Off' },
    NGO: { en: 'Staff of organisations', pt: 'Pessoal de organizações', source: 'Hands Off' },
    OTHER: { en: 'Others', pt: 'Outros', source: 'Hands Off' },
  },
);
export type TrainingAudience = CodeOf<typeof TrainingAudience>;

/** Where a training stands in its lifecycle. */
export const TrainingStatus = codeList(
  'TrainingStatus',
  { en: 'Where a training stands in its lifecycle.', pt: 'Em que ponto do seu ciclo está uma formação.' },
  {
    PLANNED: { en: 'Planned', pt: 'Planificada', source: 'Hands Off' },
    CONFIRMED: {
      en: 'Confirmed',
      pt: 'Confirmada',
      description: {
        en: 'Date, place and facilitators are fixed.',
        pt: 'A data, o lugar e os formadores estão definidos.',
      },
      source: 'Hands Off',
    },
    HELD: { en: 'Held', pt: 'Realizada', source: 'Hands Off' },
    REPORTED: {
      en: 'Reported',
      pt: 'Reportada',
      description: { en: 'Participation is entered.', pt: 'A participação está registada.' },
      source: 'Hands Off',
    },
    VERIFIED: {
      en: 'Verified',
      pt: 'Verificada',
      description: {
        en: 'Somebody else has checked the report; it counts in indicators.',
        pt: 'Outra pessoa verificou o relatório; conta nos indicadores.',
      },
      source: 'Hands Off',
    },
    POSTPONED: { en: 'Postponed', pt: 'Adiada', source: 'Hands Off' },
    CANCELLED: { en: 'Cancelled', pt: 'Cancelada', source: 'Hands Off' },
  },
);
export type TrainingStatus = CodeOf<typeof TrainingStatus>;
