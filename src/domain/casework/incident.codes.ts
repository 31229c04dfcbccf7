/** Code lists of incidents: what happened in GBVIMS' words and in the programme's, when, and with what. */
import { codeList, type CodeOf } from '../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });

/** The single GBVIMS type of an incident, for exchange with other GBV information systems. */
export const GbvimsType = codeList(
  'GbvimsType',
  'The GBVIMS type of an incident: exactly one, the first in this order that applies.',
  {
    RAPE: {
      en: 'Rape',
      pt: 'Violação sexual',
      description:
        'Penetration, however slight, of vagina, anus or mouth without consent. An attempt is sexual assault.',
      ...gbvims('rape'),
    },
    SEXUAL_ASSAULT: {
      en: 'Sexual assault',
      pt: 'Agressão sexual',
      description: 'Any other sexual contact without consent, attempted rape included.',
      ...gbvims('sexual_assault'),
    },
    PHYSICAL_ASSAULT: {
      en: 'Physical assault',
      pt: 'Agressão física',
      description: 'Physical violence that is not sexual in nature.',
      ...gbvims('physical_assault'),
    },
    FORCED_MARRIAGE: {
      en: 'Forced marriage',
      pt: 'União forçada',
      description: 'Marriage or union against the person’s will.',
      ...gbvims('forced_marriage'),
    },
    DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES: {
      en: 'Denial of resources, opportunities or services',
      pt: 'Negação de recursos, oportunidades ou serviços',
      description: 'Denial of rightful access to money, property, livelihood, health, education or other services.',
      ...gbvims('denial_of_resources_opportunities_or_services'),
    },
    PSYCHOLOGICAL_EMOTIONAL_ABUSE: {
      en: 'Psychological or emotional abuse',
      pt: 'Violência psicológica ou emocional',
      description: 'Infliction of mental or emotional pain: threats, humiliation, harassment, stalking, isolation.',
      ...gbvims('psychological_emotional_abuse'),
    },
    NON_GBV: {
      en: 'Not gender-based violence by GBVIMS',
      pt: 'Não é violência baseada no género segundo o GBVIMS',
      description: 'Violence or a violation of rights that has no GBVIMS type; kept, and not exported as GBV.',
      ...gbvims('non-gbv'),
    },
  },
);
export type GbvimsType = CodeOf<typeof GbvimsType>;

/** The harm that violence leads to, in the words of the programme's definition of violence. */
export const HarmKind = codeList('HarmKind', 'The harm done, as in the programme’s definition of violence.', {
  PHYSICAL: { en: 'Physical harm', pt: 'Dano físico', source: 'Hands Off' },
  MENTAL: { en: 'Mental harm', pt: 'Dano mental', source: 'Hands Off' },
  POLITICAL: {
    en: 'Political harm',
    pt: 'Dano político',
    description: 'Loss of rights, of liberty, of a voice or of the protection of the law.',
    source: 'Hands Off',
  },
  SOCIAL: {
    en: 'Social harm',
    pt: 'Dano social',
    description: 'Exclusion from family, home or community.',
    source: 'Hands Off',
  },
  CULTURAL: {
    en: 'Cultural harm',
    pt: 'Dano cultural',
    description: 'Exclusion from religious or cultural life.',
    source: 'Hands Off',
  },
  ECONOMIC: {
    en: 'Economic harm',
    pt: 'Dano económico',
    description: 'Loss of money, property, work or home.',
    source: 'Hands Off',
  },
});
export type HarmKind = CodeOf<typeof HarmKind>;

/** The form that violence takes, in the words of the programme's definition of violence. */
export const ViolenceForm = codeList('ViolenceForm', 'The form of violence, as in the programme’s definition of it.', {
  ABUSE: { en: 'Abuse', pt: 'Abuso', source: 'Hands Off' },
  COERCION: { en: 'Coercion', pt: 'Coerção', source: 'Hands Off' },
  STIGMA: { en: 'Stigma', pt: 'Estigma', source: 'Hands Off' },
});
export type ViolenceForm = CodeOf<typeof ViolenceForm>;

/** How exactly the date of an incident is known. */
export const DatePrecision = codeList('DatePrecision', 'How exactly the date of an incident is known.', {
  EXACT: {
    en: 'Exact',
    pt: 'Exacta',
    description: 'Day and hour are known; time limits such as that of PEP can be reckoned.',
    source: 'Hands Off',
  },
  DAY: { en: 'Day', pt: 'Dia', description: 'The day is known, the hour is not.', source: 'Hands Off' },
  MONTH: { en: 'Month', pt: 'Mês', description: 'The first of the month stands for it.', source: 'Hands Off' },
  YEAR: { en: 'Year', pt: 'Ano', description: 'The first of January stands for it.', source: 'Hands Off' },
  UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', source: 'Hands Off' },
});
export type DatePrecision = CodeOf<typeof DatePrecision>;

/** The time of day at which an incident took place. */
export const TimeOfDay = codeList('TimeOfDay', 'The time of day at which an incident took place.', {
  MORNING: { en: 'Morning', pt: 'Manhã', description: 'Sunrise to noon.', ...gbvims('morning_sunrise_to_noon') },
  AFTERNOON: { en: 'Afternoon', pt: 'Tarde', description: 'Noon to sunset.', ...gbvims('afternoon_noon_to_sunset') },
  EVENING_NIGHT: {
    en: 'Evening or night',
    pt: 'Fim do dia ou noite',
    description: 'Sunset to sunrise.',
    ...gbvims('evening_night_sunset_to_sunrise'),
  },
  UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', ...gbvims('unknown_not_applicable') },
});
export type TimeOfDay = CodeOf<typeof TimeOfDay>;

/** Whether a weapon was there, and what kind; one code, the most dangerous. */
export const WeaponUse = codeList('WeaponUse', 'The weapon that was used or shown; of several the most dangerous.', {
  NONE: { en: 'No weapon', pt: 'Nenhuma arma', source: 'Hands Off' },
  FIREARM: { en: 'Firearm', pt: 'Arma de fogo', source: 'Hands Off' },
  BLADE: { en: 'Knife or other blade', pt: 'Faca ou outra arma branca', source: 'Hands Off' },
  BLUNT_OBJECT: {
    en: 'Blunt object',
    pt: 'Objecto contundente',
    description: 'A stick, stone, baton, sjambok or the like.',
    source: 'Hands Off',
  },
  CHEMICAL: {
    en: 'Chemical or irritant',
    pt: 'Produto químico ou irritante',
    description: 'Pepper spray, tear gas, acid or boiling liquid.',
    source: 'Hands Off',
  },
  VEHICLE: { en: 'Vehicle', pt: 'Viatura', source: 'Hands Off' },
  OTHER: { en: 'Other weapon', pt: 'Outra arma', source: 'Hands Off' },
  UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', source: 'Hands Off' },
});
export type WeaponUse = CodeOf<typeof WeaponUse>;

export {
  PerpetratorActorKind,
  PerpetratorAgeGroup,
  PerpetratorCategory,
  PerpetratorRank,
  PerpetratorRelationship,
  PerpetratorSex,
  relationshipOfCategory,
} from './perpetrator.codes';
