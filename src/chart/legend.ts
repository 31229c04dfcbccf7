/** What the signs of a chart mean: those that are in it, and no others. */
import { layoutBlocks } from './blocks';
import { cellOf } from './cell';
import { measured } from './numbers';
import { baselineColour, line, muted, rounded, shades, targetColour } from './palette';
import { mostOf, scaleOf } from './scale';
import { hatched, heightOf, lineFrom, linesOf, rect, still, text, widthOf, type Mark, type Shape } from './shapes';
import type { ChartTable } from './table';
import { words } from './words';

const HEIGHT = 18;
const SIGN = 26;
const SIZE = 11;
const SPACE = 6;

interface Entry {
  readonly words: string;
  readonly sign: (x: number, y: number) => readonly Shape[];
  readonly broad: number;
}

/** Its marks from the top of the picture, and how high they are. @param isShaded whether cells are the darker the more */
export function legendOf(
  table: ChartTable,
  width: number,
  isShaded: boolean,
): { readonly marks: readonly Mark[]; readonly height: number } {
  const entries = [...(isShaded ? shading(table) : held(table)), ...signs(table, isShaded)];
  const lines = entries.map((one) => linesOf(one.words, width - one.broad - SPACE, SIZE));
  const sizes = entries.map((one, at) => ({
    width: one.broad + SPACE + Math.max(...(lines[at] ?? []).map((told) => widthOf(told, SIZE))),
    height: Math.max(HEIGHT, heightOf(lines[at] ?? [], SIZE) + 4),
  }));
  const { places, height } = layoutBlocks(sizes, width, 14);
  const marks = entries.map((one, at) => {
    const [x = 0, y = 0] = places[at] ?? [];
    const words = (lines[at] ?? []).join('\n');
    return still(
      ...one.sign(x, y),
      text(words, x + one.broad + SPACE, y + 2, { fill: muted, fontSize: SIZE, verticalAlign: 'top' }),
    );
  });
  return { marks, height: entries.length > 0 ? height + 6 : 0 };
}

function signs({ rows, locale }: ChartTable, isShaded: boolean): readonly Entry[] {
  const cells = rows.map(cellOf);
  const has = (kind: string): boolean => cells.some((cell) => cell.kind === kind);
  const boxed = (x: number, y: number) => ({ x, y: y + 3, width: SIGN, height: 12 });
  return [
    ...(has('hidden')
      ? [{ words: words.hiddenLong[locale], broad: SIGN, sign: (x: number, y: number) => [hatched(boxed(x, y))] }]
      : []),
    ...(has('missing')
      ? [
          {
            words: words.noValueLong[locale],
            broad: 10,
            sign: (x: number, y: number) => [text('–', x + 2, y + HEIGHT / 2, { fill: muted })],
          },
        ]
      : []),
    ...(cells.some((cell) => cell.kind === 'known' && cell.isRounded)
      ? [
          {
            words: words.roundedLong[locale],
            broad: isShaded ? 0 : SIGN,
            sign: (x: number, y: number) => (isShaded ? [] : [rect(boxed(x, y), { fill: rounded })]),
          },
        ]
      : []),
  ];
}

function held(table: ChartTable): readonly Entry[] {
  const { rows, about, locale } = table;
  const most = scaleOf(table, rows).most;
  const isFar = rows.some(({ targets }) => targets.some(({ value }) => value > most));
  const baselines = rows.flatMap(({ baseline, country }) => (baseline === null ? [] : [{ baseline, country }]));
  const [first] = baselines;
  const isOne = first && baselines.every(({ baseline }) => baseline === first.baseline);
  const hasTargets = rows.some(({ targets }) => targets.length > 0);
  const stroke = (x: number, y: number, colour: string, dash: readonly number[]): readonly Shape[] => [
    lineFrom(x, y + HEIGHT / 2, x + SIGN, y + HEIGHT / 2, {
      stroke: colour,
      lineWidth: dash.length > 0 ? 2 : 3,
      lineDash: dash,
    }),
  ];
  return [
    ...(hasTargets
      ? [
          {
            words: words[isFar ? 'farTargets' : 'target'][locale],
            broad: SIGN,
            sign: (x: number, y: number) => stroke(x, y, targetColour, []),
          },
        ]
      : []),
    ...(first
      ? [
          {
            words: isOne
              ? `${words.baseline[locale]}: ${measured(first.baseline, about.measure, locale)}`
              : words.baseline[locale],
            broad: SIGN,
            sign: (x: number, y: number) => stroke(x, y, baselineColour, [7, 4]),
          },
        ]
      : []),
  ];
}

/** From nothing to the most. */
function shading({ rows, about, locale }: ChartTable): readonly Entry[] {
  const most = mostOf(rows);
  if (most <= 0) return [];
  const sign = (x: number, y: number): readonly Shape[] =>
    shades.map(({ fill }, at) =>
      rect({ x: x + at * 16, y: y + 3, width: 16, height: 12 }, { fill, stroke: line, lineWidth: 1 }),
    );
  return [{ words: `0 – ${measured(most, about.measure, locale)}`, broad: shades.length * 16, sign }];
}
