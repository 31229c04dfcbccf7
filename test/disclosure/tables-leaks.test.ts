/** What would leak is found by the same attack that finds nothing in what is published. */
import { attack, leaks } from '../../src/disclosure/attack';
import { publishedCells, type Edition, type EditionCell } from '../../src/disclosure/edition';
import { isSmall } from '../../src/disclosure/linked-tables';
import { link, type Linked } from '../../src/disclosure/linking';
import { publish, type PublicationInput } from '../../src/disclosure/publication';
import type { Row } from '../../src/disclosure/solver';
import { suppress, type Pattern } from '../../src/disclosure/suppression';
import { type TableList } from '../../src/disclosure/table-design';
import { lot } from './invented';
import { countries, cubeOf, dimensionsOf, incidents, mergedLists, populationsOf, yearOf } from './invented-tables';
import { attackOn, enough, published } from './tables-cases';

const bw = countries.BW;
const list = mergedLists[0] as TableList;
const year = (seed = 1): PublicationInput => ({ ...yearOf(bw, seed), lists: mergedLists });
const plainYear = (seed = 1): PublicationInput => {
  const all = incidents(bw, bw.cases, lot(seed));
  return { ...year(seed), floors: [], populations: populationsOf(all) };
};

async function solved(input: PublicationInput, of = list): Promise<Linked & { readonly pattern: Pattern }> {
  const linked = link(input, of);
  const pattern = await suppress(linked.tables, enough());
  if (!pattern) throw new Error('There is no pattern');
  return { ...linked, pattern };
}

const leaksOf = async ({ tables, pattern }: { readonly pattern: Pattern } & Linked, hidden: ReadonlySet<number>) => {
  const bounds = await attack({ tables, hidden, clock: enough() });
  return bounds ? leaks(bounds, pattern.protection).length : NaN;
};

const primaryOf = ({ tables: { cells } }: Linked): Set<number> =>
  new Set([...cells.keys()].filter((at) => cells[at] && (cells[at].state === 'UNPUBLISHED' || isSmall(cells[at]))));

describe('patterns', () => {
  test('the one that is published has no leak', async () => {
    const all = await solved(year());
    expect(await leaksOf(all, all.pattern.hidden)).toBe(0);
  });

  test('small cells alone', async () => {
    const all = await solved(year());
    expect(await leaksOf(all, primaryOf(all))).toBeGreaterThan(5);
  });

  test('two in each row and column', async () => {
    const all = await solved(year());
    const { cells, equations } = all.tables;
    const hidden = primaryOf(all);
    for (let before = -1; before !== hidden.size;) {
      before = hidden.size;
      for (const { at } of equations) {
        if (at.filter((one) => hidden.has(one)).length !== 1) continue;
        const [next] = at
          .filter((one) => !hidden.has(one) && (cells[one]?.value ?? 0) > 0)
          .sort((one, other) => (cells[one]?.value ?? 0) - (cells[other]?.value ?? 0));
        if (next !== undefined) hidden.add(next);
      }
    }
    expect(await leaksOf(all, hidden)).toBeGreaterThan(5);
  });

  test('each table by itself', async () => {
    const input: PublicationInput = { ...yearOf(bw, 1), floors: [] };
    const finest = input.lists[0] as TableList;
    const all = await solved(input, finest);
    const told = new Set<string>();
    for (const table of finest.tables) {
      const populations = input.populations.filter(({ name }) => name === table.population);
      const alone = populations.map(({ name, cube, sensitive }) => ({ name, cube, ...(sensitive && { sensitive }) }));
      const { tables, pattern } = await solved({ ...input, populations: alone }, { ...finest, tables: [table] });
      for (const [at, { key }] of tables.cells.entries()) if (!pattern.hidden.has(at)) told.add(key);
    }
    const hidden = new Set([...all.tables.cells.keys()].filter((at) => !told.has(all.tables.cells[at]?.key ?? '')));
    expect(await leaksOf(all, hidden)).toBeGreaterThan(5);
  });
});

