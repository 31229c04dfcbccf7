/**
 * Where the tile of each province stands: an arrangement of our own, by which neighbour lies next to which as far as
 * squares allow. It is no boundary and is drawn from none, so nobody's licence is on it.
 */

/** Column and row, from the north-west of a country. */
export type Position = readonly [column: number, row: number];

export interface Country {
  readonly columns: number;
  readonly tiles: Readonly<Record<string, Position>>;
}

export const countries: Readonly<Record<string, Country>> = {
  BW: {
    columns: 4,
    tiles: {
      ...{ 'BW-NW': [0, 0], 'BW-CH': [1, 0], 'BW-ST': [2, 0], 'BW-NE': [3, 0] },
      ...{ 'BW-GH': [0, 1], 'BW-CE': [1, 1], 'BW-SP': [2, 1], 'BW-FR': [3, 1] },
      ...{ 'BW-KG': [0, 2], 'BW-KW': [1, 2], 'BW-KL': [2, 2], 'BW-GA': [3, 2] },
      ...{ 'BW-JW': [0, 3], 'BW-SO': [1, 3], 'BW-LO': [2, 3], 'BW-SE': [3, 3] },
    },
  },
  ZA: {
    columns: 3,
    tiles: {
      ...{ 'ZA-LP': [1, 0] },
      ...{ 'ZA-NW': [0, 1], 'ZA-GP': [1, 1], 'ZA-MP': [2, 1] },
      ...{ 'ZA-NC': [0, 2], 'ZA-FS': [1, 2], 'ZA-KZN': [2, 2] },
      ...{ 'ZA-WC': [0, 3], 'ZA-EC': [1, 3] },
    },
  },
  ZW: {
    columns: 4,
    tiles: {
      ...{ 'ZW-MW': [1, 0], 'ZW-MC': [2, 0] },
      ...{ 'ZW-MN': [0, 1], 'ZW-MI': [1, 1], 'ZW-HA': [2, 1], 'ZW-ME': [3, 1] },
      ...{ 'ZW-BU': [0, 2], 'ZW-MS': [1, 2], 'ZW-MV': [2, 2], 'ZW-MA': [3, 2] },
    },
  },
  MZ: {
    columns: 3,
    tiles: {
      ...{ 'MZ-A': [1, 0], 'MZ-P': [2, 0] },
      ...{ 'MZ-T': [0, 1], 'MZ-Q': [1, 1], 'MZ-N': [2, 1] },
      ...{ 'MZ-B': [0, 2], 'MZ-S': [1, 2] },
      ...{ 'MZ-G': [0, 3], 'MZ-I': [1, 3] },
      ...{ 'MZ-L': [0, 4], 'MZ-MPM': [1, 4] },
    },
  },
};

const order = Object.keys(countries);
const placeOf = (country: string): number => (order.includes(country) ? order.indexOf(country) : order.length);

/** Countries as they lie beside each other. */
export const westToEast = (a: string, b: string): number => placeOf(a) - placeOf(b);

/** What a country publishes by that tells no provinces: from north to south, in every country. */
export const zones: Country = { columns: 1, tiles: { NORTH: [0, 0], CENTRE: [0, 1], SOUTH: [0, 2] } };

/** Of a country that nobody has arranged yet. */
const COLUMNS_OF_OTHERS = 4;

/**
 * Where tiles stand: codes that are arranged by their arrangement, others below it in their order, what is not known last.
 * @param codes of one country, as they are told; null: not known
 */
export function arranged(
  country: string,
  codes: readonly (string | null)[],
): { readonly columns: number; readonly places: readonly Position[] } {
  const known = codes.some((code) => code !== null && code in zones.tiles)
    ? zones
    : (countries[country] ?? { columns: COLUMNS_OF_OTHERS, tiles: {} });
  const { columns, tiles } = known;
  const rows = Object.entries(tiles).flatMap(([code, [, row]]) => (codes.includes(code) ? [row] : []));
  let next = (Math.max(-1, ...rows) + 1) * columns;
  const places = codes.map((code): Position => {
    const tile = code === null ? undefined : tiles[code];
    if (tile) return tile;
    const at = next++;
    return [at % columns, Math.floor(at / columns)];
  });
  return { columns, places };
}
