/** ADX against its schema, and against what DHIS2 makes of it. */
import { adxOf, ADX_NAMESPACE, periodInAdx } from '../../../src/exchange/dhis2/adx';
import type { DataValue } from '../../../src/exchange/dhis2/data-value';
import { NotWritable } from '../../../src/exchange/dhis2/fault';
import { dhis2Period } from '../../../src/exchange/dhis2/period';
import { payloadsOf } from '../../../src/exchange/dhis2/payloads';
import { adxFaults } from '../../support/dhis2/adx-schema';
import { adxRead, jsonRead } from '../../support/dhis2/readers';
import { changed, mapping, nasty, sample, value } from './reading';

const coded = changed(
  'orgUnits:',
  'schemes: { dataSets: code, dataElements: code, orgUnits: code, categoryOptionCombos: code }\norgUnits:',
);
const exported = '2026-06-05T08:00:00Z';
const adx = (values: readonly DataValue[]): string => adxOf(values, { schemes: coded.schemes, exported });
const monthly = (said: Partial<DataValue>): DataValue =>
  value({
    ...{ dataSet: 'HO_MONTHLY', dataElement: 'HO_CASES', orgUnit: 'ZA_GP_01', period: '202605' },
    attributeOptionCombo: null,
    ...said,
  });
const options = (age: string, gender: string) =>
  new Map([
    ['AGE_BAND', age],
    ['GENDER', gender],
  ]);

describe('the schema', () => {
  test('takes the sample', () => {
    expect(adxFaults(sample('dhis2-adx.xml'))).toEqual([]);
  });

  test('refuses a period that is an id of DHIS2, and what the standard requires and is not there', () => {
    expect(adxFaults(sample('dhis2-adx-bad.xml'))).toEqual([
      'adx has no exported',
      'group has no period of the standard: 202605',
    ]);
    const wrong = sample('dhis2-adx.xml').replace(' orgUnit="ZA_GP_01"', '').replace('value="7"', 'value="seven"');
    expect(adxFaults(wrong)).toEqual(['group has no orgUnit', 'dataValue has no decimal value: seven']);
    expect(adxFaults(sample('dhis2-adx.xml').replace(ADX_NAMESPACE, 'urn:other'))).toContain(
      'adx is of another namespace',
    );
    expect(adxFaults('<adx')).toEqual([expect.stringContaining('no XML')]);
  });
});

describe('what is written', () => {
  test('is the sample, but for what is none of ours, and DHIS2 reads it back', () => {
    const values = [
      monthly({ categories: options('AGE_18_24', 'G_F') }),
      monthly({ categories: options('AGE_25_PLUS', 'G_TGW'), categoryOptionCombo: 'other', value: '0' }),
      monthly({ dataElement: 'HO_TRAININGS', categoryOptionCombo: null, value: '2' }),
      monthly({
        dataSet: 'HO_YEARLY',
        dataElement: 'HO_BUDGET',
        period: '2026April',
        categoryOptionCombo: null,
        value: '12',
      }),
    ];
    const written = adx(values);
    expect(adxFaults(written)).toEqual([]);
    expect(written).toBe(sample('dhis2-adx.xml').replace(/^.*annotation.*\n/m, ''));
    expect(
      adxRead(written).map((one) => [one.dataSet, one.period, one.value, one.options ?? one.categoryOptionCombo]),
    ).toEqual([
      ['HO_MONTHLY', '202605', '7', { AGE_BAND: 'AGE_18_24', GENDER: 'G_F' }],
      ['HO_MONTHLY', '202605', '0', { AGE_BAND: 'AGE_25_PLUS', GENDER: 'G_TGW' }],
      ['HO_MONTHLY', '202605', '2', 'default'],
      ['HO_YEARLY', '2026April', '12', 'default'],
    ]);
  });

  test.each(nasty)('with %j everywhere is read back as that, or refused', (text) => {
    for (const place of ['dataSet', 'dataElement', 'orgUnit', 'categoryOptionCombo', 'attributeOptionCombo'] as const) {
      const one = monthly({ [place]: text });
      let written: string;
      try {
        written = adx([one]);
      } catch (error) {
        expect(error).toBeInstanceOf(NotWritable);
        continue;
      }
      expect(adxFaults(written)).toEqual([]);
      expect(adxRead(written)).toEqual([expect.objectContaining({ [place]: text, value: '7' })]);
    }
  });

  test.each(['2026NovQ1', '2026NovQ4', '2026-05', '2026-05-01/P1M', 'May', ''])(
    'the period %j is refused',
    (period) => {
      expect(() => adx([monthly({ period })])).toThrow('ADX does not bring the period');
    },
  );

  test('every other period comes back', () => {
    const [, ...table] = sample('dhis2-periods.csv').trim().split('\n');
    for (const id of table.map((line) => line.split(',')[1] ?? '').filter((one) => dhis2Period(one)?.survives)) {
      expect(periodInAdx(id)).toBe(dhis2Period(id)?.adx);
      expect(adxRead(adx([monthly({ period: id })]))).toEqual([expect.objectContaining({ period: id })]);
    }
  });

  test('has no deletions, no comments, and no default combination that is named by a uid', () => {
    expect(() => adx([monthly({ value: '', deleted: true })])).toThrow('ADX has no deletions');
    expect(() => adx([monthly({ comment: 'rounded' })])).toThrow('ADX has no comments');
    expect(() => adx([monthly({ comment: 'provisional', provisional: true })])).toThrow(
      'is not over, and ADX has no comments that would say so',
    );
    const byUid = () => adxOf([monthly({ categoryOptionCombo: null })], { schemes: mapping.schemes, exported });
    expect(byUid).toThrow('ADX names the default combination');
  });

  test('two cells with the same options are refused', () => {
    const same = options('AGE_18_24', 'G_F');
    const two = [monthly({ categories: same }), monthly({ categories: same, categoryOptionCombo: 'other' })];
    expect(() => adx(two)).toThrow('Two numbers have the same options');
  });

  test('deletions go beside it, as JSON; values are counted as they stand in the document', () => {
    const values = [
      monthly({ categoryOptionCombo: 'a', period: '202605' }),
      monthly({ categoryOptionCombo: 'a', period: '202606' }),
      monthly({ categoryOptionCombo: 'b', period: '202605' }),
      monthly({ categoryOptionCombo: 'c', value: '', deleted: true }),
    ];
    const [first, second, ...others] = payloadsOf(coded, values, { format: 'adx', at: exported, dryRun: false });
    expect(others).toEqual([]);
    expect(first?.contentType).toBe('application/adx+xml');
    expect(adxRead(first?.body ?? '').map((one) => [one.period, one.categoryOptionCombo])).toEqual(
      first?.values.map((one) => [one.period, one.categoryOptionCombo]),
    );
    expect(jsonRead(second?.body ?? '').values).toEqual([
      expect.objectContaining({ categoryOptionCombo: 'c', deleted: true }),
    ]);
  });
});
