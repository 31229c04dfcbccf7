/**
 * Every period that DHIS2 has: which days its name stands for, how ADX writes it, and what DHIS2 reads that back as. More
 * than what is counted here (`src/base/period`), so that a mapping which names another is told what is wrong with it.
 */
import { daysAfter } from '../../base/calendar';

export interface Dhis2Period {
  readonly id: string;
  /** What DHIS2 calls its type. */
  readonly type: string;
  readonly from: string;
  /** Its last day, which belongs to it. */
  readonly to: string;
  /** First day and duration (ISO 8601). */
  readonly adx: string;
  /** Whether ADX is read back as this very period. */
  readonly survives: boolean;
}

interface Kind {
  readonly type: string;
  readonly months: number;
  /** How many months after January of the named year its first period begins; less than 0: in the year before. */
  readonly first: number;
  /** What the name says after the year. */
  readonly named: (nth: number) => string;
}

const kind = (type: string, months: number, first: number, named: (nth: number) => string): Kind => ({
  ...{ type, months, first, named },
});
const two = (nth: number): string => String(nth).padStart(2, '0');

/** In the order in which a start and a duration are read back: where two have both, the first is read. */
const ofMonths: readonly Kind[] = [
  kind('Monthly', 1, 0, (nth) => two(nth)),
  kind('BiMonthly', 2, 0, (nth) => `${two(nth)}B`),
  kind('Quarterly', 3, 0, (nth) => `Q${nth}`),
  kind('SixMonthly', 6, 0, (nth) => `S${nth}`),
  kind('SixMonthlyApril', 6, 3, (nth) => `AprilS${nth}`),
  kind('SixMonthlyNov', 6, -2, (nth) => `NovS${nth}`),
  kind('Yearly', 12, 0, () => ''),
  kind('FinancialFeb', 12, 1, () => 'Feb'),
  kind('FinancialApril', 12, 3, () => 'April'),
  kind('FinancialJuly', 12, 6, () => 'July'),
  kind('FinancialAug', 12, 7, () => 'Aug'),
  kind('FinancialSep', 12, 8, () => 'Sep'),
  kind('FinancialOct', 12, 9, () => 'Oct'),
  // Named after the year in which it ends.
  kind('FinancialNov', 12, -2, () => 'Nov'),
  kind('QuarterlyNov', 3, -2, (nth) => `NovQ${nth}`),
];

/** Weeks by the day that they begin with: 1 is Monday. */
const weeks = new Map<string, readonly [type: string, begins: number, days: number]>([
  ['W', ['Weekly', 1, 7]],
  ['WedW', ['WeeklyWednesday', 3, 7]],
  ['ThuW', ['WeeklyThursday', 4, 7]],
  ['FriW', ['WeeklyFriday', 5, 7]],
  ['SatW', ['WeeklySaturday', 6, 7]],
  ['SunW', ['WeeklySunday', 7, 7]],
  ['BiW', ['BiWeekly', 1, 14]],
]);

export const dhis2PeriodTypes: readonly string[] = [
  'Daily',
  ...[...weeks.values()].map(([type]) => type),
  ...ofMonths.map(({ type }) => type),
];

const firstOf = (year: number, month: number): string => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** The period of this very name; null where DHIS2 has none. */
export function dhis2Period(id: string): Dhis2Period | null {
  const [, digits, end] = /^(\d{4})(\w*)$/.exec(id) ?? [];
  if (digits === undefined || end === undefined || digits < '1900') return null;
  const year = Number(digits);
  return dayNamed(id) ?? weekNamed(id, year, end) ?? monthsNamed(id, year, end);
}

function dayNamed(id: string): Dhis2Period | null {
  if (!/^\d{8}$/.test(id)) return null;
  const day = `${id.slice(0, 4)}-${id.slice(4, 6)}-${id.slice(6)}`;
  const exists = !Number.isNaN(Date.parse(day)) && daysAfter(day, 0) === day;
  return exists ? { id, type: 'Daily', from: day, to: day, adx: `${day}/P1D`, survives: true } : null;
}

function weekNamed(id: string, year: number, end: string): Dhis2Period | null {
  const [, prefix = '', digits = ''] = /^(W|WedW|ThuW|FriW|SatW|SunW|BiW)([1-9]\d?)$/.exec(end) ?? [];
  const found = weeks.get(prefix);
  if (!found) return null;
  const [type, begins, days] = found;
  const from = daysAfter(firstWeek(year, begins), (Number(digits) - 1) * days);
  const to = daysAfter(from, days - 1);
  // Two weeks belong together or not at all: the last week of a long year is in no pair.
  if (to >= daysAfter(firstWeek(year + 1, begins), 0)) return null;
  return { id, type, from, to, adx: `${from}/P${days}D`, survives: true };
}

/** The first week of a year is the one that has 4 January. */
function firstWeek(year: number, begins: number): string {
  const fourth = `${year}-01-04`;
  return daysAfter(fourth, -((weekday(fourth) - begins + 7) % 7));
}

function monthsNamed(id: string, year: number, end: string): Dhis2Period | null {
  for (const { type, months, first, named } of ofMonths)
    for (let nth = 1; nth <= 12 / months; nth++) {
      if (named(nth) !== end) continue;
      const month = first + (nth - 1) * months;
      const from = firstOf(year, month);
      const adx = `${from}/P${months === 12 ? '1Y' : `${months}M`}`;
      const to = daysAfter(firstOf(year, month + months), -1);
      return { id, type, from, to, adx, survives: readBack(year, month, months) === id };
    }
  return null;
}

/** As DHIS2 reads a start and a duration: a start that no period of the kind has falls into the one around it. */
function readBack(year: number, month: number, months: number): string {
  const kinds = ofMonths.filter((one) => one.months === months && one.type !== 'QuarterlyNov');
  const at = (one: Kind): number => (((month - one.first) % months) + months) % months;
  const read = kinds.find((one) => at(one) === 0) ?? kinds[0];
  if (!read) return '';
  const since = year * 12 + month - at(read) - read.first;
  const [named, nth] = [Math.floor(since / 12), (((since % 12) + 12) % 12) / months + 1];
  return `${named}${read.named(nth)}`;
}

/** Whether a period is not over on a day: what is counted of it by then is not final. */
export const isOpenOn = (id: string, day: string): boolean => (dhis2Period(id)?.to ?? '') >= day;
