/** The types of indicators: what they are, and the tables that they are told in. */
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { CountryCode } from '../model/country.codes';
import { DateScalar, DateTimeScalar } from '../model/scalars';
import { LongTermOutcome } from '../domain/activity/activity.codes';
import {
  CountedUnit,
  DisclosureClass,
  IndicatorGap,
  IndicatorMeasure,
  IndicatorStatus,
  PeriodBasis,
} from '../domain/indicator/indicator.codes';
import { IndicatorDimension } from '../domain/indicator/indicator.dimensions';
import { IndicatorRowTargetType } from './indicator-target.types';
import { LocalisedText } from './localised-text';

const labelsOf = (field: string): string => `Labels of \`${field}\` in the caller’s language.`;
const labelOf = (field: string): string => `Label of \`${field}\` in the caller’s language.`;

@ObjectType('Indicator', { simpleResolvers: true, description: 'An indicator: what it counts, and how.' })
export class IndicatorType {
  @Field(() => String, { description: 'Its code, stable for ever: I03.' })
  code: string;

  @Field(() => Int, { description: 'Goes up when the same records would give another number.' })
  version: number;

  @Field(() => LocalisedText, { description: 'What it is called.' })
  title: LocalisedText;

  @Field(() => LocalisedText, { description: 'What counts and what does not, and for which period.' })
  description: LocalisedText;

  @Field(() => LongTermOutcome.enum, {
    nullable: true,
    description: 'Long-term outcome of the programme that it is of; null: of its impact, or of the data themselves.',
  })
  outcome: LongTermOutcome | null;

  @Field(() => String, { nullable: true, description: labelOf('outcome') })
  outcomeLabel: string | null;

  @Field(() => LocalisedText, { description: 'What is counted; of a share, its upper part.' })
  numerator: LocalisedText;

  @Field(() => LocalisedText, { nullable: true, description: 'What it is a share of; null: it is none.' })
  denominator: LocalisedText | null;

  @Field(() => CountedUnit.enum, { description: 'What is counted.' })
  unit: CountedUnit;

  @Field(() => String, { description: labelOf('unit') })
  unitLabel: string;

  @Field(() => IndicatorMeasure.enum, { description: 'What the value is.' })
  measure: IndicatorMeasure;

  @Field(() => String, { description: labelOf('measure') })
  measureLabel: string;

  @Field(() => PeriodBasis.enum, { description: 'Which day decides the period, by the calendar of the country.' })
  basis: PeriodBasis;

  @Field(() => String, { description: labelOf('basis') })
  basisLabel: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Days after its end from which a period has a value; null: it has one while it is running.',
  })
  matureAfterDays: number | null;

  @Field(() => [IndicatorDimension.enum], { description: 'By what it can be told apart.' })
  dimensions: readonly IndicatorDimension[];

  @Field(() => [String], { description: labelsOf('dimensions') })
  dimensionsLabel: readonly string[];

  @Field(() => [IndicatorDimension.enum], {
    description:
      'By what the region can tell it apart; of survivors by what countries publish: most often one at a time, incidents by two.',
  })
  regionalDimensions: readonly IndicatorDimension[];

  @Field(() => [String], { description: labelsOf('regionalDimensions') })
  regionalDimensionsLabel: readonly string[];

  @Field(() => DisclosureClass.enum, { description: 'How it leaves a country.' })
  disclosure: DisclosureClass;

  @Field(() => String, { description: labelOf('disclosure') })
  disclosureLabel: string;

  @Field(() => String, { description: 'Who else counts so.' })
  source: string;
}

@ObjectType('IndicatorCode', { simpleResolvers: true, description: 'Of what a value is told, in one dimension.' })
export class IndicatorCodeType {
  @Field(() => IndicatorDimension.enum, { description: 'The dimension.' })
  dimension: IndicatorDimension;

  @Field(() => String, { description: labelOf('dimension') })
  dimensionLabel: string;

  @Field(() => String, {
    nullable: true,
    description: 'The code; of provinces theirs, of organisations the id; null: it is not known.',
  })
  code: string | null;

  @Field(() => String, { description: 'What it is called, in the caller’s language.' })
  label: string;
}

@ObjectType('IndicatorRevision', {
  simpleResolvers: true,
  description: 'What is counted now of a period that is locked, where that is not what was locked.',
})
export class IndicatorRevisionType {
  @Field(() => Float, { nullable: true, description: 'The value; null where there is none.' })
  value: number | null;

