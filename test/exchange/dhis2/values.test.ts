/** Which numbers of a table go to DHIS2, which do not, and which have to be deleted there. */
import { cellKey, keyText } from '../../../src/exchange/dhis2/data-value';
import { NotWritable } from '../../../src/exchange/dhis2/fault';
import type { Mapping } from '../../../src/exchange/dhis2/mapping';
import type { Published } from '../../../src/exchange/dhis2/placing';
import type { IndicatorRow } from '../../../src/exchange/dhis2/row';
import { nothingSent, readSent, sentText, withTaken, type Sent } from '../../../src/exchange/dhis2/sent';
import { valuesOf } from '../../../src/exchange/dhis2/values';
import { changed, mapping, row, units } from './reading';

const published: Published = { place: 'PROVINCE', codes: ['ZA-GP', 'ZA-WC'] };
const today = '2027-01-15';
const made = (rows: readonly IndicatorRow[], sent: Sent | null = null, of: Mapping = mapping, periods = ['2026Q1']) =>
  valuesOf(of, rows, { periods, published, today, sent });
const GP = { PROVINCE: 'ZA-GP', VIOLENCE_TYPE: 'RAPE' };
const WC = { PROVINCE: 'ZA-WC', VIOLENCE_TYPE: 'RAPE' };
const to = 'https://dhis2.example';
const taken = (rows: readonly IndicatorRow[]): Sent => withTaken(nothingSent(to, mapping), made(rows).values);

describe('numbers', () => {
  test('stand in the cell that the mapping says, as text; a zero is 0', () => {
    const { values, faults, warnings } = made([row({ at: GP, value: 7 }), row({ at: WC, value: 0 })]);
    expect(faults).toEqual([]);
    expect(warnings).toEqual([]);
    expect(values).toEqual([
      {
        ...{
          dataSet: 'dS1aB2cD3eF',
          dataElement: 'aB1cD2eF3gH',
          period: '2026Q1',
          orgUnit: units['ZA-GP'],
          value: '7',
        },
        ...{ categoryOptionCombo: 'kL4mN5oP6qR', attributeOptionCombo: null },
        categories: new Map([['HO_VIOLENCE', 'V_RAPE']]),
      },
      expect.objectContaining({ orgUnit: units['ZA-WC'], value: '0' }),
    ]);
  });

  test.each([
    [50, '50.0'],
    [33.3, '33.3'],
    [100, '100.0'],
    [0, '0'],
    [12.34, '12.34'],
  ])('a share of %d is %s, beside what it is made of', (value, text) => {
    const share = { indicator: 'I10', at: { PROVINCE: 'ZA-GP' }, value, numerator: 1_000_000, denominator: 30 };
    expect(made([row(share)]).values.map((one) => [one.dataElement, one.value])).toEqual([
      ['bC2dE3fG4hI', text],
      ['cD3eF4gH5iJ', '1000000'],
      ['dE4fG5hI6jK', '30'],
    ]);
  });

  test('of a share that is hidden neither part is sent, even where one of them is told', () => {
    const at = { PROVINCE: 'ZA-GP' };
    const hidden = row({ indicator: 'I10', at, value: null, numerator: 0, denominator: 59, status: 'SUPPRESSED' });
    expect(made([hidden])).toMatchObject({ values: [], hidden: 3 });
  });

  test('a nought that there is no share of is no zero, and no number that is missing either', () => {
    const nought = row({
      indicator: 'I10',
      at: { PROVINCE: 'ZA-GP' },
      value: null,
      numerator: 0,
      denominator: 0,
      status: 'MISSING',
    });
    expect(made([nought]).values.map((one) => [one.dataElement, one.value])).toEqual([
      ['cD3eF4gH5iJ', '0'],
      ['dE4fG5hI6jK', '0'],
    ]);
    expect(made([row({ at: GP, value: null, status: 'MISSING' })])).toMatchObject({ values: [], hidden: 0 });
  });

  test('what is told roughly is sent only where the mapping says so, and says it', () => {
    const rough = [row({ at: GP, value: 15, status: 'ROUNDED' })];
    expect(made(rough)).toMatchObject({ values: [], hidden: 1 });
    const of = changed('periodType: Quarterly', 'periodType: Quarterly\n    rounded: true');
    expect(made(rough, null, of).values).toEqual([expect.objectContaining({ value: '15', comment: 'rounded' })]);
  });

  test.each([
    ['2026-01-01', 'provisional'],
    ['2026-12-31', 'provisional'],
    ['2027-01-01', undefined],
  ])('on %s a number of 2026 is %s, and the check tells what goes on', (day, comment) => {
    const of = changed('zeroIsSignificant: false', 'zeroIsSignificant: true');
    const sending = { periods: ['2026'], published, today: day, sent: null };
    const { values, warnings } = valuesOf(of, [row({ indicator: 'I08', period: '2026', value: 0 })], sending);
    expect(values.map((one) => [one.value, one.comment])).toEqual([['0', comment]]);
    expect(warnings.map(({ text }) => text.en)).toEqual(
      comment === undefined ? [] : [expect.stringMatching(/^2026 goes on until 2026-12-31: .*“provisional”/)],
    );
  });

  test('what is rounded, of a period that is not over, says both, and nothing that CSV cannot', () => {
    const of = changed('periodType: Quarterly', 'periodType: Quarterly\n    rounded: true');
    const sending = { periods: ['2026Q1'], published, today: '2026-03-31', sent: null };
    const { values } = valuesOf(of, [row({ at: GP, value: 15, status: 'ROUNDED' })], sending);
    expect(values.map(({ comment }) => comment)).toEqual(['rounded provisional']);
  });

  test('of a period that is not over and has no number nothing is told', () => {
    const sending = { periods: ['2026Q1'], published, today: '2026-03-31', sent: null };
    expect(valuesOf(mapping, [row({ at: GP, value: null })], sending)).toMatchObject({ values: [], warnings: [] });
  });

  test('a zero that DHIS2 does not keep is sent, and told', () => {
    const { values, warnings } = made([row({ indicator: 'I08', period: '2026', value: 0 })]);
    expect(values).toEqual([expect.objectContaining({ value: '0' })]);
    expect(warnings.map(({ upTo, text }) => [upTo, text.en])).toEqual([
      [42, expect.stringContaining('eF5gH6iJ7kL: DHIS2 up to 2.42 deletes')],
    ]);
  });

  test('go only to data sets of their type of period', () => {
    expect(made([row({ at: GP, period: '2026S1' }), row({ indicator: 'I08', period: '2026Q1' })]).values).toEqual([]);
  });
});

