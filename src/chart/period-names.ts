/** Periods as people name them. */
import type { Locale, Text } from '../base/locale';
import { periodOf, type Period } from '../base/period/period';

/** A period in two parts, the year apart: labels of an axis write it below. */
export interface PeriodName {
  readonly short: string;
  readonly year: string;
}

const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  pt: ['Jan', 'Fev', 'Mar', 'Abr', 'Mai', 'Jun', 'Jul', 'Ago', 'Set', 'Out', 'Nov', 'Dez'],
} as const satisfies Record<Locale, readonly string[]>;

const monthIn = (day: string, locale: Locale): string => months[locale][Number(day.slice(5, 7)) - 1] ?? '';
const nth = (period: Period): number => (Number(period.from.slice(5, 7)) - 1) / (period.type === 'QUARTER' ? 3 : 6) + 1;

const quarter: Text = { en: 'Q', pt: 'T' };
const half: Text = { en: 'H', pt: 'S' };

/** A name that is none of a period is told as it stands. */
export function periodName(name: string, locale: Locale): PeriodName {
  const period = periodOf(name);
  if (!period) return { short: name, year: '' };
  const { type, from, to } = period;
  const [year, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (type === 'MONTH') return { short: monthIn(from, locale), year };
  if (type === 'QUARTER') return { short: `${quarter[locale]}${nth(period)}`, year };
  if (type === 'HALF_YEAR') return { short: `${half[locale]}${nth(period)}`, year };
  if (type === 'YEAR') return { short: year, year: '' };
  return { short: `${monthIn(from, locale)} ${year} –`, year: `${monthIn(to, locale)} ${last}` };
}

export function periodText(name: string, locale: Locale): string {
  const { short, year } = periodName(name, locale);
  return year ? `${short} ${year}` : short;
}

/** The days of a period and of those after it, in months: `Oct 2025 – Sep 2026`. */
export function spanText(names: readonly string[], locale: Locale): string {
  const periods = names.flatMap((name) => periodOf(name) ?? []);
  const [first, last] = [periods[0], periods.at(-1)];
  if (!first || !last) return names.join(', ');
  const [from, to] = [
    `${monthIn(first.from, locale)} ${first.from.slice(0, 4)}`,
    `${monthIn(last.to, locale)} ${last.to.slice(0, 4)}`,
  ];
  return from === to ? from : `${from} – ${to}`;
}
