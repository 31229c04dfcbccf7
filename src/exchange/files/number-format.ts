/** Numbers of a workbook as text: what their format shows as a day or a time is one, everything else a decimal. */
import type { Text } from '../../base/locale';
import type { Cell } from './sheet';

/** What a number with a format is. */
export type Shows = 'number' | 'day' | 'time' | 'moment';

/** Formats that every workbook has, and those of East Asian ones. */
function builtIn(id: number): Shows {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'day';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return id === 22 ? 'moment' : 'number';
}

export function showsOf(id: number, format: string | undefined): Shows {
  if (format === undefined) return builtIn(id);
  const letters = (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (letters.includes('general')) return 'number';
  const [hasTime, hasDay] = [/[hs]/.test(letters), /[yd]/.test(letters)];
  if (hasTime) return hasDay ? 'moment' : 'time';
  return hasDay || letters.includes('m') ? 'day' : 'number';
}

const DAY = 86_400;
/** The day before the first of each system, as seconds from 1970. */
const EPOCH = { 1900: Date.UTC(1899, 11, 31) / 1000, 1904: Date.UTC(1904, 0, 1) / 1000 };
/** 31 December 9999. */
const LAST = 2_958_465;

const noDate: Text = {
  en: 'The cell shows no day of the calendar. Write it as text, such as 2026-03-08.',
  pt: 'A célula mostra uma data que não existe. Escreva-a como texto, por exemplo 2026-03-08.',
};

/** What a number is as text: to the second, since programs give parts of it differently. */
export function numberText(value: number, shows: Shows, is1904: boolean): Cell {
  if (shows === 'number') return decimal(value);
  const seconds = Math.round(value * DAY);
  if (seconds < 0 || value > LAST) return { problem: noDate };
  const [days, rest] = [Math.floor(seconds / DAY), seconds % DAY];
  // A time of day alone; or a blank that a formula makes, which is shown as a day before the first.
  if (days === 0 && !is1904) return shows === 'day' ? { problem: noDate } : clock(rest);
  if (days === 0 && shows === 'time') return clock(rest);
  // 29 February 1900 is in the system of 1900, and in no calendar.
  if (!is1904 && days === 60) return { problem: noDate };
  const start = is1904 ? EPOCH[1904] : EPOCH[1900] - (days > 60 ? DAY : 0);
  const moment = new Date((start + days * DAY + rest) * 1000).toISOString().slice(0, 19);
  return rest === 0 && shows === 'day' ? moment.slice(0, 10) : moment;
}

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/** As few digits as a spreadsheet keeps: 15, and no exponent. */
export function decimal(value: number): Cell {
  const shortest = String(Number(value.toPrecision(15)));
  if (!shortest.includes('e')) return shortest;
  return value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
}
