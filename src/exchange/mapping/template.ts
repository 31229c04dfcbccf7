/** An empty table for what a mutation takes: its headings are the paths of the fields. */
import type { Input } from '../../model/input';
import { csvLine } from '../files/csv';
import { EXTERNAL_ID } from './mapping';
import { OPEN, pathOf, placesIn } from './paths';

/** The headings of a table that has everything, the external id first; of each list the first item. */
export const headingsOf = (input: Input): string[] => [
  EXTERNAL_ID,
  ...placesIn(input).map(({ steps }) => pathOf(steps.map((step) => (step === OPEN ? 0 : step)))),
];

/** The same as a CSV file, with the mark by which spreadsheet programs know UTF-8. */
export const templateOf = (input: Input): string => `\uFEFF${csvLine(headingsOf(input))}`;
