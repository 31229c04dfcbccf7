/** What is drawn can be seen and read (WCAG 2.2, 1.4.3 and 1.4.11): no tool looks into a picture, so it is reckoned here. */
import * as palette from '../../src/chart/palette';

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const { paper } = palette;

it('numbers are legible on every shade, and so is whatever else is written', () => {
  for (const { fill, text } of palette.shades) expect(contrast(fill, text)).toBeGreaterThanOrEqual(4.5);
  for (const colour of [palette.ink, palette.muted, palette.targetColour])
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(4.5);
});

it('bars, targets, the baseline and hatching stand out from the paper', () => {
  const signs = [palette.bar, palette.rounded, palette.targetColour, palette.baselineColour, palette.hatchLine];
  for (const colour of signs) expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(palette.hatchLine, palette.hatchGround)).toBeGreaterThanOrEqual(3);
});

it('shades are told apart without their colour: each is darker than the one before', () => {
  const lights = palette.shades.map(({ fill }) => luminance(fill));
  expect(lights).toEqual([...lights].sort((a, b) => b - a));
  for (const [at, light] of lights.entries()) if (at > 0) expect((lights[at - 1] ?? 0) - light).toBeGreaterThan(0.1);
});
