/**
 * A part of a statement: the rows of one thing, and on each row what hangs on it by links to one record. A statement
 * answers with one array of arrays of texts for each part; a row's first cell is the key of the record that it hangs on.
 */
import type { CountryCode } from '../base/countries';
import { and, column, raw, sql, TRUE, type Sql } from '../base/sql';
import type { Attribute, Thing } from '../model/thing';
import type { KeptRows } from '../policy/kept';
import type { Scopes } from '../policy/rights';
import type { Hole } from './hole';

/** A table that a part reads, under an alias of its own. */
export interface Source {
  readonly thing: Thing;
  readonly alias: string;
  /** Rows that the actor may read, and that belong to what they hang on. */
  readonly condition: Sql;
  /** The same where they are not read, but counted. */
  readonly counted?: Sql;
  /** The scopes of the actor's right, which links from here rely on. */
  readonly scopes: Scopes;
  /** The thing of the record that the rows belong to, where they belong to one. */
  readonly of?: Thing;
  /** Where alone the actor may read them: elsewhere they are not asked for. */
  readonly place?: CountryCode;
  /** Where it is a list of what is the actor's own, read key by key: the rows in the place of `condition`. */
  readonly kept?: KeptRows;
  /** What is read in the place of the thing's table. */
  readonly rows?: Sql;
  /** Columns that are handed on, by their name; to the outside they are `alias."name"`. */
  readonly exported: Map<string, Sql>;
}

export const source = (thing: Thing, alias: string, condition: Sql, scopes: Scopes, of?: Thing): Source => ({
  thing,
  alias,
  condition,
  scopes,
  ...(of && { of }),
  exported: new Map(),
});

/** Which rows of a list, and in which order, as the request has it. */
export interface Page {
  /** ` AND condition ORDER BY … LIMIT …`. */
  readonly tail: Hole;
  /** How many rows, exactly; null where the tail says it. */
  readonly length: Hole | null;
  /** The values that the rows are sorted by, as three more columns, where somebody needs them. */
  readonly order: Hole | null;
  /** How many rows are shown, where one more is read to tell whether there is one. */
  readonly shown: Hole | null;
}

/** Records of a source go into the access log. */
export interface Log {
  readonly thing: Thing;
  readonly purpose: Hole;
  /** Place of the record's id; null where records that hang on it are counted. */
  readonly record: number | null;
  /** Place of the id of the person that it is about. */
  readonly subject: number;
}

/** How many records a list has altogether. */
export interface Count {
  readonly number: number;
  readonly source: Source;
  /** ` AND condition`, as the request has it. */
  readonly condition: Hole;
  /** What a logged class is counted for. */
  readonly purpose: Hole | null;
  /** Counted by the codes of this attribute. */
  readonly by?: Attribute;
}

/** A part or a count that begins from the rows of another part. */
export interface Child {
  readonly part: Part | Count;
  /** Place of the key in the parent's rows. */
  readonly key: number;
  /** Whether no two rows have the same key. */
  readonly unique: boolean;
}

export class Part {
  /** What each row of the answer holds, in order; the first is the key of the record that it hangs on. */
  readonly cells: Sql[];
  /** What is joined to each row: at most one record each. */
  readonly ones: Source[] = [];
  readonly children: Child[] = [];
  readonly logs: Log[] = [];
  /** Places of the ids of data keys, with those of the wrapped keys: null where these stand apart from the data. */
  readonly keys = new Map<number, number>();
  readonly #places = new Map<string, number>();

  constructor(
    readonly number: number,
    readonly main: Source,
    /** The SQL name of the parent's key; none for a root field. */
    key: Sql | null,
    readonly page: Page | null,
  ) {
    this.cells = [key ?? raw('NULL')];
  }

  /** The place of an expression in each row. */
  cell(expression: Sql): number {
    const { text } = expression;
    let found = this.#places.get(text);
    if (found === undefined) this.#places.set(text, (found = this.cells.push(expression) - 1));
    return found;
  }

  /** Lets an expression inside a source out. @returns its name outside */
  export(from: Source, name: string, expression: Sql): Sql {
    from.exported.set(name, expression);
    return column(from.alias, name);
  }

  /** The place of an attribute. A sealed one comes as hexadecimal digits. */
  attribute(from: Source, { column: name, sealed }: Attribute): number {
    const value = this.export(from, name, column(from.alias, name));
    return this.cell(sealed ? raw(`encode(${value.text}, 'hex')`) : value);
  }

  /** The place of the record's id; null where a link leads to no record. */
  id(from: Source): number {
    return this.cell(this.export(from, 'id', column(from.alias, 'id')));
  }

  /** Whether other parts or the log begin from these rows: they are read once and kept. */
  get isKept(): boolean {
    return this.children.length > 0 || this.logs.length > 0;
  }
}

export const nameOf = ({ number }: Part): Sql => raw(`p${number}`);

/** The place of a row's number under its parent, where only some rows are shown. */
export const ordinalOf = (part: Part): number => part.cell(column(part.main.alias, '$n'));

/** `WHERE` of the kept rows of a part that are shown. */
export function shownOf(part: Part, condition: Sql = TRUE): Sql {
  const shown = part.page?.shown;
  const all = and([shown ? sql`${raw(`c${ordinalOf(part)}`)} <= ${shown}` : TRUE, condition]);
  return all === TRUE ? raw('') : sql` WHERE ${all}`;
}