describe('what goes nowhere', () => {
  test.each([
    [{ at: { PROVINCE: null, VIOLENCE_TYPE: 'RAPE' } }, []],
    [{ at: { PROVINCE: 'ZA-GP', VIOLENCE_TYPE: null } }, []],
    [
      { at: { PROVINCE: 'ZA-GP', VIOLENCE_TYPE: 'SEXUAL_ASSAULT' } },
      ['I03: no combination is named for SEXUAL_ASSAULT'],
    ],
    [{ at: { PROVINCE: 'ZA-LP', VIOLENCE_TYPE: 'RAPE' } }, ['I03 is told of ZA-LP, which is below']],
    [{ at: GP, country: 'MZ' }, ['The table is of MZ, the mapping of ZA']],
  ])('%j: left out on purpose, or a fault', (said, expected) => {
    const { values, faults } = made([row(said)]);
    expect(values).toEqual([]);
    expect(faults.map(({ text }) => text.en)).toEqual(expected.map((text) => expect.stringContaining(text) as string));
  });

  test('a place without a unit is told once, however many rows it has', () => {
    const of = changed(/ {2}ZA-WC: .*\n/, '');
    const { faults } = made([row({ at: WC }), row({ at: { ...WC, VIOLENCE_TYPE: 'PHYSICAL_ASSAULT' } })], null, of);
    expect(faults.map(({ text }) => text.en)).toEqual([
      expect.stringContaining('No organisation unit is named for ZA-WC'),
    ]);
  });
});

