/** Values of one place, period after period, as columns: with targets, the baseline, and what is hidden or missing. */
import { cellOf, cellText } from './cell';
import type { Layout } from './layout';
import { measured, numberText } from './numbers';
import { bar, baselineColour, ink, line, muted, rounded, targetColour } from './palette';
import { periodName } from './period-names';
import { scaleOf, type Scale } from './scale';
import * as draw from './shapes';
import type { Mark, Picture, Shape } from './shapes';
import type { ChartRow, ChartTable } from './table';
import { madeOf, tipOf } from './tips';

/** Room above for a number; for targets that are far above all there is, more. */
const TOP = 22;
const FAR = 16;
const LINE = 15;
const HIDDEN = 20;

interface Plot {
  readonly table: ChartTable;
  readonly rows: readonly ChartRow[];
  readonly left: number;
  readonly right: number;
  /** How wide the place of one period is. */
  readonly band: number;
  readonly scale: Scale;
  readonly top: number;
  /** How high the scale is. */
  readonly plot: number;
}

const yOf = ({ scale, top, plot }: Plot, value: number): number => top + plot * (1 - value / scale.most);
const middleOf = ({ left, band }: Plot, at: number): number => left + band * (at + 0.5);

export function columnsOf(table: ChartTable, layout: Layout, width: number, high: number): Picture {
  const rows = layout.rows.flatMap((header) => layout.at(header, layout.columns[0] ?? header) ?? []);
  const scale = scaleOf(table, rows);
  const steps = scale.steps.map((step) => draw.widthOf(numberText(step, table.locale), draw.quiet.fontSize));
  const [left, right] = [10 + Math.max(...steps), width - 4];
  const isFar = rows.some(({ targets }) => targets.some(({ value }) => value > scale.most));
  const band = (right - left) / Math.max(rows.length, 1);
  const plot: Plot = { table, rows, left, right, band, scale, top: TOP + (isFar ? FAR : 0), plot: high };
  const below = labels(plot);
  const made = madeLabels(plot, below.height);
  return {
    ...{ width, height: plot.top + high + below.height + (made.length > 0 ? LINE : 0) },
    marks: [
      draw.still(...axis(plot)),
      ...rows.map((row, at) => columnOf(plot, row, at)),
      draw.still(...baselineOf(plot), ...below.shapes, ...made),
    ],
  };
}

function axis(plot: Plot): readonly Shape[] {
  const { left, right, scale, table } = plot;
  return scale.steps.flatMap((step) => {
    const y = Math.round(yOf(plot, step)) + 0.5;
    return [
      draw.lineFrom(left, y, right, y, { stroke: step === 0 ? muted : line, lineWidth: 1 }),
      draw.text(numberText(step, table.locale), left - 6, y, { ...draw.quiet, align: 'right' }),
    ];
  });
}

function columnOf(plot: Plot, row: ChartRow, at: number): Mark {
  const { table, left, band } = plot;
  const place = { x: left + band * at, y: 0, width: band, height: plot.top + plot.plot };
  return {
    shapes: [draw.touched(place), ...valueShapes(plot, row, at), ...targetShapes(plot, row, at)],
    tip: tipOf(table, row),
  };
}

function valueShapes(plot: Plot, row: ChartRow, at: number): readonly Shape[] {
  const { table, band } = plot;
  const [middle, width, base] = [middleOf(plot, at), Math.min(band * 0.64, 58), yOf(plot, 0)];
  const cell = cellOf(row);
  const told = cellText(cell, table.about, table.locale);
  const label = (y: number, fill: string, fontWeight: 'bold' | 'normal'): readonly Shape[] => {
    if (draw.widthOf(told) > band) return [];
    return [
      draw.text(told, middle, y - 3, { align: 'center', verticalAlign: 'bottom', fill, fontWeight, isOnLines: true }),
    ];
  };
  const box = (y: number) => ({ x: middle - width / 2, y, width, height: base - y });
  if (cell.kind === 'hidden') return [draw.hatched(box(base - HIDDEN)), ...label(base - HIDDEN, muted, 'normal')];
  if (cell.kind !== 'known') return label(base, muted, 'normal');
  // Nothing is something that was counted: it shows.
  const y = Math.min(yOf(plot, cell.value), base - 2);
  return [draw.rect(box(y), { fill: cell.isRounded ? rounded : bar }), ...label(y, ink, 'bold')];
}

/** A line at what is to be reached; where that is far above all there is, an arrow with the number. */
function targetShapes(plot: Plot, { targets }: ChartRow, at: number): readonly Shape[] {
  const { table, band, scale } = plot;
  const x = middleOf(plot, at);
  const half = Math.min(band * 0.9, 74) / 2;
  return targets.flatMap(({ value }, nth): readonly Shape[] => {
    const y = yOf(plot, value);
    if (value <= scale.most) return [draw.lineFrom(x - half, y, x + half, y, { stroke: targetColour, lineWidth: 3 })];
    const told = `▲ ${measured(value, table.about.measure, table.locale)}`;
    const isTold = draw.widthOf(told, 11) <= band;
    return [draw.text(isTold ? told : '▲', x, 8 + nth * 13, { align: 'center', fill: targetColour, fontSize: 11 })];
  });
}

/** The last baseline is the same for every period. */
function baselineOf(plot: Plot): readonly Shape[] {
  const baseline = plot.rows.find((row) => row.baseline !== null)?.baseline ?? null;
  if (baseline === null) return [];
  const y = yOf(plot, baseline);
  return [draw.lineFrom(plot.left, y, plot.right, y, { stroke: baselineColour, lineWidth: 2, lineDash: [7, 4] })];
}

/** Names of periods with their years below; where there is no room for all, each so many. */
function labels(plot: Plot): { readonly shapes: readonly Shape[]; readonly height: number } {
  const { table, band, rows } = plot;
  const y = plot.top + plot.plot + 8;
  const names = rows.map(({ period }) => periodName(period, table.locale));
  const widest = Math.max(...names.flatMap(({ short, year }) => [draw.widthOf(short), draw.widthOf(year)]), 0);
  const every = Math.max(1, Math.ceil((widest + 4) / band));
  const shapes = names.flatMap(({ short, year }, at) => {
    if (at % every !== 0) return [];
    const told = year
      ? `${short}
${year}`
      : short;
    return [draw.text(told, middleOf(plot, at), y, { align: 'center', verticalAlign: 'top' })];
  });
  return { shapes, height: 10 + LINE * (names.some(({ year }) => year) ? 2 : 1) };
}

/** Of shares what each is made of, where there is room for all: 100 % of two is little. */
function madeLabels(plot: Plot, below: number): readonly Shape[] {
  const { table, band, rows } = plot;
  const y = plot.top + plot.plot + below;
  const told = rows.map((row) => madeOf(row, table.locale).join(''));
  if (!told.some(Boolean) || told.some((one) => draw.widthOf(one, draw.quiet.fontSize) > band)) return [];
  const style = { ...draw.quiet, align: 'center', verticalAlign: 'top' } as const;
  return told.flatMap((one, at) => (one ? [draw.text(one, middleOf(plot, at), y, style)] : []));
}
