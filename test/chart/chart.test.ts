/** A chart of any table: which kind it is, and that hidden, missing, nothing and rounded are four things to look at. */
import { chartOf, MOST_MARKS, pictureOf } from '../../src/chart/chart';
import type { Mark, Picture, Shape } from '../../src/chart/shapes';
import type { ChartTable } from '../../src/chart/table';
import { hidden, missing, row, table } from './rows';

const drawn = (of: ChartTable, width = 600): Picture => pictureOf(of, chartOf(of), width);
const shapes = ({ marks }: Picture): readonly Shape[] => marks.flatMap((mark) => mark.shapes);
const texts = (picture: Picture): readonly string[] =>
  shapes(picture).flatMap((shape) => (shape.type === 'text' ? shape.style.text.split('\n') : []));
/** The marks that stand for values: those with words for a pointer. */
const values = ({ marks }: Picture): readonly Mark[] => marks.filter(({ tip }) => tip !== undefined);
const isHatched = ({ shapes: all }: Mark): boolean =>
  all.some((shape) => shape.type === 'rect' && shape.style.decal !== undefined);
/** How high the filled rectangles of a mark are, without what only notices a pointer. */
const heights = ({ shapes: all }: Mark): readonly number[] =>
  all.flatMap((shape) =>
    shape.type === 'rect' && shape.style.fill !== 'rgba(0,0,0,0)' && !shape.style.decal ? [shape.shape.height] : [],
  );

const names = ['one', 'two', 'three', 'four'];
const quarters = ['2025Q3', '2025Q4', '2026Q1', '2026Q2'];

describe('which kind of chart it is', () => {
  it('periods of one country are columns, as many as there are', () => {
    const one = table(quarters.map((period) => row({ period })));
    expect(chartOf(one)).toMatchObject({ kind: 'columns', size: 4 });
    expect(values(drawn(one))).toHaveLength(4);
  });

  it('countries side by side are bars, each with its periods below its name', () => {
    const one = table(
      ['BW', 'ZA'].flatMap((country) => ['2025S2', '2026S1'].map((period) => row({ country, period }))),
    );
    expect(chartOf(one).kind).toBe('bars');
    expect(texts(drawn(one))).toEqual(expect.arrayContaining(['Botswana', 'South Africa', 'H2 2025', 'H1 2026']));
  });

  it('codes of one period are bars; over several periods, countries or dimensions they are cells', () => {
    const codes = ['RAPE', 'PHYSICAL_ASSAULT'];
    const ofPeriod = (period: string) => codes.map((code) => row({ period, of: { VIOLENCE_TYPE: code } }));
    expect(chartOf(table(ofPeriod('2026Q1'))).kind).toBe('bars');
    expect(chartOf(table(quarters.flatMap(ofPeriod)))).toMatchObject({ kind: 'matrix', size: 8 });
    const crossed = codes.flatMap((code) =>
      ['WOMAN', 'MAN'].map((gender) => row({ of: { VIOLENCE_TYPE: code, GENDER: gender } })),
    );
    const chart = chartOf(table(crossed));
    expect(chart.kind).toBe('matrix');
    expect(chart.layout.rows.map(({ labels }) => labels)).toEqual([['RAPE'], ['PHYSICAL_ASSAULT']]);
    expect(chart.layout.columns.map(({ labels }) => labels)).toEqual([['WOMAN'], ['MAN']]);
  });

  it('provinces are tiles, one map for each country and period', () => {
    const one = table(
      ['2026Q1', '2026Q2'].flatMap((period) =>
        ['ZA-GP', 'ZA-WC'].map((code) => row({ period, of: { PROVINCE: code } })),
      ),
    );
    expect(chartOf(one)).toMatchObject({ kind: 'tiles', size: 4 });
    expect(texts(drawn(one))).toEqual(expect.arrayContaining(['Q1 2026', 'Q2 2026']));
  });

  it('more values than anybody can read are refused, and nothing is left out in silence', () => {
    const months = Array.from(
      { length: MOST_MARKS + 1 },
      (_, at) => `${1950 + Math.floor(at / 12)}${String((at % 12) + 1).padStart(2, '0')}`,
    );
    const one = table(months.map((period) => row({ period })));
    expect(() => drawn(one)).toThrow(RangeError);
    const fewer = table(months.slice(1).map((period) => row({ period })));
    expect(values(drawn(fewer))).toHaveLength(MOST_MARKS);
  });
});

