/** Relative periods mean what they mean in DHIS2: `RelativePeriodTest` of dhis2-core is where the examples come from. */
import { daysAfter } from '../../src/base/calendar';
import { periodsMeant, relativePeriods, type RelativePeriodCode } from '../../src/base/period/relative';
import { yearTypeCodes } from '../../src/base/period/type';

const codes = Object.keys(relativePeriods) as RelativePeriodCode[];
const namesOf = (...asked: Parameters<typeof periodsMeant>) => periodsMeant(...asked).map(({ name }) => name);

const months = (year: number) => Array.from({ length: 12 }, (_, at) => `${year}${String(at + 1).padStart(2, '0')}`);
const quarters = (year: number) => [1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`);

/** What each means on the 15th of July 2001, where the financial year begins in April. */
const inJuly: Readonly<Record<RelativePeriodCode, readonly string[]>> = {
  THIS_MONTH: ['200107'],
  LAST_MONTH: ['200106'],
  LAST_3_MONTHS: ['200104', '200105', '200106'],
  LAST_6_MONTHS: ['200101', '200102', '200103', '200104', '200105', '200106'],
  LAST_12_MONTHS: [...months(2000).slice(6), ...months(2001).slice(0, 6)],
  THIS_QUARTER: ['2001Q3'],
  LAST_QUARTER: ['2001Q2'],
  LAST_4_QUARTERS: ['2000Q3', '2000Q4', '2001Q1', '2001Q2'],
  THIS_SIX_MONTH: ['2001S2'],
  LAST_SIX_MONTH: ['2001S1'],
  LAST_2_SIXMONTHS: ['2000S2', '2001S1'],
  THIS_YEAR: ['2001'],
  LAST_YEAR: ['2000'],
  LAST_5_YEARS: ['1996', '1997', '1998', '1999', '2000'],
  MONTHS_THIS_YEAR: months(2001),
  QUARTERS_THIS_YEAR: quarters(2001),
  MONTHS_LAST_YEAR: months(2000),
  QUARTERS_LAST_YEAR: quarters(2000),
  THIS_FINANCIAL_YEAR: ['2001April'],
  LAST_FINANCIAL_YEAR: ['2000April'],
  LAST_5_FINANCIAL_YEARS: ['1996April', '1997April', '1998April', '1999April', '2000April'],
};

test.each(codes)('%s in the middle of a month', (code) => {
  expect(namesOf(code, '2001-07-15', 'FINANCIAL_APRIL')).toEqual(inJuly[code]);
});

test.each([
  ['LAST_12_MONTHS', months(2000)],
  ['LAST_4_QUARTERS', quarters(2000)],
  ['LAST_2_SIXMONTHS', ['2000S1', '2000S2']],
  ['LAST_5_YEARS', ['1996', '1997', '1998', '1999', '2000']],
  ['LAST_MONTH', ['200012']],
  ['THIS_MONTH', ['200101']],
  ['MONTHS_THIS_YEAR', months(2001)],
] as const)('%s on the first of January: nothing of the new year has ended', (code, expected) => {
  expect(namesOf(code, '2001-01-01', 'FINANCIAL_APRIL')).toEqual(expected);
});

test.each([
  ['2026-12-31', ['202612'], ['202611'], ['2026Q3'], ['2026S1'], ['2025']],
  ['2027-01-01', ['202701'], ['202612'], ['2026Q4'], ['2026S2'], ['2026']],
  ['2024-02-29', ['202402'], ['202401'], ['2023Q4'], ['2023S2'], ['2023']],
  // A day that the month before does not have.
  ['2025-03-31', ['202503'], ['202502'], ['2024Q4'], ['2024S2'], ['2024']],
  ['2026-08-31', ['202608'], ['202607'], ['2026Q2'], ['2026S1'], ['2025']],
])('on %s', (today, ...expected) => {
  const asked = ['THIS_MONTH', 'LAST_MONTH', 'LAST_QUARTER', 'LAST_SIX_MONTH', 'LAST_YEAR'] as const;
  expect(asked.map((code) => namesOf(code, today, 'FINANCIAL_APRIL'))).toEqual(expected);
});

test.each([
  ['2026-03-31', 'FINANCIAL_APRIL', '2025April', '2024April'],
  ['2026-04-01', 'FINANCIAL_APRIL', '2026April', '2025April'],
  ['2026-06-30', 'FINANCIAL_JULY', '2025July', '2024July'],
  ['2026-07-01', 'FINANCIAL_JULY', '2026July', '2025July'],
  ['2026-09-30', 'FINANCIAL_OCTOBER', '2025Oct', '2024Oct'],
  ['2026-10-01', 'FINANCIAL_OCTOBER', '2026Oct', '2025Oct'],
  ['2026-12-31', 'YEAR', '2026', '2025'],
] as const)('on %s the financial year of the kind %s is %s', (today, financialYear, running, ended) => {
  expect(namesOf('THIS_FINANCIAL_YEAR', today, financialYear)).toEqual([running]);
  expect(namesOf('LAST_FINANCIAL_YEAR', today, financialYear)).toEqual([ended]);
  expect(namesOf('LAST_5_FINANCIAL_YEARS', today, financialYear)).toHaveLength(5);
  expect(namesOf('LAST_5_FINANCIAL_YEARS', today, financialYear).at(-1)).toBe(ended);
});

test('whatever the day, LAST is what has ended before it, and THIS holds it', () => {
  const wrong: string[] = [];
  for (let today = '2023-12-31'; today <= '2025-01-01'; today = daysAfter(today, 1))
    for (const financialYear of yearTypeCodes)
      for (const code of codes) {
        const periods = periodsMeant(code, today, financialYear);
        const holds = periods.some(({ from, to }) => from <= today && today <= to);
        const isEnded = periods.every(({ to }) => to < today);
        const inOrder = periods.every(({ from }, at) => at === 0 || from === daysAfter(periods[at - 1]!.to, 1));
        const count = Number(/LAST_(\d+)/.exec(code)?.[1] ?? periods.length);
        const isRight = code.includes('THIS') ? holds : isEnded;
        if (!isRight || !inOrder || periods.length === 0 || periods.length !== count) wrong.push(`${code} on ${today}`);
      }
  expect(wrong).toEqual([]);
});

test('every one has its words in both languages', () => {
  const words = codes.flatMap((code) => Object.values(relativePeriods[code].label));
  expect(new Set(words).size).toBe(2 * codes.length);
  expect(words.every((word) => word.trim())).toBe(true);
});
