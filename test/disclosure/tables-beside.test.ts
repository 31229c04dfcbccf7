/** Shares, rough counts, and tables read by those who know a part of them. */
import { createSecretKey } from 'node:crypto';
import { adHocCount, HiddenCells, keyOfAll, recordKey, rounded } from '../../src/disclosure/ad-hoc';
import { Clock } from '../../src/disclosure/clock';
import { coarsest } from '../../src/disclosure/coding';
import type { Edition, Population } from '../../src/disclosure/edition';
import { readableTables } from '../../src/disclosure/partner';
import { publish } from '../../src/disclosure/publication';
import { ratioOf } from '../../src/disclosure/ratio';
import { Programme } from '../../src/disclosure/solver';
import { cellKey, coarsening } from '../../src/disclosure/table-design';
import { countries, mergedLists, merges, tables, yearOf } from './invented-tables';
import { enough } from './tables-cases';

describe('a share', () => {
  const rules = { threshold: 5, leastDenominator: 20 };
  const of = (numerator: number | null, denominator: number | null) =>
    ratioOf({ value: numerator }, { value: denominator }, rules);

  test.each([
    [10, 20, 50],
    [0, 20, 0],
    [20, 20, 100],
    [7, 23, 30],
  ])('of %i in %i is told', (numerator, denominator, value) => {
    expect(of(numerator, denominator)).toEqual({ value, status: 'EXACT' });
  });

  test.each([
    [null, 40],
    [10, null],
    [4, 40],
    [36, 40],
    [8, 19],
  ])('of %p in %p is not', (numerator, denominator) => {
    expect(of(numerator, denominator)).toEqual({ value: null, status: 'SUPPRESSED' });
  });

  test('of nothing is missing, and no zero', () => {
    expect(of(0, 0)).toEqual({ value: null, status: 'MISSING' });
  });
});

describe('a rough count', () => {
  const [one, other] = [1, 2].map((fill) => createSecretKey(Buffer.alloc(32, fill)));
  const ids = Array.from({ length: 13 }, (_, at) => `case ${at}`);
  const keyBy = (secret = one, of = ids): number =>
    keyOfAll(of.map((id) => recordKey(secret as NonNullable<typeof one>, id)));

  test('is the same for the same people, in whichever order they are found', () => {
    expect(keyBy(one, ids.toReversed())).toBe(keyBy());
    expect(keyBy(other)).not.toBe(keyBy());
    expect(keyBy(one, ids.slice(1))).not.toBe(keyBy());
  });

  test('is a multiple of its base nearby, right in the mean, and nothing only of nobody or few', () => {
    const found = Array.from({ length: 2_000 }, (_, at) => rounded(13, keyBy(one, [`${at}`]), 5));
    expect([...new Set(found)].sort()).toEqual([10, 15]);
    expect(found.reduce((sum, n) => sum + n, 0) / found.length).toBeCloseTo(13, 0);
    expect(rounded(0, keyBy(), 5)).toBe(0);
    expect(rounded(15, keyBy(), 5)).toBe(15);
  });

  test('is not told inside a hidden cell, of a year that it is a part of, or of what its people are a part of', async () => {
    const year = yearOf(countries.BW, 1);
    const { editions } = await publish({ ...year, lists: mergedLists });
    const [edition] = editions as readonly [Edition];
    const hidden = new HiddenCells(
      [edition, { ...edition, period: 'part', cells: [] }],
      new Map([['pep', 'incidents']]),
    );
    const part = new HiddenCells([
      { ...edition, parts: ['part'] },
      { ...edition, period: 'part', cells: [] },
    ]);
    const cell = edition.cells.find(
      ({ isHidden, population, at }) => isHidden && population === 'incidents' && at.perpetrator && at.place,
    );
    const codes = { perpetrator: [cell?.at.perpetrator ?? ''], place: [cell?.at.place ?? ''], organisation: ['O1'] };
    const count = { n: 13, key: keyBy(), base: 5 };
    const at = (population: string, period: string, of: HiddenCells, more = {}) =>
      adHocCount({ population, period, codes: { ...codes, ...more } }, of, count).status;
    expect(at('incidents', '2026', hidden)).toBe('SUPPRESSED');
    expect(at('pep', '2026', hidden)).toBe('SUPPRESSED');
    expect(at('incidents', 'part', part)).toBe('SUPPRESSED');
    expect(at('incidents', 'part', hidden)).toBe('ROUNDED');
    expect(at('incidents', '2026', hidden, { perpetrator: [codes.perpetrator[0], 'CLIENT'] })).toBe('ROUNDED');
  });
});

