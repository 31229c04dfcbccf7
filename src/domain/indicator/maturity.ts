/** When a period has a value. */
import { daysAfter } from '../../base/calendar';
import type { Period } from '../../base/period/period';
import type { IndicatorGap } from './indicator.codes';
import type { Indicator } from './indicator';

/** Why there is nothing of a period yet on a day; null where there is. */
export function notYet(
  { matureAfterDays }: Pick<Indicator, 'matureAfterDays'>,
  { from, to }: Period,
  today: string,
): IndicatorGap | null {
  if (from > today) return 'NOT_OVER';
  if (matureAfterDays === undefined) return null;
  if (to >= today) return 'NOT_OVER';
  return daysAfter(to, matureAfterDays) >= today ? 'NOT_MATURE' : null;
}
