/** Which periods can be picked: from where today stands, or from one to another of a kind. */
import { dayIn } from '../base/calendar';
import type { Locale, Text } from '../base/locale';
import { moved, periodAt, periodOf, type Period } from '../base/period/period';
import { relativePeriods } from '../base/period/relative';
import { periodTypeCodes, periodTypes, type PeriodTypeCode, type YearTypeCode } from '../base/period/type';

/** How far back one can pick. */
const YEARS = 6;

/** All countries of the programme are on one time. */
export const today = (): string => dayIn('Africa/Maputo');

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is no calendar year; what the API takes for one where nothing else is said comes first. */
const beginnings: Readonly<Record<Exclude<YearTypeCode, 'YEAR'>, Text>> = {
  FINANCIAL_APRIL: { en: 'from April', pt: 'com início em Abril' },
  FINANCIAL_JULY: { en: 'from July', pt: 'com início em Julho' },
  FINANCIAL_OCTOBER: { en: 'from October', pt: 'com início em Outubro' },
};

/** Financial years by when they begin: what “this one” means differs from donor to donor. */
export const financialChoices = (locale: Locale): readonly Choice[] =>
  Object.entries(beginnings).flatMap(([type, begins], at) =>
    Object.entries(relativePeriods)
      .filter(([, { of }]) => of === 'FINANCIAL')
      .map(([code, { label }]) => ({
        value: at === 0 ? code : `${code}.${type}`,
        label: `${label[locale]} (${begins[locale]})`,
      })),
  );

export const relativeChoices = (locale: Locale): readonly Choice[] =>
  Object.entries(relativePeriods).flatMap(([value, { label, of }]) =>
    of === 'FINANCIAL' ? [] : [{ value, label: label[locale] }],
  );

export const kindChoices = (locale: Locale): readonly Choice[] =>
  periodTypeCodes.map((value) => ({ value, label: periodTypes[value].label[locale] }));

/** The latest first. */
export function periodsOfKind(kind: PeriodTypeCode): readonly Period[] {
  const count = (YEARS * 12) / periodTypes[kind].months;
  const now = periodAt(today(), kind);
  return now ? Array.from({ length: count }, (_, back) => moved(now, -back)).filter((one) => one !== null) : [];
}

/** A range as the address writes it; null where it is none. */
export function rangeOf(
  written: string | null,
): { readonly kind: PeriodTypeCode; readonly from: string; readonly to: string } | null {
  const [from = '', to = ''] = written?.split('..') ?? [];
  const [first, last] = [periodOf(from), periodOf(to)];
  return first && last && first.type === last.type ? { kind: first.type, from, to } : null;
}

/** The last four of a kind. */
export function usualRange(kind: PeriodTypeCode): string {
  const [, last, , , first] = periodsOfKind(kind);
  return `${first?.name ?? last?.name ?? ''}..${last?.name ?? ''}`;
}
