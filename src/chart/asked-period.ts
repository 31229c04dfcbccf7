/**
 * Which periods are asked for, as an address writes it: `2026Q1,2026Q2`, `2025Q1..2026Q2`, `LAST_4_QUARTERS`,
 * `LAST_FINANCIAL_YEAR.FINANCIAL_OCTOBER` (from April where that is left out).
 */
import { periodOf } from '../base/period/period';
import { relativePeriods } from '../base/period/relative';
import { yearTypeCodes } from '../base/period/type';

export interface PeriodInput {
  readonly names?: readonly string[];
  readonly relative?: string;
  readonly financialYear?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
}

/** As `IndicatorPeriodInput` has it; null for what is written in none of these ways. The API says what is wrong with the rest. */
export function periodInput(written: string): PeriodInput | null {
  const [, relative = '', financialYear] = /^(\w+)(?:\.(\w+))?$/.exec(written) ?? [];
  if (Object.hasOwn(relativePeriods, relative)) {
    if (financialYear === undefined) return { relative };
    return (yearTypeCodes as readonly string[]).includes(financialYear) ? { relative, financialYear } : null;
  }
  const range = /^(\w+)\.\.(\w+)$/.exec(written);
  if (!range) return /^\w+(,\w+)*$/.test(written) ? { names: written.split(',') } : null;
  const [first, last] = [periodOf(range[1] ?? ''), periodOf(range[2] ?? '')];
  return first && last?.type === first.type ? { from: first.from, to: last.to, by: first.type } : null;
}
