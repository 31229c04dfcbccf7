/** The bounds of an attack are those that trying every whole number for every hidden cell gives. */
import { attack } from '../../src/disclosure/attack';
import type { Edition } from '../../src/disclosure/edition';
import { link, type Linked, type Sources } from '../../src/disclosure/linking';
import { publish } from '../../src/disclosure/publication';
import type { TableList } from '../../src/disclosure/table-design';
import { lot, type Draw } from './invented';
import { enough, freshly, seeds } from './tables-cases';

const codes = ['a', 'b', 'c'];
const dimensions = ['x', 'y', 'z'].map((name, at) => ({ name, codes: at < 2 ? codes : codes.slice(0, 2) }));
const listOf = (...tables: (readonly string[])[]): TableList => ({
  name: 'FULL',
  tables: tables.map((by) => ({ name: by.join(), population: 'all', by })),
  merges: [],
});

const sourcesOf = (draw: Draw): Sources => ({
  ...{ period: '2026', unions: [], earlier: [], floors: [], dimensions, thresholds: { plain: 3, sensitive: 3 } },
  populations: [
    {
      name: 'all',
      cube: codes.flatMap((x) =>
        codes.flatMap((y) => ['a', 'b'].map((z) => ({ values: { x, y, z }, n: Math.max(0, draw(5) - 1) }))),
      ),
    },
  ],
});

/** Of each hidden cell the least and the most in all whole numbers that add up. */
function tried({ tables: { cells, equations } }: Linked, hidden: ReadonlySet<number>): Map<number, [number, number]> {
  const unknown = [...hidden];
  const value = cells.map((cell) => cell.value);
  const most = Math.max(...value);
  const found = new Map<number, [number, number]>();
  // An equation is looked at when its last unknown is set, so that few of all combinations are gone through.
  const due = unknown.map((at, order) =>
    equations.filter((row) => row.at.includes(at) && row.at.every((one) => unknown.indexOf(one) <= order)),
  );
  const holds = (order: number): boolean =>
    (due[order] ?? []).every(
      ({ at, by }) => at.reduce((sum, one, i) => sum + (value[one] ?? 0) * (by[i] ?? 0), 0) === 0,
    );
  const set = (order: number): void => {
    const at = unknown[order];
    if (at === undefined) {
      for (const one of unknown) {
        const now = value[one] ?? 0;
        const [least, highest] = found.get(one) ?? [now, now];
        found.set(one, [Math.min(least, now), Math.max(highest, now)]);
      }
      return;
    }
    for (let n = cells[at]?.floor ?? 0; n <= most; n++) {
      value[at] = n;
      if (holds(order)) set(order + 1);
    }
  };
  set(0);
  return found;
}

async function compare(sources: Sources, list: TableList, hide: (linked: Linked) => ReadonlySet<number>) {
  const linked = link(sources, list);
  const hidden = hide(linked);
  const bounds = await attack({ tables: linked.tables, hidden, clock: enough() });
  const all = tried(linked, hidden);
  return [...hidden].map((at) => ({
    bound: [bounds?.get(at)?.lower, bounds?.get(at)?.upper],
    tried: all.get(at),
    isReached: bounds?.get(at)?.isReached,
  }));
}

/** Some cells, by lot; the total is told, so that all numbers have an end. */
const some =
  (draw: Draw, n: number) =>
  ({ tables: { cells } }: Linked): ReadonlySet<number> => {
    const inside = [...cells.keys()].filter(
      (at) => (cells[at]?.value ?? 0) > 0 && Object.keys(cells[at]?.at ?? {}).length > 0,
    );
    return new Set(Array.from({ length: n }, () => inside[draw(inside.length)] as number));
  };

test.each(seeds)('of one table of two dimensions (%i)', async (seed) => {
  const draw = lot(seed);
  const found = await compare(sourcesOf(draw), listOf(['x', 'y']), some(draw, 7));
  for (const { bound, tried, isReached } of found) {
    expect(bound).toEqual(tried);
    expect(isReached).toBe(true);
  }
});

test.each(seeds)('of three linked tables, and of one of three dimensions (%i)', async (seed) => {
  const draw = lot(seed);
  for (const list of [listOf(['x', 'y'], ['x', 'z'], ['y', 'z']), listOf(['x', 'y', 'z'])]) {
    const found = await compare(sourcesOf(draw), list, some(draw, 8));
    for (const { bound, tried: [least, most] = [NaN, NaN], isReached } of found) {
      const [lower = NaN, upper = NaN] = bound;
      if (isReached) expect([lower, upper]).toEqual([least, most]);
      // Of fractions nothing closer is found than of whole numbers.
      expect(lower).toBeLessThanOrEqual(least);
      expect(upper).toBeGreaterThanOrEqual(most);
    }
  }
});

test.each(seeds)('of what is published, no promise is undone by trying (%i)', async (seed) => {
  const sources = sourcesOf(lot(seed));
  const { editions } = await publish({
    ...sources,
    lists: [listOf(['x', 'y'], ['x', 'z'], ['y', 'z']), listOf(['x', 'y'])],
  });
  for (const edition of editions) {
    const linked = freshly(sources, edition);
    const all = tried(
      linked,
      new Set([...linked.tables.cells.keys()].filter((at) => linked.tables.cells[at]?.state === 'HIDDEN')),
    );
    for (const [at, { protection }] of linked.tables.cells.entries()) {
      if (!protection) continue;
      const [least = NaN, most = NaN] = all.get(at) ?? [];
      expect(least).toBeLessThanOrEqual(protection.lower);
      expect(most).toBeGreaterThanOrEqual(protection.upper);
    }
  }
  expect(editions.length).toBe(1);
});

test('an attack finds a count that is hidden alone in its row', async () => {
  const found = await compare(sourcesOf(lot(1)), listOf(['x', 'y']), some(lot(1), 1));
  expect(found.every(({ bound: [lower, upper] }) => lower === upper)).toBe(true);
});

test('counts that do not add up are refused', async () => {
  const sources = sourcesOf(lot(1));
  const { editions } = await publish({ ...sources, lists: [listOf(['x', 'y'])] });
  const [edition] = editions as readonly [Edition];
  const cells = edition.cells.map((cell, at) => (at === 1 ? { ...cell, value: cell.value + 1 } : cell));
  expect(() => freshly(sources, { ...edition, cells })).toThrow(RangeError);
});
