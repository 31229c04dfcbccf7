/** A picture against what the API tells the same account: every number that is seen, wherever it stands, and every mark. */
import { toldBy, type Told } from './numbers';
import { lookAt, namesOf, type Look, type Picture, type Seen } from './pictures';
import type { Box } from './drawing';
import type { Row } from './asked';

export interface Judged {
  readonly numbers: readonly Told[];
  /** What it tells beyond the API, otherwise, or not although that does. */
  readonly faults: readonly string[];
}

/** What is told of an indicator. */
export interface About {
  readonly title: string;
  readonly measure: string;
}

export function judged({ question, svg }: Picture, all: readonly Row[], about: About): Judged {
  const [indicator = ''] = question.indicators;
  const rows = all.filter((row) => row.indicator === indicator && question.periods.includes(row.period));
  const look = lookAt(svg, rows);
  const ways = Math.max(...rows.map(({ dimensions }) => dimensions.length));
  const named = new Map(
    rows
      .filter(({ dimensions }) => dimensions.length === ways)
      .flatMap((row) => namesOf(row, rows).map((name) => [name, row])),
  );
  const found = look.seen.map((seen) => ({ seen, row: named.get(seen.of) }));
  const numbers = found.flatMap(({ seen, row }) => (row ? numbersSeen(seen, row) : []));
  const faults = [
    ...found.flatMap(({ seen, row }) => faultsOf(seen, row)),
    ...lacking(rows, new Set(found.map(({ row }) => row))),
    ...marksOf(found),
    ...scaleOf(look, rows, about),
    ...besideOf(look, rows, about),
  ];
  return {
    numbers,
    faults: faults.map((fault) => `${indicator} by ${question.by.join()} of ${question.country}: ${fault}`),
  };
}

const tokens = (text: string): readonly string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
const numberIn = (text: string): number => Number(text.replaceAll(',', ''));
const format = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

