/** What the dashboard opens with: what a donor or a meeting of a district asks first. */

import { yearOf } from '../base/calendar';

export interface Opening {
  readonly indicator: string;
  readonly period: string;
  readonly by: readonly string[];
  /** As wide as the page. */
  readonly isWide?: boolean;
}

/** Target years: the running one and the two before. */
const YEARS = 'YEARS';

/** For those who read exact numbers of their country or organisation. */
const inCountry: readonly Opening[] = [
  { indicator: 'I03', period: 'LAST_12_MONTHS', by: [] },
  { indicator: 'I24', period: 'LAST_4_QUARTERS', by: [] },
  { indicator: 'I03', period: 'THIS_YEAR', by: ['PROVINCE'] },
  { indicator: 'I03', period: 'LAST_4_QUARTERS', by: ['VIOLENCE_TYPE'] },
  { indicator: 'I09', period: 'LAST_4_QUARTERS', by: ['SERVICE_CATEGORY'] },
  { indicator: 'I10', period: YEARS, by: [] },
  { indicator: 'I12', period: 'LAST_4_QUARTERS', by: [] },
  { indicator: 'I22', period: 'LAST_4_QUARTERS', by: [] },
  { indicator: 'I20', period: 'LAST_4_QUARTERS', by: [] },
  { indicator: 'I08', period: YEARS, by: [] },
];

/** For the region: half-years, which every country publishes. */
const inRegion: readonly Opening[] = [
  { indicator: 'I03', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I24', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I03', period: 'LAST_SIX_MONTH', by: ['PROVINCE'], isWide: true },
  { indicator: 'I03', period: 'LAST_YEAR', by: ['VIOLENCE_TYPE'], isWide: true },
  { indicator: 'I10', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I12', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I22', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I20', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I08', period: 'LAST_2_SIXMONTHS', by: [] },
  { indicator: 'I01', period: 'LAST_5_YEARS', by: [] },
];

/** @param today as `2026-11-30` */
export function openingOf(isRegion: boolean, today: string): readonly Opening[] {
  const year = yearOf(today);
  return (isRegion ? inRegion : inCountry).map((one) =>
    one.period === YEARS ? { ...one, period: `${year - 2}..${year}` } : one,
  );
}
