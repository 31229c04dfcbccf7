/** From a year of birth to the band that reports use. */
import type { AgeBand } from './survivor.codes';

/** Lowest age of each band, from the oldest. */
const bands: readonly (readonly [number, AgeBand])[] = [
  [50, 'AGE_50_PLUS'],
  [35, 'AGE_35_49'],
  [25, 'AGE_25_34'],
  [18, 'AGE_18_24'],
  [0, 'UNDER_18'],
];

/**
 * The band in a year. The birthday may be still to come, so the lower of the two possible ages is taken: who may be a
 * child is treated as one.
 */
export function ageBandOf(birthYear: number | null, year = new Date().getUTCFullYear()): AgeBand {
  if (birthYear === null) return 'UNKNOWN';
  const age = Math.max(0, year - birthYear - 1);
  return bands.find(([from]) => age >= from)?.[1] ?? 'UNKNOWN';
}
