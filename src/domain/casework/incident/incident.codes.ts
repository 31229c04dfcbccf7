/** Code lists of incidents: what happened in GBVIMS' words and in the programme's, when, and with what. */
import { codeList, type CodeOf } from '../../../model/codelist';

const gbvims = (sourceCode: string) => ({ source: 'GBVIMS', sourceCode });

/** The single GBVIMS type of an incident, for exchange with other GBV information systems. */
export const GbvimsType = codeList(
  'GbvimsType',
  {
    en: 'The GBVIMS type of an incident: exactly one, the first in this order that applies.',
    pt: 'O tipo GBVIMS de um incidente: exactamente um, o primeiro desta ordem que se aplique.',
  },
  {
    RAPE: {
      en: 'Rape',
      pt: 'Violação sexual',
      description: {
        en: 'Penetration, however slight, of vagina, anus or mouth without consent. An attempt is sexual assault.',
        pt: 'Penetração, ainda que ligeira, da vagina, do ânus ou da boca sem consentimento. Uma tentativa é agressão sexual.',
      },
      ...gbvims('rape'),
    },
    SEXUAL_ASSAULT: {
      en: 'Sexual assault',
      pt: 'Agressão sexual',
      description: {
        en: 'Any other sexual contact without consent, attempted rape included.',
        pt: 'Qualquer outro contacto sexual sem consentimento, incluindo a tentativa de violação.',
      },
      ...gbvims('sexual_assault'),
    },
    PHYSICAL_ASSAULT: {
      en: 'Physical assault',
      pt: 'Agressão física',
      description: {
        en: 'Physical violence that is not sexual in nature.',
        pt: 'Violência física que não é de natureza sexual.',
      },
      ...gbvims('physical_assault'),
    },
    FORCED_MARRIAGE: {
      en: 'Forced marriage',
      pt: 'União forçada',
      description: {
        en: 'Marriage or union against the person’s will.',
        pt: 'Casamento ou união contra a vontade da pessoa.',
      },
      ...gbvims('forced_marriage'),
    },
    DENIAL_OF_RESOURCES_OPPORTUNITIES_OR_SERVICES: {
      en: 'Denial of resources, opportunities or services',
      pt: 'Negação de recursos, oportunidades ou serviços',
      description: {
        en: 'Denial of rightful access to money, property, livelihood, health, education or other services.',
        pt: 'Negação do acesso devido a dinheiro, bens, meios de vida, saúde, educação ou outros serviços.',
      },
      ...gbvims('denial_of_resources_opportunities_or_services'),
    },
    PSYCHOLOGICAL_EMOTIONAL_ABUSE: {
      en: 'Psychological or emotional abuse',
      pt: 'Violência psicológica ou emocional',
      description: {
        en: 'Infliction of mental or emotional pain: threats, humiliation, harassment, stalking, isolation.',
        pt: 'Causar dor mental ou emocional: ameaças, humilhação, assédio, perseguição, isolamento.',
      },
      ...gbvims('psychological_emotional_abuse'),
    },
    NON_GBV: {
      en: 'Not gender-based violence by GBVIMS',
      pt: 'Não é violência baseada no género segundo o GBVIMS',
      description: {
        en: 'Violence or a violation of rights that has no GBVIMS type; kept, and not exported as GBV.',
        pt: 'Violência ou violação de direitos que não tem tipo GBVIMS; guarda-se, e não é exportada como VBG.',
      },
      ...gbvims('non-gbv'),
    },
  },
);
export type GbvimsType = CodeOf<typeof GbvimsType>;

/** The harm that violence leads to, in the words of the programme's definition of violence. */
export const HarmKind = codeList(
  'HarmKind',
  {
    en: 'The harm done, as in the programme’s definition of violence.',
    pt: 'O dano causado, como na definição de violência do programa.',
  },
  {
    PHYSICAL: { en: 'Physical harm', pt: 'Dano físico', source: 'Hands Off' },
    MENTAL: { en: 'Mental harm', pt: 'Dano mental', source: 'Hands Off' },
    POLITICAL: {
      en: 'Political harm',
      pt: 'Dano político',
      description: {
        en: 'Loss of rights, of liberty, of a voice or of the protection of the law.',
        pt: 'Perda de direitos, de liberdade, de voz ou da protecção da lei.',
      },
      source: 'Hands Off',
    },
    SOCIAL: {
      en: 'Social harm',
      pt: 'Dano social',
      description: {
        en: 'Exclusion from family, home or community.',
        pt: 'Exclusão da família, da casa ou da comunidade.',
      },
      source: 'Hands Off',
    },
    CULTURAL: {
      en: 'Cultural harm',
      pt: 'Dano cultural',
      description: { en: 'Exclusion from religious or cultural life.', pt: 'Exclusão da vida religiosa ou cultural.' },
      source: 'Hands Off',
    },
    ECONOMIC: {
      en: 'Economic harm',
      pt: 'Dano económico',
      description: { en: 'Loss of money, property, work or home.', pt: 'Perda de dinheiro, bens, trabalho ou casa.' },
      source: 'Hands Off',
    },
  },
);
export type HarmKind = CodeOf<typeof HarmKind>;

