/**
 * Which cells of linked tables are hidden: those that are small, and others behind which they can be anything else.
 * For each small cell the nearest other tables are looked for that could be true as well and in which it counts as
 * little, then as much as it has to be possible to believe. Every cell that differs there is hidden: what is told fits
 * those tables too. All tables are one programme, so that none tells what another hides.
 */
import type { Clock } from './clock';
import type { Interval } from './edition';
import { isSmall, type LinkedCell, type LinkedTables } from './linked-tables';
import { Programme, TOLERANCE, type Row } from './solver';

export interface Pattern {
  /** Indexes of the cells that are not told. */
  readonly hidden: ReadonlySet<number>;
  /** What nobody may come nearer to, of each cell that has to be protected. */
  readonly protection: ReadonlyMap<number, Interval>;
}

/** Of cells that are hidden already: less than anything, and more than nothing, so that no cell moves for no reason. */
const HIDDEN_COST = 1e-3;
const TOTAL_COST = 1e3;

/** @returns null where there is no such pattern, or none was found in time */
export async function suppress(tables: LinkedTables, clock: Clock): Promise<Pattern | null> {
  const { cells, equations } = tables;
  const moving = [...cells.keys()].filter((at) => canMove(cells[at] as LinkedCell));
  const lower = moving.map((at) => (cells[at]?.value ?? 0) - (cells[at]?.floor ?? 0));
  const columns = {
    lower: new Array<number>(2 * moving.length).fill(0),
    upper: [...moving.map(() => Infinity), ...lower],
  };
  const columnOf = new Map(moving.map((at, column) => [at, column]));
  const rows = equations.flatMap((row) => deviation(row, columnOf, moving.length));
  return Programme.with({ columns, rows, strategy: 'BOUNDS' }, (programme) =>
    new Suppression(cells, moving, columnOf, programme, clock).run(),
  );
}

/** Zeros are told, and what was told stays so. */
const canMove = ({ state, value }: LinkedCell): boolean =>
  state === 'UNPUBLISHED' || (state !== 'PUBLISHED' && value > 0);

/** Of true counts an equation holds: of what they are taken to be it holds where the differences add up to nothing. */
function deviation({ at, by }: Row, columnOf: ReadonlyMap<number, number>, width: number): readonly Row[] {
  const moved = at.flatMap((one, index) => {
    const column = columnOf.get(one);
    return column === undefined ? [] : [{ column, by: by[index] ?? 0 }];
  });
  if (moved.length === 0) return [];
  return [
    {
      at: [...moved.map(({ column }) => column), ...moved.map(({ column }) => column + width)],
      by: [...moved.map(({ by }) => by), ...moved.map(({ by }) => -by)],
      lower: 0,
      upper: 0,
    },
  ];
}

class Suppression {
  private readonly hidden = new Set<number>();
  private readonly protection = new Map<number, Interval>();
  /** The least and the most that each cell counts in tables that were found and can be believed. */
  private readonly seen = new Map<number, Interval>();

