/** How a value stands: known (zero too), hidden, missing, or not told so: four different things, which look and read so. */
import type { Locale } from '../base/locale';
import { measured } from './numbers';
import type { AboutIndicator, ChartRow } from './table';
import { words } from './words';

export type Cell =
  | { readonly kind: 'known'; readonly value: number; readonly isRounded: boolean }
  | { readonly kind: 'hidden' }
  /** There is none, and this is why. */
  | { readonly kind: 'missing'; readonly why: string | null }
  /** Nothing is told by these codes here. */
  | { readonly kind: 'absent' };

export function cellOf(row: ChartRow | undefined): Cell {
  if (!row) return { kind: 'absent' };
  if (row.status === 'SUPPRESSED') return { kind: 'hidden' };
  if (row.status === 'MISSING' || row.value === null) return { kind: 'missing', why: row.gapLabel };
  return { kind: 'known', value: row.value, isRounded: row.status === 'ROUNDED' };
}

/** As it stands at a mark: short. */
export function cellText(cell: Cell, { measure }: Pick<AboutIndicator, 'measure'>, locale: Locale): string {
  if (cell.kind === 'known') return `${cell.isRounded ? '≈ ' : ''}${measured(cell.value, measure, locale)}`;
  return cell.kind === 'hidden' ? words.hidden[locale] : cell.kind === 'missing' ? '–' : '·';
}

/** As it is read out: with the reason. */
export function cellWords(cell: Cell, about: Pick<AboutIndicator, 'measure'>, locale: Locale): string {
  if (cell.kind === 'hidden') return words.hiddenLong[locale];
  if (cell.kind === 'absent') return words.notTold[locale];
  if (cell.kind === 'missing') return cell.why ? `${words.noValue[locale]}: ${cell.why}` : words.noValueLong[locale];
  return cellText(cell, about, locale);
}
