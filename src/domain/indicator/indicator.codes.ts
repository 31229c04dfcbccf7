/** Code lists of indicators: what is counted, when, how a value stands, and by what it can be told apart. */
import type { Text } from '../../base/locale';
import { relativePeriods } from '../../base/period/relative';
import { periodTypes, yearTypeCodes, type YearTypeCode } from '../../base/period/type';
import { codeList, type Code, type CodeOf } from '../../model/codelist';

const own = { source: 'Hands Off' } as const;

export const CountedUnit = codeList(
  'CountedUnit',
  { en: 'What an indicator counts.', pt: 'O que um indicador conta.' },
  {
    INCIDENT: { en: 'Incident', pt: 'Incidente', ...own },
    CASE: { en: 'Case', pt: 'Caso', ...own },
    CLOSURE: { en: 'Closure of a case', pt: 'Encerramento de um caso', ...own },
    SERVICE_NEED: { en: 'Service need', pt: 'Necessidade de serviço', ...own },
    REFERRAL: { en: 'Referral', pt: 'Encaminhamento', ...own },
    FOLLOW_UP: { en: 'Follow-up', pt: 'Seguimento', ...own },
    EMERGENCY_ALERT: { en: 'Emergency alert', pt: 'Alerta de emergência', ...own },
    COMPLAINT: { en: 'Complaint', pt: 'Queixa', ...own },
    PARTICIPATION: {
      en: 'Participation in a training',
      pt: 'Participação numa formação',
      description: {
        en: 'Whoever takes part twice counts twice.',
        pt: 'Quem participa duas vezes conta duas vezes.',
      },
      ...own,
    },
    PERSON: { en: 'Person', pt: 'Pessoa', ...own },
    CONTACT: { en: 'Contact', pt: 'Contacto', ...own },
    CHECKED_ITEM: { en: 'Item of a check', pt: 'Item de uma verificação', ...own },
    ASSESSMENT: { en: 'Assessment of an association', pt: 'Avaliação de uma associação', ...own },
    ADVOCACY_ACTIVITY: { en: 'Advocacy activity', pt: 'Actividade de advocacia', ...own },
    ALLY: { en: 'Ally', pt: 'Aliado', ...own },
    MEDIA_PIECE: { en: 'Media piece', pt: 'Peça dos media', ...own },
    UNIT_OF_POLICE: { en: 'Police unit', pt: 'Unidade policial', ...own },
    RESPONDENT: { en: 'Respondent of a survey', pt: 'Pessoa inquirida', ...own },
  },
);
export type CountedUnit = CodeOf<typeof CountedUnit>;

export const PeriodBasis = codeList(
  'PeriodBasis',
  { en: 'Which day decides the period that something counts in.', pt: 'O dia que decide o período em que algo conta.' },
  {
    REPORTED: { en: 'Day of the report', pt: 'Dia da comunicação', ...own },
    REGISTERED: { en: 'Day of the registration', pt: 'Dia do registo', ...own },
    CLOSED: { en: 'Day of the closure', pt: 'Dia do encerramento', ...own },
    IDENTIFIED: { en: 'Day on which the need was identified', pt: 'Dia em que a necessidade foi identificada', ...own },
    REQUESTED: { en: 'Day of the request', pt: 'Dia do pedido', ...own },
    DUE: { en: 'Day on which it is due', pt: 'Dia em que é devido', ...own },
    DONE: { en: 'Day on which it was done', pt: 'Dia em que foi feito', ...own },
    RAISED: { en: 'Day of the alert', pt: 'Dia do alerta', ...own },
    FILED: { en: 'Day on which it was filed', pt: 'Dia da apresentação', ...own },
    ASKED: { en: 'Day on which the survivor was asked', pt: 'Dia em que se perguntou à pessoa', ...own },
    ENDED: { en: 'Last day', pt: 'Último dia', ...own },
    HELD: { en: 'Day on which it was held', pt: 'Dia em que se realizou', ...own },
    PUBLISHED: { en: 'Day of publication', pt: 'Dia da publicação', ...own },
    WHOLE_PERIOD: { en: 'Whatever stands in the period', pt: 'O que existe no período', ...own },
    SURVEY_YEAR: { en: 'Year of the survey', pt: 'Ano do inquérito', ...own },
  },
);
export type PeriodBasis = CodeOf<typeof PeriodBasis>;

