/** From what was counted to the values of a table: every cell that there can be, told apart from what is not known. */
import type { Period } from '../../../base/period/period';
import type { Indicator } from '../indicator';
import type { IndicatorGap, IndicatorStatus } from '../indicator.codes';
import type { SurveyedValue } from './beside.sql';
import type { Counted } from './counts.sql';

export interface Value {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: IndicatorStatus;
  readonly gap: IndicatorGap | null;
}

export const nothingBy = (gap: IndicatorGap): Value => ({
  ...{ value: null, numerator: null, denominator: null },
  status: 'MISSING',
  gap,
});

const exact = (value: number, numerator: number | null, denominator: number | null): Value => ({
  ...{ value, numerator, denominator },
  status: 'EXACT',
  gap: null,
});

/** In per cent, with one decimal. */
export const perCent = (numerator: number, denominator: number): number =>
  Math.round((1000 * numerator) / denominator) / 10;

/** Of the lines of one cell: one, or of a median one for each amount. */
export function valueOf({ measure }: Indicator, lines: readonly Counted[], whole: number | null = null): Value {
  const numerator = lines.reduce((sum, one) => sum + one.numerator, 0);
  if (measure === 'COUNT') return exact(numerator, numerator, null);
  if (measure !== 'PER_CENT') return medianOf(lines, numerator);
  const denominator = whole ?? lines.reduce((sum, one) => sum + (one.denominator ?? 0), 0);
  if (denominator === 0) return { ...nothingBy('NO_DENOMINATOR'), numerator, denominator };
  return exact(perCent(numerator, denominator), numerator, denominator);
}

/** The one in the middle; of an even number the mean of the two. */
function medianOf(lines: readonly Counted[], count: number): Value {
  const sorted = lines
    .filter(({ amount, numerator }) => amount !== null && numerator > 0)
    .sort((a, b) => (a.amount ?? 0) - (b.amount ?? 0));
  if (sorted.length === 0) return { ...nothingBy('NO_DENOMINATOR'), denominator: 0 };
  const at = (place: number): number => {
    let before = 0;
    for (const { amount, numerator } of sorted) if ((before += numerator) > place) return amount ?? 0;
    return sorted.at(-1)?.amount ?? 0;
  };
  return exact((at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2, null, count);
}

/** A survey is of a year: it is told for that year and for no part of it. A baseline is the value of its own year. */
export function surveyedIn(period: Period, code: string, results: readonly SurveyedValue[]): Value {
  const ofYear = results.filter(({ indicator, year }) => indicator === code && period.name === String(year));
  const found = ofYear.find(({ isBaseline }) => !isBaseline) ?? ofYear[0];
  return found ? exact(found.value, found.numerator, found.respondents) : nothingBy('NOT_SURVEYED');
}

/** What later values are held against: the last baseline. */
export const baselineOf = (code: string, results: readonly SurveyedValue[]): number | null =>
  results.findLast(({ indicator, isBaseline }) => indicator === code && isBaseline)?.value ?? null;
