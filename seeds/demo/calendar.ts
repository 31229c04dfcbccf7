/** The time that the demonstration data cover: two years up to the day before they are made, so that what is due in them is due. */
import type { Random } from './random';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** The moment after which nothing has happened yet in the demonstration data. */
export const END = endOf(process.env['DEMO_UNTIL']);
export const BEGIN = END - 729 * DAY - 10 * HOUR;

/** Of the day that is set, or of yesterday: on one day they are the same whenever they are made. */
function endOf(until: string | undefined): number {
  const day = until ? Date.parse(`${until}T00:00:00Z`) : Math.floor(Date.now() / DAY - 1) * DAY;
  if (Number.isNaN(day)) throw new Error(`DEMO_UNTIL is ${until}: a day such as 2026-06-30 is expected`);
  return day + 16 * HOUR;
}

const days = new Map<number, string>();

/** The day of a moment, remembered: there are few days and very many moments. */
export function day(at: number): string {
  const nth = Math.floor(at / DAY);
  let text = days.get(nth);
  if (text === undefined) days.set(nth, (text = new Date(at).toISOString().slice(0, 10)));
  return text;
}

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** As the API writes it, to the second. */
export function instant(at: number): string {
  const seconds = Math.floor((at % DAY) / 1000);
  return `${day(at)}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}Z`;
}

/** First day of the month. */
export const month = (at: number): string => `${day(at).slice(0, 7)}-01`;

const dayBegin = (at: number): number => at - (at % DAY);

/** Some time in the hours in which offices are open there, on the day of `at`. */
export const officeTime = (random: Random, at: number): number =>
  dayBegin(at) + Math.floor((6 + 9.5 * random.unit()) * HOUR);

/** So many days later, sooner rather than later; within a day it is a matter of hours. */
export function later(random: Random, from: number, minDays: number, maxDays: number): number {
  const days = minDays + (maxDays - minDays) * random.unit() ** 1.8;
  if (days < 1) return from + Math.floor((0.2 + 3 * random.unit()) * HOUR);
  return officeTime(random, from + days * DAY);
}

/** Some time between the two. */
export const between = (random: Random, from: number, to: number): number =>
  Math.floor(from + (to - from) * random.unit());

/** Steps that one after another follow `from`, drawn closer together where they would end after `limit`. */
export function fit(from: number, steps: readonly number[], limit: number): number[] {
  const last = steps.at(-1) ?? from;
  if (last <= limit) return [...steps];
  const factor = (limit - from) / (last - from);
  return steps.map((step) => Math.floor(from + (step - from) * factor));
}

/** The day so many months after; the last of its month where that is shorter. */
export function monthsLater(at: number, months: number): string {
  const date = new Date(at);
  const [year, nth] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, nth + 1, 0)).getUTCDate();
  return day(Date.UTC(year, nth, Math.min(date.getUTCDate(), last)));
}