export const IndicatorMeasure = codeList(
  'IndicatorMeasure',
  { en: 'What the value of an indicator is.', pt: 'O que é o valor de um indicador.' },
  {
    COUNT: { en: 'Number', pt: 'Número', ...own },
    PER_CENT: { en: 'Per cent', pt: 'Percentagem', ...own },
    MEDIAN_DAYS: { en: 'Median, in days', pt: 'Mediana, em dias', ...own },
    MEDIAN_MINUTES: { en: 'Median, in minutes', pt: 'Mediana, em minutos', ...own },
    AS_SURVEYED: { en: 'As the survey has it', pt: 'Como consta do inquérito', ...own },
  },
);
export type IndicatorMeasure = CodeOf<typeof IndicatorMeasure>;

export const DisclosureClass = codeList(
  'DisclosureClass',
  {
    en: 'How an indicator leaves a country.',
    pt: 'Como um indicador sai de um país.',
  },
  {
    OPEN: {
      en: 'Exact for the region',
      pt: 'Exacto para a região',
      description: { en: 'It counts activities, not survivors.', pt: 'Conta actividades, não pessoas sobreviventes.' },
      ...own,
    },
    CONTROLLED: {
      en: 'Published after disclosure control',
      pt: 'Publicado após controlo de divulgação',
      description: {
        en: 'Exact in the country; the region reads published tables, in which small numbers are hidden.',
        pt: 'Exacto no país; a região lê tabelas publicadas, nas quais os números pequenos estão ocultos.',
      },
      ...own,
    },
    SURVEY: { en: 'Published by a survey', pt: 'Publicado por um inquérito', ...own },
  },
);
export type DisclosureClass = CodeOf<typeof DisclosureClass>;

export const IndicatorStatus = codeList(
  'IndicatorStatus',
  { en: 'How a value stands.', pt: 'Em que situação está um valor.' },
  {
    EXACT: { en: 'Exact', pt: 'Exacto', ...own },
    SUPPRESSED: {
      en: 'Hidden, so that nobody is known by it',
      pt: 'Oculto, para que ninguém seja identificado',
      ...own,
    },
    ROUNDED: { en: 'Rounded', pt: 'Arredondado', ...own },
    MISSING: { en: 'There is none', pt: 'Não existe', ...own },
  },
);
export type IndicatorStatus = CodeOf<typeof IndicatorStatus>;

/** Why there is no value. */
export const IndicatorGap = codeList(
  'IndicatorGap',
  { en: 'Why an indicator has no value.', pt: 'Porque um indicador não tem valor.' },
  {
    NO_DENOMINATOR: {
      en: 'Nothing that it could be a share of, or a median',
      pt: 'Não há nada de que possa ser uma parte, ou uma mediana',
      ...own,
    },
    NOT_OVER: { en: 'The period is not over, or has not begun', pt: 'O período não acabou, ou não começou', ...own },
    NOT_MATURE: {
      en: 'What began in the period has not had its time yet',
      pt: 'O que começou no período ainda não teve o seu tempo',
      ...own,
    },
    NOT_SURVEYED: { en: 'No survey told of it', pt: 'Nenhum inquérito o indicou', ...own },
    NOT_PUBLISHED: { en: 'The country has not published it', pt: 'O país não o publicou', ...own },
    NOT_A_UNION: {
      en: 'The period is not made of those that the country publishes',
      pt: 'O período não é composto pelos que o país publica',
      ...own,
    },
    NOT_TOLD_SO: {
      en: 'The region is not told it so; the indicator says by what it is',
      pt: 'Não é indicado à região desta forma; o indicador diz de que formas o é',
      ...own,
    },
    NOT_OF_REGION: {
      en: 'Countries alone count it: the region itself keeps no records of survivors',
      pt: 'Só os países o contam: a própria região não tem registos de pessoas sobreviventes',
      ...own,
    },
    NOT_COUNTED: { en: 'The country has not counted it yet', pt: 'O país ainda não o contou', ...own },
    NOT_THERE: {
      en: 'The country has no such organisation or province',
      pt: 'O país não tem essa organização ou província',
      ...own,
    },
    NO_ANSWER: { en: 'The country did not answer', pt: 'O país não respondeu', ...own },
  },
);
export type IndicatorGap = CodeOf<typeof IndicatorGap>;

