/** What a table of indicators is asked by. */
import { Field, ID, InputType } from 'type-graphql';
import { CountryCode } from '../model/country.codes';
import { DateScalar } from '../model/scalars';
import { FinancialYear, PeriodType, RelativePeriod } from '../domain/indicator/indicator.codes';
import { IndicatorDimension } from '../domain/indicator/indicator.dimensions';
import type { PeriodAsked, TableAsked } from '../domain/indicator/table/asked';

@InputType({
  description:
    'Which periods: `names`; or `relative`; or all of the kind `by` from one day to another. In one of these ways.',
})
export class IndicatorPeriodInput implements PeriodAsked {
  @Field(() => [String], {
    nullable: true,
    description: 'Names as DHIS2 writes them: 202603, 2026Q1, 2026S1, 2026, 2026April, 2026July, 2026Oct.',
  })
  names?: string[] | null;

  @Field(() => RelativePeriod.enum, { nullable: true, description: 'From where today stands.' })
  relative?: PeriodAsked['relative'];

  @Field(() => FinancialYear.enum, {
    nullable: true,
    description: 'When the financial years of `relative` begin; in April unless said otherwise.',
  })
  financialYear?: PeriodAsked['financialYear'];

  @Field(() => ID, {
    nullable: true,
    description: 'Funding stream whose donor’s financial years `relative` means, in place of `financialYear`.',
  })
  fundingStream?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day of the first period.' })
  from?: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day of the last period.' })
  to?: string | null;

  @Field(() => PeriodType.enum, { nullable: true, description: 'The kind of the periods between `from` and `to`.' })
  by?: PeriodAsked['by'];
}

@InputType({ description: 'What a table of indicators is to tell.' })
export class IndicatorTableInput implements TableAsked {
  @Field(() => [String], { description: 'Codes of the indicators, at most 50: see the query `indicators`.' })
  indicators: string[];

  @Field(() => [CountryCode.enum], {
    nullable: true,
    description: 'Only these countries; narrows what the account may see, never widens it.',
  })
  countries?: string[] | null;

  @Field(() => IndicatorPeriodInput, { description: 'Which periods, at most 120.' })
  period: IndicatorPeriodInput;

  @Field(() => [IndicatorDimension.enum], {
    nullable: true,
    description: 'By what values are told apart, in this order; left out: as a whole.',
  })
  by?: IndicatorDimension[] | null;

  @Field(() => ID, { nullable: true, description: 'Only what this organisation counts.' })
  organisation?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what lies in this province.' })
  province?: string | null;
}
