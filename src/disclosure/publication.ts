/**
 * Publishes linked tables of counts of one country and one period. A list of tables that cannot be protected, or not
 * in time, or that an attack gets into, gives way to a coarser one: a pattern that is not proved is never published.
 */
import { withstands } from './attack';
import { Clock } from './clock';
import type { Edition } from './edition';
import { link, type Linked, type Sources } from './linking';
import { suppress, type Pattern } from './suppression';
import type { ListName, TableList } from './table-design';

export interface PublicationInput extends Sources {
  /** From the finest list to the coarsest. */
  readonly lists: readonly TableList[];
  readonly limitMs?: number;
}

export interface Publication {
  /** Of the period, then of its unions; none where nothing can be published. */
  readonly editions: readonly Edition[];
  readonly list: ListName;
}

export const LIMIT_MS = 60_000;
/** The coarsest list is small, and what it is left for is that there was no time. */
const LAST_LIMIT_MS = 10_000;

/** @throws where something of it is published: to count it again would tell whatever was recorded since */
export async function publish({ lists, limitMs = LIMIT_MS, ...sources }: PublicationInput): Promise<Publication> {
  for (const { period } of [sources, ...sources.unions])
    if (sources.earlier.some((edition) => edition.period === period)) throw new RangeError(`${period} is published`);
  const clock = new Clock(limitMs);
  for (const list of lists) {
    const time = list === lists.at(-1) ? new Clock(LAST_LIMIT_MS) : clock;
    if (!(await time.hasTime())) continue;
    const linked = link({ ...sources, earlier: related(sources) }, list);
    const pattern = await provenPattern(linked, time);
    if (pattern) return { editions: editionsOf(linked, pattern), list: list.name };
  }
  return { editions: [], list: 'NOTHING' };
}

/** The editions that something published now adds up with, by way of others as well. */
function related({ earlier, unions }: Pick<Sources, 'earlier' | 'unions'>): readonly Edition[] {
  const periods = new Set(unions.flatMap(({ of }) => of));
  for (let before = -1; before !== periods.size;) {
    before = periods.size;
    for (const { period, parts } of earlier)
      if (parts && [period, ...parts].some((one) => periods.has(one)))
        for (const one of [period, ...parts]) periods.add(one);
  }
  return earlier.filter(({ period }) => periods.has(period));
}

async function provenPattern({ tables }: Linked, clock: Clock): Promise<Pattern | null> {
  const pattern = await suppress(tables, clock);
  if (!pattern) return null;
  return (await withstands({ tables, hidden: pattern.hidden, clock }, pattern.protection)) ? pattern : null;
}

function editionsOf({ tables, drafts }: Linked, { hidden, protection }: Pattern): readonly Edition[] {
  return drafts.flatMap(({ period, parts, list }) => {
    const cells = tables.cells.flatMap(({ key, population, period: of, at, value, state }, index) =>
      of === period && state === 'OPEN'
        ? [{ key, population, at, value, isHidden: hidden.has(index), protection: protection.get(index) ?? null }]
        : [],
    );
    return cells.length > 0 ? [{ period, parts, list, cells }] : [];
  });
}
