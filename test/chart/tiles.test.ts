/** Every province has a tile of its own, and no tile is of a province that is not there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../src/base/project';
import { Zone } from '../../src/domain/country/release-profile.codes';
import { arranged, countries, westToEast, zones } from '../../src/chart/tile-positions';

const provincesOf = (country: string): readonly string[] => {
  const text = readFileSync(join(projectRoot, `seeds/places/${country}.json`), 'utf8');
  return (JSON.parse(text) as { provinces: { code: string }[] }).provinces.map(({ code }) => code);
};

const apart = (places: readonly (readonly [number, number])[]): number =>
  new Set(places.map((place) => place.join())).size;

it.each(['BW', 'MZ', 'ZA', 'ZW'])('%s: the tiles are its provinces', (country) => {
  const { tiles, columns } = countries[country] ?? { tiles: {}, columns: 0 };
  expect(Object.keys(tiles).sort()).toEqual([...provincesOf(country)].sort());
  expect(apart(Object.values(tiles))).toBe(Object.keys(tiles).length);
  for (const [column] of Object.values(tiles)) expect(column).toBeLessThan(columns);
});

it.each(['BW', 'MZ', 'ZA', 'ZW'])('%s: no tile lies alone', (country) => {
  const places = Object.values(countries[country]?.tiles ?? {});
  for (const [x, y] of places) expect(places.some(([a, b]) => Math.abs(a - x) + Math.abs(b - y) === 1)).toBe(true);
});

it('zones have tiles, whichever country publishes by them', () => {
  expect(Object.keys(zones.tiles).sort()).toEqual([...Zone.codes].sort());
  expect(arranged('BW', ['CENTRE', 'NORTH', 'SOUTH', null])).toEqual({
    columns: 1,
    places: [
      [0, 1],
      [0, 0],
      [0, 2],
      [0, 3],
    ],
  });
});

it('what is not known stands below, and a country that nobody has arranged is told all the same', () => {
  const [, , last] = arranged('ZA', ['ZA-WC', 'ZA-EC', null]).places;
  expect(last).toEqual([0, 4]);
  const codes = provincesOf('NA');
  const { places } = arranged('NA', [...codes, null]);
  expect(apart(places)).toBe(codes.length + 1);
  expect(['MZ', 'NA', 'ZA', 'BW', 'ZW'].sort(westToEast)).toEqual(['BW', 'ZA', 'ZW', 'MZ', 'NA']);
});
