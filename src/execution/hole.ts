/** Texts of statements are made once; what depends on the request is left open, and filled when it is sent. */
import { LRUCache } from 'lru-cache';
import { Parameter, PerCountry, type Sql } from '../base/sql';
import type { BoundList, ListArguments } from './list';

/** What a request brought, bound to the arguments of a plan. */
export type Given = Readonly<Record<string, unknown>> & ListArguments;

/** What a statement's holes are filled from: a request, in one country. */
export interface Bound {
  readonly country: string;
  readonly subject: ReadonlyMap<Parameter, unknown>;
  given(set: number): Given;
  list(list: number): BoundList;
  /** UUIDs that a part reads its records by. */
  ids(part: number): readonly string[];
}

/** What a request puts into a statement here. */
export class Hole {
  constructor(readonly fill: (bound: Bound) => Sql) {}
}

/** Values of who asks; bound once, however often a text names them. */
export const parameters = {
  account: new Parameter('account'),
  organisation: new Parameter('organisation'),
  role: new Parameter('role'),
  request: new Parameter('request'),
  session: new Parameter('session'),
  name: new Parameter('name'),
  email: new Parameter('email'),
} as const;

interface Made {
  readonly text: string;
  readonly parameters: readonly Parameter[];
}

const keptTexts = 64;

/** A statement with holes. What fills them decides the text; a text that was made once is kept. */
export class Template {
  readonly #holes: readonly Hole[];
  readonly #made = new LRUCache<string, Made>({ max: keptTexts });

  constructor(private readonly sql: Sql) {
    this.#holes = sql.values.filter((value) => value instanceof Hole);
  }

  /** Text and values for a request. */
  fill(bound: Bound): { readonly text: string; readonly values: readonly unknown[] } {
    const fillings = this.#holes.map((hole) => hole.fill(bound));
    const key = fillings.map(keyOf).join('\0\0');
    let made = this.#made.get(key);
    if (!made) this.#made.set(key, (made = make(this.sql, fillings)));
    return { text: made.text, values: valuesOf(this.sql, fillings, made.parameters, bound) };
  }
}

const longKeys = new WeakMap<Sql, string>();
let longTexts = 0;

/** A long filling that is the same each time is told by a number: to put its text together costs more than all else. */
export function keptFilling(filling: Sql): Sql {
  longKeys.set(filling, `#${++longTexts}`);
  return filling;
}

const keyOf = (filling: Sql): string => longKeys.get(filling) ?? filling.texts.join('\0');

function make(sql: Sql, fillings: readonly Sql[]): Made {
  const parameters = parametersOf(sql, fillings);
  let text = sql.texts[0] ?? '';
  let others = parameters.length;
  let hole = 0;
  const splice = (value: unknown, after: string): void => {
    text += `$${value instanceof Parameter ? parameters.indexOf(value) + 1 : ++others}${after}`;
  };
  sql.values.forEach((value, i) => {
    const after = sql.texts[i + 1] ?? '';
    if (!(value instanceof Hole)) return splice(value, after);
    const filling = fillings[hole++] as Sql;
    text += filling.texts[0] ?? '';
    filling.values.forEach((inner, j) => splice(inner, filling.texts[j + 1] ?? ''));
    text += after;
  });
  return { text, parameters };
}

function parametersOf(sql: Sql, fillings: readonly Sql[]): readonly Parameter[] {
  const all = [sql, ...fillings].flatMap(({ values }) => values.filter((value) => value instanceof Parameter));
  return [...new Set(all)];
}

function valuesOf(
  sql: Sql,
  fillings: readonly Sql[],
  named: readonly Parameter[],
  { subject, country }: Bound,
): readonly unknown[] {
  const settled = (value: unknown): unknown => (value instanceof PerCountry ? value.valueIn(country) : value);
  const values: unknown[] = named.map((parameter) => settled(subject.get(parameter)));
  let hole = 0;
  const add = (value: unknown): void => {
    if (!(value instanceof Parameter)) values.push(settled(value));
  };
  for (const value of sql.values) {
    if (value instanceof Hole) (fillings[hole++] as Sql).values.forEach(add);
    else add(value);
  }
  return values;
}
