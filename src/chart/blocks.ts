/** Blocks in lines, as words are: as many beside each other as there is room for. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function layoutBlocks(
  sizes: readonly Size[],
  width: number,
  gap: number,
): { readonly places: readonly (readonly [x: number, y: number])[]; readonly height: number } {
  let [x, y, high] = [0, 0, 0];
  const places = sizes.map((size): readonly [number, number] => {
    if (x > 0 && x + size.width > width + 0.5) [x, y, high] = [0, y + high + gap, 0];
    const place = [x, y] as const;
    [x, high] = [x + size.width + gap, Math.max(high, size.height)];
    return place;
  });
  return { places, height: y + high };
}
