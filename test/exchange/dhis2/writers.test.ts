/** JSON and CSV: both importers read back exactly what was meant, or nothing is written. */
import { csvHeadings, csvOf } from '../../../src/exchange/dhis2/csv';
import type { DataValue } from '../../../src/exchange/dhis2/data-value';
import { NotWritable } from '../../../src/exchange/dhis2/fault';
import { jsonOf } from '../../../src/exchange/dhis2/json';
import { payloadsOf, queryOf, leftBy } from '../../../src/exchange/dhis2/payloads';
import { csvOfNew, csvOfOld, jsonRead, type Read } from '../../support/dhis2/readers';
import { changed, mapping, nasty, sample, sampleJson, value } from './reading';

const DAY = '2026-06-03';
/** What a value is, read rightly. */
const meant = (one: DataValue): Read => ({
  ...{ dataElement: one.dataElement, period: one.period, orgUnit: one.orgUnit },
  ...{ categoryOptionCombo: one.categoryOptionCombo, attributeOptionCombo: one.attributeOptionCombo },
  ...{ value: one.value || null, comment: one.comment ?? null, deleted: one.deleted ?? false },
});

describe('how the importers read', () => {
  test('the safe sample alike, three rows', () => {
    const text = sample('dhis2-datavalues-safe.csv');
    expect(csvOfOld(text)).toHaveLength(3);
    expect(csvOfNew(text)).toEqual(csvOfOld(text));
    expect(csvOfNew(text).map(({ value: said, deleted }) => [said, deleted])).toEqual([
      ['7', false],
      ['0', false],
      [null, true],
    ]);
  });

  test('what is never written as something else: quotes and CRLF from 2.43 on, another order up to 2.42', () => {
    const broken = csvOfNew(sample('dhis2-datavalues-broken-on-243.csv'));
    expect(broken).toEqual([
      expect.objectContaining({
        dataElement: null,
        comment: expect.not.stringContaining('said "yes" twice') as string,
      }),
    ]);
    const shuffled = sample('dhis2-datavalues-wrong-order-names-ok.csv');
    expect(csvOfNew(shuffled)).toEqual([expect.objectContaining({ dataElement: 'aB1cD2eF3gH', value: '12' })]);
    expect(csvOfOld(shuffled)).toEqual([expect.objectContaining({ dataElement: '12' })]);
  });
});

