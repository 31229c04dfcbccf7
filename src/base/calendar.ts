/** Days as a country counts them: its own, not those of Greenwich. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day that a moment falls on in a time zone, as `2026-03-08`. */
export function dayIn(timeZone: string, at: Date = new Date()): string {
  let format = formats.get(timeZone);
  if (!format) formats.set(timeZone, (format = new Intl.DateTimeFormat('en-CA', { timeZone })));
  return format.format(at);
}

/** Whole years from one day to another: the age of whoever was born on the first. */
export function yearsBetween(first: string, second: string): number {
  const isBefore = second.slice(5) < first.slice(5);
  return yearOf(second) - yearOf(first) - (isBefore ? 1 : 0);
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));

const DAY = 86_400_000;

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
