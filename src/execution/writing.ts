/** An answer while it is written: which country's rows, where in the answer, and what went wrong or was denied. */
import type { FieldNode } from 'graphql';
import type { SealedPlace, Vault } from '../base/vault';
import type { CursorSeal } from './read/cursor';
import type { Locale } from '../base/locale';
import type { Cells } from './cells';
import type { BoundList, ListPlan } from './list';
import type { Count, Part } from './part';
import type { Failure, Met } from '../base/told';
import { pathTo, type Place } from '../base/path';
import type { ArgumentSet } from './argument-set';

/** Rows that stand one after the other in the cells of a part. */
export interface Run {
  readonly cells: Cells;
  /** Place of the first cell. */
  readonly start: number;
  readonly length: number;
  /** Cells of a row. */
  readonly width: number;
}

/** What a country answered: the rows of every part, and the counts. */
export interface CountryRows {
  readonly country: string;
  /** Data keys that stand apart from the data, by id, or why there are none; null where none was asked for. */
  readonly keys: ReadonlyMap<string, Buffer | Error> | Error | null;
  /** All rows of a part. */
  all(part: Part): Run;
  /** The rows of a part that hang on a record. */
  under(part: Part, key: string): Run;
  /** How long a list is: that of a root field (null), or the one that hangs on a record; or how many there are of a code. */
  count(count: Count, key: string | null): number;
}

/** Writes a value as JSON, from the row that begins at `at`. */
export type Write = (cells: Cells, at: number, writing: Writing) => string;

/** What of a request the writing needs. */
export interface WritingParts {
  readonly locale: Locale;
  readonly vault: Vault;
  /** Why the arguments of a field are refused. */
  refusal(set: ArgumentSet): Error | undefined;
  list(number: number): BoundList;
  /** Makes the cursors of a list. */
  seal(list: ListPlan): CursorSeal;
}

export class Writing {
  /** The country whose rows are being written. */
  rows: CountryRows | undefined;
  readonly positions: number[] = [];
  readonly failures: Failure[] = [];
  /** The first place of each denied coordinate. */
  readonly denied = new Map<string, Met>();
  readonly #keys = new Map<string, Buffer>();
  readonly #refused = new Set<ListPlan>();

  constructor(private readonly parts: WritingParts) {}

  get here(): CountryRows {
    if (!this.rows) throw new Error('no country is being written');
    return this.rows;
  }

  get locale(): Locale {
    return this.parts.locale;
  }

  list(number: number): BoundList {
    return this.parts.list(number);
  }

  seal(list: ListPlan): CursorSeal {
    return this.parts.seal(list);
  }

  refusal(set: ArgumentSet): Error | undefined {
    return this.parts.refusal(set);
  }

  deny(coordinate: string, place: Place, nodes: readonly FieldNode[]): void {
    if (!this.denied.has(coordinate)) this.denied.set(coordinate, { nodes, path: pathTo(place, this.positions) });
  }

  /** Notes an error of a field, which the nodes select and which is null in its place. */
  fail(error: Error, place: Place, nodes: readonly FieldNode[]): void {
    this.failures.push({ error, nodes, path: pathTo(place, this.positions) });
  }

  /** Notes that a list's arguments are refused: once, however many records it hangs on. */
  refuse(list: ListPlan, error: Error, place: Place, nodes: readonly FieldNode[]): void {
    if (this.#refused.has(list)) return;
    this.#refused.add(list);
    this.fail(error, place, nodes);
  }

  /** A data key, wrapped as hexadecimal digits; null where it was destroyed. @throws SealBroken; why none could be fetched */
  key(id: string, wrapped: string | null | undefined): Buffer | null {
    const { country, keys } = this.here;
    if (typeof wrapped !== 'string') {
      const found = keys instanceof Error ? keys : keys?.get(id);
      if (found instanceof Error) throw found;
      return found ?? null;
    }
    let key = this.#keys.get(id);
    if (!key) this.#keys.set(id, (key = this.parts.vault.openDataKey(country, id, Buffer.from(wrapped, 'hex'))));
    return key;
  }

  /** A sealed text, which comes as hexadecimal digits. @throws SealBroken */
  open(key: Buffer, sealed: string, place: Omit<SealedPlace, 'country'>): string {
    return this.parts.vault.open(key, Buffer.from(sealed, 'hex'), { country: this.here.country, ...place });
  }
}
