/** Code lists that all activities share: the level they act on and the outcome they work towards. */
import { codeList, type CodeOf } from '../../model/codelist';

/** The level at which an activity takes place. */
export const ActivityLevel = codeList(
  'ActivityLevel',
  { en: 'The level that an activity acts on.', pt: 'O nível em que uma actividade actua.' },
  {
    COMMUNITY: { en: 'Community', pt: 'Comunitário', source: 'Hands Off' },
    NATIONAL: { en: 'National', pt: 'Nacional', source: 'Hands Off' },
    REGIONAL: {
      en: 'Regional',
      pt: 'Regional',
      description: { en: 'Several countries of southern Africa.', pt: 'Vários países da África Austral.' },
      source: 'Hands Off',
    },
    GLOBAL: { en: 'Global', pt: 'Global', source: 'Hands Off' },
  },
);
export type ActivityLevel = CodeOf<typeof ActivityLevel>;

/** The four long-term outcomes of the programme. */
export const LongTermOutcome = codeList(
  'LongTermOutcome',
  { en: 'A long-term outcome of the programme.', pt: 'Um resultado de longo prazo do programa.' },
  {
    LTO1: {
      en: 'An empowered and resilient sex worker movement that demands its rights',
      pt: 'Um movimento de trabalhadores de sexo empoderado e resiliente que exige os seus direitos',
      source: 'Hands Off',
    },
    LTO2: {
      en: 'Increased access to and use of inclusive services for sex workers',
      pt: 'Maior acesso e uso de serviços inclusivos pelos trabalhadores de sexo',
      source: 'Hands Off',
    },
    LTO3: {
      en: 'A more supportive and enabling environment for sex work',
      pt: 'Um ambiente mais favorável e de maior apoio ao trabalho de sexo',
      source: 'Hands Off',
    },
    LTO4: {
      en: 'Sex workers protected and served by law enforcement',
      pt: 'Trabalhadores de sexo protegidos e atendidos pelas forças da lei e ordem',
      source: 'Hands Off',
    },
  },
);
export type LongTermOutcome = CodeOf<typeof LongTermOutcome>;
