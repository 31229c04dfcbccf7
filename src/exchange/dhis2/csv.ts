/**
 * `dataValueSets` as CSV, in the one form that both importers read: by position up to 2.42, by heading from 2.43 on. That one
 * knows no quotes and no line ends but LF, and says SUCCESS to a file of which it has read the first row only.
 */
import { assertWritable, type DataValue } from './data-value';
import { NotWritable } from './fault';
import { badCell } from './texts';

/** The order of 2.42 with the names of 2.43. */
export const csvHeadings = [
  'dataElement',
  'period',
  'orgUnit',
  'categoryOptionCombo',
  'attributeOptionCombo',
  'value',
  'storedBy',
  'timestamp',
  'comment',
  'followUp',
  'deleted',
] as const;

/** @param day on which it is written, as `2026-06-03` */
export function csvOf(values: readonly DataValue[], day: string): string {
  assertWritable(values);
  const rows = values.map((one) => [
    ...[one.dataElement, one.period, one.orgUnit, one.categoryOptionCombo ?? '', one.attributeOptionCombo ?? ''],
    ...[one.value, 'handsoff', day, one.comment ?? '', 'false', one.deleted ? 'true' : 'false'],
  ]);
  return [csvHeadings, ...rows].map((row) => `${row.map(csvCell).join(',')}\n`).join('');
}

/** @throws NotWritable for what one of the two reads as something else, or as the end of the file */
export function csvCell(text: string): string {
  if (
    /[",\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text) ||
    text !== text.trim() ||
    text === 'null' ||
    !text.isWellFormed()
  )
    throw new NotWritable(badCell(JSON.stringify(text)));
  return text;
}
