/**
 * What a country publishes of its survivors: which counts, by what, and when. Entries (the quality of data) are not: who is
 * registered and who is counted differ by few, and nothing says by whom, so that one could be taken off the other. The list is committed, the same in every
 * period, and nothing else of them is told to the region: no filter, no date, no other dimension.
 */
import { coarsening, type Codes, type TableDesign, type TableList } from '../../../disclosure/table-design';
import type { Kept } from '../counting/counting';
import { alerts, complaints, registeredComplaints, wishes } from '../counting/alerts-and-complaints';
import { cases, incidents } from '../counting/cases';
import { feedback, followUpContacts, needs, psychosocialFollowUps, referrals } from '../counting/services';
import type { IndicatorDimension } from '../indicator.dimensions';
import type { Indicator } from '../indicator';
import { merges } from './publication.codes';
import { MINORS } from './publication.minors';

export interface PopulationPlan {
  readonly counting: Kept;
  readonly measure: string;
  /** What of another measure is in it: all of these codes; `alone`: and nothing else. */
  readonly holds?: { readonly measure: string; readonly codes: Codes; readonly alone?: true };
  /** The measure that it is a part of. */
  readonly of?: string;
  /** Of HIV, PEP or law enforcement: the higher threshold. */
  readonly sensitive?: true;
  readonly by: readonly (readonly IndicatorDimension[])[];
}

/** What is published together, and how many days after the end of a period: by then it has had its time. */
export interface Series {
  readonly name: string;
  readonly afterDays: number;
  readonly populations: readonly PopulationPlan[];
}

export const populationName = (counting: Kept, measure: string): string => `${counting.name}.${measure}`;

/** What incidents are told by, two at a time. */
export const crossed: readonly IndicatorDimension[] = [
  'PROVINCE',
  'VIOLENCE_TYPE',
  'PERPETRATOR',
  'GENDER',
  'AGE_BAND',
];

const pairs = crossed.flatMap((one, at) => crossed.slice(at + 1).map((other) => [one, other] as const));

type Plan = Omit<PopulationPlan, 'counting' | 'measure'>;

const of = (counting: Kept, measures: Readonly<Record<string, Plan>>): readonly PopulationPlan[] =>
  Object.entries(measures).map(([measure, plan]) => ({ counting, measure, ...plan }));

const whole = [[]] as const;
const byPlace = [['PROVINCE']] as const;
const byPlaceAndService = [['PROVINCE'], ['SERVICE_CATEGORY']] as const;
const byService = [['SERVICE_CATEGORY']] as const;
const byPlaceAndMechanism = [['PROVINCE'], ['MECHANISM']] as const;

const main: Series = {
  name: 'main',
  afterDays: 30,
  populations: [
    ...of(incidents, {
      all: { by: [...pairs, ['ORGANISATION']] },
      // Beside those whose perpetrators are of law enforcement alone, those that have others as well.
      byState: {
        ...{ of: 'all', sensitive: true, by: [['PROVINCE'], ['VIOLENCE_TYPE']] },
        holds: { measure: 'all', codes: { PERPETRATOR: ['LAW_ENFORCEMENT'] } },
      },
      dated: { of: 'all', by: [['REPORTING_DELAY']] },
      rape: { of: 'all', by: byPlace, holds: { measure: 'all', codes: { VIOLENCE_TYPE: ['RAPE'] }, alone: true } },
      rapeInTime: { of: 'rape', sensitive: true, by: byPlace },
      pepInTime: { of: 'rapeInTime', sensitive: true, by: byPlace },
    }),
    ...of(cases, {
      all: { by: [['PROVINCE'], ['GENDER'], ['AGE_BAND']] },
      byPeers: { of: 'all', by: byPlace },
      closed: { of: 'all', by: byPlace },
      complained: { of: 'all', by: whole },
      concluded: { of: 'complained', by: whole },
    }),
    ...of(needs, {
      assessed: { by: byPlaceAndService },
      accessed: { of: 'assessed', by: byPlaceAndService },
      used: { of: 'assessed', by: byPlaceAndService },
      referred: { of: 'assessed', by: byPlaceAndService },
    }),
    ...of(referrals, {
      all: { by: byPlaceAndService },
      completed: { of: 'all', by: byPlaceAndService },
      onSystem: { of: 'all', by: byService },
      answeredIn48h: { of: 'onSystem', by: byService },
      immediate: { of: 'onSystem', by: whole },
      answeredIn1h: { of: 'immediate', by: whole },
    }),
    ...of(feedback, {
      asked: { by: byService },
      given: { of: 'asked', by: byService },
      satisfied: { of: 'given', by: byService },
    }),
    ...of(psychosocialFollowUps, { due: { by: byPlace }, onTime: { of: 'due', by: byPlace } }),
    ...of(followUpContacts, { all: { by: byPlace } }),
    ...of(alerts, {
      all: { by: [['PROVINCE'], ['DISTRICT_KIND']] },
      inTime: { of: 'all', by: [['PROVINCE'], ['DISTRICT_KIND']] },
    }),
    ...of(complaints, {
      filed: { by: byPlaceAndMechanism },
      registered: { of: 'filed', by: byPlaceAndMechanism },
      refused: { of: 'filed', by: byPlaceAndMechanism },
    }),
    ...of(wishes, { wished: { by: whole }, filed: { of: 'wished', by: whole } }),
  ],
};

