/** `indicators` and `indicatorTable`: what is counted, and the numbers. */
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../base/context';
import type { Locale } from '../base/locale';
import { unauthenticated } from '../base/refusals';
import { label, type CodeList } from '../model/codelist';
import { CountryCode } from '../model/country.codes';
import { LongTermOutcome } from '../domain/activity/activity.codes';
import { allIndicators, dimensionsOf, disclosureOf, unitOf, type Indicator } from '../domain/indicator/indicator';
import {
  CountedUnit,
  DisclosureClass,
  IndicatorGap,
  IndicatorMeasure,
  IndicatorStatus,
  PeriodBasis,
} from '../domain/indicator/indicator.codes';
import { IndicatorDimension } from '../domain/indicator/indicator.dimensions';
import { indicatorTable } from '../domain/indicator/table/ask';
import { openDimensionsOf } from '../domain/indicator/table/counts.sql';
import { tablesOf } from '../domain/indicator/publication/publication.plan';
import type { TableRow } from '../domain/indicator/table/row';
import type { CountryOfTable, Table } from '../domain/indicator/table/table';
import { ministryTable } from '../domain/ministry-release/ministry-table';
import { IndicatorTableType, IndicatorType, type IndicatorCountryType, type IndicatorRowType } from './indicator.types';
import { IndicatorPeriodInput, IndicatorTableInput } from './indicator.inputs';

@Resolver()
export class IndicatorResolver {
  @Query(() => [IndicatorType], {
    nullable: true,
    description: 'The indicators of the programme, each with what it counts. They are declared, so nothing is read.',
  })
  indicators(@Ctx() { locale }: RequestContext): readonly IndicatorType[] {
    return allIndicators().map((one) => shown(one, locale));
  }

  @Query(() => IndicatorTableType, {
    nullable: true,
    description:
      'Values of indicators: of the own organisation, of the own country, or what countries let the region have. Exact unless `status` says otherwise.',
  })
  async indicatorTable(
    @Arg('input', () => IndicatorTableInput, { description: 'What is to be told.' }) input: IndicatorTableInput,
    @Ctx() ctx: RequestContext,
  ): Promise<IndicatorTableType> {
    if (!ctx.actor) throw unauthenticated();
    return tableFor(ctx, await indicatorTable(ctx, ctx.actor, input));
  }

  @Query(() => IndicatorTableType, {
    nullable: true,
    description:
      'Exact values for the country’s own ministry, as a release of the privacy officer names them and of no other days. Each time stands in the access log.',
  })
  async ministryTable(
    @Arg('release', () => ID, { description: 'The release by which they leave.' }) release: string,
    @Arg('period', () => IndicatorPeriodInput, { description: 'Which periods, all of them within its days.' })
    period: IndicatorPeriodInput,
    @Ctx() ctx: RequestContext,
    @Arg('indicators', () => [String], {
      nullable: true,
      description: 'Only these of the indicators that it names; left out: all of them.',
    })
    indicators?: string[] | null,
    @Arg('by', () => [IndicatorDimension.enum], {
      nullable: true,
      description:
        'Told apart by these alone of what it names; left out: each indicator by all of it that it is told by.',
    })
    by?: IndicatorDimension[] | null,
  ): Promise<IndicatorTableType> {
    if (!ctx.actor) throw unauthenticated();
    const asked = { release, period, indicators: indicators ?? null, by: by ?? null };
    return tableFor(ctx, await ministryTable(ctx, ctx.actor, asked));
  }
}

const tableFor = ({ locale }: RequestContext, { rows, countries }: Table): IndicatorTableType => ({
  rows: rows.map((row) => rowOf(row, locale)),
  countries: countries.map((one) => countryOf(one, locale)),
});

const labelled = <C extends string>(list: CodeList<C>, code: C | null, locale: Locale): string | null =>
  code === null ? null : label(list, code, locale);

function shown(one: Indicator, locale: Locale): IndicatorType {
  const { of, numerator, denominator, outcome, measure, matureAfterDays } = one;
  const disclosure = disclosureOf(one);
  const dimensions = dimensionsOf(one);
  const regionalDimensions = disclosure === 'OPEN' ? openDimensionsOf(one) : [...new Set(tablesOf(one)?.flat())];
  const labels = (names: readonly IndicatorDimension[]) => names.map((name) => label(IndicatorDimension, name, locale));
  const told = (name: string) => of.measures[name] ?? { en: name, pt: name };
  return {
    ...one,
    ...{ outcome, outcomeLabel: labelled(LongTermOutcome, outcome, locale) },
    ...{ numerator: told(numerator), denominator: denominator === undefined ? null : told(denominator) },
    ...{ unit: unitOf(one), unitLabel: label(CountedUnit, unitOf(one), locale) },
    ...{ measure, measureLabel: label(IndicatorMeasure, measure, locale) },
    ...{ basis: of.basis, basisLabel: label(PeriodBasis, of.basis, locale) },
    matureAfterDays: matureAfterDays ?? null,
    ...{ dimensions, dimensionsLabel: labels(dimensions) },
    ...{ regionalDimensions, regionalDimensionsLabel: labels(regionalDimensions) },
    ...{ disclosure, disclosureLabel: label(DisclosureClass, disclosure, locale) },
  };
}

function rowOf(row: TableRow, locale: Locale): IndicatorRowType {
  const { indicator, country, period, dimensions, status, gap } = row;
  return {
    ...row,
    indicator: indicator.code,
    indicatorLabel: indicator.title[locale],
    version: row.version,
    ...ofCountry(country, locale),
    ...{ period: period.name, from: period.from, to: period.to },
    dimensions: dimensions.map((one) => ({
      ...one,
      dimensionLabel: label(IndicatorDimension, one.dimension, locale),
    })),
    statusLabel: label(IndicatorStatus, status, locale),
    gapLabel: labelled(IndicatorGap, gap, locale),
  };
}

const countryOf = (one: CountryOfTable, locale: Locale): IndicatorCountryType => ({
  ...one,
  ...ofCountry(one.country, locale),
  gapLabel: labelled(IndicatorGap, one.gap, locale),
});

const ofCountry = (code: string, locale: Locale) => ({
  country: code as CountryCode,
  countryLabel: label(CountryCode, code, locale),
});
