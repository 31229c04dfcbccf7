/** What is odd in an incident: it is recorded as it is told, and asked about. */
import { yearsBetween } from '../../../base/calendar';
import { odd } from '../../../model/warning';
import { AllegedPerpetrator } from './alleged-perpetrator.entity';
import { Incident, IncidentDetail } from './incident.entity';
import type { TimeOfDay } from './incident.codes';
import { violationDefaults } from './incident.violation-defaults';
import type { PerpetratorCategory } from './perpetrator.codes';

odd(
  Incident,
  {
    code: 'CONTRADICTORY',
    at: 'gbvimsType',
    with: ['violationTypes'],
    when: ({ gbvimsType, violationTypes = [] }) => {
      const types = violationTypes.filter((each) => !undecided.includes(each));
      return gbvimsType !== undefined && types.length > 0 && types.every((each) => typeOf(each) !== gbvimsType);
    },
    text: {
      en: 'The GBVIMS type is not that of any of the violations. Leave it out, so that it follows from them, or check the violations.',
      pt: 'O tipo GBVIMS não é o de nenhuma das violações. Retire-o, para que resulte delas, ou verifique as violações.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'reportedElsewhereTo',
    with: ['reportedElsewhere'],
    when: ({ reportedElsewhereTo, reportedElsewhere }) => Boolean(reportedElsewhereTo) && !reportedElsewhere,
    text: {
      en: 'An organisation is named, but not that it was reported elsewhere. Say that it was, or leave the organisation out.',
      pt: 'Indica-se uma organização, mas não que foi comunicado noutro lado. Diga que foi, ou retire a organização.',
    },
  },
);

/** Violations whose GBVIMS type is chosen by what was done. */
const undecided: readonly string[] = ['OTHER', 'TRAFFICKING_OR_FORCED_LABOUR'];
const typeOf = (violation: keyof typeof violationDefaults): string => violationDefaults[violation].gbvimsType;

/** The hours of the day that each time of day can be, with an hour to spare. */
const hours: Readonly<Partial<Record<TimeOfDay, (hour: number) => boolean>>> = {
  MORNING: (hour) => hour >= 4 && hour <= 12,
  AFTERNOON: (hour) => hour >= 11 && hour <= 19,
  EVENING_NIGHT: (hour) => hour >= 17 || hour <= 6,
};

const YEAR_OF_HOURS = 365 * 24;

odd(
  IncidentDetail,
  {
    code: 'CONTRADICTORY',
    at: 'detainedHours',
    with: ['arrested'],
    when: ({ arrested, detainedHours }) => arrested === false && Boolean(detainedHours),
    text: {
      en: 'Hours in detention are given, but no arrest. Say that there was one, or leave the hours out.',
      pt: 'Indicam-se horas sob custódia, mas nenhuma detenção. Diga que houve uma, ou retire as horas.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'charged',
    with: ['arrested'],
    when: ({ arrested, charged }) => arrested === false && charged === true,
    text: {
      en: 'A charge is given, but no arrest. Check whether there was one.',
      pt: 'Indica-se uma acusação, mas nenhuma detenção. Verifique se houve uma.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'detainedHours',
    when: ({ detainedHours }) => (detainedHours ?? 0) > YEAR_OF_HOURS,
    text: {
      en: 'That is more than a year in detention. Check the number: it is told in hours.',
      pt: 'É mais de um ano de detenção. Verifique o número: indica-se em horas.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'occurredHour',
    with: ['timeOfDay'],
    when: ({ occurredHour, timeOfDay }) =>
      typeof occurredHour === 'number' && Boolean(timeOfDay) && hours[timeOfDay as TimeOfDay]?.(occurredHour) === false,
    text: {
      en: 'The hour is not in that time of day. Check both; the hour counts from 0 to 23.',
      pt: 'A hora não é dessa parte do dia. Verifique ambas; a hora conta-se de 0 a 23.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'occurredOn',
    when: ({ occurredOn }, today) => Boolean(occurredOn) && yearsBetween(occurredOn as string, today) > 80,
    text: {
      en: 'That is more than 80 years ago. Check the year.',
      pt: 'Foi há mais de 80 anos. Verifique o ano.',
    },
  },
);

/** Nobody of this age has such an office. */
const offices: readonly PerpetratorCategory[] = [
  'POLICE_OFFICER',
  'MILITARY',
  'BORDER_OR_PRISON_GUARD',
  'MUNICIPAL_ENFORCEMENT',
  'JUDICIARY',
  'HEALTH_CARE_WORKER',
];

odd(
  AllegedPerpetrator,
  {
    code: 'CONTRADICTORY',
    at: 'count',
    with: ['actorKind'],
    when: ({ actorKind, count }) => actorKind === 'PERSON' && (count ?? 1) > 1,
    text: {
      en: 'One person is told to be several. Choose a group, or tell each person apart.',
      pt: 'Diz-se que uma pessoa são várias. Escolha um grupo, ou indique cada pessoa à parte.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'sex',
    with: ['actorKind'],
    when: ({ actorKind, sex }) => actorKind === 'PERSON' && sex === 'BOTH',
    text: {
      en: 'Women and men are a group. Choose a group, or the sex of the person.',
      pt: 'Mulheres e homens são um grupo. Escolha um grupo, ou o sexo da pessoa.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'ageGroup',
    with: ['actorKind'],
    when: ({ actorKind, ageGroup }) =>
      (actorKind === 'INSTITUTION' || actorKind === 'GOVERNMENT') && Boolean(ageGroup) && ageGroup !== 'UNKNOWN',
    text: {
      en: 'An institution has no age. Choose a person or a group, or leave the age out.',
      pt: 'Uma instituição não tem idade. Escolha uma pessoa ou um grupo, ou retire a idade.',
    },
  },
  {
    code: 'UNLIKELY',
    at: 'ageGroup',
    with: ['category'],
    when: ({ category, ageGroup }) =>
      (ageGroup === 'AGE_0_11' || ageGroup === 'AGE_12_17') && category !== undefined && offices.includes(category),
    text: {
      en: 'A child has no such office. Check the age and the category.',
      pt: 'Uma criança não tem tal cargo. Verifique a idade e a categoria.',
    },
  },
  {
    code: 'CONTRADICTORY',
    at: 'relationship',
    with: ['category'],
    when: ({ category, relationship }) =>
      (category === 'INTIMATE_PARTNER' || category === 'FAMILY_MEMBER') && relationship === 'NO_RELATION',
    text: {
      en: 'A partner or relative is told to have no relation to the survivor. Check both.',
      pt: 'Diz-se que um parceiro ou familiar não tem relação com a pessoa sobrevivente. Verifique ambos.',
    },
  },
);
