/** Reporting periods are those of DHIS2: its own library is asked, and a table of what its server writes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFixedPeriodFromPeriodId, generateFixedPeriods, getFixedPeriodByDate } from '@dhis2/multi-calendar-dates';
import { daysAfter } from '../../src/base/calendar';
import {
  EARLIEST_DAY,
  LATEST_DAY,
  next,
  periodAt,
  periodOf,
  periodsWithin,
  previous,
  sameLastYear,
  unionOf,
  type Period,
} from '../../src/base/period/period';
import { periodTypeCodes, periodTypes, yearTypeCodes, type PeriodTypeCode } from '../../src/base/period/type';

/** Three of them leap years. */
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027, 2028];
const [FROM, TO] = ['2019-01-01', '2028-12-31'];

const calendar = 'gregory' as const;
const theirTypes = {
  MONTH: 'MONTHLY',
  QUARTER: 'QUARTERLY',
  HALF_YEAR: 'SIXMONTHLY',
  YEAR: 'YEARLY',
  FINANCIAL_APRIL: 'FYAPR',
  FINANCIAL_JULY: 'FYJUL',
  FINANCIAL_OCTOBER: 'FYOCT',
} as const;
type Theirs = ReturnType<typeof getFixedPeriodByDate>;

/** A period of theirs as it would be ours. */
const told = (type: PeriodTypeCode, { id, startDate, endDate }: Theirs): Period => ({
  name: id,
  type,
  from: startDate,
  to: endDate,
});

/** Their period of a day. The library has answered with a neighbour before: that is no answer. */
function theirsAt(day: string, type: PeriodTypeCode): Period {
  const period = told(type, getFixedPeriodByDate({ periodType: theirTypes[type], date: day, calendar, locale: 'en' }));
  if (period.from > day || day > period.to) throw new Error(`${day} is not in ${period.name}`);
  return period;
}

/** Their period of a name. The library has answered with another before: that is no answer. */
function theirsNamed(name: string, type: PeriodTypeCode): Period {
  const period = told(type, createFixedPeriodFromPeriodId({ periodId: name, calendar, locale: 'en' }));
  if (period.name !== name) throw new Error(`${name} came back as ${period.name}`);
  return period;
}

/** All of theirs that begin in the ten years. */
const allTheirs = (type: PeriodTypeCode): Period[] =>
  years
    .flatMap((year) =>
      generateFixedPeriods({ year, periodType: theirTypes[type], calendar, locale: 'en', yearsCount: 1 }),
    )
    .map((period) => told(type, period));

/** All of ours that lie in the ten years. */
const all = periodTypeCodes.flatMap((type) => periodsWithin(FROM, TO, type));
const named = (name: string): Period => periodOf(name) as Period;
const names = (periods: readonly Period[] | null) => periods?.map(({ name }) => name) ?? null;

describe.each(periodTypeCodes)('periods of the type %s', (type) => {
  const theirs = allTheirs(type);

  test('are those of DHIS2, over ten years', () => {
    expect(theirs).toHaveLength(120 / periodTypes[type].months);
    expect(periodsWithin(theirs[0]!.from, theirs.at(-1)!.to, type)).toEqual(theirs);
    expect(theirs.map(({ name }) => periodOf(name))).toEqual(theirs);
  });

  test('hold the days that DHIS2 has in them, and no others', () => {
    let days = 0;
    const elsewhere: string[] = [];
    for (const { name, from, to } of theirs)
      for (let day = from; day <= to; day = daysAfter(day, 1), days++)
        if (periodAt(day, type)?.name !== name) elsewhere.push(day);
    expect(elsewhere).toEqual([]);
    expect(days).toBe(3653);
  });

  test('are what DHIS2 answers by name, by their first day and by their last', () => {
    for (const { name, from, to } of theirs) {
      const period = periodOf(name);
      expect(theirsNamed(name, type)).toEqual(period);
      expect(theirsAt(from, type)).toEqual(period);
      expect(theirsAt(to, type)).toEqual(period);
    }
  });
});