interface ValueSeen {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

function readIn({ told }: Seen): ValueSeen {
  const [first = ''] = told;
  const [, value] = /^(?:≈ )?([\d.,]+)(?: %)?$/.exec(first) ?? [];
  const [, upper, lower] = told.flatMap((one) => /([\d.,]+) of ([\d.,]+)/.exec(one) ?? []);
  const number = (text: string | undefined): number | null => (text === undefined ? null : numberIn(text));
  return { value: number(value), numerator: number(upper), denominator: number(lower) };
}

const numbersSeen = (seen: Seen, row: Row): readonly Told[] => toldBy({ ...row, ...readIn(seen), previous: null });

function faultsOf(seen: Seen, row: Row | undefined): readonly string[] {
  if (!row) return seen.told.flatMap(tokens).map((one) => `${one} of ${seen.of}, which is no row`);
  const read = readIn(seen);
  const targets = row.targets.map(({ value }) => format.format(value));
  const known = [read.value, read.numerator, read.denominator]
    .filter((one) => one !== null)
    .map((one) => format.format(one));
  const others = seen.told.flatMap(tokens).filter((one) => !known.includes(one) && !targets.includes(one));
  const isTold = row.status === 'EXACT' || row.status === 'ROUNDED';
  const isRight =
    read.value === (isTold ? row.value : null) &&
    (read.numerator ?? row.numerator) === row.numerator &&
    (read.denominator ?? row.denominator) === row.denominator &&
    (row.status === 'ROUNDED') === (seen.told[0] ?? '').startsWith('≈') &&
    (row.status === 'SUPPRESSED') === seen.boxes.some(isHatched);
  return [
    ...others.map((one) => `${one} at ${seen.of}`),
    ...(isRight ? [] : [`${seen.of} looks like ${seen.told.join()}`]),
  ];
}

const lacking = (rows: readonly Row[], seen: ReadonlySet<Row | undefined>): readonly string[] =>
  rows
    .filter((row) => (row.status === 'EXACT' || row.status === 'ROUNDED') && !seen.has(row))
    .map((row) => `nothing of ${namesOf(row, rows).join()}`);

/** The ground of what is hidden, and nothing that grows with a value. */
const HATCH = '#f3f5f4';
const isHatched = ({ fill }: Box): boolean => fill === HATCH;
const isSilent = ({ fill }: Box): boolean => fill === HATCH || fill === '#ffffff' || fill.startsWith('url(');

interface Found {
  readonly seen: Seen;
  readonly row: Row | undefined;
}

/** What is hidden looks alike, however much it is; what is known is as long as its number says. */
function marksOf(found: readonly Found[]): readonly string[] {
  const hidden = found.filter(({ row }) => row?.status === 'SUPPRESSED').map(({ seen }) => seen);
  const loud = hidden.filter(({ boxes }) => !boxes.every(isSilent)).map(({ of }) => `${of} is hidden and coloured`);
  const known = found.flatMap(({ seen, row }) => (row && row.value !== null ? [{ boxes: seen.boxes, row }] : []));
  // In cells the shade says how much it is.
  if (!known.some(({ boxes }) => boxes.length > 0 && boxes.every(({ isEdged }) => !isEdged))) return loud;
  const sizes = new Set(hidden.flatMap(({ boxes }) => boxes.map(({ width, height }) => `${width} × ${height}`)));
  const rates = known.flatMap(({ boxes, row: { value, dimensions } }) =>
    boxes.flatMap(({ width, height }) => {
      const length = dimensions.length === 0 ? height : width;
      return length > SHORTEST && value ? [length / value] : [];
    }),
  );
  const isEven = Math.max(...rates) < 1.02 * Math.min(...rates) || rates.length === 0;
  return [
    ...loud,
    ...(sizes.size > 1 ? ['hidden in several sizes'] : []),
    ...(isEven ? [] : ['lengths are no values']),
  ];
}

/** Pixels that nothing at all has as well, so that it is seen. */
const SHORTEST = 2.01;

/** It ends at the step above the highest that is told. */
function scaleOf({ scale }: Look, rows: readonly Row[], { measure }: About): readonly string[] {
  const [top = 0, below = 0] = scale.toSorted((one, other) => other - one);
  const told = rows.flatMap((row) => [row.value ?? 0, row.baseline ?? 0, ...row.targets.map(({ value }) => value)]);
  const isShare = measure === 'PER_CENT';
  return below < Math.max(...told, 0) || below === 0 || (isShare && top === 100) ? [] : [`a scale up to ${top}`];
}

/** Titles, legends, and what is said in words: of numbers those of its rows, of periods and of names. */
function besideOf({ beside }: Look, rows: readonly Row[], { title }: About): readonly string[] {
  const count = (status: string): number => rows.filter((row) => row.status === status).length;
  const numbers = rows.flatMap((row) => [
    row.value,
    row.numerator,
    row.denominator,
    row.baseline,
    ...row.targets.map(({ value }) => value),
  ]);
  const names = rows.flatMap((row) => [row.period, row.gapLabel ?? '', ...row.dimensions.map(({ label }) => label)]);
  const allowed = new Set([
    ...['0', ...numbers.flatMap((one) => (one === null ? [] : format.format(one)))],
    ...[title, ...names, ...rows.map(({ period }) => period.slice(0, 4))].flatMap(tokens),
  ]);
  const counts = [`${rows.length} values; `, `${count('SUPPRESSED')} hidden`, `${count('MISSING')} without a value`];
  return beside.flatMap((text) => {
    const said = counts.reduce(
      (left, one) => left.replace(one, ''),
      text.replace(/indicator I\w+, v\d+/, '').replace(ASOF, ''),
    );
    return tokens(said).flatMap((one) => (allowed.has(one) ? [] : [`${one} in “${text}”`]));
  });
}

const ASOF = /Counted as of \d+ \w+ \d{4}, \d\d:\d\d/;