describe('CSV', () => {
  const three = [
    value({ comment: 'first count', period: '202605', categoryOptionCombo: 'kL4mN5oP6qR' }),
    value({ comment: 'true zero', period: '202605', categoryOptionCombo: 'sT7uV8wX9yZ', value: '0' }),
    value({ comment: 'withdrawn', period: '202604', value: '', deleted: true }),
  ];

  test('is the safe sample to the byte', () => {
    expect(csvOf(three, DAY)).toBe(sample('dhis2-datavalues-safe.csv'));
    expect(csvOf(three, DAY).split('\n')[0]).toBe(csvHeadings.join(','));
  });

  test('leaves the default combinations out, which both take for the default', () => {
    const one = value({ categoryOptionCombo: null, attributeOptionCombo: null });
    expect([csvOfOld, csvOfNew].map((read) => read(csvOf([one], DAY)))).toEqual([[meant(one)], [meant(one)]]);
  });

  const places = [
    'dataElement',
    'period',
    'orgUnit',
    'categoryOptionCombo',
    'attributeOptionCombo',
    'comment',
  ] as const;
  test.each(places.flatMap((place) => nasty.map((text) => [place, text] as const)))(
    'with %s %j both read what was meant, or it is refused',
    (place, text) => {
      const values = [value({ [place]: text }), value({ orgUnit: 'oT9yX8wV7uT', value: '0' })];
      let written: string;
      try {
        written = csvOf(values, DAY);
      } catch (error) {
        expect(error).toBeInstanceOf(NotWritable);
        return;
      }
      expect(written).not.toMatch(/["\r\uFEFF]|\n\n|[^\n]$/);
      expect(csvOfOld(written)).toEqual(values.map(meant));
      expect(csvOfNew(written)).toEqual(values.map(meant));
    },
  );

  test.each(['é, ão', 'a,b', 'say "yes"', 'line one\nline two', ' begins', 'null'])('%j is refused', (comment) => {
    expect(() => csvOf([value({ comment })], DAY)).toThrow(NotWritable);
  });
});

describe('JSON', () => {
  test('is the sample: what is the same of all stands once, a value that is deleted is empty', () => {
    const form = { period: '202605', attributeOptionCombo: 'HllvX50cXC0' };
    const values = [
      value(form),
      value({ ...form, categoryOptionCombo: 'sT7uV8wX9yZ', value: '0', comment: 'true zero' }),
      value({ ...form, dataElement: 'bC2dE3fG4hI', categoryOptionCombo: 'HllvX50cXC0', value: '', deleted: true }),
    ];
    const written = jsonOf({ dataSet: 'dS1aB2cD3eF', values, completeDate: '2026-06-05' });
    expect(JSON.parse(written)).toEqual(sampleJson('dhis2-datavalueset.json'));
  });

  test.each(nasty)('brings %j back, wherever it stands', (text) => {
    const values = [value({ comment: text, orgUnit: text }), value({ categoryOptionCombo: text, period: '2026Q2' })];
    expect(jsonRead(jsonOf({ dataSet: 'dS1aB2cD3eF', values })).values).toEqual(values.map(meant));
  });

  test('never names schemes or a deletion scope, and every value is a text', () => {
    const [one] = payloadsOf(mapping, [value(), value({ orgUnit: 'oT9yX8wV7uT', value: '', deleted: true })], {
      ...{ format: 'json', at: '2026-06-05T08:00:00Z', dryRun: false },
    });
    expect(one?.body).not.toMatch(/Scheme|"deletion"|dryRun|"value": \d/);
  });

  test('what OpenFn posts reads as ours does', () => {
    const { data } = sampleJson('openfn-dhis2-job-input.json') as { data: object };
    expect(jsonRead(JSON.stringify(data)).values).toEqual([meant(value({ period: '202605' }))]);
  });
});

test.each(['07', '1e3', '1,5', '', ' 7', '7 ', '<5', 'NaN', '+7', '.5', '٣'])(
  '%j is no number, and is not written',
  (said) => {
    for (const write of [
      () => csvOf([value({ value: said })], DAY),
      () => jsonOf({ dataSet: 'dS1aB2cD3eF', values: [value({ value: said })] }),
    ])
      expect(write).toThrow(NotWritable);
  },
);

test('a cell that stands there twice is not written: it would take the whole group', () => {
  const twice = [value(), value({ value: '8' })];
  expect(() => csvOf(twice, DAY)).toThrow('The same cell stands there twice');
  expect(() => jsonOf({ dataSet: 'dS1aB2cD3eF', values: twice })).toThrow('The same cell stands there twice');
});

describe('groups', () => {
  const writing = { format: 'json', at: '2026-06-05T08:00:00Z', dryRun: false } as const;
  const yearly = (said: Partial<DataValue>) => value({ dataSet: 'dS2aB2cD3eF', period: '2026', ...said });
  const values = [
    value(),
    yearly({}),
    value({ orgUnit: 'oT9yX8wV7uT' }),
    yearly({ orgUnit: 'oT9yX8wV7uT' }),
    yearly({ orgUnit: 'uT9yX8wV7uT', value: '', deleted: true }),
  ];

  test('one of each data set; of one that is completed one of each form, with the day', () => {
    const told = payloadsOf(mapping, values, writing).map(({ dataSet, body, completes }) => {
      const { completeDate, orgUnit } = jsonRead(body).group;
      return [dataSet, completes, completeDate, orgUnit];
    });
    expect(told).toEqual([
      ['dS1aB2cD3eF', false, undefined, undefined],
      ['dS2aB2cD3eF', true, '2026-06-05', 'zZ9yX8wV7uT'],
      ['dS2aB2cD3eF', true, '2026-06-05', 'oT9yX8wV7uT'],
      // A form of which all is deleted is not complete.
      ['dS2aB2cD3eF', false, undefined, 'uT9yX8wV7uT'],
    ]);
  });

  test('a form of a period that is not over is not complete: it is filled in again', () => {
    const running = values.map((one) => ({ ...one, comment: 'provisional', provisional: true as const }));
    const told = payloadsOf(mapping, running, writing).map(({ body, completes }) => {
      const { group, values: read } = jsonRead(body);
      return [completes, group.completeDate, read.every(({ comment }) => comment === 'provisional')];
    });
    expect(told).toEqual(Array(4).fill([false, undefined, true]));
    const [csv] = payloadsOf(mapping, running, { ...writing, format: 'csv' });
    for (const read of [csvOfOld, csvOfNew])
      expect(read(csv?.body ?? '').map(({ comment }) => comment)).toEqual(Array(2).fill('provisional'));
  });

  test('a dry run completes nothing, and neither does CSV, which says so', () => {
    expect(
      payloadsOf(mapping, values, { ...writing, dryRun: true }).some(({ body }) => body.includes('completeDate')),
    ).toBe(false);
    const payloads = payloadsOf(mapping, values, { ...writing, format: 'csv' });
    expect(payloads.map(({ contentType, query }) => [contentType, query])).toEqual([
      ['application/csv', { dataSet: 'dS1aB2cD3eF' }],
      ['application/csv', { dataSet: 'dS2aB2cD3eF' }],
    ]);
    expect(leftBy(mapping, payloads).map(({ en }) => en)).toEqual([
      expect.stringContaining('dS2aB2cD3eF is not marked'),
    ]);
    // Of a data set that is not sent there is nothing to say.
    expect(leftBy(mapping, payloads.slice(0, 1))).toEqual([]);
    expect(leftBy(mapping, payloadsOf(mapping, values, writing))).toEqual([]);
  });

  test('the request names every id scheme', () => {
    const { schemes } = changed('orgUnits:', 'schemes: { orgUnits: code, categoryOptionCombos: name }\norgUnits:');
    expect(queryOf(schemes)).toMatchObject({
      ...{ dataSetIdScheme: 'UID', dataElementIdScheme: 'UID', orgUnitIdScheme: 'CODE' },
      ...{ categoryOptionComboIdScheme: 'NAME', attributeOptionComboIdScheme: 'NAME' },
    });
  });
});