test('what DHIS2 writes of the types that are offered is a period, and of the others none', () => {
  const [, ...rows] = readFileSync(join(__dirname, 'samples', 'dhis2-periods.csv'), 'utf8')
    .trim()
    .split(/\r?\n/);
  const offered = rows.filter((row) => {
    const [theirType, name = '', from, to] = row.split(',');
    const type = periodTypeCodes.find((code) => periodTypes[code].dhis2 === theirType);
    expect(periodOf(name)).toEqual(type ? { name, type, from, to } : null);
    return type;
  });
  expect([offered.length, rows.length]).toEqual([periodTypeCodes.length, 23]);
});

test('every type has its words in both languages', () => {
  const words = periodTypeCodes.flatMap((code) => Object.values(periodTypes[code].label));
  expect(new Set(words).size).toBe(2 * periodTypeCodes.length);
  expect(words.every((word) => word.trim())).toBe(true);
});

test.each([
  ...['', '026', '20261', '-2026', 'x2026', '20260229', '20260228', '2026-01', '2026W1', '202603B'],
  ...['202600', '202613', '2026Q0', '2026Q5', '2026Q01', '2026S0', '2026S3', '2026AprilS1', '2026Nov', '2026NovQ1'],
  ...['2026q1', '2026s1', '2026april', '2026APRIL', '2026Apr', '2026Jul', '2026October', '2026Jan'],
  ...[
    ' 2026',
    '2026 ',
    '2026Q1 ',
    '2026Q1\n',
    '2026\n',
    '2026Q1\u200b',
    '２０２６',
    '٢٠٢٦',
    '2026Q１',
    '2026undefined',
  ],
  ...['2026constructor', '0000', '0026', '20e2', '2e03'],
])('%j names no period', (name) => {
  expect(periodOf(name)).toBeNull();
});

