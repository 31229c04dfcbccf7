/** One period of one series, from what is counted to what the region may read of it. */
import { HiddenCells, adHocCount, keyOfAll } from '../../../disclosure/ad-hoc';
import { codingsOf, publishedCode, type Codings } from '../../../disclosure/coding';
import { publishedCells, type CubeRow, type Edition } from '../../../disclosure/edition';
import type { Floor, Union } from '../../../disclosure/linking';
import { publish } from '../../../disclosure/publication';
import type { Dimension, ListName, TableList } from '../../../disclosure/table-design';
import { unionOf, periodAt, type Period } from '../../../base/period/period';
import type { PeriodTypeCode } from '../../../base/period/type';
import { incidents } from '../counting/cases';
import { codesOfDimension, type IndicatorDimension } from '../indicator.dimensions';
import { merges, NOT_KNOWN } from './publication.codes';
import type { Cube } from './publication.counting';
import { crossed, listsOf, populationName, type Series } from './publication.plan';

export interface PublishedCount {
  readonly period: string;
  readonly population: string;
  readonly dimensions: string;
  readonly codes: readonly string[];
  readonly value: number | null;
  readonly isRounded: boolean;
}

export interface Made {
  readonly list: ListName;
  readonly editions: readonly Edition[];
  readonly cells: readonly PublishedCount[];
}

export interface Making {
  readonly series: Series;
  readonly period: Period;
  readonly finest: PeriodTypeCode;
  readonly isByZone: boolean;
  /** Codes of the places of the country. */
  readonly places: readonly string[];
  /** Organisations that ever registered a case. */
  readonly organisations: readonly string[];
  readonly thresholds: { readonly plain: number; readonly sensitive: number };
  readonly cube: Cube;
  readonly earlier: readonly Edition[];
  readonly floors: readonly Floor[];
  readonly limitMs?: number;
}

/** Of few people, or of those whom a count could harm. */
const sensitive: Readonly<Partial<Record<IndicatorDimension, readonly string[]>>> = {
  PERPETRATOR: ['LAW_ENFORCEMENT'],
  GENDER: ['TRANS_WOMAN', 'TRANS_MAN', 'NON_BINARY', 'INTERSEX', 'OTHER'],
};

/** Minors are counted in no table. */
const withoutMinors = (codes: readonly string[]): readonly string[] => codes.filter((code) => code !== 'UNDER_18');

function dimensionsOf({ series, places, organisations }: Making): readonly Dimension[] {
  const names = [...new Set(series.populations.flatMap(({ by }) => by.flat()))];
  return names.map((name): Dimension => {
    const list = codesOfDimension[name];
    const codes =
      typeof list === 'string'
        ? { provinces: places, organisations }[list]
        : withoutMinors(list.codes).filter((code) => !isUnknown(name, code));
    return { name, codes: [...codes, NOT_KNOWN], ...(sensitive[name] && { sensitive: sensitive[name] }) };
  });
}

/** Ages have a code for what is not known; it is told as in every other dimension. */
const isUnknown = (name: IndicatorDimension, code: string): boolean => name === 'AGE_BAND' && code === 'UNKNOWN';

/** The year that ends with a period, where it is made of published ones. */
function unionsOf({ period, finest, earlier, series }: Making): readonly Union[] {
  const year = periodAt(period.to, 'YEAR');
  if (!year || year.to !== period.to || year.name === period.name) return [];
  const parts = unionOf(year, finest)?.map((part) => nameIn(series, part.name)) ?? [];
  const known = new Set([...earlier.map((edition) => edition.period), nameIn(series, period.name)]);
  return parts.length > 0 && parts.every((part) => known.has(part))
    ? [{ period: nameIn(series, year.name), of: parts }]
    : [];
}

/** Editions of one series add up among themselves. */
const nameIn = ({ name }: Series, period: string): string => `${name} ${period}`;
export const periodNameOf = (edition: string): string => edition.slice(edition.indexOf(' ') + 1);

/** How long it is tried to publish a year with the period that completes it. */
const YEAR_LIMIT_MS = 10_000;

/**
 * With the year that it completes, where both can be protected as finely as a period is; else without: what the year is
 * told of then is what its periods add up to.
 */
export async function makeEdition(making: Making): Promise<Made> {
  const unions = unionsOf(making);
  const [finest] = listsOfEdition(making);
  if (unions.length > 0) {
    const both = await published(making, unions, Math.min(YEAR_LIMIT_MS, making.limitMs ?? YEAR_LIMIT_MS));
    if (both.list === finest?.name) return both;
  }
  return published(making, [], making.limitMs);
}

