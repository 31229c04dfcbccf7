/** Values along two sides, each in a cell with its number: the darker the more, hatched where hidden. */
import { cellOf, cellText } from './cell';
import { COUNTRY, grouped, PERIOD, type Header, type Layout } from './layout';
import { ink, line, muted, paper, shadeOf } from './palette';
import { mostOf } from './scale';
import {
  hatched,
  heightOf,
  linesOf,
  rect,
  still,
  text,
  widthOf,
  type Box,
  type Mark,
  type Picture,
  type Shape,
} from './shapes';
import type { ChartRow, ChartTable } from './table';
import { tipOf } from './tips';

const ROW = 30;
const GROUP = 26;
/** Narrower than this no number can be read: then the picture is wider than its place, which scrolls. */
const NARROWEST = 46;
const WIDEST_WORD = 90;
const GAP = 1;
const only: Header = { key: '', labels: [] };

interface Grid {
  readonly table: ChartTable;
  readonly layout: Layout;
  readonly left: number;
  readonly column: number;
  readonly columns: readonly Header[];
  readonly most: number;
}

export function matrixOf(table: ChartTable, layout: Layout, width: number): Picture {
  const columns = layout.columns.length > 0 ? layout.columns : [only];
  const hasGroups = layout.rowAxes.length > 1;
  const labelOf = ({ labels }: Header): string => labels.slice(hasGroups ? 1 : 0).join(' · ');
  const longest = Math.max(...layout.rows.map((row) => widthOf(labelOf(row))), 0) + 12;
  const left = Math.min(longest, Math.max(Math.min(width * 0.34, 210), 84));
  const words = columns.flatMap(({ labels }) => labels.flatMap((label) => label.split(/(?<=-)|\s+/)));
  const longestWord = Math.max(...words.map((word) => widthOf(word, 11)), 0) + 6;
  const column = Math.max((width - left) / columns.length, Math.min(longestWord, WIDEST_WORD), NARROWEST);
  const cells = layout.rows.flatMap((row) => columns.map((one) => layout.at(row, one)));
  const grid: Grid = { table, layout, left, column, columns, most: mostOf(cells) };
  const head = headOf(grid);
  const marks: Mark[] = [still(...head.shapes)];
  let y = head.height;
  for (const group of hasGroups ? grouped(layout.rows) : [{ label: '', headers: layout.rows }]) {
    if (hasGroups) marks.push(still(text(group.label, 0, y + GROUP / 2, { fontWeight: 'bold' })));
    if (hasGroups) y += GROUP;
    for (const header of group.headers) {
      const lines = linesOf(labelOf(header), left - 12);
      const height = Math.max(ROW, heightOf(lines) + 8);
      marks.push(still(text(lines.join('\n'), 0, y + height / 2)));
      for (const [at, one] of columns.entries())
        marks.push(cellMark(grid, layout.at(header, one), { x: left + at * column, y, width: column, height }));
      y += height;
    }
  }
  return { width: left + column * columns.length, height: y + 6, marks };
}

function cellMark({ table, most }: Grid, row: ChartRow | undefined, { x, y, width, height }: Box): Mark {
  const box = { x: x + GAP, y: y + GAP, width: width - 2 * GAP, height: height - 2 * GAP };
  return { shapes: cellShapes(table, row, box, most), ...(row && { tip: tipOf(table, row) }) };
}

/** A cell with its number, in a matrix as on a tile. @param above what stands over the number */
export function cellShapes(
  table: ChartTable,
  row: ChartRow | undefined,
  box: Box,
  most: number,
  above: readonly string[] = [],
): readonly Shape[] {
  const cell = cellOf(row);
  const [x, told] = [box.x + box.width / 2, cellText(cell, table.about, table.locale)];
  const fontSize = widthOf(told) * 1.08 > box.width - 4 ? 10 : 12;
  const title = above.join('\n');
  const high = above.length > 0 ? heightOf(above, 10.5) + 16 : 16;
  const top = box.y + (box.height - high) / 2;
  const written = (fill: string, isBold: boolean): readonly Shape[] => [
    ...(title ? [text(title, x, top, { align: 'center', verticalAlign: 'top', fill, fontSize: 10.5 })] : []),
    text(told, x, top + high - 8, { align: 'center', fill, fontSize, fontWeight: isBold ? 'bold' : 'normal' }),
  ];
  if (cell.kind === 'known') {
    const { fill, text: ground } = shadeOf(cell.value, most);
    return [rect(box, { fill, stroke: line, lineWidth: 1 }, 2), ...written(ground, true)];
  }
  if (cell.kind === 'absent') return written(muted, false);
  if (cell.kind === 'missing')
    return [rect(box, { fill: paper, stroke: line, lineWidth: 1 }, 2), ...written(muted, false)];
  // What is written stands on plain ground: hatching behind letters is hard to read.
  const broad = Math.max(widthOf(told), ...above.map((one) => widthOf(one, 10.5))) + 6;
  const plain = { x: x - broad / 2, y: top - 1, width: broad, height: high + 2 };
  return broad <= box.width - 4
    ? [hatched(box), rect(plain, { fill: paper }, 2), ...written(ink, false)]
    : [hatched(box)];
}

interface Head {
  readonly shapes: readonly Shape[];
  readonly height: number;
}

/** Names of columns; the outermost above those that share it. */
function headOf({ layout, columns, left, column }: Grid): Head {
  const groups = layout.columnAxes.length > 1 ? grouped(columns) : [];
  const shapes: Shape[] = [];
  let x = left;
  for (const { label, headers } of groups) {
    shapes.push(text(label, x + (column * headers.length) / 2, 12, { align: 'center', fontWeight: 'bold' }));
    x += column * headers.length;
  }
  const top = groups.length > 0 ? 24 : 2;
  const names = columns.map(({ labels }) => linesOf(labels.slice(groups.length > 0 ? 1 : 0).join(' '), column - 6, 11));
  const height = Math.max(...names.map((lines) => heightOf(lines, 11)), 0);
  const isTime = [COUNTRY, PERIOD].includes(layout.columnAxes.at(-1) ?? '');
  for (const [at, lines] of names.entries())
    shapes.push(
      text(lines.join('\n'), left + column * (at + 0.5), top + height, {
        align: 'center',
        verticalAlign: 'bottom',
        fontSize: 11,
        fill: isTime ? ink : muted,
      }),
    );
  return { shapes, height: top + height + 6 };
}
