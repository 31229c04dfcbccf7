import { Attribute, Link, Thing } from '../../model/declaration';
import { CountryCode } from '../../model/country.codes';
import { ThingRecord, voided } from '../../model/record';
import { LongTermOutcome } from '../activity/activity.codes';
import { ProgrammePhase } from '../programme/programme-phase.entity';
import { SurveyUnit } from './survey-result.codes';

const told = ['recordSurveyResult', 'updateSurveyResult'];

/** People asked at least: what fewer said would tell of single people. */
export const FEWEST_ASKED = 20;

/** What a figure was before stands beside what the others are by now: together they could tell of few. */
const figure = { untold: true, write: told } as const;
const hundredths = { ...figure, type: 'int', min: 0, max: 2000000000 } as const;

/** How common violence is cannot be reckoned from cases: surveys of others say it, as aggregates alone. */
@Thing({
  label: { en: 'Survey result', pt: 'Resultado de inquérito' },
  description:
    'What a survey of others found, as one figure with its source; a baseline where later ones are held against it.',
  dataClass: 'SURVEY_RESULT',
  plural: 'surveyResults',
  few: true,
  reach: {},
  order: { field: 'year', direction: 'DESC' },
  erased: true,
})
export class SurveyResult extends ThingRecord {
  @Attribute({ type: 'text', sort: true, description: 'What was measured, in words.', write: told })
  title: string;

  @Attribute({
    type: 'text',
    nullable: true,
    maxLength: 40,
    description: 'Code of the indicator that it is a value of, as the programme or the source has it.',
    write: told,
  })
  indicatorCode: string | null;

  @Attribute({
    type: LongTermOutcome,
    description: 'Long-term outcome of the programme that it bears on.',
    write: told,
  })
  outcome: LongTermOutcome;

  @Attribute({ type: SurveyUnit, ...figure, description: 'What the value is.' })
  unit: SurveyUnit;

  @Attribute({
    ...hundredths,
    description: 'The value, in hundredths of its unit: 4250 per cent is 42.50 %.',
  })
  valueHundredths: number;

  @Attribute({
    ...hundredths,
    nullable: true,
    description: 'Lower end of the 95 % confidence interval, in hundredths of the unit.',
  })
  ciLowHundredths: number | null;

  @Attribute({
    ...hundredths,
    nullable: true,
    description: 'Upper end of the 95 % confidence interval, in hundredths of the unit.',
  })
  ciHighHundredths: number | null;

  @Attribute({
    ...figure,
    type: 'int',
    nullable: true,
    min: 0,
    max: 100000000,
    description: 'Number of those asked of whom it holds; not told where it holds, or does not hold, of fewer than 5.',
  })
  numerator: number | null;

  @Attribute({
    ...figure,
    type: 'int',
    nullable: true,
    min: FEWEST_ASKED,
    max: 100000000,
    description: 'Number of people who were asked (n), 20 at least.',
  })
  respondents: number | null;

  @Attribute({
    type: 'int',
    sort: true,
    min: 1990,
    max: 2199,
    description: 'Year in which people were asked.',
    write: told,
  })
  year: number;

  @Attribute({ type: 'text', description: 'Who was asked: “sex workers of all genders, 18 and over”.', write: told })
  population: string;

  @Attribute({
    type: CountryCode,
    description: 'Country that it is of (ISO 3166-1); also one that is none of the API, as Namibia.',
    write: told,
  })
  countryCode: CountryCode;

  @Attribute({
    type: 'text',
    nullable: true,
    description: 'Province or town, where it is not of the whole country; nothing smaller.',
    write: told,
  })
  place: string | null;

  @Attribute({ type: 'text', search: true, description: 'Who asked, and in which report.', write: told })
  source: string;

  @Attribute({
    type: 'text',
    nullable: true,
    filter: false,
    maxLength: 500,
    description: 'Where the report can be read (https).',
    write: told,
  })
  url: string | null;

  @Attribute({
    type: 'boolean',
    description: 'Whether later results are held against it.',
    write: told,
    initial: false,
  })
  isBaseline: boolean;

  @Link(() => ProgrammePhase, {
    nullable: true,
    description: 'Phase of the programme that it is of.',
    many: { name: 'surveyResults', description: 'Survey results of it.' },
    write: told,
  })
  phaseId: string | null;

  @Attribute(voided)
  voidedAt: string | null;
}