  constructor(
    private readonly cells: readonly LinkedCell[],
    private readonly moving: readonly number[],
    private readonly columnOf: ReadonlyMap<number, number>,
    private readonly programme: Programme,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<Pattern | null> {
    for (const [at, cell] of this.cells.entries())
      if (cell.state === 'HIDDEN' || cell.state === 'UNPUBLISHED' || (cell.state === 'OPEN' && isSmall(cell)))
        this.hidden.add(at);
    if (!(await this.promise())) return null;
    for (const at of this.moving) this.price(at, this.costOf(at));
    const widest = [...this.protection].sort(
      ([one, a], [other, b]) => b.upper - this.valueOf(other) - (a.upper - this.valueOf(one)) || one - other,
    );
    for (const [at, { lower, upper }] of widest)
      for (const value of [upper, lower]) if (!(await this.believe(at, value))) return null;
    return { hidden: this.hidden, protection: this.protection };
  }

  private valueOf(at: number): number {
    return this.cells[at]?.value ?? 0;
  }

  /** What is left to believe of a small cell if all but the national totals is hidden: more cannot be promised. */
  private async promise(): Promise<boolean> {
    const totals = this.moving.filter((at) => this.isTotal(at) && !this.hidden.has(at));
    for (const at of totals) this.hold(at, 0);
    const small = this.moving.filter((at) => {
      const { protection, state, isPersonal } = this.cells[at] as LinkedCell;
      if (protection) this.protection.set(at, protection);
      return !protection && state !== 'HIDDEN' && isPersonal && isSmall(this.cells[at] as LinkedCell);
    });
    // Most can be as little as one all together.
    let together = this.least(small);
    for (const at of small) {
      if (!together || !(await this.clock.hasTime())) return false;
      if (this.valueIn(together, at) > 1 + TOLERANCE) together = this.least([at]) ?? together;
      const lower = Math.max(1, Math.ceil(this.valueIn(together, at) - TOLERANCE));
      const { threshold } = this.cells[at] as LinkedCell;
      this.protection.set(at, { lower, upper: Math.max(threshold, lower + threshold - 1) });
    }
    for (const at of totals) this.release(at);
    return true;
  }

  private least(cells: readonly number[]): Float64Array | null {
    for (const at of cells) this.charge(at, 1, -1);
    const values = this.programme.solve();
    for (const at of cells) this.charge(at, 0, 0);
    return values;
  }

  private isTotal(at: number): boolean {
    return Object.keys(this.cells[at]?.codes ?? {}).length === 0 && this.cells[at]?.state === 'OPEN';
  }

  private costOf(at: number): number {
    if (this.cells[at]?.state === 'UNPUBLISHED') return 0;
    if (this.hidden.has(at)) return HIDDEN_COST;
    // Of cells that cost the same, the earlier: the pattern does not depend on how the solver walks.
    return (this.isTotal(at) ? TOTAL_COST : Math.log2(1 + this.valueOf(at))) * (1 + (1e-4 * at) / this.cells.length);
  }

  /** Hides what has to be hidden for a cell to be taken to count this. */
  private async believe(at: number, value: number): Promise<boolean> {
    const seen = this.seen.get(at);
    if (value === this.valueOf(at) || (seen && seen.lower <= value + TOLERANCE && seen.upper >= value - TOLERANCE))
      return true;
    if (!(await this.clock.hasTime())) return false;
    this.hold(at, value - this.valueOf(at));
    const values = this.programme.solve();
    this.release(at);
    if (!values) return false;
    const moved = this.moving.filter((one) => Math.abs(this.valueIn(values, one) - this.valueOf(one)) > TOLERANCE);
    const back = this.wayBack(values, moved);
    for (const one of moved) {
      const by = this.valueIn(values, one) - this.valueOf(one);
      this.see(one, this.valueOf(one) + by);
      this.see(one, this.valueOf(one) - back * by);
      if (this.hidden.has(one)) continue;
      this.hidden.add(one);
      this.price(one, HIDDEN_COST);
    }
    return true;
  }

  /** Where all cells could differ like this, they could differ the other way as well, as far as none counts too little. */
  private wayBack(values: Float64Array, moved: readonly number[]): number {
    return moved.reduce((back, at) => {
      const by = this.valueIn(values, at) - this.valueOf(at);
      return by > 0 ? Math.min(back, (this.valueOf(at) - (this.cells[at]?.floor ?? 0)) / by) : back;
    }, Infinity);
  }

  private see(at: number, found: number): void {
    const { lower, upper } = this.seen.get(at) ?? { lower: this.valueOf(at), upper: this.valueOf(at) };
    this.seen.set(at, { lower: Math.min(lower, found), upper: Math.max(upper, found) });
  }

  private column(at: number): number {
    const column = this.columnOf.get(at);
    if (column === undefined) throw new RangeError(`Cell ${at} cannot move`);
    return column;
  }

  private valueIn(values: Float64Array, at: number): number {
    const column = this.column(at);
    return this.valueOf(at) + (values[column] ?? 0) - (values[column + this.moving.length] ?? 0);
  }

  private charge(at: number, up: number, down: number): void {
    this.programme.cost(this.column(at), up);
    this.programme.cost(this.column(at) + this.moving.length, down);
  }

  private price(at: number, cost: number): void {
    this.charge(at, cost, cost);
  }

  private hold(at: number, by: number): void {
    this.programme.bound(this.column(at), Math.max(0, by), Math.max(0, by));
    this.programme.bound(this.column(at) + this.moving.length, Math.max(0, -by), Math.max(0, -by));
  }

  private release(at: number): void {
    this.programme.bound(this.column(at), 0, Infinity);
    this.programme.bound(this.column(at) + this.moving.length, 0, this.valueOf(at) - (this.cells[at]?.floor ?? 0));
  }
}
