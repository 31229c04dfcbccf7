/** Days and times that callers tell: what has happened cannot lie ahead. */
import type { InputCheck, Path } from './input';

const DAY = 86_400_000;

/** The time now, as records keep it. */
export const now = (): string => new Date().toISOString().replace('Z', '000Z');

/** First day of the month of a date. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** Refuses a time that is still to come; a day's grace for clocks in the field that are hours wrong. */
export function notAhead(check: InputCheck, value: string | null | undefined, path: Path): void {
  if (typeof value !== 'string' || Date.parse(value) <= Date.now() + DAY) return;
  check.refuse(path, ahead);
}

/** Refuses a day that is still to come where it happens. */
export function notTomorrow(check: InputCheck, day: string | null | undefined, today: string, path: Path): void {
  if (typeof day === 'string' && day > today) check.refuse(path, ahead);
}

const ahead = {
  en: 'It lies in the future. Give a day or a time that is past.',
  pt: 'Está no futuro. Indique um dia ou uma hora que já passou.',
};
