/** Provinces as tiles where they lie, country by country and period by period. */
import { layoutBlocks } from './blocks';
import { cellShapes } from './matrix';
import { mostOf } from './scale';
import { isWithin, linesOf, still, text, type Mark, type Picture } from './shapes';
import { distinct, type ChartRow, type ChartTable } from './table';
import { arranged, westToEast } from './tile-positions';
import { periodText } from './period-names';
import { tipOf } from './tips';

const HEIGHT = 58;
const WIDEST = 130;
const NARROWEST = 74;
const TITLE = 24;
const GAP = 20;

/** A country in one period. */
interface Map {
  readonly title: string;
  readonly rows: readonly ChartRow[];
  readonly columns: number;
  readonly places: ReturnType<typeof arranged>['places'];
}

export function tilesOf(table: ChartTable, width: number): Picture {
  const maps = mapsOf(table);
  const tile = tileWidth(
    maps.map(({ columns }) => Math.max(columns, LEAST_COLUMNS)),
    width,
  );
  const most = mostOf(table.rows);
  const sizes = maps.map(({ columns, places }) => ({
    width: widthIn(columns, tile),
    height: TITLE + (Math.max(...places.map(([, row]) => row), 0) + 1) * HEIGHT,
  }));
  const { places, height } = layoutBlocks(sizes, width, GAP);
  const marks = maps.flatMap((map, at): readonly Mark[] => {
    const [x = 0, y = 0] = places[at] ?? [];
    const each = widthIn(map.columns, tile) / map.columns;
    return [
      still(text(map.title, x, y + TITLE / 2, { fontWeight: 'bold' })),
      ...map.rows.map((row, nth): Mark => {
        const [column = 0, line = 0] = map.places[nth] ?? [];
        const box = {
          x: x + column * each + 1.5,
          y: y + TITLE + line * HEIGHT + 1.5,
          width: each - 3,
          height: HEIGHT - 3,
        };
        return { shapes: cellShapes(table, row, box, most, nameOn(row, each - 14)), tip: tipOf(table, row) };
      }),
    ];
  });
  return { width, height: height + 4, marks };
}

/** Zones, one below the other, are as wide as two provinces. */
const LEAST_COLUMNS = 2;
const widthIn = (columns: number, tile: number): number => Math.max(columns, LEAST_COLUMNS) * tile;

/** As many maps beside each other as leave tiles that can be read, and tiles as wide as there is room for then. */
function tileWidth(columns: readonly number[], width: number): number {
  for (let count = columns.length; count > 0; count--) {
    const lines = columns.flatMap((_, at) => (at % count === 0 ? [columns.slice(at, at + count)] : []));
    const most = Math.max(...lines.map((line) => line.reduce((sum, one) => sum + one, 0)));
    const tile = (width - (count - 1) * GAP) / most;
    if (tile >= NARROWEST || count === 1) return Math.min(tile, WIDEST);
  }
  return NARROWEST;
}

function mapsOf(table: ChartTable): readonly Map[] {
  const { rows, countries, locale } = table;
  const told = rows.filter(({ dimensions }) => dimensions.length > 0);
  const names = [...distinct(told.map(({ country }) => country))].sort(westToEast);
  const periods = distinct(told.map(({ period }) => period));
  return names.flatMap((country) =>
    periods.flatMap((period) => {
      const own = told.filter((row) => row.country === country && row.period === period);
      const label = countries.find((one) => one.country === country)?.countryLabel ?? country;
      const title = [...(names.length > 1 ? [label] : []), periodText(period, locale)].join(', ');
      return own.length > 0
        ? [
            {
              title,
              rows: own,
              ...arranged(
                country,
                own.map(({ dimensions }) => dimensions[0]?.code ?? null),
              ),
            },
          ]
        : [];
    }),
  );
}

/** The name where it has room, else the code without its country. */
function nameOn({ dimensions: [place] }: ChartRow, width: number): readonly string[] {
  const name = linesOf(place?.label ?? '', width, 10.5);
  if (name.length <= 2 && isWithin(name, width, 10.5)) return name;
  return [place?.code?.split('-').at(-1) ?? '?'];
}
