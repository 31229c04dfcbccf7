/** What the regional secretariat did itself, as the demonstration data tell it. */
import type { AdvocacyKind, AdvocacyStage } from '../../src/domain/advocacy/advocacy.codes';
import type { ActivityLevel, LongTermOutcome } from '../../src/domain/activity/activity.codes';
import type { KnowledgeKind } from '../../src/domain/knowledge/knowledge.codes';
import type { TrainingAudience, TrainingTopic } from '../../src/domain/training/training.codes';

export interface RegionalTraining {
  readonly title: string;
  readonly topic: TrainingTopic;
  readonly audience: TrainingAudience;
  readonly level: ActivityLevel;
  readonly outcome: LongTermOutcome;
}

const regional = 'REGIONAL';

export const regionalTrainings: readonly RegionalTraining[] = [
  {
    title: 'Regional training of police trainers',
    topic: 'POLICE_TRAINING_OF_TRAINERS',
    audience: 'POLICE',
    level: regional,
    outcome: 'LTO4',
  },
  {
    title: 'Leading a movement: platforms of four countries',
    topic: 'LEADERSHIP',
    audience: 'PLATFORM_LEADER',
    level: regional,
    outcome: 'LTO1',
  },
  {
    title: 'Keeping records safe: digital and paper',
    topic: 'SECURITY_DATA_PROTECTION',
    audience: 'NGO',
    level: regional,
    outcome: 'LTO2',
  },
  { title: 'Paralegals across borders', topic: 'PARALEGAL', audience: 'PARALEGAL', level: regional, outcome: 'LTO2' },
  {
    title: 'Responding within the hour: helplines of the region',
    topic: 'EMERGENCY_RESPONSE',
    audience: 'NGO',
    level: regional,
    outcome: 'LTO2',
  },
  {
    title: 'Formação regional de formadores da polícia',
    topic: 'POLICE_TRAINING_OF_TRAINERS',
    audience: 'POLICE',
    level: regional,
    outcome: 'LTO4',
  },
  { title: 'Writing about sex work with dignity', topic: 'MEDIA', audience: 'MEDIA', level: regional, outcome: 'LTO3' },
  {
    title: 'Evidence for law reform',
    topic: 'CAPACITY_BUILDING_MOVEMENT',
    audience: 'ASSOCIATION',
    level: 'GLOBAL',
    outcome: 'LTO3',
  },
];

export interface RegionalAdvocacy {
  readonly title: string;
  readonly kind: AdvocacyKind;
  readonly level: ActivityLevel;
  readonly target: string;
  readonly ask: string;
  readonly stage: AdvocacyStage;
}

export const regionalAdvocacy: readonly RegionalAdvocacy[] = [
  {
    title: 'A model law for the region',
    kind: 'LAW_REFORM',
    level: regional,
    target: 'SADC Parliamentary Forum',
    ask: 'Minimum standards that decriminalise sex work and protect sex workers from violence.',
    stage: 'TABLED',
  },
  {
    title: 'Sex workers in the regional HIV strategy',
    kind: 'POLICY_REFORM',
    level: regional,
    target: 'SADC Secretariat',
    ask: 'Violence named as a cause of HIV infection, with indicators and a budget.',
    stage: 'ADOPTED',
  },
  {
    title: 'Police commissioners of the region',
    kind: 'POLICE_DIALOGUE',
    level: regional,
    target: 'Southern African Regional Police Chiefs Cooperation Organisation',
    ask: 'Procedures for key populations as part of basic police training.',
    stage: 'AGENDA',
  },
  {
    title: 'Shadow report to the African Commission',
    kind: 'SUBMISSION',
    level: regional,
    target: 'African Commission on Human and Peoples’ Rights',
    ask: 'States asked what they do about violence against sex workers by officials.',
    stage: 'DRAFTED',
  },
  {
    title: 'Side event at the Commission on the Status of Women',
    kind: 'CAMPAIGN',
    level: 'GLOBAL',
    target: 'United Nations',
    ask: 'Sex workers heard where violence against women is spoken of.',
    stage: 'PLANNED',
  },
];

export interface RegionalProduct {
  readonly title: string;
  readonly kind: KnowledgeKind;
  readonly level: ActivityLevel;
  readonly url: string;
}

export const regionalProducts: readonly RegionalProduct[] = [
  {
    title: 'What four countries learned about responding to violence',
    kind: 'EVALUATION',
    level: regional,
    url: 'https://example.org/region/four-countries',
  },
  {
    title: 'Violence against sex workers in southern Africa',
    kind: 'RESEARCH',
    level: 'GLOBAL',
    url: 'https://example.org/region/violence',
  },
];
