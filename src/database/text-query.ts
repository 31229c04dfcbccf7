/** A query of `pg` that keeps the texts of its last row and nothing else. */
import { Query } from 'pg';

export type Texts = readonly (string | null)[];

export type Done = (failure: Error | null, texts: Texts) => void;

/**
 * Values stay the texts that PostgreSQL sends: what they become is the reader's. `pg` would look up a parser for each
 * column and make an object for each field and each result, of every answer.
 */
export class TextQuery extends Query {
  /** Under which it is prepared; `pg` reads it. */
  readonly name: string | undefined;
  /** What it is sent with; `pg` sets it. */
  declare callback: Done | undefined;
  #last: Texts = [];

  constructor(
    { text, values }: { readonly text: string; readonly values: readonly unknown[] },
    name: string | undefined,
  ) {
    super(text, values);
    this.name = name;
  }

  handleRowDescription(): void {
    // Which columns there are is known.
  }

  handleDataRow({ fields }: { readonly fields: Texts }): void {
    this.#last = fields;
  }

  handleCommandComplete(): void {
    // How many rows there were is not asked.
  }

  handleError(failure: Error): void {
    this.#end(failure);
  }

  handleReadyForQuery(): void {
    this.#end(null);
  }

  protected get texts(): Texts {
    return this.#last;
  }

  /** Once: a connection that is lost fails what it has answered already. */
  #end(failure: Error | null): void {
    const done = this.callback;
    this.callback = undefined;
    done?.(failure, this.texts);
  }
}

/** The same of all rows: their fields, one after the other. */
export class RowsQuery extends TextQuery {
  readonly #fields: (string | null)[] = [];

  override handleDataRow({ fields }: { readonly fields: Texts }): void {
    for (const field of fields) this.#fields.push(field);
  }

  protected override get texts(): Texts {
    return this.#fields;
  }
}
