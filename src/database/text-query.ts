/** A query of `pg` that keeps the texts of its last row and nothing else. */
import { Query } from 'pg';

export type Texts = readonly (string | null)[];

type Done = (failure: Error | null, texts: Texts) => void;

/**
 * Values stay the texts that PostgreSQL sends: what they become is the reader's. `pg` would look up a parser for each
 * column and make an object for each field and each result, of every answer.
 */
export class TextQuery extends Query {
  /** Under which it is prepared; `pg` reads it. */
  readonly name: string | undefined;
  #texts: Texts = [];
  #done: Done | undefined;

  constructor(
    { text, values }: { readonly text: string; readonly values: readonly unknown[] },
    name: string | undefined,
    done: Done,
  ) {
    super(text, values);
    this.name = name;
    this.#done = done;
  }

  handleRowDescription(): void {
    // Which columns there are is known.
  }

  handleDataRow({ fields }: { readonly fields: Texts }): void {
    this.#texts = fields;
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

  /** Once: a connection that is lost fails what it has answered already. */
  #end(failure: Error | null): void {
    const done = this.#done;
    this.#done = undefined;
    done?.(failure, this.#texts);
  }
}
