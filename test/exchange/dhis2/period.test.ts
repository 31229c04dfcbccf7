/** Periods of DHIS2 against the table of all types, and against the periods that are counted here. */
import { periodOf } from '../../../src/base/period/period';
import { periodTypes } from '../../../src/base/period/type';
import { dhis2Period, dhis2PeriodTypes } from '../../../src/exchange/dhis2/period';
import { adxPeriod } from '../../support/dhis2/readers';
import { sample } from './reading';

const [, ...table] = sample('dhis2-periods.csv')
  .trim()
  .split('\n')
  .map((line) => line.split(','));

test.each(table)('%s: %s is %s to %s, in ADX %s, read back: %s', (type = '', id = '', from, to, adx, back = '') => {
  expect(dhis2Period(id)).toEqual({ id, type, from, to, adx, survives: back === 'yes' });
  expect(adxPeriod(adx ?? '')).toBe(back === 'yes' ? id : null);
  expect(dhis2PeriodTypes).toContain(type);
});

test('every type of DHIS2 is in the table', () => {
  expect(table.map(([type]) => type).sort()).toEqual([...dhis2PeriodTypes].sort());
});

test.each(['202605', '2026Q2', '2026S1', '2026', '2026April', '2026July', '2026Oct', '202402', '1999S2'])(
  '%s has the same days as where it is counted, and comes back from ADX',
  (id) => {
    const own = periodOf(id);
    expect(dhis2Period(id)).toMatchObject({ from: own?.from, to: own?.to, survives: true });
    expect(own && periodTypes[own.type].dhis2).toBe(dhis2Period(id)?.type);
  },
);

test.each([
  '20260229',
  '202613',
  '2026Q5',
  '2026S3',
  '2026W54',
  '2026W0',
  '2025W53',
  '2026BiW27',
  '26',
  '2026april',
  '',
  '2026 ',
])('%j is no period', (id) => {
  expect(dhis2Period(id)).toBeNull();
});

test('a long year has a week 53, and each quarter from November is read back as another', () => {
  expect(dhis2Period('2026W53')).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
  for (const nth of [1, 2, 3, 4]) expect(dhis2Period(`2026NovQ${nth}`)?.survives).toBe(false);
});