/** The form that violence takes, in the words of the programme's definition of violence. */
export const ViolenceForm = codeList(
  'ViolenceForm',
  {
    en: 'The form of violence, as in the programme’s definition of it.',
    pt: 'A forma de violência, como na definição do programa.',
  },
  {
    ABUSE: { en: 'Abuse', pt: 'Abuso', source: 'Hands Off' },
    COERCION: { en: 'Coercion', pt: 'Coerção', source: 'Hands Off' },
    STIGMA: { en: 'Stigma', pt: 'Estigma', source: 'Hands Off' },
  },
);
export type ViolenceForm = CodeOf<typeof ViolenceForm>;

/** How exactly the date of an incident is known. */
export const DatePrecision = codeList(
  'DatePrecision',
  { en: 'How exactly the date of an incident is known.', pt: 'Com que exactidão se conhece a data de um incidente.' },
  {
    EXACT: {
      en: 'Exact',
      pt: 'Exacta',
      description: {
        en: 'Day and hour are known; time limits such as that of PEP can be reckoned.',
        pt: 'Conhecem-se o dia e a hora; podem calcular-se prazos como o da PPE.',
      },
      source: 'Hands Off',
    },
    DAY: {
      en: 'Day',
      pt: 'Dia',
      description: { en: 'The day is known, the hour is not.', pt: 'Conhece-se o dia, não a hora.' },
      source: 'Hands Off',
    },
    MONTH: {
      en: 'Month',
      pt: 'Mês',
      description: { en: 'The first of the month stands for it.', pt: 'O primeiro dia do mês vale por ele.' },
      source: 'Hands Off',
    },
    YEAR: {
      en: 'Year',
      pt: 'Ano',
      description: { en: 'The first of January stands for it.', pt: 'O primeiro de Janeiro vale por ele.' },
      source: 'Hands Off',
    },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', source: 'Hands Off' },
  },
);
export type DatePrecision = CodeOf<typeof DatePrecision>;

/** The time of day at which an incident took place. */
export const TimeOfDay = codeList(
  'TimeOfDay',
  { en: 'The time of day at which an incident took place.', pt: 'A parte do dia em que um incidente aconteceu.' },
  {
    MORNING: {
      en: 'Morning',
      pt: 'Manhã',
      description: { en: 'Sunrise to noon.', pt: 'Do nascer do sol ao meio-dia.' },
      ...gbvims('morning_sunrise_to_noon'),
    },
    AFTERNOON: {
      en: 'Afternoon',
      pt: 'Tarde',
      description: { en: 'Noon to sunset.', pt: 'Do meio-dia ao pôr do sol.' },
      ...gbvims('afternoon_noon_to_sunset'),
    },
    EVENING_NIGHT: {
      en: 'Evening or night',
      pt: 'Fim do dia ou noite',
      description: { en: 'Sunset to sunrise.', pt: 'Do pôr ao nascer do sol.' },
      ...gbvims('evening_night_sunset_to_sunrise'),
    },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', ...gbvims('unknown_not_applicable') },
  },
);
export type TimeOfDay = CodeOf<typeof TimeOfDay>;

/** Whether a weapon was there, and what kind; one code, the most dangerous. */
export const WeaponUse = codeList(
  'WeaponUse',
  {
    en: 'The weapon that was used or shown; of several the most dangerous.',
    pt: 'A arma que foi usada ou mostrada; de várias, a mais perigosa.',
  },
  {
    NONE: { en: 'No weapon', pt: 'Nenhuma arma', source: 'Hands Off' },
    FIREARM: { en: 'Firearm', pt: 'Arma de fogo', source: 'Hands Off' },
    BLADE: { en: 'Knife or other blade', pt: 'Faca ou outra arma branca', source: 'Hands Off' },
    BLUNT_OBJECT: {
      en: 'Blunt object',
      pt: 'Objecto contundente',
      description: {
        en: 'A stick, stone, baton, sjambok or the like.',
        pt: 'Um pau, uma pedra, um bastão, um chamboco ou semelhante.',
      },
      source: 'Hands Off',
    },
    CHEMICAL: {
      en: 'Chemical or irritant',
      pt: 'Produto químico ou irritante',
      description: {
        en: 'Pepper spray, tear gas, acid or boiling liquid.',
        pt: 'Gás pimenta, gás lacrimogéneo, ácido ou líquido a ferver.',
      },
      source: 'Hands Off',
    },
    VEHICLE: { en: 'Vehicle', pt: 'Viatura', source: 'Hands Off' },
    OTHER: { en: 'Other weapon', pt: 'Outra arma', source: 'Hands Off' },
    UNKNOWN: { en: 'Unknown', pt: 'Desconhecida', source: 'Hands Off' },
  },
);
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
