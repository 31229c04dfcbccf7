/** All cells of linked tables as one system: whatever anybody can add up or subtract is an equation of it. */
import type { Interval } from './edition';
import type { Row } from './solver';
import { cellKey, type Codes, type Place } from './table-design';

/**
 * OPEN is still to be decided. UNPUBLISHED stands in no table but follows from cells that do: what is left of a
 * population without a part of it, and sums of codes that are told apart.
 */
export type CellState = 'OPEN' | 'PUBLISHED' | 'HIDDEN' | 'UNPUBLISHED';

export interface NewCell {
  readonly population: string;
  readonly period: string;
  readonly at: Place;
  readonly codes: Codes;
  readonly value: number;
  readonly state: CellState;
  /** From 1 to below this it is small. */
  readonly threshold: number;
  /** Has to be protected where it is small. */
  readonly isPersonal: boolean;
  /** Promised when it was published. */
  readonly protection: Interval | null;
}

export interface LinkedCell extends NewCell {
  readonly key: string;
  /** It is known to be no less: what is hidden counts somebody. */
  readonly floor: number;
}

export interface LinkedTables {
  readonly cells: readonly LinkedCell[];
  /** Sums of cells, by their index. */
  readonly equations: readonly Row[];
}

export const isSmall = ({ value, threshold }: Pick<LinkedCell, 'value' | 'threshold'>): boolean =>
  value > 0 && value < threshold;

export class CellSystem implements LinkedTables {
  readonly cells: LinkedCell[] = [];
  readonly equations: Row[] = [];
  private readonly known = new Map<string, number>();

  add(cell: NewCell): number {
    const key = cellKey(cell.population, cell.period, cell.codes);
    if (this.known.has(key)) throw new RangeError(`Two cells ${key}`);
    this.known.set(key, this.cells.length);
    const floor = cell.value > 0 && cell.state !== 'UNPUBLISHED' ? 1 : 0;
    return this.cells.push({ ...cell, key, floor }) - 1;
  }

  find(population: string, period: string, codes: Codes): number | undefined {
    return this.known.get(cellKey(population, period, codes));
  }

  cell(at: number): LinkedCell {
    const cell = this.cells[at];
    if (!cell) throw new RangeError(`No cell ${at}`);
    return cell;
  }

  sum(parts: readonly number[]): number {
    return parts.reduce((sum, at) => sum + this.cell(at).value, 0);
  }

  /** @throws where the counts do not add up: then something was not frozen, or counted twice */
  equate(total: number, parts: readonly number[]): void {
    if (this.sum(parts) !== this.cell(total).value) throw new RangeError(`${this.cell(total).key} is no sum`);
    this.equations.push({ at: [total, ...parts], by: [-1, ...parts.map(() => 1)], lower: 0, upper: 0 });
  }

  raiseFloor(at: number, floor: number): void {
    const cell = this.cell(at);
    if (floor > cell.value) throw new RangeError(`${cell.key} counts fewer than are known to be in it`);
    this.cells[at] = { ...cell, floor: Math.max(cell.floor, floor) };
  }
}
