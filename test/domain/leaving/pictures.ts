/** Pictures of tables (`GET /chart/<code>.svg`), read back into the numbers that can be seen in them. */
import { periodText } from '../../../src/chart/period-names';
import type { Client, TestApp } from '../../support/app';
import { halved, type Question, type Row } from './asked';
import { drawingIn, type Box, type Drawing, type Written } from './drawing';

export interface Picture {
  readonly question: Question;
  readonly svg: string;
}

/** There is room for every number. */
const EDGE = 2000;
/** Pixels of its letters. */
const TITLE = 16;

/** In halves where it would have more values than a chart has; none where one period has more. */
export async function picturesOf(api: TestApp, account: Client, question: Question): Promise<readonly Picture[]> {
  const { country, by, indicators, periods } = question;
  const asked = new URLSearchParams({ period: periods.join(), country, width: String(EDGE), lang: 'en' });
  if (by.length > 0) asked.set('by', by.join());
  const url = `/chart/${indicators[0]}.svg?${asked.toString()}`;
  const { statusCode, body } = await api.http.inject({ url, headers: { authorization: `Bearer ${account.token}` } });
  if (statusCode === 200) return [{ question, svg: body }];
  if (!/at most 400 are drawn/.test(body)) throw new Error(body);
  if (periods.length < 2) return [];
  return (await Promise.all(halved(question).map((half) => picturesOf(api, account, half)))).flat();
}

/** What is seen of one value. */
export interface Seen {
  /** What it is of, without spaces. */
  readonly of: string;
  /** What is written in its place, the value first. */
  readonly told: readonly string[];
  /** What is drawn there. */
  readonly boxes: readonly Box[];
}

export interface Look {
  readonly seen: readonly Seen[];
  /** Numbers along a side. */
  readonly scale: readonly number[];
  /** Whatever else is written, and said in words. */
  readonly beside: readonly string[];
}

const plain = (text: string): string => text.replace(/[\s·]/g, '');
const isIn = ({ x, y, width, height }: Box, text: Pick<Written, 'x' | 'y'>): boolean =>
  text.x >= x && text.x <= x + width && text.y >= y && text.y <= y + height;
const near = (one: number, other: number): boolean => Math.abs(one - other) < 1;
const joined = (texts: readonly Written[]): string => plain(texts.map(({ said }) => said).join(''));

/** What a row is called in a picture of these; provinces by their code where there is no room for the name. */
export function namesOf(row: Row, rows: readonly Row[]): readonly string[] {
  const period = plain(periodText(row.period, 'en'));
  const labels = row.dimensions.map(({ label }) => plain(label)).join('');
  if (isOfTiles(rows)) return [`${period}${labels}`, `${period}${row.dimensions[0]?.code?.split('-').at(-1) ?? '?'}`];
  const isOverTime = new Set(rows.map((one) => one.period)).size > 1;
  return [labels === '' || isOverTime ? `${labels}${period}` : labels];
}

const waysOf = (rows: readonly Row[]): number => Math.max(...rows.map(({ dimensions }) => dimensions.length));
const isOfTiles = (rows: readonly Row[]): boolean =>
  waysOf(rows) === 1 && rows.some(({ dimensions: [one] }) => one?.dimension === 'PROVINCE');

/** @param rows what the picture is of */
export function lookAt(svg: string, rows: readonly Row[]): Look {
  const drawing = drawingIn(svg);
  const clear = drawing.boxes.filter(({ isClear }) => isClear);
  const isColumns = waysOf(rows) === 0;
  const places = clear.length > 0 ? clear : cellsIn(drawing);
  const used = new Set<Written>();
  const use = (texts: readonly Written[]): readonly Written[] => (texts.forEach((one) => used.add(one)), texts);
  const seen = places.map((place): Seen => {
    const within = drawing.texts.filter((text) => isIn(place, text));
    const boxes = drawing.boxes.filter((box) => !box.isClear && isWithin(box, place));
    if (isColumns) return { ...ofColumn(use, drawing, place, within), boxes };
    if (clear.length > 0) return { ...ofBar(use, drawing, place, within), boxes };
    if (isOfTiles(rows)) return { ...ofTile(use, drawing, place, within), boxes };
    return { ...ofCell(use, drawing, places, place, within), boxes };
  });
  const left = Math.min(...places.map(({ x }) => x));
  const scale = isColumns ? use(drawing.texts.filter(({ x, anchor }) => anchor === 'end' && x < left)) : [];
  return {
    seen,
    scale: scale.map(({ said }) => Number(said.replaceAll(',', ''))),
    beside: [...drawing.texts.filter((text) => !used.has(text)).map(({ said }) => said), ...drawing.words],
  };
}