function listsOfEdition({ series, isByZone, cube }: Making): readonly TableList[] {
  const of = new Map(cube.populations.map((one) => [one.name, one.cube.map(({ values }) => values['ORGANISATION'])]));
  return listsOf(series, isByZone, (population) => new Set(of.get(population)).size);
}

async function published(making: Making, unions: readonly Union[], limitMs: number | undefined): Promise<Made> {
  const { series, period, cube, earlier, thresholds } = making;
  const dimensions = dimensionsOf(making);
  const lists = listsOfEdition(making);
  const { editions, list } = await publish({
    ...{ unions, dimensions, thresholds, earlier, period: nameIn(series, period.name) },
    populations: cube.populations.map((one) => ({ ...one, cube: one.cube.map(withKnown) })),
    floors: making.floors.map((floor) => ({ ...floor, period: nameIn(series, floor.period) })),
    // A coarser list for the sake of the year would tell less of the period.
    lists: unions.length > 0 ? lists.slice(0, 1) : lists,
    ...(limitMs !== undefined && { limitMs }),
  });
  const told = editions
    .flatMap((edition) => publishedCells(edition))
    .map(({ period: of, population, at, value }): PublishedCount => ({
      ...{ period: periodNameOf(of), population, value, isRounded: false },
      ...inOrder(at),
    }));
  return { list, editions, cells: [...told, ...roughly(making, dimensions, [...earlier, ...editions])] };
}

const withKnown = (row: CubeRow): CubeRow => ({ ...row, values: known(row.values) });

const known = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  values['AGE_BAND'] === 'UNKNOWN' ? { ...values, AGE_BAND: NOT_KNOWN } : values;

function inOrder(at: Readonly<Record<string, string>>): Pick<PublishedCount, 'dimensions' | 'codes'> {
  const names = Object.keys(at).sort();
  return { dimensions: names.join(','), codes: names.map((name) => at[name] ?? NOT_KNOWN) };
}

/** Three at a time of what incidents are told by: rounded, and nothing of it inside of what is hidden. */
function roughly(
  making: Making,
  dimensions: readonly Dimension[],
  editions: readonly Edition[],
): readonly PublishedCount[] {
  const { series, period, cube } = making;
  if (cube.keyed.length === 0 || editions.length === 0) return [];
  const hidden = new HiddenCells(editions);
  const codings = codingsOf(dimensions, merges);
  const threes = crossed.flatMap((one, at) =>
    crossed
      .slice(at + 1)
      .flatMap((two, next) => crossed.slice(at + next + 2).map((three) => [one, two, three] as const)),
  );
  return threes.flatMap((names) =>
    roughTable(names, { making, hidden, codings, edition: nameIn(series, period.name) }),
  );
}

interface Rough {
  readonly making: Making;
  readonly hidden: HiddenCells;
  readonly codings: Codings;
  readonly edition: string;
}

function roughTable(names: readonly IndicatorDimension[], rough: Rough): readonly PublishedCount[] {
  const { making, codings, hidden, edition } = rough;
  const told = names.map((name) => publishedCode(codings.get(name) ?? new Map()));
  const cells = new Map<string, { codes: readonly string[]; n: number; keys: number[] }>();
  for (const codes of combinations(names.map((name) => [...(codings.get(name)?.keys() ?? [])])))
    cells.set(codes.join('\n'), { codes, n: 0, keys: [] });
  for (const { values, n, key } of making.cube.keyed) {
    const own = known(values);
    const cell = cells.get(names.map((name, at) => told[at]?.get(own[name] ?? '') ?? '').join('\n'));
    if (!cell) throw new RangeError(`No cell for ${JSON.stringify(values)}`);
    cell.n += n;
    cell.keys.push(key);
  }
  const population = populationName(incidents, 'all');
  return [...cells.values()].flatMap(({ codes, n, keys }) => {
    const at = Object.fromEntries(names.map((name, nth) => [name, codings.get(name)?.get(codes[nth] ?? '') ?? []]));
    const base = isSensitive(at) ? making.thresholds.sensitive : making.thresholds.plain;
    const { value } = adHocCount({ population, period: edition, codes: at }, hidden, { n, key: keyOfAll(keys), base });
    // What is not there is a zero that could be told.
    if (value === 0 && n === 0) return [];
    const ordered = inOrder(Object.fromEntries(names.map((name, nth) => [name, codes[nth] ?? NOT_KNOWN])));
    return [{ period: making.period.name, population, value, isRounded: true, ...ordered }];
  });
}

const isSensitive = (at: Readonly<Record<string, readonly string[]>>): boolean =>
  Object.entries(sensitive).some(([name, codes]) => at[name]?.some((code) => codes.includes(code)));

const combinations = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (before, codes) => before.flatMap((one) => codes.map((code) => [...one, code])),
    [[]],
  );