  @Field(() => Int, { nullable: true, description: 'How many; null of what is no count.' })
  numerator: number | null;

  @Field(() => Int, { nullable: true, description: 'Of how many; null where it is no share.' })
  denominator: number | null;
}

@ObjectType('IndicatorRow', { simpleResolvers: true, description: 'One value of an indicator.' })
export class IndicatorRowType {
  @Field(() => String, { description: 'Code of the indicator.' })
  indicator: string;

  @Field(() => String, { description: labelOf('indicator') })
  indicatorLabel: string;

  @Field(() => Int, {
    description:
      'Version of the indicator by which it was counted; of what is locked, the version of then, of several the oldest.',
  })
  version: number;

  @Field(() => CountryCode.enum, { description: 'Country that counted it.' })
  country: CountryCode;

  @Field(() => String, { description: labelOf('country') })
  countryLabel: string;

  @Field(() => String, { description: 'The period, as DHIS2 names it.' })
  period: string;

  @Field(() => DateScalar, { description: 'First day of the period.' })
  from: string;

  @Field(() => DateScalar, { description: 'Last day of the period, which belongs to it.' })
  to: string;

  @Field(() => [IndicatorCodeType], { description: 'What it is of, in the order of `by`.' })
  dimensions: readonly IndicatorCodeType[];

  @Field(() => Float, {
    nullable: true,
    description: 'The value; of shares in per cent with one decimal. Null where there is none: zero is a value.',
  })
  value: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many; null of what is no count. It may be told where the share is hidden.',
  })
  numerator: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of how many; of a median, how many it is taken over. Null where it is no share.',
  })
  denominator: number | null;

  @Field(() => IndicatorStatus.enum, { description: 'How the value stands.' })
  status: IndicatorStatus;

  @Field(() => String, { description: labelOf('status') })
  statusLabel: string;

  @Field(() => IndicatorGap.enum, { nullable: true, description: 'Why there is no value; null where there is one.' })
  gap: IndicatorGap | null;

  @Field(() => String, { nullable: true, description: labelOf('gap') })
  gapLabel: string | null;

  @Field(() => Float, { nullable: true, description: 'The value of the period before, of the same length.' })
  previous: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'What it is held against: the last baseline that was recorded of the indicator.',
  })
  baseline: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the country locked the period, of several the last: the value is what was counted then. Null where not all of it is locked, or the period was too young for the indicator then.',
  })
  lockedOn: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Day on which the country published it, by its own calendar; of periods that it is added up from, the last. What is published stays as it was that day. Null of what is exact and counted when it is asked for, and of what is not told.',
  })
  publishedOn: string | null;

  @Field(() => IndicatorRevisionType, {
    nullable: true,
    description:
      'What is counted now, where months of it are locked and it differs from that. Of survivors it is told as a whole, by organisations and by provinces alone: more finely a difference would say of whom it is.',
  })
  revised: IndicatorRevisionType | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What the programme set for exactly this indicator, period, place and organisation; null where it set nothing, and by anything else than these.',
  })
  target: number | null;

  @Field(() => [IndicatorRowTargetType], {
    description: 'All targets of it, those of donors too: the programme’s own first, then by donor.',
  })
  targets: readonly IndicatorRowTargetType[];
}

@ObjectType('IndicatorCountry', { simpleResolvers: true, description: 'A country that was asked.' })
export class IndicatorCountryType {
  @Field(() => CountryCode.enum, { description: 'The country.' })
  country: CountryCode;

  @Field(() => String, { description: labelOf('country') })
  countryLabel: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Everything that was recorded by then is counted, in UTC; null where nothing is.',
  })
  asOf: string | null;

  @Field(() => IndicatorGap.enum, { nullable: true, description: 'Why it is missing; null where it answered.' })
  gap: IndicatorGap | null;

  @Field(() => String, { nullable: true, description: labelOf('gap') })
  gapLabel: string | null;
}

@ObjectType('IndicatorTable', { simpleResolvers: true, description: 'Values of indicators, one in each row.' })
export class IndicatorTableType {
  @Field(() => [IndicatorRowType], {
    description: 'By indicator, period and codes, each in its order; what nothing was counted of is there as well.',
  })
  rows: readonly IndicatorRowType[];

  @Field(() => [IndicatorCountryType], { description: 'The countries that were asked, those without an answer too.' })
  countries: readonly IndicatorCountryType[];
}
