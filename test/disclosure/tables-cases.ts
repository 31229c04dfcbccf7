/** What is shown of each country's tables, as large as its own. */
import { attack, leaks } from '../../src/disclosure/attack';
import { Clock } from '../../src/disclosure/clock';
import type { Edition } from '../../src/disclosure/edition';
import type { LinkedCell } from '../../src/disclosure/linked-tables';
import { link, type Floor, type Linked, type Sources } from '../../src/disclosure/linking';
import { publish, type PublicationInput } from '../../src/disclosure/publication';
import type { Row } from '../../src/disclosure/solver';
import { mergedLists, periodsOf, seeds, thresholds, yearOf, type Country } from './invented-tables';

export const enough = (): Clock => new Clock(60_000);

export { seeds };

/** An edition as the system in which an attack sees it. */
export const freshly = (sources: Omit<Sources, 'earlier' | 'unions' | 'period'>, ...editions: Edition[]): Linked =>
  link({ ...sources, period: '', unions: [], earlier: editions }, null);

export interface Found {
  readonly hidden: number;
  readonly leaks: readonly string[];
}

/** What is known to whoever attacks. */
interface Knowing {
  /** Sums of cells, beside the tables. */
  readonly knowledge?: (find: (key: string) => number) => readonly Row[];
  /** Cells that are told; all that are published where it is left out. */
  readonly isTold?: (cell: LinkedCell) => boolean;
}

const isPublished = ({ state }: LinkedCell): boolean => state !== 'HIDDEN' && state !== 'UNPUBLISHED';

/**
 * An attack on editions by somebody who knows nothing of how they were made: only what is told, and that what is hidden
 * counts somebody.
 */
export async function attackOn(
  sources: Omit<Sources, 'earlier' | 'unions' | 'period'>,
  editions: readonly Edition[],
  { knowledge, isTold = isPublished }: Knowing = {},
): Promise<Found> {
  const { tables } = freshly(sources, ...editions);
  const indexes = [...tables.cells.keys()];
  const hidden = new Set(indexes.filter((at) => !isTold(tables.cells[at] as LinkedCell)));
  const find = (key: string): number => tables.cells.findIndex((cell) => cell.key === key);
  const bounds = await attack({ tables, hidden, clock: enough(), knowledge: knowledge?.(find) ?? [] });
  if (!bounds) throw new Error('The attack did not end');
  const protection = new Map(
    indexes.flatMap((at) => {
      const promised = tables.cells[at]?.protection;
      return promised ? [[at, promised] as const] : [];
    }),
  );
  return { hidden: hidden.size, leaks: leaks(bounds, protection).map((at) => tables.cells[at]?.key ?? '') };
}

/** Everything that is published of a country, one period after the other. */
export async function published(periods: readonly Omit<PublicationInput, 'earlier'>[], lists = mergedLists) {
  const editions: Edition[] = [];
  const floors: Floor[] = [];
  for (const period of periods) {
    floors.push(...period.floors);
    editions.push(...(await publish({ ...period, lists, floors, earlier: editions })).editions);
  }
  return { editions, sources: { ...(periods[0] as PublicationInput), floors } };
}

export const hiddenShare = (editions: readonly Edition[]): number => {
  const cells = editions.flatMap((edition) => edition.cells);
  return cells.filter(({ isHidden }) => isHidden).length / cells.length;
};

/**
 * @param most share of hidden cells, of the years that were invented
 * @param years seeds by which two years are invented
 */
export function describeTables(
  country: Country,
  { most, years }: { readonly most: number; readonly years: readonly number[] },
): void {
  let share = 0;

  test.each(seeds)('a year tells of no hidden cell more than may be told (%i)', async (seed) => {
    const year = yearOf(country, seed);
    const { editions } = await publish({ ...year, lists: mergedLists });
    expect(editions.map(({ period, list }) => [period, list.name])).toEqual([['2026', 'MERGED']]);
    expect((await attackOn(year, editions)).leaks).toEqual([]);
    // Whoever knows of hidden cells no more than that they are hidden finds no small one among what is told.
    for (const { value, isHidden, protection } of editions.flatMap(({ cells }) => cells)) {
      if (value === 0) expect(isHidden).toBe(false);
      if (protection) expect(isHidden).toBe(true);
      if (value > 0 && value < thresholds.plain) expect(isHidden).toBe(true);
    }
    share += hiddenShare(editions) / seeds.length;
  });

  test('most of it is told', () => {
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(most);
  });

  test.each(years)(
    'two years, period after period, tell of no hidden cell more than may be told (%i)',
    async (seed) => {
      const { editions, sources } = await published(periodsOf(country, seed));
      expect(editions.map(({ period }) => period)).toEqual(
        [2026, 2027].flatMap((year) => [
          ...Array.from({ length: country.periods }, (_, at) => `${year}-${at + 1}`),
          `${year}`,
        ]),
      );
      expect((await attackOn(sources, editions)).leaks).toEqual([]);
    },
  );
}
