/** The colours of charts: each is told apart by its lightness too, and never stands alone for what it means. */

export const ink = '#1c2321';
export const muted = '#55605d';
export const line = '#c9d1cf';
export const paper = '#ffffff';
export const bar = '#0f6b66';
/** Of what was rounded: lighter, and its number has the sign. */
export const rounded = '#4f9d97';
export const targetColour = '#a8480f';
export const baselineColour = '#5b3a9c';
export const hatchLine = '#77827f';
export const hatchGround = '#f3f5f4';

/** From little to much; what is written on each is legible (4.5 to 1 and more). */
const ramp = [
  { fill: '#f2f8f7', text: ink },
  { fill: '#d3e9e6', text: ink },
  { fill: '#a3d0cb', text: ink },
  { fill: '#63aba5', text: ink },
  { fill: '#0f6b66', text: paper },
] as const;

export type Shade = (typeof ramp)[number];

/** Nothing has the lightest shade, the most the darkest. */
export function shadeOf(value: number, most: number): Shade {
  if (value <= 0 || most <= 0) return ramp[0];
  const step = Math.ceil((value / most) * (ramp.length - 1));
  return ramp[Math.min(step, ramp.length - 1)] ?? ramp[0];
}

export const shades: readonly Shade[] = ramp;