describe('deletions', () => {
  const both = [row({ at: GP }), row({ at: WC })];

  test.each([
    ['hidden', [row({ at: GP, value: null }), row({ at: WC })]],
    ['missing', [row({ at: GP, value: null, status: 'MISSING' }), row({ at: WC })]],
    ['told only roughly', [row({ at: GP, value: 5, status: 'ROUNDED' }), row({ at: WC })]],
    ['not there any more', [row({ at: WC })]],
  ])('what was sent and is %s now is deleted, and nothing else', (_, now) => {
    const { values } = made(now, taken(both));
    expect(values.map(({ orgUnit, value, deleted }) => [orgUnit, value, deleted])).toEqual([
      [units['ZA-WC'], '7', undefined],
      [units['ZA-GP'], '', true],
    ]);
  });

  test('the mapping leaves it out by now, or sends it to another cell', () => {
    const moved = changed('kL4mN5oP6qR', 'newN5oP6qRs');
    expect(made(both, taken(both), moved).values.map((one) => [one.categoryOptionCombo, one.deleted])).toEqual([
      ['newN5oP6qRs', undefined],
      ['newN5oP6qRs', undefined],
      ['kL4mN5oP6qR', true],
      ['kL4mN5oP6qR', true],
    ]);
    expect(made(both, taken(both), changed('ZA-WC: wC9yX8wV7uT', 'ZA-WC: ~')).values.at(-1)).toMatchObject({
      ...{ orgUnit: units['ZA-WC'], deleted: true },
    });
  });

  test('another period is not looked at', () => {
    expect(made([], taken(both), mapping, ['2026Q2']).values).toEqual([]);
  });

  test('is deleted once: what was taken is in the record no more, and comes back when it is sent again', () => {
    const before = taken(both);
    const gone = withTaken(before, made([row({ at: WC })], before).values);
    expect(made([row({ at: WC })], gone).values.map(({ deleted }) => deleted)).toEqual([undefined]);
    expect(sentText(withTaken(gone, made(both, gone).values))).toBe(sentText(before));
  });

  test('a cell that moved to another data set is one cell', () => {
    const before = taken(both);
    const moved = changed('dS1aB2cD3eF', 'dS9aB2cD3eF');
    const after = withTaken(before, made(both, before, moved).values);
    expect([...(after.cells.get('dS1aB2cD3eF') ?? [])]).toEqual([]);
    expect(made([], after, moved).values.map(({ dataSet, deleted }) => [dataSet, deleted])).toEqual([
      ['dS9aB2cD3eF', true],
      ['dS9aB2cD3eF', true],
    ]);
  });
});

describe('the record of what was sent', () => {
  test('holds cells and no number, and is read back as itself', () => {
    const sent = taken([row({ at: GP, value: 4711 }), row({ at: WC, value: 815 })]);
    const text = sentText(sent);
    expect(text).not.toMatch(/4711|815/);
    expect(sentText(readSent(text, to, mapping))).toBe(text);
    const keys = made([row({ at: GP })]).values.map((one) => keyText(cellKey(one)));
    expect([...(readSent(text, to, mapping).cells.get('dS1aB2cD3eF')?.keys() ?? [])]).toContain(keys[0]);
  });

  test.each([
    ['another server', 'https://other.example', mapping],
    ['other id schemes', to, changed('orgUnits:', 'schemes: { dataElements: code }\norgUnits:')],
  ])('is refused where it is of %s', (_, server, of) => {
    expect(() => readSent(sentText(taken([row({ at: GP })])), server, of)).toThrow(NotWritable);
  });

  test.each([{ a: 5 }, { a: [5] }, { a: [['one', '2026Q1']] }, { a: [[1, 2, 3, 4, 5]] }, 7, 'cells'])(
    'is refused where its cells are %j',
    (cells) => {
      const text = JSON.stringify({ ...(JSON.parse(sentText(taken([row({ at: GP })]))) as object), cells });
      expect(() => readSent(text, to, mapping)).toThrow(NotWritable);
    },
  );

  test.each(['', '[]', 'null', '{"form":"other"}', '{'])('%j is none', (text) => {
    expect(() => readSent(text, to, mapping)).toThrow(NotWritable);
  });
});