/** Groups that GBVIMS users know from Primero, with the fourth day in the second. */
export const ReportingDelay = codeList(
  'ReportingDelay',
  {
    en: 'How long after it happened an incident was reported.',
    pt: 'Quanto tempo depois um incidente foi comunicado.',
  },
  {
    DAYS_0_3: { en: '0 to 3 days', pt: '0 a 3 dias', source: 'Primero', sourceCode: '0_3_days' },
    DAYS_4_5: { en: '4 to 5 days', pt: '4 a 5 dias', source: 'Primero', sourceCode: '4_5_days' },
    DAYS_6_14: { en: '6 to 14 days', pt: '6 a 14 dias', source: 'Primero', sourceCode: '6_14_days' },
    DAYS_15_30: { en: '15 to 30 days', pt: '15 a 30 dias', source: 'Primero', sourceCode: '15_30_days' },
    MONTHS_1_3: {
      en: 'More than 30 days, less than 4 months',
      pt: 'Mais de 30 dias, menos de 4 meses',
      source: 'Primero',
      sourceCode: '1_3_months',
    },
    MONTHS_4_PLUS: { en: '4 months or more', pt: '4 meses ou mais', source: 'Primero', sourceCode: '4_months' },
  },
);
export type ReportingDelay = CodeOf<typeof ReportingDelay>;

export const DistrictKind = codeList(
  'DistrictKind',
  { en: 'Whether a district is a town’s.', pt: 'Se um distrito é urbano.' },
  {
    URBAN: { en: 'Town', pt: 'Urbano', ...own },
    RURAL: { en: 'Elsewhere', pt: 'Rural', ...own },
  },
);
export type DistrictKind = CodeOf<typeof DistrictKind>;

const ofDhis2 = <C extends string>(labels: Readonly<Record<C, { readonly label: Text; readonly dhis2?: string }>>) =>
  Object.fromEntries(
    Object.entries<{ readonly label: Text; readonly dhis2?: string }>(labels).map(([code, { label, dhis2 }]) => [
      code,
      { ...label, source: 'DHIS2', ...(dhis2 && dhis2 !== code && { sourceCode: dhis2 }) },
    ]),
  ) as Record<C, Code>;

export const PeriodType = codeList(
  'PeriodType',
  { en: 'A type of reporting period, as DHIS2 has it.', pt: 'Um tipo de período de relato, como no DHIS2.' },
  ofDhis2(periodTypes),
);

export const RelativePeriod = codeList(
  'RelativePeriod',
  {
    en: 'Periods named from today, as DHIS2 names and means them: LAST counts what has ended.',
    pt: 'Períodos designados a partir de hoje, como no DHIS2: LAST conta o que terminou.',
  },
  ofDhis2(relativePeriods),
);

export const FinancialYear = codeList(
  'FinancialYear',
  { en: 'When a financial year begins.', pt: 'Quando começa um ano fiscal.' },
  ofDhis2(
    Object.fromEntries(yearTypeCodes.map((code) => [code, periodTypes[code]])) as Record<
      YearTypeCode,
      (typeof periodTypes)[YearTypeCode]
    >,
  ),
);
