/** Which periods are asked for, as an address writes it: `2026Q1,2026Q2`, `2025Q1..2026Q2`, `LAST_4_QUARTERS`. */
import { periodOf } from '../base/period/period';
import { relativePeriods } from '../base/period/relative';

export interface PeriodInput {
  readonly names?: readonly string[];
  readonly relative?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
}

/** As `IndicatorPeriodInput` has it; null for what is written in none of these ways. The API says what is wrong with the rest. */
export function periodInput(written: string): PeriodInput | null {
  if (Object.hasOwn(relativePeriods, written)) return { relative: written };
  const range = /^(\w+)\.\.(\w+)$/.exec(written);
  if (!range) return /^\w+(,\w+)*$/.test(written) ? { names: written.split(',') } : null;
  const [first, last] = [periodOf(range[1] ?? ''), periodOf(range[2] ?? '')];
  return first && last?.type === first.type ? { from: first.from, to: last.to, by: first.type } : null;
}
