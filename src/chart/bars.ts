/** Values beside each other as bars that lie: with long names, on a narrow screen, country by country. */
import { cellOf, cellText } from './cell';
import { grouped, type Header, type Layout } from './layout';
import { measured } from './numbers';
import { bar, baselineColour, ink, muted, rounded, targetColour } from './palette';
import { scaleOf } from './scale';
import * as draw from './shapes';
import type { Mark, Picture, Shape } from './shapes';
import type { ChartRow, ChartTable } from './table';
import { madeOf, tipOf } from './tips';
import { words } from './words';

const ROW = 26;
const GROUP = 24;
const THICK = 16;
const HIDDEN = 34;
const SMALL = 11;

interface Plot {
  readonly table: ChartTable;
  readonly left: number;
  readonly length: number;
  readonly most: number;
  readonly width: number;
}

/** Where a bar lies. */
interface Place {
  readonly top: number;
  readonly height: number;
}

export function barsOf(table: ChartTable, layout: Layout, width: number): Picture {
  const hasGroups = layout.rowAxes.length > 1;
  const labelOf = ({ labels }: Header): string => labels.slice(hasGroups ? 1 : 0).join(' · ');
  const rowOf = (header: Header): ChartRow | undefined => layout.at(header, layout.columns[0] ?? header);
  const rows = layout.rows.flatMap((header) => rowOf(header) ?? []);
  const plot = plotOf(table, rows, layout.rows.map(labelOf), width);
  const marks: Mark[] = [];
  let y = 4;
  for (const group of hasGroups ? grouped(layout.rows) : [{ label: '', headers: layout.rows }]) {
    if (hasGroups) marks.push(draw.still(draw.text(group.label, 0, y + GROUP / 2, { fontWeight: 'bold' })));
    if (hasGroups) y += GROUP;
    const top = y;
    for (const header of group.headers) {
      const lines = draw.linesOf(labelOf(header), plot.left - 12);
      const place = { top: y, height: Math.max(ROW, draw.heightOf(lines) + 6) };
      const name = draw.text(lines.join('\n'), plot.left - 8, y + place.height / 2, { align: 'right' });
      marks.push(draw.still(name), barOf(plot, rowOf(header), place));
      y += place.height;
    }
    marks.push(draw.still(draw.lineFrom(plot.left, top, plot.left, y, { stroke: muted, lineWidth: 1 })));
    y += hasGroups ? 8 : 0;
  }
  return { width, height: y + 6, marks };
}

/** As long as the longest bar can be beside its name and its number. */
function plotOf(table: ChartTable, rows: readonly ChartRow[], names: readonly string[], width: number): Plot {
  const longest = Math.max(...names.map((name) => draw.widthOf(name)), 0);
  const left = Math.min(longest + 14, Math.max(width * 0.42, 90));
  const most = scaleOf(table, rows).most;
  const told = rows.map(
    (row) => draw.widthOf(toldOf(table, row)) * 1.08 + draw.widthOf(besideOf(table, row, most), SMALL),
  );
  return { table, left, length: width - left - Math.max(...told, 0) - 20, most, width };
}

const toldOf = (table: ChartTable, row: ChartRow | undefined): string =>
  cellText(cellOf(row), table.about, table.locale);

/** What it is made of, and targets that are far above all there is. */
function besideOf({ about, locale }: ChartTable, row: ChartRow, most: number): string {
  const far = row.targets
    .filter(({ value }) => value > most)
    .map(({ value }) => `▲ ${measured(value, about.measure, locale)}`);
  return [...(cellOf(row).kind === 'known' ? madeOf(row, locale) : []), ...far].join('  ');
}

function barOf(plot: Plot, row: ChartRow | undefined, place: Place): Mark {
  const touched = draw.touched({ x: 0, y: place.top, width: plot.width, height: place.height });
  const held = row ? heldShapes(plot, row, place) : [];
  return {
    shapes: [touched, ...valueShapes(plot, row, place, held)],
    ...(row && { tip: tipOf(plot.table, row) }),
  };
}

function valueShapes(
  plot: Plot,
  row: ChartRow | undefined,
  { top, height }: Place,
  held: readonly Shape[],
): readonly Shape[] {
  const { table, left, length, most } = plot;
  const [cell, told, middle] = [cellOf(row), toldOf(table, row), top + height / 2];
  const box = (width: number) => ({ x: left, y: middle - THICK / 2, width, height: THICK });
  if (cell.kind === 'hidden')
    return [draw.hatched(box(HIDDEN)), draw.text(told, left + HIDDEN + 6, middle, { fill: muted, isOnLines: true })];
  if (cell.kind !== 'known' || !row) return [...held, whyOf(plot, row, middle)];
  const width = Math.max((cell.value / most) * length, 2);
  // Beyond what it is held against: a number is not written across a line.
  const ends = held.flatMap((one) => (one.type === 'line' ? [one.shape.x1 + 2] : []));
  const x = Math.max(left + width, ...ends) + 6;
  const beside = besideOf(table, row, most);
  return [
    draw.rect(box(width), { fill: cell.isRounded ? rounded : bar }),
    ...held,
    draw.text(told, x, middle, { fill: ink, fontWeight: 'bold', isOnLines: true }),
    ...(beside
      ? [
          draw.text(beside, x + draw.widthOf(told) * 1.08 + 8, middle, {
            fill: muted,
            fontSize: SMALL,
            isOnLines: true,
          }),
        ]
      : []),
  ];
}

/** Targets in reach, and the baseline, across the bar. */
function heldShapes(
  { left, length, most }: Plot,
  { targets, baseline }: ChartRow,
  { top, height }: Place,
): readonly Shape[] {
  const [from, to] = [top + (height - THICK) / 2 - 3, top + (height + THICK) / 2 + 3];
  const xOf = (value: number): number => left + (value / most) * length;
  const reached = targets.filter(({ value }) => value <= most);
  return [
    ...reached.map(({ value }) =>
      draw.lineFrom(xOf(value), from, xOf(value), to, { stroke: targetColour, lineWidth: 3 }),
    ),
    ...(baseline === null
      ? []
      : [
          draw.lineFrom(xOf(baseline), from, xOf(baseline), to, {
            stroke: baselineColour,
            lineWidth: 2,
            lineDash: [4, 3],
          }),
        ]),
  ];
}

/** The reason as far as it has room; the table beside has it in any case. */
function whyOf({ left, width, table }: Plot, row: ChartRow | undefined, y: number): Shape {
  const cell = cellOf(row);
  const why = (cell.kind === 'missing' && cell.why) || words.noValue[table.locale];
  const isWhole = draw.widthOf(why, SMALL) <= width - left - 8;
  return draw.text(`– ${isWhole ? why : words.noValue[table.locale]}`, left + 6, y, {
    fill: muted,
    fontSize: SMALL,
    isOnLines: true,
  });
}
