/** Numbers and days as people write them. */
import type { Locale } from '../base/locale';
import type { Measure } from './table';

const regions = { en: 'en-GB', pt: 'pt-PT' } as const satisfies Record<Locale, string>;
const formats = new Map<string, Intl.NumberFormat>();

/** With at most so many decimals, as far as it has them. */
export function numberText(value: number, locale: Locale, decimals = 2): string {
  const key = `${locale} ${decimals}`;
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.NumberFormat(regions[locale], { maximumFractionDigits: decimals })));
  return format.format(value);
}

/** A value as its measure has it: shares with their sign. */
export const measured = (value: number, measure: Measure, locale: Locale): string =>
  measure === 'PER_CENT' ? `${numberText(value, locale)} %` : numberText(value, locale);

export const dayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(regions[locale], { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

/** By the clock of whoever reads it, unless another is said. */
export const momentText = (moment: Date, locale: Locale, timeZone?: string): string =>
  new Intl.DateTimeFormat(regions[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(moment);
