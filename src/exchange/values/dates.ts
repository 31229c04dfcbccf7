/** Days and moments, as programs write them and as people do in the programme's countries: the day comes first. */
import { foldedText } from '../../model/text-key';
import { refused, type Converted, type Reading } from './converted';
import { momentIn, shownIn } from './local-time';

const months: readonly (readonly string[])[] = [
  ['jan', 'january', 'janeiro'],
  ['feb', 'february', 'fev', 'fevereiro'],
  ['mar', 'march', 'marco'],
  ['apr', 'april', 'abr', 'abril'],
  ['may', 'mai', 'maio'],
  ['jun', 'june', 'junho'],
  ['jul', 'july', 'julho'],
  ['aug', 'august', 'ago', 'agosto'],
  ['sep', 'sept', 'september', 'set', 'setembro'],
  ['oct', 'october', 'out', 'outubro'],
  ['nov', 'november', 'novembro'],
  ['dec', 'december', 'dez', 'dezembro'],
];
const monthOf = new Map(months.flatMap((names, at) => names.map((name) => [name, at + 1] as const)));

/** A date of which it is known what is what; or that it could be either. */
type Told = { readonly day: string } | 'either' | 'month-first' | 'short-year' | 'incomplete' | null;

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const NAMED =
  /^(\d{1,2})(?:st|nd|rd|th|[oº.])?[\s/.,-]+(?:de\s+|of\s+)?([a-z]{3,10})\.?[\s/.,-]+(?:de\s+)?(\d{4}|\d{2})$/;
const NAME_FIRST = /^([a-z]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;

/** A date of numbers whose second can be no month. */
export function isMonthFirst(text: string): boolean {
  const [, first, second] = NUMERIC.exec(dateIn(text)) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) > 12 && Number(second) <= 31;
}

const dateIn = (text: string): string =>
  text
    .trim()
    .split(/[T ](?=\d{1,2}:)/)[0]
    ?.replace(/,$/, '') ?? '';

/** @param isMonthFirst some date of the column has the month first */
function told(text: string, { isMonthFirst: isOdd }: Pick<Reading, 'isMonthFirst'>): Told {
  const written = foldedText(text.trim()).replace(/\s+/g, ' ');
  const iso = YEAR_FIRST.exec(written);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC.exec(written);
  if (numeric) {
    const [, first, second, year] = numeric;
    if (year?.length === 2) return 'short-year';
    if (Number(first) > 12) return day(year, second, first);
    if (Number(second) > 12) return 'month-first';
    return isOdd && first !== second ? 'either' : day(year, second, first);
  }
  const named = NAMED.exec(written);
  if (named) return named[3]?.length === 2 ? 'short-year' : day(named[3], monthOf.get(named[2] ?? ''), named[1]);
  const nameFirst = NAME_FIRST.exec(written);
  if (nameFirst) return day(nameFirst[3], monthOf.get(nameFirst[1] ?? ''), nameFirst[2]);
  return /^(\d{4}([-/.]\d{1,2})?|[a-z]{3,10}\.?[ /-](de )?\d{4})$/.test(written) ? 'incomplete' : null;
}

/** Null where the calendar has no such day. */
function day(year: string | undefined, month: string | number | undefined, of: string | undefined): Told {
  if (year === undefined || month === undefined || of === undefined) return null;
  const text = `${year}-${String(month).padStart(2, '0')}-${of.padStart(2, '0')}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? { day: text } : null;
}

const refusals = {
  either: refused(
    'Another date of this column has the month first, so that it is not known which number is the month here. Write it as 2026-03-08.',
    'Outra data desta coluna tem o mês primeiro, pelo que não se sabe aqui qual dos números é o mês. Escreva-a como 2026-03-08.',
  ),
  'month-first': refused(
    'The second number is no month. The day comes first here; write it as 2026-03-08.',
    'O segundo número não é um mês. Aqui o dia vem primeiro; escreva-a como 2026-03-08.',
  ),
  'short-year': refused('The year needs four digits.', 'O ano precisa de quatro algarismos.'),
  incomplete: refused(
    'The day is missing. Give a whole date, such as 2026-03-08.',
    'Falta o dia. Indique uma data completa, como 2026-03-08.',
  ),
};
const noDate = refused(
  'A day of the calendar is expected, such as 2026-03-08, 08/03/2026 or 8 March 2026.',
  'Espera-se uma data que exista, como 2026-03-08, 08/03/2026 ou 8 de Março de 2026.',
);
const noMoment = refused(
  'A time is expected, such as 2026-03-08T10:15:00+02:00, or 08/03/2026 10:15 by the clocks of the country.',
  'Espera-se uma hora, como 2026-03-08T10:15:00+02:00, ou 08/03/2026 10:15 pelos relógios do país.',
);

const MOMENT = /^(.+?),?[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(z|[+-]\d{2}:?\d{2}|utc|gmt)?$/i;

/** A day; of a moment with an offset the day that it has in the country. */
export function dateOf(text: string, reading: Reading): Converted {
  const moment = MOMENT.exec(text.trim());
  if (moment?.[6]) {
    const converted = momentOf(text, reading);
    if (!('value' in converted)) return converted;
    return { value: shownIn(reading.timeZone, Date.parse(converted.value as string)).slice(0, 10) };
  }
  const found = told(moment?.[1] ?? text, reading);
  if (found === null) return noDate;
  return typeof found === 'string' ? refusals[found] : { value: found.day };
}

/** A moment; without an offset by the clocks of the zone, without a time the beginning of the day. */
export function momentOf(text: string, reading: Reading): Converted {
  const [, date = text, hour = '0', minute = '00', second = '00', part = '', offset] = MOMENT.exec(text.trim()) ?? [];
  const found = told(date, reading);
  if (found === null) return noMoment;
  if (typeof found === 'string') return refusals[found];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return noMoment;
  const shown = `${found.day}T${hour.padStart(2, '0')}:${minute}:${second}`;
  if (offset === undefined) return { value: momentIn(reading.timeZone, shown) };
  const zone = /^(z|utc|gmt)$/i.test(offset) ? 'Z' : offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2');
  const value = `${shown}${part ? `.${part.slice(0, 6)}` : ''}${zone}`;
  return Number.isNaN(Date.parse(value)) ? noMoment : { value };
}
