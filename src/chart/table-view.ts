/** The numbers under a chart as a table: the same rows and columns, with all that its rows tell beside the values. */
import { cellOf, cellText, type Cell } from './cell';
import { COUNTRY, PERIOD, type Axis, type Header, type Layout } from './layout';
import { dayText, measured } from './numbers';
import type { ChartRow, ChartTable } from './table';
import { madeOf, targetText } from './tips';
import { words } from './words';

export interface CellView {
  readonly kind: Cell['kind'] | 'beside';
  readonly text: string;
  /** What stands below it, smaller. */
  readonly more: readonly string[];
}

export interface TableView {
  /** Of the row headers, then of the columns. */
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly rows: readonly { readonly headers: readonly string[]; readonly cells: readonly CellView[] }[];
}

export function tableViewOf(table: ChartTable, layout: Layout): TableView {
  return {
    rowNames: layout.rowAxes.map((axis) => nameOf(axis, table)),
    ...(layout.columns.length > 1 ? crossed(table, layout) : listed(table, layout)),
  };
}

const nameOf = (axis: Axis, { dimensionLabels, locale }: ChartTable): string =>
  axis === COUNTRY ? words.country[locale] : axis === PERIOD ? words.period[locale] : (dimensionLabels[axis] ?? axis);

const nameOfValue = ({ about, locale }: ChartTable): string =>
  ({
    COUNT: words.number,
    PER_CENT: words.perCent,
    MEDIAN_DAYS: words.days,
    MEDIAN_MINUTES: words.minutes,
    AS_SURVEYED: words.value,
  })[about.measure][locale];

/** A value in each cell, with what it is made of and its targets below it. */
function crossed(table: ChartTable, { rows, columns, at }: Layout): Omit<TableView, 'rowNames'> {
  const cellView = (row: ChartRow | undefined): CellView => ({
    ...told(row, table),
    more: row
      ? [
          ...whyOf(row),
          ...madeOf(row, table.locale),
          ...row.targets.map((one) => targetText(one, table)),
          ...lockOf(row, table),
        ]
      : [],
  });
  return {
    columnNames: columns.map(({ labels }) => labels.join(' ')),
    rows: rows.map((row) => ({ headers: row.labels, cells: columns.map((column) => cellView(at(row, column))) })),
  };
}

function told(row: ChartRow | undefined, { about, locale }: ChartTable): CellView {
  const cell = cellOf(row);
  const text =
    cell.kind === 'missing'
      ? words.noValue[locale]
      : cell.kind === 'absent'
        ? words.notTold[locale]
        : cellText(cell, about, locale);
  return { kind: cell.kind, text, more: [] };
}

const whyOf = (row: ChartRow): readonly string[] =>
  cellOf(row).kind === 'missing' && row.gapLabel ? [row.gapLabel] : [];

const lockOf = ({ lockedOn, revised }: ChartRow, { about, locale }: ChartTable): readonly string[] => [
  ...(lockedOn === null ? [] : [`${words.lockedOn[locale]} ${dayText(lockedOn, locale)}`]),
  ...(revised
    ? [`${words.countedNow[locale]}: ${revised.value === null ? '–' : measured(revised.value, about.measure, locale)}`]
    : []),
];

/** What can stand beside the values, where any row has it. */
interface Beside {
  readonly name: string;
  readonly of: (row: ChartRow) => readonly string[];
}

function listed(table: ChartTable, { rows, columns, at }: Layout): Omit<TableView, 'rowNames'> {
  const all = rows.map((header) => ({ header, row: at(header, columns[0] ?? only) }));
  const beside = besidesOf(table).filter(({ of }) => all.some(({ row }) => row && of(row).length > 0));
  return {
    columnNames: [nameOfValue(table), ...beside.map(({ name }) => name)],
    rows: all.map(({ header, row }) => ({
      headers: header.labels,
      cells: [
        { ...told(row, table), more: row ? whyOf(row) : [] },
        ...beside.map(({ of }): CellView => ({ kind: 'beside', text: (row ? of(row) : []).join('; '), more: [] })),
      ],
    })),
  };
}

const only: Header = { key: '', labels: [] };

function besidesOf(table: ChartTable): readonly Beside[] {
  const { about, locale } = table;
  const number = (value: number | null): readonly string[] =>
    value === null ? [] : [measured(value, about.measure, locale)];
  return [
    { name: words.made[locale], of: (row) => madeOf(row, locale) },
    {
      name: words.target[locale],
      of: ({ targets }) =>
        targets.map(({ value, donor }) => `${number(value).join('')}${donor === null ? '' : ` (${donor})`}`),
    },
    { name: words.baseline[locale], of: ({ baseline }) => number(baseline) },
    { name: words.previous[locale], of: ({ previous }) => number(previous) },
    { name: words.lockedOn[locale], of: ({ lockedOn }) => (lockedOn === null ? [] : [dayText(lockedOn, locale)]) },
    {
      name: words.countedNow[locale],
      of: ({ revised }) => (revised ? [revised.value === null ? '–' : number(revised.value).join('')] : []),
    },
  ];
}
