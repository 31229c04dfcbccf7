/** Rows of repeats, kept until the rows that they are parts of come: joined by what names these, never by their order. */
import type { RawRow } from '../files/sheet';
import type { Shape } from '../shapes/shape';
import type { Assignment } from './assigned';
import { RowReader, type Findings, type Readable } from './row';
import { underOf, type Table } from './table';
import type { Tree } from './tree';

interface Part {
  readonly of: number;
  readonly row: RawRow;
  /** By which parts of its own name it. */
  readonly keys: readonly string[];
  isJoined: boolean;
}

/** Repeats within repeats. */
const DEEPEST = 5;

export class Repeats {
  private readonly byParent = new Map<string, Part[]>();
  private readonly readables: Readable[] = [];

  constructor(
    private readonly shape: Shape,
    private readonly main: string,
  ) {}

  /** Takes the rows of a table while it is read for the first time: of each the cells that are imported. */
  taking({ table, assigned }: Assignment): (row: RawRow) => void {
    const [of, under] = [this.readables.length, underOf(table)];
    const columns = assigned.flatMap(({ column, choices, siblings }) => [
      column,
      ...choices.map((one) => one.column),
      ...siblings,
    ]);
    const kept = new Set(columns.map(({ at }) => at));
    return (row) => {
      const at = under(row);
      const cells = row.cells.map((cell, column) => (kept.has(column) ? cell : ''));
      const part: Part = { of, row: { row: row.row, cells }, keys: this.keysOf(at, table), isJoined: false };
      for (const key of this.shape.parent?.(at, this.main) ?? []) {
        const parts = this.byParent.get(key);
        if (parts) parts.push(part);
        else this.byParent.set(key, [part]);
      }
    };
  }

  add(readable: Readable): void {
    this.readables.push(readable);
  }

  keysOf(under: (heading: string) => string, { sheet }: Table): string[] {
    return (this.shape.key?.(under, sheet.name ?? '') ?? []).filter((key) => !key.endsWith(' ') && key !== '');
  }

  /** Reads the parts of a row into its tree, and their parts. */
  read(keys: readonly string[], tree: Tree, findings: Findings, ordinals: readonly number[] = []): void {
    if (ordinals.length >= DEEPEST) return;
    const counted = new Map<number, number>();
    for (const part of new Set(keys.flatMap((key) => this.byParent.get(key) ?? []))) {
      const readable = this.readables[part.of];
      if (!readable) continue;
      const nth = counted.get(part.of) ?? 0;
      counted.set(part.of, nth + 1);
      const at = [...ordinals, nth];
      new RowReader(readable, tree, findings, part.row, at).read();
      this.read(part.keys, tree, findings, at);
    }
  }

  /** Notes which rows there are, so that parts of none can be told. */
  see(keys: readonly string[], depth = 0): void {
    for (const part of keys.flatMap((key) => this.byParent.get(key) ?? [])) {
      if (part.isJoined || depth >= DEEPEST) continue;
      part.isJoined = true;
      this.see(part.keys, depth + 1);
    }
  }

  /** Rows of repeats that are part of no row, by their table. */
  orphans(): { readonly table: Table; readonly row: number }[] {
    const parts = new Set([...this.byParent.values()].flat());
    return [...parts].flatMap(({ of, row, isJoined }) => {
      const table = this.readables[of]?.assignment.table;
      return isJoined || !table ? [] : [{ table, row: row.row }];
    });
  }
}
