/** A value as DHIS2 keeps it: the cell that it stands in, and what is said of it. */
import { NotWritable, say } from './fault';

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
      throw new NotWritable(
        one.deleted
          ? say(`A value that is deleted has a number: ${cell}.`, `Um valor que se apaga tem um número: ${cell}.`)
          : say(`This is no number for DHIS2: ${cell}.`, `Isto não é um número para o DHIS2: ${cell}.`),
      );
    if (seen.has(keyText(cellKey(one))))
      throw new NotWritable(
        say(`The same cell stands there twice: ${cell}.`, `A mesma célula aparece duas vezes: ${cell}.`),
      );
    seen.add(keyText(cellKey(one)));
  }
}
