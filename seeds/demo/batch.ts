/** Rows on their way into the database: made a few cases at a time, so that memory stays flat at any scale. */
import { thingOf, type Constructor, type Thing } from '../../src/model/thing';
import type { ThingRecord } from '../../src/model/record';
import { instant } from './calendar';
import type { Random } from './random';

/** Id of a data key and when it was made; the key itself is made when the rows are written. */
export interface DataKeyRow {
  readonly id: string;
  readonly at: string;
}

/** The content of an attachment, as it is before it is sealed. */
export interface ContentRow {
  readonly id: string;
  readonly attachmentId: string;
  readonly dataKeyId: string;
  /** When it had come. */
  readonly at: string;
  /** Short enough for one piece. */
  readonly bytes: Buffer;
}

/** A row with every attribute; sealed ones as plain text. */
export type Row<T extends ThingRecord> = { readonly [K in keyof T]: T[K] };

/** A row as a story tells it: with what every record has, and as much of the rest as the story is about. */
export type Told<T extends ThingRecord> = Partial<Row<T>> & Row<ThingRecord>;

/** Fills in what a told row says nothing of. */
export interface Completer {
  complete(thing: Thing, row: Record<string, unknown>): void;
}

export class Batch {
  readonly dataKeys: DataKeyRow[] = [];
  readonly rows = new Map<Constructor, object[]>();
  readonly contents: ContentRow[] = [];

  constructor(private readonly inventor: Completer) {}

  /** Takes a row; what it says nothing of is invented. @returns the whole row */
  add<T extends ThingRecord>(target: Constructor<T>, told: Told<T>): Row<T> {
    const row = told as Row<T>;
    this.inventor.complete(thingOf(target), row);
    const rows = this.rows.get(target);
    if (rows) rows.push(row);
    else this.rows.set(target, [row]);
    return row;
  }

  /** Takes a row of what is no record but says something of records. */
  note<T extends object>(target: Constructor<T>, row: T): void {
    const rows = this.rows.get(target);
    if (rows) rows.push(row);
    else this.rows.set(target, [row]);
  }

  /** Takes all that another holds. */
  join({ dataKeys, rows, contents }: Batch): void {
    this.dataKeys.push(...dataKeys);
    this.contents.push(...contents);
    for (const [target, more] of rows) {
      const known = this.rows.get(target);
      if (known) known.push(...more);
      else this.rows.set(target, more);
    }
  }

  /** Rows of a thing so far. */
  of<T extends ThingRecord>(target: Constructor<T>): readonly Row<T>[] {
    return (this.rows.get(target) ?? []) as Row<T>[];
  }

  get size(): number {
    return [...this.rows.values()].reduce((sum, rows) => sum + rows.length, this.dataKeys.length);
  }
}

/**
 * What every record has: made by somebody at some time, changed so often until then. To be spread last in a row:
 * V8 takes eighty times as long for a literal of many properties that begins with a spread.
 */
export function made(random: Random, at: number, by: string | null, changes = 0, changedAt = at): Row<ThingRecord> {
  const createdAt = instant(at);
  const updatedAt = changes > 0 ? instant(changedAt) : createdAt;
  return { id: random.id(at), version: 1 + changes, createdAt, updatedAt, createdById: by };
}
