/**
 * Which published tables, and margins of them, an organisation may read whose own people are counted in them. It subtracts them, so what it
 * reads are tables of everybody else, and those must not tell of few people either.
 */
import { attack, leaks } from './attack';
import type { Clock } from './clock';
import { counted, type Edition, type EditionCell, type Interval, type Population } from './edition';
import { isSmall, type LinkedCell, type LinkedTables } from './linked-tables';
import { link, type Sources } from './linking';
import { marginsOf } from './table-design';

/** What the organisation itself has of a period. */
export interface OwnCounts {
  readonly period: string;
  readonly populations: readonly Population[];
}

export interface ReadableTable {
  readonly period: string;
  readonly population: string;
  /** Dimensions. */
  readonly by: readonly string[];
}

export interface PartnerInput {
  readonly sources: Pick<Sources, 'dimensions' | 'populations' | 'thresholds'>;
  readonly editions: readonly Edition[];
  readonly own: readonly OwnCounts[];
  readonly clock: Clock;
}

/** @returns none where it could not be proved that they tell nothing */
export async function readableTables(input: PartnerInput): Promise<readonly ReadableTable[]> {
  const { editions, clock } = input;
  const all = editions.flatMap(({ period, list }) =>
    input.sources.populations.flatMap(({ name: population }) =>
      marginsOf(list.tables, population).map((by) => ({ period, population, by })),
    ),
  );
  const { tables, promises } = ofOthers(input);
  const isPublished = ({ state }: LinkedCell): boolean => state === 'PUBLISHED';
  const revealed = await revealedCells(tables, promises, isPublished, clock);
  let readable: readonly ReadableTable[] | null =
    revealed && all.filter((one) => !revealed.some((cell) => tells(one, cell)));
  while (readable && readable.length > 0) {
    // What is not read is not known, but might follow from what is.
    const read = new Set(readable.flatMap((one) => keysOf(one, editions)));
    const isRead = (cell: LinkedCell): boolean => isPublished(cell) && read.has(cell.key);
    const following = await revealedCells(tables, promises, isRead, clock);
    if (following?.length === 0) return readable;
    const left: readonly ReadableTable[] | null =
      following && readable.filter((one) => !following.some((cell) => isNear(one, cell)));
    readable = left && left.length < (readable?.length ?? 0) ? left : [];
  }
  return [];
}

/** What is left of a population follows from all of whom it is left. */
const tells = ({ period, population, by }: ReadableTable, cell: LinkedCell): boolean =>
  cell.period === period &&
  (cell.population === population || cell.state === 'UNPUBLISHED') &&
  Object.keys(cell.codes).every((dimension) => by.includes(dimension));

const isNear = ({ by }: ReadableTable, { codes }: LinkedCell): boolean =>
  by.some((dimension) => codes[dimension] !== undefined) || Object.keys(codes).length === 0;

/** All cells with nobody in them who is one's own. */
function ofOthers({ sources, editions, own }: PartnerInput) {
  const ownIn = new Map(editions.flatMap((edition) => [...ownOf(edition, sources, own)]));
  const others = editions.map((edition) => ({
    ...edition,
    cells: edition.cells.map((cell) => ({ ...cell, value: cell.value - (ownIn.get(cell.key) ?? 0) })),
  }));
  const { cells, equations } = link({ ...sources, period: '', unions: [], floors: [], earlier: others }, null).tables;
  const tables: LinkedTables = {
    equations,
    // A hidden cell counts somebody, but perhaps only one's own.
    cells: cells.map((cell) => ({ ...cell, floor: Math.max(0, cell.floor - (ownIn.get(cell.key) ?? 0)) })),
  };
  const promises = new Map(
    tables.cells.flatMap((cell, at) => {
      if (!isSmall(cell) || !cell.isPersonal) return [];
      const lower = Math.max(1, (cell.protection?.lower ?? 1) - (ownIn.get(cell.key) ?? 0));
      return [[at, { lower, upper: Math.max(cell.threshold, lower + cell.threshold - 1) }] as const];
    }),
  );
  return { tables, promises };
}

function ownOf(
  { period, parts, list, cells }: Edition,
  { dimensions, populations }: PartnerInput['sources'],
  own: readonly OwnCounts[],
): ReadonlyMap<string, number> {
  const periods = parts ?? [period];
  const mine = populations.map(({ name }) => ({
    name,
    cube: own
      .filter((one) => periods.includes(one.period))
      .flatMap((one) => one.populations.filter((population) => population.name === name).flatMap(({ cube }) => cube)),
  }));
  const counts = new Map([...counted(period, list, dimensions, mine)].map(([key, { value }]) => [key, value]));
  return new Map(cells.map(({ key }: EditionCell) => [key, counts.get(key) ?? 0]));
}

/**
 * The cells of which somebody to whom these are told learns too much; null: it was not proved of the others. That there
 * is nobody is told of any cell.
 */
async function revealedCells(
  tables: LinkedTables,
  promises: ReadonlyMap<number, Interval>,
  isTold: (cell: LinkedCell) => boolean,
  clock: Clock,
): Promise<readonly LinkedCell[] | null> {
  const hidden = new Set([...tables.cells.keys()].filter((at) => !isTold(tables.cells[at] as LinkedCell)));
  const bounds = await attack({ tables, hidden, clock });
  if (!bounds) return null;
  const pinned = [...bounds].flatMap(([at, { lower, upper }]) =>
    lower === upper && upper > 0 && tables.cells[at]?.state === 'HIDDEN' ? [at] : [],
  );
  return [...leaks(bounds, promises), ...pinned].map((at) => tables.cells[at] as LinkedCell);
}

/** With all margins, which follow from it. */
function keysOf({ period, population, by }: ReadableTable, editions: readonly Edition[]): readonly string[] {
  const edition = editions.find((one) => one.period === period) as Edition;
  return edition.cells
    .filter(
      (cell) => cell.population === population && Object.keys(cell.at).every((dimension) => by.includes(dimension)),
    )
    .map(({ key }) => key);
}
