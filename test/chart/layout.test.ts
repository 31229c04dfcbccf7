/** Rows and columns of a chart and of its table: every value has its place, and what is told as a whole is said in it. */
import { chartOf } from '../../src/chart/chart';
import { cellOf } from '../../src/chart/cell';
import { reasonsIn, subtitleOf, summaryOf } from '../../src/chart/summary';
import { tableViewOf } from '../../src/chart/table-view';
import { withoutEmptyRegion, type ChartTable } from '../../src/chart/table';
import { hidden, missing, row, table } from './rows';

const view = (of: ChartTable) => tableViewOf(of, chartOf(of).layout);

it('a country that tells nothing by a dimension stands in its column, with the reason', () => {
  const rows = ['BW', 'ZA'].flatMap((country) =>
    ['RAPE', 'PHYSICAL_ASSAULT'].map((code) => row({ country, of: { VIOLENCE_TYPE: code } })),
  );
  const one = table([...rows, missing('The country has not published it', { country: 'ZW' })]);
  const { rows: told, columnNames } = view(one);
  expect(columnNames).toEqual(['Botswana', 'South Africa', 'Zimbabwe']);
  for (const { cells } of told)
    expect(cells[2]).toEqual({ kind: 'missing', text: 'no value', more: ['The country has not published it'] });
});

it('a code that one country does not tell is no zero there', () => {
  const one = table([
    row({ country: 'BW', of: { VIOLENCE_TYPE: 'RAPE' } }),
    row({ country: 'ZA', of: { VIOLENCE_TYPE: 'FORCED_MARRIAGE' } }),
  ]);
  const { layout } = chartOf(one);
  const [rape] = layout.rows;
  const southAfrica = layout.columns.find(({ labels }) => labels[0] === 'South Africa');
  expect(rape && southAfrica && cellOf(layout.at(rape, southAfrica))).toEqual({ kind: 'absent' });
  expect(view(one).rows[0]?.cells[1]?.text).toBe('not told so here');
});

it('what is not known comes last, whatever country tells it first', () => {
  const one = table([
    ...[null, 'RAPE'].map((code) => row({ country: 'BW', of: { VIOLENCE_TYPE: code } })),
    ...['RAPE', 'PHYSICAL_ASSAULT', null].map((code) => row({ country: 'ZA', of: { VIOLENCE_TYPE: code } })),
  ]);
  expect(view(one).rows.map(({ headers }) => headers[0])).toEqual(['RAPE', 'PHYSICAL_ASSAULT', 'Not known']);
});

it('the table tells beside each value whatever any row tells, and no empty columns', () => {
  const one = table(
    [
      row({
        value: 41.7,
        numerator: 5,
        denominator: 12,
        previous: 35.3,
        targets: [
          { value: 70, donor: null },
          { value: 75, donor: 'A donor' },
        ],
      }),
      row({
        period: '2026Q2',
        value: 50,
        numerator: 6,
        denominator: 12,
        lockedOn: '2026-07-15',
        revised: { value: 53.8 },
      }),
      hidden({ period: '2026Q3' }),
    ],
    'PER_CENT',
  );
  expect(view(one)).toMatchObject({
    rowNames: ['Period'],
    columnNames: ['Per cent', 'Made of', 'Target', 'Period before', 'Locked on', 'Counted now'],
    rows: [
      {
        headers: ['Q1 2026'],
        cells: [
          { text: '41.7 %' },
          { text: '5 of 12' },
          { text: '70 %; 75 % (A donor)' },
          { text: '35.3 %' },
          { text: '' },
          { text: '' },
        ],
      },
      {
        headers: ['Q2 2026'],
        cells: [
          { text: '50 %' },
          { text: '6 of 12' },
          { text: '' },
          { text: '' },
          { text: '15 Jul 2026' },
          { text: '53.8 %' },
        ],
      },
      {
        headers: ['Q3 2026'],
        cells: [
          { kind: 'hidden', text: 'hidden' },
          { text: '' },
          { text: '' },
          { text: '' },
          { text: '' },
          { text: '' },
        ],
      },
    ],
  });
});

it('in words: what stands out, how much is hidden and missing, and why', () => {
  const one = table([
    row({ value: 3 }),
    row({ period: '2026Q2', value: 11 }),
    hidden({ period: '2026Q3' }),
    missing('Not over', { period: '2026Q4' }),
  ]);
  expect(summaryOf(one)).toBe(
    '4 values; the highest is 11 (Q2 2026); the lowest is 3 (Q1 2026); 1 hidden; 1 without a value.',
  );
  expect(reasonsIn(one)).toEqual(['Not over']);
  expect(subtitleOf(one, ['Gauteng'])).toBe('South Africa · Gauteng · Jan 2026 – Dec 2026');
  expect(subtitleOf(table([row({ of: { VIOLENCE_TYPE: 'RAPE', GENDER: 'WOMAN' } })]))).toBe(
    'South Africa · by type of violence and gender · Jan 2026 – Mar 2026',
  );
});

it('the region’s own place is left out where it has nothing, and stays where it has something', () => {
  const others = [row({ country: 'BW' }), row({ country: 'ZA' })];
  expect(
    withoutEmptyRegion(table([...others, missing('Not published', { country: 'REGION' })])).countries,
  ).toHaveLength(2);
  expect(withoutEmptyRegion(table([...others, row({ country: 'REGION' })])).countries).toHaveLength(3);
});
