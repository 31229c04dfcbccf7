/** A share is told only where all that it is made of may be: beside its denominator it tells the numerator. */
import type { PublishedCell } from './edition';

export type RatioStatus = 'EXACT' | 'SUPPRESSED' | 'MISSING';

/** In whole per cent. */
export interface Ratio {
  readonly value: number | null;
  readonly status: RatioStatus;
}

export interface RatioRules {
  /** Of numerator and what the denominator counts beside it: from 1 to below this it is small. */
  readonly threshold: number;
  readonly leastDenominator: number;
}

type Count = Pick<PublishedCell, 'value'>;

const SUPPRESSED: Ratio = { value: null, status: 'SUPPRESSED' };

/** Of nothing there is no share: that is no zero. */
export function ratioOf(numerator: Count, denominator: Count, { threshold, leastDenominator }: RatioRules): Ratio {
  if (denominator.value === 0) return { value: null, status: 'MISSING' };
  if (numerator.value === null || denominator.value === null) return SUPPRESSED;
  const isSmall = (n: number): boolean => n > 0 && n < threshold;
  const rest = denominator.value - numerator.value;
  if (rest < 0) throw new RangeError('A numerator counts more than its denominator');
  if (denominator.value < leastDenominator || isSmall(numerator.value) || isSmall(rest)) return SUPPRESSED;
  return { value: Math.round((100 * numerator.value) / denominator.value), status: 'EXACT' };
}