describe('periods', () => {
  const halves = ['2026-1', '2026-2'].map((period, at) => ({
    ...plainYear(),
    ...{ period, populations: populationsOf(incidents(bw, bw.cases / 2, lot(at + 1))) },
  }));
  const cube = halves.flatMap(({ populations }) => populations.flatMap((one) => one.cube));
  const whole: PublicationInput = { ...plainYear(), populations: [{ name: 'incidents', cube }] };
  const union = { period: '2026', of: ['2026-1', '2026-2'] };

  test('a year that is solved afresh beside its halves', async () => {
    const { editions, sources } = await published(halves);
    const afresh = (await publish(whole)).editions.map((edition) => ({ ...edition, parts: union.of }));
    expect((await attackOn(sources, [...editions, ...afresh])).leaks.length).toBeGreaterThan(3);
  });

  test('a year that adds up what is told of its halves has none', async () => {
    const [first, second] = halves as [PublicationInput, PublicationInput];
    const { editions, sources } = await published([first, { ...second, unions: [union] }]);
    expect(editions.map(({ period }) => period)).toEqual(['2026-1', '2026-2', '2026']);
    expect((await attackOn(sources, editions)).leaks).toEqual([]);
  });

  test('a table that is counted again with one more, or with one less, tells all of that one', async () => {
    const all = incidents(bw, bw.cases, lot(1));
    const [one] = incidents(bw, 1, lot(77));
    const editions = await Promise.all(
      [all, [...all, one as (typeof all)[number]]].map((these) =>
        publish({ ...plainYear(), populations: [{ name: 'incidents', cube: cubeOf(these) }] }),
      ),
    );
    const [before, after] = editions.map(
      ({ editions }) => new Map(editions.flatMap(publishedCells).map((cell) => [cell.key, cell])),
    );
    const told = new Map<string, string>();
    for (const [key, { value, at }] of after ?? [])
      if (value !== null && before?.get(key)?.value === value - 1)
        for (const [dimension, code] of Object.entries(at)) told.set(dimension, code);
    expect(told.size).toBeGreaterThanOrEqual(dimensionsOf(bw).length - 1);
    for (const [dimension, code] of told) expect([one?.[dimension], code].some((is) => code === is)).toBe(true);
  });

  test('so what is published is not counted again', async () => {
    const { editions } = await publish(plainYear());
    await expect(publish({ ...plainYear(2), earlier: editions })).rejects.toThrow(RangeError);
  });
});

describe('what is told beside the tables', () => {
  const keyOf = (cells: readonly EditionCell[], is: (cell: EditionCell) => boolean): EditionCell | undefined =>
    cells.find(is);

  test('shares of hidden counts', async () => {
    const input = plainYear();
    const { editions } = await publish(input);
    const [{ cells }] = editions as readonly [Edition];
    const total = keyOf(cells, ({ at }) => Object.keys(at).length === 0)?.value ?? 0;
    const shares = (find: (key: string) => number): Row[] =>
      cells
        .filter(({ isHidden }) => isHidden)
        .map(({ key, value }) => {
          const percent = Math.round((100 * value) / total);
          return {
            at: [find(key)],
            by: [1],
            lower: ((percent - 0.5) * total) / 100,
            upper: ((percent + 0.5) * total) / 100,
          };
        });
    expect((await attackOn(input, editions)).leaks).toEqual([]);
    expect((await attackOn(input, editions, { knowledge: shares })).leaks.length).toBeGreaterThan(5);
  });

  test('rows that are alike in place, gender and age alone', async () => {
    const input = plainYear();
    const { editions } = await publish(input);
    const [{ cube }] = input.populations as readonly [PublicationInput['populations'][number]];
    const alike = new Map<string, typeof cube>();
    for (const row of cube) {
      const key = ['place', 'gender', 'age'].map((one) => row.values[one]).join();
      alike.set(key, [...(alike.get(key) ?? []), row]);
    }
    const rows = [...alike.values()].filter((some) => some.length >= 5).flat();
    const floors = rows.map(({ values }) => ({
      ...{ population: 'incidents', period: '2026', n: 1 },
      codes: Object.fromEntries(
        ['place', 'gender', 'age', 'type', 'perpetrator'].map((one) => [one, [values[one] ?? '']]),
      ),
    }));
    expect((await attackOn({ ...input, floors }, editions)).leaks.length).toBeGreaterThan(5);
    const knowing = await publish({ ...input, floors });
    expect((await attackOn({ ...input, floors }, knowing.editions)).leaks).toEqual([]);
  });
});

describe('without time', () => {
  test.each(Object.values(countries))(
    'what is told of $name is no more than its total, without a leak',
    async (country) => {
      const input = { ...yearOf(country, 1), limitMs: 0 };
      const { editions, list } = await publish(input);
      expect(list).toBe('TOTAL');
      expect(publishedCells((editions as readonly [Edition])[0])[0]).toMatchObject({ at: {}, status: 'EXACT' });
      expect((await attackOn(input, editions)).leaks).toEqual([]);
    },
  );

  test.each([1, 20, 50, 100, 200, 400])('in %i ms nothing is told that is not proved', async (limitMs) => {
    const input = { ...yearOf(countries.ZW, 2), limitMs };
    const { editions } = await publish(input);
    expect((await attackOn(input, editions)).leaks).toEqual([]);
  });

  test('of a country with few cases nothing is told, or what an attack gets nothing out of', async () => {
    for (const cases of [0, 1, 3, 4, 9, 30]) {
      const input = { ...plainYear(), populations: populationsOf(incidents(bw, cases, lot(3)), lot(4)) };
      const { editions } = await publish(input);
      expect((await attackOn(input, editions)).leaks).toEqual([]);
      for (const { value } of editions.flatMap(publishedCells))
        if (value !== null) expect([value, value === 0 || value >= 5]).toEqual([value, true]);
    }
  });
});
