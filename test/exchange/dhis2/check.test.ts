/** What a check of a mapping names: what is unmapped, what there is not, and what does not come back. */
import { checkMapping, checkRows, type Known } from '../../../src/exchange/dhis2/check';
import { changed, mapping, row } from './reading';

const indicator = (code: string, measure: string, dimensions: readonly string[], isOpen = false) => ({
  ...{ code, measure, dimensions, isOpen },
});
const known: Known = {
  indicators: [
    indicator('I03', 'COUNT', ['PROVINCE', 'VIOLENCE_TYPE', 'GENDER']),
    indicator('I08', 'COUNT', ['PROVINCE', 'ORGANISATION'], true),
    indicator('I10', 'PER_CENT', ['PROVINCE', 'SERVICE_CATEGORY']),
  ],
  codesOf: (dimension) => (dimension === 'VIOLENCE_TYPE' ? ['RAPE', 'PHYSICAL_ASSAULT', 'SEXUAL_ASSAULT'] : null),
  published: { place: 'PROVINCE', codes: ['ZA-GP', 'ZA-WC'] },
};
const said = (list: readonly { line: number | null; text: { en: string } }[]) =>
  list.map(({ line, text }) => `${line} ${text.en}`);
const faults = (of = mapping, what: Partial<Known> = {}) => said(checkMapping(of, { ...known, ...what }).faults);
const some = (text: string): string => expect.stringContaining(text) as string;

test('a whole mapping has neither faults nor warnings', () => {
  expect(checkMapping(mapping, known)).toEqual({ faults: [], warnings: [] });
});

test.each([
  ['indicator: I10', 'indicator: I99', ['23 There is no indicator I99. There are I03, I08, I10.']],
  [
    '[PROVINCE, VIOLENCE_TYPE]',
    '[PROVINCE, AGE_BAND]',
    ['16 I03 is not told by AGE_BAND outside its country; it is told by PROVINCE, VIOLENCE_TYPE, GENDER.'],
  ],
  ['  ZA-WC: wC9yX8wV7uT\n', '', ['null No organisation unit is named for ZA-WC']],
  [
    'ZA-WC:',
    'ZA-XX:',
    [
      'null ZA is published by provinces (ZA-GP, ZA-WC), and not by ZA-XX',
      'null No organisation unit is named for ZA-WC',
    ],
  ],
  [
    'periodType: Quarterly',
    'periodType: QuarterlyNov',
    ['12 dS1aB2cD3eF takes periods of the type QuarterlyNov: DHIS2 reads them back from ADX as other quarters.'],
  ],
  [
    'periodType: Quarterly',
    'periodType: Weekly',
    ['12 dS1aB2cD3eF takes periods of the type Weekly: nothing is counted by them here.'],
  ],
  ['value: aB1cD2eF3gH', 'denominator: aB1cD2eF3gH', ['16 I03 is a number and no share: it has no denominator.']],
])('%j as %j is a fault', (from, to, expected) => {
  expect(faults(changed(from, to))).toEqual(expected.map(some));
});

test('below the lowest published place nothing is sent: provinces of a country that is published by zones', () => {
  const zones = { place: 'ZONE', codes: ['NORTH', 'CENTRE', 'SOUTH'] } as const;
  expect(faults(mapping, { published: zones })).toEqual(
    ['ZA-GP', 'ZA-WC'].map((place) => some(`ZA is published by zones (NORTH, CENTRE, SOUTH), and not by ${place}`)),
  );
  const byZone = changed(/ {2}ZA-GP: .*\n {2}ZA-WC: .*\n/, '  NORTH: gP9yX8wV7uT\n  CENTRE: wC9yX8wV7uT\n  SOUTH: ~\n');
  expect(faults(byZone, { published: zones })).toEqual([]);
  const open = { indicators: known.indicators.map((one) => ({ ...one, isOpen: one.code === 'I10' })) };
  expect(faults(byZone, { published: zones, ...open })).toEqual([
    some('24 I10 is told by provinces, and the country is published by zones'),
  ]);
});

