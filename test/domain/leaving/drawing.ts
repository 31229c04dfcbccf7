/** A picture as whoever looks at it has it: texts and boxes, where they stand, and what is said in words. */
import { SaxesParser } from 'saxes';

export interface Written {
  readonly said: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: string;
  readonly isBold: boolean;
  readonly size: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly isEdged: boolean;
  /** Nothing is seen of it: it is there for a pointer. */
  readonly isClear: boolean;
}

export interface Drawing {
  readonly texts: readonly Written[];
  readonly boxes: readonly Box[];
  /** Title and description. */
  readonly words: readonly string[];
}

type Attributes = Readonly<Record<string, string>>;

export function drawingIn(svg: string): Drawing {
  const [texts, boxes, words]: [Written[], Box[], string[]] = [[], [], []];
  let [name, attributes, said]: [string, Attributes, string] = ['', {}, ''];
  let isPattern = 0;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === 'defs') isPattern++;
    [name, attributes, said] = [tag.name, tag.attributes, ''];
    const box = tag.name === 'path' && isPattern === 0 ? boxOf(attributes) : null;
    if (box) boxes.push(box);
  });
  parser.on('text', (more) => (said += more));
  parser.on('closetag', (tag) => {
    if (tag.name === 'defs') isPattern--;
    if (tag.name !== name) return;
    if (name === 'text') texts.push(writtenAt(attributes, said));
    if (name === 'title' || name === 'desc') words.push(said);
    name = '';
  });
  parser.write(svg).close();
  return { texts, boxes, words };
}

/** How far something is moved. */
function movedBy({ transform = '' }: Attributes): readonly [number, number] {
  const [, x = '0', y = '0'] = /^translate\((\S+) (\S+)\)$/.exec(transform) ?? [];
  if (transform !== '' && !transform.startsWith('translate')) throw new Error(`It is turned: ${transform}`);
  return [Number(x), Number(y)];
}

function writtenAt(attributes: Attributes, said: string): Written {
  const [x, y] = movedBy(attributes);
  return {
    said,
    x: x + Number(attributes['x'] ?? 0),
    y: y + Number(attributes['y'] ?? 0),
    anchor: attributes['text-anchor'] ?? 'start',
    isBold: attributes['font-weight'] === 'bold',
    size: parseFloat(attributes['font-size'] ?? ''),
  };
}

/** Rectangles are paths; what encloses nothing is a line. */
function boxOf(attributes: Attributes): Box | null {
  const points = pointsOf(attributes['d'] ?? '');
  const [dx, dy] = movedBy(attributes);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - x, Math.max(...ys) - y];
  if (width === 0 || height === 0) return null;
  const fill = attributes['fill'] ?? '';
  const isEdged = (attributes['stroke'] ?? 'none') !== 'none';
  // The library measures texts by what is not drawn at all.
  if (fill === 'none' && !isEdged) return null;
  return {
    ...{ x: x + dx, y: y + dy, width, height, fill, isEdged },
    isClear: attributes['fill-opacity'] === '0',
  };
}

function pointsOf(d: string): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  for (const [, letter = '', rest = ''] of d.matchAll(/([MLlAZ])([^MLlAZ]*)/g)) {
    const numbers = rest.trim().split(/[ ,]+/).filter(Boolean).map(Number);
    const [a = 0, b = 0] = numbers.slice(-2);
    const [x, y] = letter === 'l' ? (points.at(-1) ?? [0, 0]) : [0, 0];
    if (numbers.length > 0) points.push([x + a, y + b]);
  }
  return points;
}