describe('an organisation that subtracts its own', () => {
  const year = { ...yearOf(countries.MZ, 1), lists: mergedLists };
  const ownOf = (is: (organisation: string) => boolean): Population[] =>
    year.populations.map((population) => ({
      ...population,
      cube: population.cube.filter(({ values }) => is(values.organisation ?? '')),
    }));

  async function read(own: readonly Population[], clock = enough()) {
    const { editions } = await publish(year);
    const readable = await readableTables({
      sources: year,
      editions,
      own: [{ period: '2026', populations: own }],
      clock,
    });
    return { edition: (editions as readonly [Edition])[0], readable };
  }

  test('reads what leaves of nobody few', async () => {
    const own = ownOf((organisation) => organisation === 'O0');
    const { edition, readable } = await read(own);
    expect(readable.length).toBeGreaterThan(0);
    const left = edition.cells
      .filter(({ population, isHidden }) => population === 'incidents' && !isHidden)
      .map(({ at, value }) => {
        const codes = Object.entries(at).map(
          ([dimension, code]) => [dimension, merges.find(({ into }) => into === code)?.codes ?? [code]] as const,
        );
        const mine = own[0]?.cube.filter(({ values }) => codes.every(([one, may]) => may.includes(values[one] ?? '')));
        return { by: Object.keys(at).sort().join(), rest: value - (mine?.length ?? 0) };
      });
    const few = new Set(left.filter(({ rest }) => rest > 0 && rest < 5).map(({ by }) => by));
    // Or nobody could learn anything, and this would show nothing.
    expect(few.size).toBeGreaterThan(0);
    for (const { population, by } of readable)
      if (population === 'incidents') expect(few).not.toContain([...by].sort().join());
  });

  test('reads all that is told where it has nobody in it', async () => {
    const { edition, readable } = await read(ownOf(() => false));
    const margins = new Set(
      edition.cells.map(({ population, at }) => `${population} ${Object.keys(at).sort().join()}`),
    );
    expect(readable.length).toBe(margins.size);
  });

  test('reads nothing where it was not proved in time that it learns nothing', async () => {
    expect(
      (
        await read(
          ownOf(() => false),
          new Clock(0),
        )
      ).readable,
    ).toEqual([]);
  });

  test('cannot have more than there are', async () => {
    const twice = ownOf(() => true).map((one) => ({ ...one, cube: [...one.cube, ...one.cube] }));
    await expect(read(twice)).rejects.toThrow(RangeError);
  });
});

describe('lists of tables', () => {
  test('become coarser step by step', () => {
    const three = { name: 'three', population: 'incidents', by: ['type', 'gender', 'age'] };
    const lists = coarsening([...tables, three], merges);
    expect(lists.map(({ name, merges }) => [name, merges.length])).toEqual([
      ['FULL', 0],
      ['MERGED', 3],
      ['TWO_WAY', 3],
      ['ONE_WAY', 3],
      ['TOTAL', 3],
    ]);
    expect(lists.map(({ tables }) => Math.max(...tables.map(({ by }) => by.length)))).toEqual([3, 3, 2, 1, 0]);
  });

  test('of merges that overlap the widest adds up, where one holds the others', () => {
    const merge = (...codes: string[]) => ({ dimension: 'type', codes, into: codes.join() });
    expect(coarsest([merge('a', 'b'), merge('a', 'b', 'c'), merge('d', 'e')])).toEqual([
      merge('a', 'b', 'c'),
      merge('d', 'e'),
    ]);
    expect(coarsest([merge('a', 'b'), merge('b', 'c')])).toBeNull();
  });

  test('a cell has one name in all tables, whatever its codes are', () => {
    expect(cellKey('a', 'b', { y: ['2'], x: ['q', 'p'] })).toBe(cellKey('a', 'b', { x: ['p', 'q'], y: ['2'] }));
    expect(cellKey('a', 'b', { x: ['p+q'] })).not.toBe(cellKey('a', 'b', { x: ['p', 'q'] }));
    expect(cellKey('a', 'b|c', {})).not.toBe(cellKey('a|b', 'c', {}));
  });

  test('a year of periods that were told by different codes adds up by the coarser ones', async () => {
    const year = yearOf(countries.BW, 1);
    const first = await publish({ ...year, period: 'first', floors: [], lists: year.lists.slice(0, 1) });
    const union = { period: 'both', of: ['first', 'second'] };
    const second = { ...year, period: 'second', floors: [], lists: mergedLists, unions: [union] };
    const { editions } = await publish({ ...second, earlier: first.editions });
    expect(first.editions.map(({ list }) => list.name)).toEqual(['FULL']);
    expect(editions.map(({ period, list }) => [period, list.name])).toEqual([
      ['second', 'MERGED'],
      ['both', 'MERGED'],
    ]);
    const value = (edition: Edition | undefined): number | undefined =>
      edition?.cells.find(({ population, at }) => population === 'incidents' && Object.keys(at).length === 0)?.value;
    expect(value(editions[1])).toBe(2 * (value(first.editions[0]) ?? NaN));
  });
});

test('a year is not told of which a half is not', async () => {
  const union = { period: '2026', of: ['2026-1', '2026-2'] };
  const half = { ...yearOf(countries.BW, 1), period: '2026-2', floors: [], unions: [union] };
  expect((await publish(half)).editions.map(({ period }) => period)).toEqual(['2026-2']);
});

test('a programme that nothing solves has no answer, though its solver would give numbers', async () => {
  const rows = [{ at: [0, 1], by: [1, 1], lower: 5, upper: 5 }];
  const columns = { lower: [6, 0], upper: [6, 10] };
  const answers = await Programme.with({ columns, rows, strategy: 'COSTS' }, (programme) =>
    Promise.resolve([programme.solve(), programme.solveWhole(1_000)]),
  );
  expect(answers).toEqual([null, null]);
});
