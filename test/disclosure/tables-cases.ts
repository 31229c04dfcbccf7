/** What is shown of each country's tables, as large as its own. */
import { attack, leaks } from '../../src/disclosure/attack';
import { Clock } from '../../src/disclosure/clock';
import type { Edition } from '../../src/disclosure/edition';
import { link, type Sources } from '../../src/disclosure/linking';
import type { Row } from '../../src/disclosure/solver';

export const enough = (): Clock => new Clock(60_000);

export interface Found {
  readonly hidden: number;
  readonly leaks: readonly string[];
}

/**
 * An attack on editions by somebody who knows nothing of how they were made: only what is told, and that what is hidden
 * counts somebody.
 */
export async function attackOn(
  sources: Omit<Sources, 'earlier' | 'unions' | 'period'>,
  editions: readonly Edition[],
  knowledge?: (find: (key: string) => number) => readonly Row[],
): Promise<Found> {
  const { tables } = link({ ...sources, period: '', unions: [], earlier: editions }, null);
  const indexes = [...tables.cells.keys()];
  const hidden = new Set(indexes.filter((at) => ['HIDDEN', 'UNPUBLISHED'].includes(tables.cells[at]?.state ?? '')));
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