const kinds: readonly (readonly [string, (rows: readonly ReturnType<typeof row>[]) => ChartTable])[] = [
  ['columns', (rows) => table(rows.map((one, at) => ({ ...one, period: quarters[at] ?? '' })))],
  [
    'bars',
    (rows) =>
      table(
        rows.map((one, at) => ({
          ...one,
          dimensions: [{ dimension: 'GENDER', code: names[at] ?? '', label: names[at] ?? '' }],
        })),
      ),
  ],
  [
    'matrix',
    (rows) =>
      table(
        ['2026Q1', '2026Q2'].flatMap((period) =>
          rows.map((one, at) => ({
            ...one,
            period,
            dimensions: [{ dimension: 'GENDER', code: names[at] ?? '', label: names[at] ?? '' }],
          })),
        ),
      ),
  ],
  [
    'tiles',
    (rows) =>
      table(
        rows.map((one, at) => ({
          ...one,
          dimensions: [
            { dimension: 'PROVINCE', code: ['ZA-GP', 'ZA-WC', 'ZA-EC', 'ZA-NW'][at] ?? '', label: names[at] ?? '' },
          ],
        })),
      ),
  ],
];

describe.each(kinds)('in %s', (kind, made) => {
  const one = made([row({ value: 8 }), hidden(), missing('The period is not over'), row({ value: 0 })]);
  // In a matrix each of them stands in both periods.
  const each = kind === 'matrix' ? 2 : 1;
  const [known, suppressed, gap, nothing] = values(drawn(one)).filter((_, at) => at % each === 0);

  it('is what was made', () => expect(chartOf(one).kind).toBe(kind));

  it('what is hidden is hatched, says so, and gives no number away', () => {
    expect(isHatched(suppressed as Mark)).toBe(true);
    expect(suppressed?.tip).toContain('Hidden');
    expect(suppressed?.tip?.split('\n').slice(1).join(' ')).not.toMatch(/\d/);
    for (const shape of suppressed?.shapes ?? []) if (shape.type === 'text') expect(shape.style.text).not.toMatch(/\d/);
    for (const other of [known, gap, nothing]) expect(isHatched(other as Mark)).toBe(false);
  });

  it('what is missing is a dash with its reason, and no bar', () => {
    expect(gap?.tip).toContain('The period is not over');
    expect(gap?.shapes.some((shape) => shape.type === 'text' && shape.style.text.startsWith('–'))).toBe(true);
    if (kind === 'columns' || kind === 'bars') expect(heights(gap as Mark)).toEqual([]);
  });

  it('nothing is a number, which shows', () => {
    expect(nothing?.shapes.some((shape) => shape.type === 'text' && shape.style.text === '0')).toBe(true);
    expect(heights(nothing as Mark).length).toBeGreaterThan(0);
  });

  it('says below it what its signs mean, and of no others', () => {
    const said = texts(drawn(one)).join(' ');
    expect(said).toContain('Hidden, so that nobody is known by it. It is not zero.');
    expect(said).toContain('No value. It is not zero.');
    expect(texts(drawn(made([row(), row()]))).join(' ')).not.toMatch(/Hidden|No value|Rounded/);
  });

  it('what is rounded has its sign', () => {
    const rough = drawn(made([{ ...row({ value: 20 }), status: 'ROUNDED' as const }, row()]));
    expect(texts(rough)).toContain('≈ 20');
    expect(texts(rough)).toContain('Rounded (≈)');
  });

  it('stays within its width on a phone and on a wide screen', () => {
    for (const width of [296, 600, 1200]) {
      const picture = drawn(one, width);
      expect(picture.width).toBeLessThanOrEqual(width + 0.5);
      for (const shape of shapes(picture))
        if (shape.type === 'rect') {
          expect(shape.shape.x).toBeGreaterThanOrEqual(0);
          expect(shape.shape.x + shape.shape.width).toBeLessThanOrEqual(width + 0.5);
          expect(shape.shape.y + shape.shape.height).toBeLessThanOrEqual(picture.height + 0.5);
        }
    }
  });
});

describe('what a value is held against', () => {
  const line = (picture: Picture, colour: string) =>
    shapes(picture).filter((shape) => shape.type === 'line' && shape.style.stroke === colour);
  const target = '#a8480f';
  const baseline = '#5b3a9c';

  it('a target is a line where it lies, the baseline a broken one through all periods', () => {
    const one = table(
      [
        row({ value: 40, baseline: 41.2, targets: [{ value: 60, donor: null }] }),
        row({ period: '2026Q2', value: 50, baseline: 41.2 }),
      ],
      'PER_CENT',
    );
    expect(line(drawn(one), target)).toHaveLength(2); // in the chart, and in its legend
    expect(line(drawn(one), baseline)).toHaveLength(2);
    expect(texts(drawn(one))).toContain('Baseline: 41.2 %');
  });

  it('a target far above all there is does not press the values down: an arrow tells it', () => {
    const one = table([row({ value: 77, targets: [{ value: 12_000, donor: null }] })]);
    expect(texts(drawn(one))).toContain('▲ 12,000');
    expect(heights(values(drawn(one))[0] as Mark)[0]).toBeGreaterThan(100);
  });

  it('shares stand on the whole, with what they are made of', () => {
    const one = table([row({ value: 50, numerator: 1, denominator: 2 })], 'PER_CENT');
    expect(texts(drawn(one))).toEqual(expect.arrayContaining(['100', '50 %', '1 of 2']));
  });
});
