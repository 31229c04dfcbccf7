/** The rows of a table as text for a spreadsheet: one value in each line, with its status. What is hidden is empty, never zero. */
import { dimensionsIn, type ChartRow, type ChartTable } from './table';

type Field = string | number | null;

/** What a spreadsheet would run as a formula begins so: then it is marked as text. */
const formula = /^[=+\-@\t\r]/;

const safe = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** As RFC 4180 has it, with a mark by which spreadsheets know UTF-8. */
export const csvOf = (table: ChartTable): string =>
  `\ufeff${linesOf(table)
    .map((fields) => fields.map(quoted).join(','))
    .join('\r\n')}\r\n`;

/** To be pasted into a spreadsheet. */
export const tsvOf = (table: ChartTable): string =>
  linesOf(table)
    .map((fields) => fields.map((field) => plain(field).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');

const plain = (field: Field): string => (typeof field === 'string' ? safe(field) : field === null ? '' : String(field));

const quoted = (field: Field): string => {
  const text = plain(field);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

function linesOf(table: ChartTable): readonly (readonly Field[])[] {
  const dimensions = dimensionsIn(table);
  const names = dimensions.map((name) => name.toLowerCase());
  const head = [
    ...['indicator', 'version', 'title', 'country', 'period'],
    ...names.flatMap((name) => [name, `${name}_label`]),
    ...['value', 'status', 'reason', 'numerator', 'denominator', 'previous', 'baseline', 'target', 'locked_on'],
  ];
  return [head, ...table.rows.map((row) => lineOf(table, row, dimensions))];
}

function lineOf({ about }: ChartTable, row: ChartRow, dimensions: readonly string[]): readonly Field[] {
  const codes = dimensions.map((name) => row.dimensions.find(({ dimension }) => dimension === name));
  const { value, status, gapLabel, numerator, denominator, previous, baseline, target, lockedOn } = row;
  return [
    ...[row.indicator, row.version, about.title, row.country, row.period],
    ...codes.flatMap((one) => [one?.code ?? null, one?.label ?? null]),
    ...[value, status, gapLabel, numerator, denominator, previous, baseline, target, lockedOn],
  ];
}
