/** From the rows of a table to a picture: which kind of chart it is, and how it is laid out. */
import { barsOf } from './bars';
import { columnsOf } from './columns';
import { layoutOf, type Layout } from './layout';
import { legendOf } from './legend';
import { matrixOf } from './matrix';
import type { Mark, Picture, Shape } from './shapes';
import { dimensionsIn, type ChartTable } from './table';
import { tilesOf } from './tiles';

export type Kind = 'columns' | 'bars' | 'matrix' | 'tiles';

/** More values than this are a table and no chart: nobody could read it, and drawing it would hold a server up. */
export const MOST_MARKS = 400;

export interface Chart {
  readonly kind: Kind;
  readonly layout: Layout;
  /** How many values it has a place for. */
  readonly size: number;
}

export function chartOf(table: ChartTable): Chart {
  const layout = layoutOf(table);
  const kind = kindOf(table, layout);
  return {
    kind,
    layout,
    size: kind === 'tiles' ? table.rows.length : layout.rows.length * Math.max(layout.columns.length, 1),
  };
}

function kindOf(table: ChartTable, { rowAxes, columns }: Layout): Kind {
  const dimensions = dimensionsIn(table);
  if (dimensions.length === 1 && dimensions[0] === 'PROVINCE') return 'tiles';
  if (dimensions.length === 0 && rowAxes.length === 1 && columns.length <= 1 && rowAxes[0] === 'PERIOD')
    return 'columns';
  return columns.length <= 1 ? 'bars' : 'matrix';
}

/** How high columns are, unless it is said otherwise. */
const HIGH = 180;

/**
 * @param width pixels that there are; what cannot be read in so few is wider
 * @param high pixels of the scale of columns
 * @throws RangeError for more values than a chart has
 */
export function pictureOf(table: ChartTable, { kind, layout, size }: Chart, width: number, high = HIGH): Picture {
  if (size > MOST_MARKS) throw new RangeError(`A chart has at most ${MOST_MARKS} values, not ${size}.`);
  const plain =
    kind === 'tiles'
      ? tilesOf(table, width)
      : kind === 'columns'
        ? columnsOf(table, layout, width, high)
        : (kind === 'bars' ? barsOf : matrixOf)(table, layout, width);
  const legend = legendOf(table, width, kind === 'tiles' || kind === 'matrix');
  const top = plain.height + 8;
  return {
    width: plain.width,
    height: legend.height > 0 ? top + legend.height : plain.height,
    marks: [...plain.marks, ...legend.marks.map((mark) => moved(mark, top))],
  };
}

export const moved = ({ shapes, ...mark }: Mark, by: number): Mark => ({
  ...mark,
  shapes: shapes.map((one) => lowered(one, by)),
});

function lowered(one: Shape, by: number): Shape {
  if (one.type === 'text') return { ...one, y: one.y + by };
  if (one.type === 'rect') return { ...one, shape: { ...one.shape, y: one.shape.y + by } };
  return { ...one, shape: { ...one.shape, y1: one.shape.y1 + by, y2: one.shape.y2 + by } };
}
