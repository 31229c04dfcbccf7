/**
 * Periods named from where a day stands, as DHIS2 names and means them (`RelativePeriods` and `RelativePeriodTest` of
 * dhis2-core): THIS is what the day falls into. LAST counts back from what has ended: the running month, quarter or
 * year is in no `LAST_…`. The periods of a year are all of them, also those that are still to come.
 */
import type { Text } from '../locale';
import { moved, periodAt, periodsWithin, type Period } from './period';
import type { PeriodTypeCode, YearTypeCode } from './type';

interface Relative {
  readonly label: Text;
  /** Of which type are counted; `FINANCIAL` is that of the country. */
  readonly of: PeriodTypeCode | 'FINANCIAL';
  /** How many ended periods: the first that is meant, and the last. 0 is the running one. */
  readonly back: readonly [first: number, last: number];
  /** Told in periods of this type, and not as a whole. */
  readonly by?: PeriodTypeCode;
}

const RUNNING = [0, 0] as const;
const lastOf = (count: number) => [count, 1] as const;

const relatives = {
  THIS_MONTH: { label: { en: 'This month', pt: 'Este mês' }, of: 'MONTH', back: RUNNING },
  LAST_MONTH: { label: { en: 'Last month', pt: 'Mês passado' }, of: 'MONTH', back: lastOf(1) },
  LAST_3_MONTHS: { label: { en: 'Last 3 months', pt: 'Últimos 3 meses' }, of: 'MONTH', back: lastOf(3) },
  LAST_6_MONTHS: { label: { en: 'Last 6 months', pt: 'Últimos 6 meses' }, of: 'MONTH', back: lastOf(6) },
  LAST_12_MONTHS: { label: { en: 'Last 12 months', pt: 'Últimos 12 meses' }, of: 'MONTH', back: lastOf(12) },
  THIS_QUARTER: { label: { en: 'This quarter', pt: 'Este trimestre' }, of: 'QUARTER', back: RUNNING },
  LAST_QUARTER: { label: { en: 'Last quarter', pt: 'Trimestre passado' }, of: 'QUARTER', back: lastOf(1) },
  LAST_4_QUARTERS: { label: { en: 'Last 4 quarters', pt: 'Últimos 4 trimestres' }, of: 'QUARTER', back: lastOf(4) },
  THIS_SIX_MONTH: { label: { en: 'This half-year', pt: 'Este semestre' }, of: 'HALF_YEAR', back: RUNNING },
  LAST_SIX_MONTH: { label: { en: 'Last half-year', pt: 'Semestre passado' }, of: 'HALF_YEAR', back: lastOf(1) },
  LAST_2_SIXMONTHS: {
    label: { en: 'Last 2 half-years', pt: 'Últimos 2 semestres' },
    of: 'HALF_YEAR',
    back: lastOf(2),
  },
  THIS_YEAR: { label: { en: 'This year', pt: 'Este ano' }, of: 'YEAR', back: RUNNING },
  LAST_YEAR: { label: { en: 'Last year', pt: 'Ano passado' }, of: 'YEAR', back: lastOf(1) },
  LAST_5_YEARS: { label: { en: 'Last 5 years', pt: 'Últimos 5 anos' }, of: 'YEAR', back: lastOf(5) },
  MONTHS_THIS_YEAR: {
    label: { en: 'Months of this year', pt: 'Meses deste ano' },
    of: 'YEAR',
    back: RUNNING,
    by: 'MONTH',
  },
  QUARTERS_THIS_YEAR: {
    label: { en: 'Quarters of this year', pt: 'Trimestres deste ano' },
    of: 'YEAR',
    back: RUNNING,
    by: 'QUARTER',
  },
  MONTHS_LAST_YEAR: {
    label: { en: 'Months of last year', pt: 'Meses do ano passado' },
    of: 'YEAR',
    back: lastOf(1),
    by: 'MONTH',
  },
  QUARTERS_LAST_YEAR: {
    label: { en: 'Quarters of last year', pt: 'Trimestres do ano passado' },
    of: 'YEAR',
    back: lastOf(1),
    by: 'QUARTER',
  },
  THIS_FINANCIAL_YEAR: {
    label: { en: 'This financial year', pt: 'Este ano fiscal' },
    of: 'FINANCIAL',
    back: RUNNING,
  },
  LAST_FINANCIAL_YEAR: {
    label: { en: 'Last financial year', pt: 'Ano fiscal passado' },
    of: 'FINANCIAL',
    back: lastOf(1),
  },
  LAST_5_FINANCIAL_YEARS: {
    label: { en: 'Last 5 financial years', pt: 'Últimos 5 anos fiscais' },
    of: 'FINANCIAL',
    back: lastOf(5),
  },
} as const satisfies Readonly<Record<string, Relative>>;

export type RelativePeriodCode = keyof typeof relatives;

export const relativePeriods: Readonly<Record<RelativePeriodCode, Relative>> = relatives;

/**
 * The periods that are meant on a day (today as the country counts it), the earliest first.
 *
 * @param financialYear what a financial year is there
 */
export function periodsMeant(code: RelativePeriodCode, today: string, financialYear: YearTypeCode): readonly Period[] {
  const { of, back, by } = relativePeriods[code];
  const running = periodAt(today, of === 'FINANCIAL' ? financialYear : of);
  const [first, last] = running ? [moved(running, -back[0]), moved(running, -back[1])] : [null, null];
  return first && last ? periodsWithin(first.from, last.to, by ?? first.type) : [];
}
