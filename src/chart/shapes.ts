/**
 * Shapes in pixels, as a custom series of ECharts draws them. Charts are laid out here and not by its own series: those
 * know values, but not what is hidden, missing or not told.
 */
import { hatchGround, hatchLine, ink, muted, paper } from './palette';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Style {
  readonly fill?: string;
  readonly stroke?: string;
  readonly lineWidth?: number;
  readonly lineDash?: readonly number[];
  readonly decal?: object;
}

export type Shape =
  | { readonly type: 'rect'; readonly shape: Box & { readonly r?: number }; readonly style: Style }
  | {
      readonly type: 'line';
      readonly shape: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
      readonly style: Style;
    }
  | { readonly type: 'text'; readonly x: number; readonly y: number; readonly style: TextStyle };

export interface TextStyle {
  readonly text: string;
  readonly fill: string;
  readonly fontSize: number;
  readonly fontWeight: 'normal' | 'bold';
  readonly fontFamily: string;
  readonly align: 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  readonly lineHeight: number;
  /** A rim of paper, where lines run behind the letters. */
  readonly stroke?: string;
  readonly lineWidth?: number;
}

/** What is drawn, and what is said where a pointer rests on it. */
export interface Mark {
  readonly shapes: readonly Shape[];
  readonly tip?: string;
}

/** A chart without its title. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

export const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'DejaVu Sans', sans-serif";
export const SIZE = 12;
const LINE_HEIGHT = 1.25;

export const rect = (box: Box, style: Style, r = 0): Shape => ({ type: 'rect', shape: { ...box, r }, style });

export const lineFrom = (x1: number, y1: number, x2: number, y2: number, style: Style): Shape => ({
  type: 'line',
  shape: { x1, y1, x2, y2 },
  style,
});

type Written = Partial<Pick<TextStyle, 'fill' | 'fontSize' | 'fontWeight' | 'align' | 'verticalAlign'>> & {
  readonly isOnLines?: boolean;
};

export function text(told: string, x: number, y: number, { isOnLines = false, ...style }: Written = {}): Shape {
  const { fontSize = SIZE } = style;
  const usual = { fill: ink, fontWeight: 'normal', align: 'left', verticalAlign: 'middle' } as const;
  const rim = isOnLines ? { stroke: paper, lineWidth: 3 } : {};
  const about = { ...usual, ...style, ...rim, fontSize, fontFamily: FONT, lineHeight: fontSize * LINE_HEIGHT };
  return { type: 'text', x, y, style: { ...about, text: told } };
}

/** Drawn by the library as a pattern of its own, so that it is sharp on paper too. */
const hatch = {
  symbol: 'rect',
  symbolSize: 1,
  dashArrayX: [1, 0],
  dashArrayY: [1.2, 5],
  rotation: -Math.PI / 4,
  color: hatchLine,
};

/** What is hidden: a hatched ground with a broken edge. */
export const hatched = (box: Box): Shape =>
  rect(box, { fill: hatchGround, stroke: hatchLine, lineWidth: 1, lineDash: [3, 2], decal: hatch });

/** Where a pointer is to be noticed although nothing is seen. */
export const touched = (box: Box): Shape => rect(box, { fill: 'rgba(0,0,0,0)' });

const narrow = /[iljtfrI.,:;'()|! ]/;
const wide = /[MWmw@%ÁÃ≈]/;

/** About how wide a text is: rather too wide than too narrow, since there is no font to ask on a server. */
export const widthOf = (told: string, fontSize = SIZE): number =>
  [...told].reduce((sum, sign) => sum + (narrow.test(sign) ? 0.4 : wide.test(sign) ? 0.95 : 0.64), 0) * fontSize;

/** A text in lines that fit a width, broken between words and after hyphens; a word that is too long stays whole. */
export function linesOf(told: string, width: number, fontSize = SIZE): readonly string[] {
  const lines: string[] = [];
  for (const word of told.split(/(?<=-)|\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last}${last.endsWith('-') ? '' : ' '}${word}`;
    if (last !== undefined && widthOf(joined, fontSize) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

export const heightOf = (lines: readonly string[], fontSize = SIZE): number => lines.length * fontSize * LINE_HEIGHT;

export const isWithin = (lines: readonly string[], width: number, fontSize = SIZE): boolean =>
  lines.every((one) => widthOf(one, fontSize) <= width);

/** A mark without words for a pointer. */
export const still = (...shapes: readonly Shape[]): Mark => ({ shapes });

export const quiet = { fill: muted, fontSize: 11 } as const;