type Use = (texts: readonly Written[]) => readonly Written[];
type Read = Omit<Seen, 'boxes'>;

const isWithin = (box: Box, place: Box): boolean =>
  box.x >= place.x - 1 &&
  box.y >= place.y - 1 &&
  box.x + box.width <= place.x + place.width + 1 &&
  box.y + box.height <= place.y + place.height + 1;

/** Cells of a matrix, and tiles: each once, without the signs of the legend. */
function cellsIn({ boxes }: Drawing): readonly Box[] {
  const found = new Map<string, Box>();
  for (const box of boxes) if (box.isEdged && box.height > 20) found.set([box.x, box.y].map(Math.round).join(), box);
  return [...found.values()];
}

const said = (texts: readonly Written[]): readonly string[] => texts.map((one) => one.said);

/** Its name stands below it, and of shares what they are made of. */
function ofColumn(use: Use, { texts }: Drawing, { x, y, width, height }: Box, within: readonly Written[]): Read {
  const below = texts.filter((text) => near(text.x, x + width / 2) && text.y > y + height);
  const isMade = ({ said: one }: Written): boolean => / of /.test(one);
  use([...within, ...below]);
  return {
    of: joined(below.filter((text) => !isMade(text))),
    told: said([...within, ...below.filter(isMade)]),
  };
}

/** Its name stands before it, and what it shares with others above. */
function ofBar(use: Use, { texts }: Drawing, place: Box, within: readonly Written[]): Read {
  const names = use(within.filter(({ anchor }) => anchor === 'end'));
  const group = headingOf(texts, place);
  use(within);
  return { of: `${joined(group)}${joined(names)}`, told: said(within.filter((text) => !names.includes(text))) };
}

/** The last of what stands in bold above it, where rows begin; the title of the picture is larger. */
function headingOf(texts: readonly Written[], place: Box): readonly Written[] {
  const above = texts.filter(
    ({ isBold, anchor, size, x, y }) =>
      isBold && anchor === 'start' && size < TITLE && x <= place.x + 1 && y < place.y + 1,
  );
  return above.toSorted((one, other) => other.y - one.y || other.x - one.x).slice(0, 1);
}

/** The name of the place stands on it, above the value; the period above its map. */
function ofTile(use: Use, { texts }: Drawing, place: Box, within: readonly Written[]): Read {
  use(within);
  const title = use(headingOf(texts, place));
  const names = within.slice(0, -1);
  return { of: `${joined(title)}${joined(names)}`, told: said(within.slice(-1)) };
}

/** Its row is named on its left, its column above all of them. */
function ofCell(use: Use, { texts }: Drawing, places: readonly Box[], place: Box, within: readonly Written[]): Read {
  const left = Math.min(...places.map(({ x }) => x));
  const top = Math.min(...places.map(({ y }) => y));
  const row = texts.filter(({ x, y, anchor }) => anchor === 'start' && x < left && isBeside(place, y));
  const column = texts.filter(
    ({ x, y, anchor }) => anchor === 'middle' && near(x, place.x + place.width / 2) && y < top,
  );
  use([...within, ...row, ...column]);
  const group = use(headingOf(texts, place));
  return { of: `${joined(group)}${joined(row)}${joined(column)}`, told: said(within) };
}

const isBeside = ({ y, height }: Box, at: number): boolean => at >= y && at <= y + height;