test('a code that no table has is a warning: it may be a word of another version', () => {
  expect(said(checkMapping(changed('RAPE: kL4', 'RAEP: kL4'), known).warnings)).toEqual([
    '16 VIOLENCE_TYPE has no code RAEP: nothing is ever sent by it. Write it as the table of indicators tells it, or take it out.',
  ]);
});

test('nobody was asked for places: nothing is said of them', () => {
  expect(faults(changed('ZA-WC:', 'ZA-XX:'), { published: null })).toEqual([]);
});

describe('against the rows of some periods', () => {
  const check = (rows: Parameters<typeof checkRows>[1], periods = ['2026Q1'], of = mapping) => {
    const found = checkRows(of, rows, { periods, published: known.published, today: '2027-01-15' });
    return { faults: said(found.faults), warnings: said(found.warnings) };
  };

  test('codes that are not mapped are named, once', () => {
    const at = { PROVINCE: 'ZA-GP', VIOLENCE_TYPE: 'SEXUAL_ASSAULT' };
    expect(check([row({ at }), row({ at: { ...at, PROVINCE: 'ZA-WC' } })]).faults).toEqual([
      some('16 I03: no combination is named for SEXUAL_ASSAULT'),
    ]);
  });

  test('they are named where the number is hidden, too', () => {
    expect(
      check([row({ at: { PROVINCE: 'ZA-GP', VIOLENCE_TYPE: 'SEXUAL_ASSAULT' }, value: null })]).faults,
    ).toHaveLength(1);
  });

  test('an indicator that is always told by more is named', () => {
    expect(check([row({ indicator: 'I08', period: '2026', at: { MODALITY: 'HOME' } })], ['2026']).faults).toEqual([
      some('33 I08 is always told by MODALITY: name that under “by”.'),
    ]);
  });

  test.each([
    ['2026S1', 'null 2026S1 is SixMonthly, and the data sets are Quarterly, Yearly: none of them takes it.'],
    ['2026NovQ1', 'null 2026NovQ1 is QuarterlyNov'],
    ['2026-01', 'null 2026-01 is no period of DHIS2.'],
  ])('the period %s is a fault', (period, text) => {
    expect(check([], [period]).faults).toEqual([some(text)]);
  });

  test('what is not published, or not told so, is a warning', () => {
    const none = { value: null, status: 'MISSING' } as const;
    expect(
      check([row({ ...none, gap: 'NOT_PUBLISHED' }), row({ ...none, indicator: 'I10', gap: 'NOT_TOLD_SO' })]),
    ).toEqual({
      faults: [],
      warnings: ['null I10 is not told by all of this together.', 'null I03 2026Q1 is not published.'],
    });
  });

  test.each([
    ['NOT_A_UNION', 'I08 2026 is not made of periods that the country publishes: nothing is sent of it.'],
    ['NOT_OVER', 'I08 2026 has no number yet: the period, or what began in it, has not had its time.'],
    ['NOT_MATURE', 'I08 2026 has no number yet: the period, or what began in it, has not had its time.'],
    ['NOT_SURVEYED', 'No survey told of I08 2026.'],
  ])('%s is a warning', (gap, text) => {
    const none = row({ indicator: 'I08', period: '2026', value: null, status: 'MISSING', gap });
    expect(check([none, none], ['2026'])).toEqual({ faults: [], warnings: [`null ${text}`] });
  });

  test('of a period that the data sets of an indicator do not take nothing is missing', () => {
    const none = { value: null, status: 'MISSING', gap: 'NOT_PUBLISHED' } as const;
    expect(check([row({ ...none, period: '2026' }), row({ ...none, indicator: 'I08' })], ['2026Q1', '2026'])).toEqual({
      ...{ faults: [], warnings: [] },
    });
  });
});
