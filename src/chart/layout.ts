/** Rows of a table as rows and columns of a chart: what varies stands along two sides, and nothing is left out. */
import { distinct, dimensionsIn, type ChartRow, type ChartTable } from './table';
import { periodText } from './period-names';

/** A row or a column: what it is of, from the outermost. */
export interface Header {
  readonly key: string;
  readonly labels: readonly string[];
}

export interface Layout {
  /** What the labels of rows and columns are, from the outermost: codes of dimensions, COUNTRY, PERIOD. */
  readonly rowAxes: readonly Axis[];
  readonly columnAxes: readonly Axis[];
  readonly rows: readonly Header[];
  readonly columns: readonly Header[];
  readonly at: (row: Header, column: Header) => ChartRow | undefined;
}

export type Axis = string;
export const COUNTRY: Axis = 'COUNTRY';
export const PERIOD: Axis = 'PERIOD';

/** Beyond so many periods several countries stand as rows, and the periods as columns. */
const FEW_PERIODS = 6;
/** What each country has its own codes of. */
const ofCountries: readonly Axis[] = ['PROVINCE', 'ORGANISATION'];

export function layoutOf(table: ChartTable): Layout {
  const dimensions = dimensionsIn(table);
  const sides = sidesOf(table, dimensions);
  const rows = headers(table, dimensions, sides.rows);
  const columns = headers(table, dimensions, sides.columns);
  const found = new Map<string, ChartRow>();
  const keyOf = (row: ChartRow, axes: readonly Axis[]): string =>
    axes.map((axis) => partOf(row, axis, table).key).join('\n');
  for (const row of table.rows) {
    if (row.dimensions.length === dimensions.length)
      found.set(`${keyOf(row, sides.rows)}\t${keyOf(row, sides.columns)}`, row);
  }
  const wholes = table.rows.filter((row) => row.dimensions.length < dimensions.length);
  return {
    rowAxes: sides.rows,
    columnAxes: sides.columns,
    rows,
    columns,
    at: (row, column) =>
      found.get(`${row.key}\t${column.key}`) ?? wholes.find((one) => isOf(one, table, sides, row, column)),
  };
}

interface Sides {
  readonly rows: readonly Axis[];
  readonly columns: readonly Axis[];
}

function sidesOf({ rows }: ChartTable, dimensions: readonly string[]): Sides {
  const [countries, periods] = [
    distinct(rows.map(({ country }) => country)),
    distinct(rows.map(({ period }) => period)),
  ];
  const several = countries.length > 1;
  if (dimensions.length === 0) {
    if (!several) return { rows: [PERIOD], columns: [] };
    return periods.length > FEW_PERIODS
      ? { rows: [COUNTRY], columns: [PERIOD] }
      : { rows: [COUNTRY, PERIOD], columns: [] };
  }
  const time = periods.length > 1 ? [PERIOD] : [];
  if (several && dimensions.some((name) => ofCountries.includes(name)))
    return { rows: [COUNTRY, ...dimensions], columns: time };
  const columns = [...(several ? [COUNTRY] : []), ...time];
  const [first = '', second] = dimensions;
  return columns.length === 0 && second !== undefined && dimensions.length === 2
    ? { rows: [first], columns: [second] }
    : { rows: dimensions, columns };
}

/** Stands for a code that is not known; no code is called so. */
const NOT_KNOWN = '?';

interface Part {
  readonly key: string;
  readonly label: string;
  readonly isLast: boolean;
}

/** What a row is of, along one axis. */
function partOf(row: ChartRow, axis: Axis, { countries, locale }: ChartTable): Part {
  if (axis === PERIOD) return { key: row.period, label: periodText(row.period, locale), isLast: false };
  if (axis === COUNTRY) {
    const label = countries.find(({ country }) => country === row.country)?.countryLabel ?? row.country;
    return { key: row.country, label, isLast: false };
  }
  const code = row.dimensions.find(({ dimension }) => dimension === axis);
  return { key: code ? (code.code ?? NOT_KNOWN) : '', label: code?.label ?? '', isLast: code?.code === null };
}

/** Every combination that a row has, in the order of the table; what is not known comes last. */
function headers(table: ChartTable, dimensions: readonly string[], axes: readonly Axis[]): readonly Header[] {
  const orders = axes.map((axis) => orderOf(table, axis));
  const found = new Map<string, { header: Header; places: readonly number[] }>();
  for (const row of table.rows) {
    const isWhole = row.dimensions.length < dimensions.length;
    if (isWhole && axes.some((axis) => dimensions.includes(axis)) && !axes.includes(COUNTRY)) continue;
    const parts = axes.map((axis) => partOf(row, axis, table));
    const key = parts.map((part) => part.key).join('\n');
    const places = parts.map((part, at) => orders[at]?.get(part.key) ?? 0);
    if (!found.has(key)) found.set(key, { header: { key, labels: parts.map(({ label }) => label) }, places });
  }
  return [...found.values()].sort((a, b) => compare(a.places, b.places)).map(({ header }) => header);
}

function orderOf(table: ChartTable, axis: Axis): ReadonlyMap<string, number> {
  const parts = table.rows.map((row) => partOf(row, axis, table));
  const keys =
    axis === PERIOD
      ? [...distinct(parts.map(({ key }) => key))]
      : distinct(parts.filter(({ isLast }) => !isLast).map(({ key }) => key));
  const order = new Map(keys.map((key, at) => [key, at]));
  for (const { key, isLast } of parts) if (isLast) order.set(key, keys.length);
  return order;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, place] of a.entries()) if (place !== b[at]) return place - (b[at] ?? 0);
  return 0;
}

/** Whether what is told of a country as a whole is what stands in a cell: nothing, and why. */
function isOf(whole: ChartRow, table: ChartTable, { rows, columns }: Sides, row: Header, column: Header): boolean {
  const said = [
    ...rows.map((axis, at) => [axis, row.key.split('\n')[at]]),
    ...columns.map((axis, at) => [axis, column.key.split('\n')[at]]),
  ];
  return said.every(
    ([axis = '', key]) => (axis !== COUNTRY && axis !== PERIOD) || partOf(whole, axis, table).key === key,
  );
}

/** Headers of one side where its outermost label is told once, above those that share it. */
export function grouped(
  headers: readonly Header[],
): readonly { readonly label: string; readonly headers: readonly Header[] }[] {
  const groups: { label: string; headers: Header[] }[] = [];
  for (const header of headers) {
    const label = header.labels[0] ?? '';
    const last = groups.at(-1);
    if (last?.label === label) last.headers.push(header);
    else groups.push({ label, headers: [header] });
  }
  return groups;
}
