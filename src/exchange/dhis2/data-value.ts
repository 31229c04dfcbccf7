/** A value as DHIS2 keeps it: the cell that it stands in, and what is said of it. */
import { NotWritable } from './fault';
import { cellTwice, deletedNumber, noNumber } from './texts';

export interface Cell {
  readonly dataElement: string;
  readonly period: string;
  readonly orgUnit: string;
  /** Null: the default one. */
  readonly categoryOptionCombo: string | null;
  readonly attributeOptionCombo: string | null;
}

export interface DataValue extends Cell {
  readonly dataSet: string;
  /** A number as text; empty where it is deleted. */
  readonly value: string;
  readonly comment?: string;
  /** Its period is not over: it is no final number, and its form is not complete. */
  readonly provisional?: true;
  /** The old number is to go. */
  readonly deleted?: true;
  /** For ADX: of each category its option. */
  readonly categories?: ReadonlyMap<string, string>;
}

export type CellKey = readonly [
  dataElement: string,
  period: string,
  orgUnit: string,
  categoryOptionCombo: string,
  attributeOptionCombo: string,
];

/** How the default combination is written, in mappings and in DHIS2. */
export const DEFAULT = 'default';

/** What makes a cell, in the order of DHIS2. */
export const cellKey = (cell: Cell): CellKey => [
  ...([cell.dataElement, cell.period, cell.orgUnit] as const),
  ...([cell.categoryOptionCombo ?? DEFAULT, cell.attributeOptionCombo ?? DEFAULT] as const),
];

export const keyText = (key: CellKey): string => JSON.stringify(key);

const comboOf = (id: string): string | null => (id === DEFAULT ? null : id);

export const cellOf = ([dataElement, period, orgUnit, category, attribute]: CellKey): Cell => ({
  ...{ dataElement, period, orgUnit },
  ...{ categoryOptionCombo: comboOf(category), attributeOptionCombo: comboOf(attribute) },
});

/** What DHIS2 is given is a number as it writes numbers itself. */
const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * What no writer may write, whatever the form.
 * @throws NotWritable for a text that is no number, and for a cell that stands there twice: from 2.43 on that takes the
 * whole group of a data set
 */
export function assertWritable(values: readonly DataValue[]): void {
  const seen = new Set<string>();
  for (const one of values) {
    const cell = cellKey(one).join(' ');
    if (one.deleted ? one.value !== '' : !NUMBER.test(one.value))
      throw new NotWritable(one.deleted ? deletedNumber(cell) : noNumber(cell));
    if (seen.has(keyText(cellKey(one)))) throw new NotWritable(cellTwice(cell));
    seen.add(keyText(cellKey(one)));
  }
}