/** What takes half a year to come to its end. */
const late: Series = {
  name: 'late',
  afterDays: 183,
  populations: of(registeredComplaints, {
    registered: { by: byPlaceAndMechanism },
    concluded: { of: 'registered', by: byPlaceAndMechanism },
  }),
};

export const allSeries: readonly Series[] = [main, late];

/** Of all series; a measure is in one of them. */
export const planOf = (counting: Kept, measure: string): { series: Series; plan: PopulationPlan } | null => {
  for (const series of allSeries)
    for (const plan of series.populations)
      if (plan.counting === counting && plan.measure === measure) return { series, plan };
  return null;
};

export interface PublishedAs {
  readonly population: string;
  readonly series: string;
  readonly sensitive: boolean;
}

/** As what a measure of an indicator is published; null: it is not. */
export function publishedAs(
  { of: counting, only }: Indicator & { readonly of: Kept },
  measure: string,
): PublishedAs | null {
  if (only?.AGE_BAND) {
    const isOfMinors = counting === incidents && measure === 'all' && only.AGE_BAND.join() === 'UNDER_18';
    return isOfMinors ? { ...MINORS, sensitive: true } : null;
  }
  const found = planOf(counting, measure);
  if (!found || only) return null;
  return {
    population: populationName(counting, measure),
    series: found.series.name,
    sensitive: found.plan.sensitive ?? false,
  };
}

/** By what the region is told an indicator that counts survivors, beside as a whole; null: it is told nothing. */
export function tablesOf(one: Indicator): readonly (readonly IndicatorDimension[])[] | null {
  const { of, only, measure } = one;
  if (of.kind !== 'kept' || measure.startsWith('MEDIAN')) return null;
  if (!publishedAs({ ...one, of }, one.numerator)) return null;
  return only ? [] : (planOf(of, one.numerator)?.plan.by.filter((by) => by.length > 0) ?? null);
}

/** Where places are few and large, as in zones, there are too few people of each kind for both at once. */
const isTooThin = (by: readonly IndicatorDimension[], isByZone: boolean): boolean =>
  isByZone && by.includes('VIOLENCE_TYPE') && by.includes('GENDER');

/** Of fewer than three each would tell the others by what it has itself: no organisation is named then. */
export const LEAST_ORGANISATIONS = 3;

/**
 * From the finest list to the coarsest; rare codes are told together in each.
 * @param organisations how many count anything in a population
 */
export function listsOf(
  { populations }: Series,
  isByZone: boolean,
  organisations: (population: string) => number,
): readonly TableList[] {
  const names = (population: string, by: readonly IndicatorDimension[]): boolean =>
    by.includes('ORGANISATION') && organisations(population) < LEAST_ORGANISATIONS;
  const tables = populations.flatMap(({ counting, measure, by }): TableDesign[] =>
    by
      .filter((one) => !isTooThin(one, isByZone) && !names(populationName(counting, measure), one))
      .map((one) => ({
        name: `${populationName(counting, measure)} by ${one.join(' and ')}`,
        population: populationName(counting, measure),
        by: one,
      })),
  );
  return coarsening(tables, merges).filter(({ name }) => name !== 'FULL');
}
