/** Reporting periods: which days a name stands for, which period a day falls into, and what lies around it. */
import { daysAfter, yearOf } from '../calendar';
import { periodTypeCodes, periodTypes, type PeriodTypeCode } from './type';

export interface Period {
  /** As DHIS2 names it: `202603`, `2026Q1`, `2026S1`, `2026`, `2026April`. */
  readonly name: string;
  readonly type: PeriodTypeCode;
  /** Its first day. */
  readonly from: string;
  /** Its last day, which belongs to it. */
  readonly to: string;
}

/**
 * The days that a record can be of. A period lies within them as a whole, and so do all periods that it is made of:
 * `2199April` is none. What a mistyped year would make of a name (`0206`) is no period either.
 */
export const EARLIEST_DAY = '1900-01-01';
export const LATEST_DAY = '2199-12-31';

/** A month as a number: how many lie between it and January of the year 0. */
const monthOf = (day: string): number => yearOf(day) * 12 + Number(day.slice(5, 7)) - 1;
const firstDayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;

const FIRST_MONTH = monthOf(EARLIEST_DAY);
const LAST_MONTH = monthOf(LATEST_DAY);

/** Of each end of a name (`Q2`), the type that it tells and how many months after January such a period begins. */
const ends = new Map(
  periodTypeCodes.flatMap((type) => {
    const { named, months, firstMonth } = periodTypes[type];
    return named.map((end, at) => [end, { type, after: firstMonth - 1 + at * months }] as const);
  }),
);

/** The period of a type that begins with a month. */
function beginningWith(month: number, type: PeriodTypeCode): Period | null {
  const { months, firstMonth, named } = periodTypes[type];
  // Said so that what is no number is no period either.
  if (!(month >= FIRST_MONTH && month + months - 1 <= LAST_MONTH)) return null;
  const end = named[((month % 12) - (firstMonth - 1)) / months] ?? '';
  return {
    name: `${Math.floor(month / 12)}${end}`,
    type,
    from: firstDayOf(month),
    to: daysAfter(firstDayOf(month + months), -1),
  };
}

/** The month with which that period of a type begins which a month is in. */
function beginningOf(month: number, type: PeriodTypeCode): number {
  const { months, firstMonth } = periodTypes[type];
  return month - ((month - (firstMonth - 1)) % months);
}

/** The period of this very name; null where it names none that is offered. */
export function periodOf(name: string): Period | null {
  const end = /^[0-9]{4}/.test(name) ? ends.get(name.slice(4)) : undefined;
  return end ? beginningWith(Number(name.slice(0, 4)) * 12 + end.after, end.type) : null;
}

/** The period of a type that a day falls into; null where that reaches beyond the days that a record can be of. */
export const periodAt = (day: string, type: PeriodTypeCode): Period | null =>
  beginningWith(beginningOf(monthOf(day), type), type);

/** So many periods of the same type later, or earlier. */
export const moved = (period: Period, by: number): Period | null =>
  beginningWith(monthOf(period.from) + by * periodTypes[period.type].months, period.type);

export const next = (period: Period): Period | null => moved(period, 1);
export const previous = (period: Period): Period | null => moved(period, -1);

/** What it is compared with: the same months of the year before. */
export const sameLastYear = (period: Period): Period | null => beginningWith(monthOf(period.from) - 12, period.type);

/** The periods of a type that lie between two days as a whole, both days included; the earliest first. */
export function periodsWithin(from: string, to: string, type: PeriodTypeCode): readonly Period[] {
  const periods: Period[] = [];
  const { months } = periodTypes[type];
  for (let month = beginningOf(monthOf(from), type); month <= monthOf(to); month += months) {
    const period = beginningWith(month, type);
    if (period && period.from >= from && period.to <= to) periods.push(period);
  }
  return periods;
}

/**
 * The periods of the finest type that a longer one is made of; null where it is no union of them. A financial year from
 * April is none of half-years: beside what is told of those, it would tell of the quarters that they hide.
 */
export function unionOf(period: Period, finest: PeriodTypeCode): readonly Period[] | null {
  const parts = periodsWithin(period.from, period.to, finest);
  return parts.length * periodTypes[finest].months === periodTypes[period.type].months ? parts : null;
}