test.each([
  ['202302', '2023-02-01', '2023-02-28'],
  ['202402', '2024-02-01', '2024-02-29'],
  ['200002', '2000-02-01', '2000-02-29'],
  ['190002', '1900-02-01', '1900-02-28'],
  ['202612', '2026-12-01', '2026-12-31'],
  ['2026Q4', '2026-10-01', '2026-12-31'],
  ['2024S1', '2024-01-01', '2024-06-30'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026April', '2026-04-01', '2027-03-31'],
  ['2026July', '2026-07-01', '2027-06-30'],
  ['2026Oct', '2026-10-01', '2027-09-30'],
])('%s is from %s to %s', (name, from, to) => {
  expect(periodOf(name)).toMatchObject({ name, from, to });
});

test.each([
  ['2026-12-31', '202612 2026Q4 2026S2 2026 2026April 2026July 2026Oct'],
  ['2027-01-01', '202701 2027Q1 2027S1 2027 2026April 2026July 2026Oct'],
  ['2024-02-29', '202402 2024Q1 2024S1 2024 2023April 2023July 2023Oct'],
  ['2026-03-31', '202603 2026Q1 2026S1 2026 2025April 2025July 2025Oct'],
  ['2026-04-01', '202604 2026Q2 2026S1 2026 2026April 2025July 2025Oct'],
  ['2026-07-01', '202607 2026Q3 2026S2 2026 2026April 2026July 2025Oct'],
])('%s is in %s', (day, expected) => {
  expect(periodTypeCodes.map((type) => periodAt(day, type)?.name).join(' ')).toBe(expected);
});

test('the next period begins on the day after, and the one before it is the same again', () => {
  for (const period of all) {
    const following = next(period) as Period;
    expect(following).toMatchObject({ type: period.type, from: daysAfter(period.to, 1) });
    expect(previous(following)).toEqual(period);
  }
});

test.each([
  ['202402', '202302', '2023-02-28'],
  ['202502', '202402', '2024-02-29'],
  ['2026Q1', '2025Q1', '2025-03-31'],
  ['2026S2', '2025S2', '2025-12-31'],
  ['2026', '2025', '2025-12-31'],
  ['2026Oct', '2025Oct', '2026-09-30'],
])('%s is compared with %s', (name, lastYear, to) => {
  expect(sameLastYear(named(name))).toMatchObject({ name: lastYear, to });
});

describe('periods between two days', () => {
  test.each([
    ['2026-01-01', '2026-03-31', 'MONTH', ['202601', '202602', '202603']],
    ['2026-01-02', '2026-03-30', 'MONTH', ['202602']],
    ['2026-02-01', '2026-02-28', 'MONTH', ['202602']],
    ['2024-02-01', '2024-02-28', 'MONTH', []],
    ['2025-11-15', '2026-08-15', 'QUARTER', ['2026Q1', '2026Q2']],
    ['2025-04-02', '2027-03-31', 'FINANCIAL_APRIL', ['2026April']],
    ['2026-04-30', '2026-04-01', 'MONTH', []],
  ] as const)('%s to %s, of the type %s', (from, to, type, expected) => {
    expect(names(periodsWithin(from, to, type))).toEqual(expected);
  });

  test('are no more than there are', () => {
    for (const [type, count, first, last] of [
      ['YEAR', 300, '1900', '2199'],
      ['MONTH', 3600, '190001', '219912'],
      ['FINANCIAL_OCTOBER', 299, '1900Oct', '2198Oct'],
    ] as const) {
      const periods = periodsWithin('0001-01-01', '9999-12-31', type);
      expect([periods.length, periods[0]?.name, periods.at(-1)?.name]).toEqual([count, first, last]);
    }
  });
});

describe('a period lies within the days that a record can be of', () => {
  test.each(['1900', '190001', '1900April', '2199', '219912', '2199S2', '2198April', '2198Oct'])('%s does', (name) => {
    expect(periodOf(name)?.name).toBe(name);
  });
  test.each(['1899', '189912', '1899Q4', '1899April', '1899Oct', '2200', '220001', '2199April', '2199July', '2199Oct'])(
    '%s does not',
    (name) => expect(periodOf(name)).toBeNull(),
  );

  test('as does what lies around it', () => {
    for (const type of periodTypeCodes) {
      const first = periodsWithin(EARLIEST_DAY, LATEST_DAY, type)[0] as Period;
      const last = periodsWithin(EARLIEST_DAY, LATEST_DAY, type).at(-1) as Period;
      expect([previous(first), sameLastYear(first), next(last)]).toEqual([null, null, null]);
      expect(periodAt(daysAfter(first.from, -1), type)).toBeNull();
      expect(periodAt(daysAfter(last.to, 1), type)).toBeNull();
      expect([periodAt(first.from, type), periodAt(last.to, type)]).toEqual([first, last]);
    }
  });

  test('and what is no day is in none', () => {
    for (const type of periodTypeCodes) expect(periodAt('yesterday', type)).toBeNull();
  });
});

describe('a period as a union of finer ones', () => {
  // Of how many of each type, in the order of the types.
  test.each([
    ['202603', [1, null, null, null, null, null, null]],
    ['2026Q2', [3, 1, null, null, null, null, null]],
    ['2026S1', [6, 2, 1, null, null, null, null]],
    ['2026', [12, 4, 2, 1, null, null, null]],
    ['2026April', [12, 4, null, null, 1, null, null]],
    ['2026July', [12, 4, 2, null, null, 1, null]],
    ['2026Oct', [12, 4, null, null, null, null, 1]],
  ])('%s', (name, counts) => {
    expect(periodTypeCodes.map((finest) => unionOf(named(name), finest)?.length ?? null)).toEqual(counts);
  });

  test('tells which', () => {
    expect(names(unionOf(named('2026April'), 'QUARTER'))).toEqual(['2026Q2', '2026Q3', '2026Q4', '2027Q1']);
    expect(names(unionOf(named('2026July'), 'HALF_YEAR'))).toEqual(['2026S2', '2027S1']);
    expect(names(unionOf(named('2198Oct'), 'QUARTER'))).toEqual(['2198Q4', '2199Q1', '2199Q2', '2199Q3']);
  });

  test('has every day once', () => {
    let unions = 0;
    for (const period of all)
      for (const finest of periodTypeCodes) {
        const parts = unionOf(period, finest);
        if (!parts) continue;
        unions++;
        let day = period.from;
        for (const part of parts) {
          expect(part.from).toBe(day);
          day = daysAfter(part.to, 1);
        }
        expect(day).toBe(daysAfter(period.to, 1));
      }
    // By the table above: ten calendar years, and nine whole ones of each financial year.
    expect(unions).toBe(120 + 40 * 2 + 20 * 3 + 10 * 4 + 9 * (3 + 4 + 3));
    expect(yearTypeCodes.map((type) => all.filter((period) => period.type === type).length)).toEqual([10, 9, 9, 9]);
  });
});
