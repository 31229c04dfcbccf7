/**
 * What is read for a search: of each thing the rows that the actor may see and that fit, at most so many of each way of
 * fitting, each way by an index. What is alike is looked for only where nothing has what was typed.
 */
import { column, ident, join, or, Parameter, raw, sql, type Sql } from '../../base/sql';
import type { NumberForm } from '../../base/typed-number';
import { foldedColumn, keyColumn, partsColumn } from '../../model/text-key';
import { isList, isVoidable, type Attribute, type Marked } from '../../model/thing';
import type { Sought } from '../../model/sought';
import { isLogged, rowScope, stands, type Viewpoint } from '../../policy/rights';
import { subjectOf } from '../access-log';
import { SearchMatch } from './hit';

/** So many rows of a thing are taken of each way of fitting; one more tells that there are more. */
export const MOST = 100;

/** What a request says of the text, under the numbers that a statement has for it. */
export class SearchParameters {
  readonly folded = new Parameter('search.folded');
  readonly end = new Parameter('search.end');
  readonly begins = new Parameter('search.begins');
  readonly holds = new Parameter('search.holds');
  readonly parts = new Parameter('search.parts');
  readonly alike = new Parameter('search.alike');
  readonly beside = [0, 1, 2].map((at) => new Parameter(`search.beside.${at}`));
  readonly numbers = new Map<NumberForm, NumberParameters>();
  readonly #others = new Map<object, Parameter>();

  number(form: NumberForm): NumberParameters {
    let found = this.numbers.get(form);
    if (!found) this.numbers.set(form, (found = new NumberParameters(form.prefix)));
    return found;
  }

  /** The codes of an attribute that are called so, or the marks that a text has. */
  of(what: Attribute | Marked): Parameter {
    let found = this.#others.get(what);
    if (!found) this.#others.set(what, (found = new Parameter('search.other')));
    return found;
  }
}

class NumberParameters {
  readonly exact: Parameter;
  readonly begins: Parameter;
  readonly alike: Parameter;
  readonly beside: readonly Parameter[];

  constructor(prefix: string) {
    const named = (name: string): Parameter => new Parameter(`search.${prefix}.${name}`);
    [this.exact, this.begins, this.alike] = [named('exact'), named('begins'), named('alike')];
    this.beside = [0, 1, 2, 3].map((at) => named(`beside.${at}`));
  }
}

type Match = keyof typeof SearchMatch.enum;
const rankOf = (match: Match): Sql => raw(String(SearchMatch.codes.indexOf(match) + 1));

const alias = 's';

export interface Branch extends Sought {
  /** Its place among the types. */
  readonly kind: number;
  /** Which of its rows the actor may see in lists. */
  readonly within: Sql;
}

export function branchOf(sought: Sought, kind: number, viewpoint: Viewpoint): Branch {
  const within = rowScope({ ...viewpoint, lists: true }, sought.thing, 'read', alias);
  return { ...sought, kind, within: isVoidable(sought.thing) ? sql`${within} AND ${stands(alias)}` : within };
}

/** The ways that depend on what was typed: those that nothing can be found by are not asked. */
export interface Ways {
  readonly codes: ReadonlyMap<Attribute, unknown>;
  readonly marks: boolean;
}

/** The rows that stand for what was found, each record once, in no order. */
export function foundBy(branches: readonly Branch[], said: SearchParameters, { codes, marks }: Ways): Sql {
  const typed = branches.flatMap((branch) => [
    ...branch.numbers.map((by) => numbered(branch, by, said)),
    ...branch.texts.flatMap((by) => [...beginning(branch, by, said), holding(branch, by, said)]),
    ...branch.codes.filter((by) => codes.has(by)).map((by) => coded(branch, by, said)),
    ...(marks && branch.thing.marked ? [markedBy(branch, branch.thing.marked, said)] : []),
  ]);
  const alike = branches.flatMap((branch) => branch.texts.map((by) => likeness(branch, by, said)));
  const like =
    alike.length > 0 ? sql` UNION ALL SELECT * FROM (${union(alike)}) l WHERE NOT EXISTS (SELECT FROM f)` : raw('');
  return sql`WITH f AS MATERIALIZED (${union(typed)}),
    a AS (SELECT a.*, count(*) OVER (PARTITION BY way) > ${raw(String(MOST))} AS cut FROM (SELECT * FROM f${like}) a)
    SELECT DISTINCT ON (kind, id) kind, id, rank, title, subject, bool_or(cut) OVER () AS cut FROM a ORDER BY kind, id, rank`;
}

const union = (parts: readonly Sql[]): Sql => join(parts, ' UNION ALL ');

interface Way {
  readonly name: string;
  readonly rank: Sql;
  /** What an index finds, and what is asked of each row besides. */
  readonly rows: Sql;
  readonly order?: Sql;
}

function found({ thing, kind, within, title }: Branch, { name, rank, rows, order }: Way): Sql {
  const shown = title ? sql`coalesce(${column(alias, title.column)}, '')` : raw("''");
  const subject = isLogged(thing) ? subjectOf(thing, alias) : raw('NULL::uuid');
  const columns = sql`${raw(`${kind} AS kind, '${kind}.${name}' AS way`)}, ${raw(`${alias}.id`)}, ${rank} AS rank, ${shown} AS title, ${subject} AS subject`;
  const from = sql`FROM ${ident(thing.table)} ${raw(alias)} WHERE ${rows} AND ${within}`;
  return sql`(SELECT ${columns} ${from}${order ? sql` ORDER BY ${order}` : raw('')} LIMIT ${raw(String(MOST + 1))})`;
}

const has = (by: Attribute, parts: Parameter): Sql => sql`${partsColumn(column(alias, by.column))} @> ${parts}::text[]`;

/** A whole number, how it begins, and what differs from it in a letter: one look at a few rows. */
function numbered(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  if (!by.shortNumber) throw new Error(`${by.name} is no number`);
  const { exact, begins, alike, beside } = said.number(by.shortNumber);
  const value = column(alias, by.column);
  const rank = sql`CASE WHEN ${value} = ${exact}::text THEN ${rankOf('EXACT')}
    WHEN ${value} LIKE ${begins}::text THEN ${rankOf('BEGINS')}
    WHEN ${foldedColumn(value)} ~ ${alike}::text THEN ${rankOf('ALIKE')} END`;
  const rows = sql`${or(beside.map((parts) => has(by, parts)))} AND ${rank} IS NOT NULL`;
  return found(branch, { name: `${by.name}.number`, rank, rows });
}

/** How a text fits that has every word. */
function fit(by: Attribute, { folded, begins }: SearchParameters): Sql {
  const text = foldedColumn(column(alias, by.column));
  return sql`CASE WHEN ${text} = ${folded}::text THEN ${rankOf('EXACT')}
    WHEN ${text} LIKE ${begins}::text THEN ${rankOf('BEGINS')} ELSE ${rankOf('CONTAINS')} END`;
}

/** In the order of the texts, so that what is best is never among those that are left out. */
function beginning(branch: Branch, by: Attribute, said: SearchParameters): Sql[] {
  if (branch.thing.few || !by.sort) return [];
  const key = keyColumn(column(alias, by.column));
  const rows = sql`${key} >= ${said.folded}::text AND ${key} < ${said.end}::text`;
  return [
    found(branch, {
      name: `${by.name}.beginning`,
      rank: fit(by, said),
      rows,
      order: sql`${key}, ${raw(`${alias}.id`)}`,
    }),
  ];
}

function holding(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const text = foldedColumn(column(alias, by.column));
  const rows = sql`${has(by, said.parts)} AND ${text} LIKE ALL(${said.holds}::text[])`;
  const order = branch.thing.few ? sql`rank, ${text}, ${raw(`${alias}.id`)}` : undefined;
  return found(branch, { name: `${by.name}.words`, rank: fit(by, said), rows, ...(order && { order }) });
}

function likeness(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const text = foldedColumn(column(alias, by.column));
  const beside = or(said.beside.map((parts) => has(by, parts)));
  const rows = sql`${beside} AND ${text} ~ ALL(${said.alike}::text[])`;
  return found(branch, { name: `${by.name}.alike`, rank: rankOf('ALIKE'), rows });
}

function coded(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const codes = said.of(by);
  const value = column(alias, by.column);
  const rows = isList(by.type) ? sql`${value} && ${codes}::text[]` : sql`${value} = ANY(${codes}::text[])`;
  return found(branch, { name: `${by.name}.codes`, rank: rankOf('TOPIC'), rows });
}

function markedBy(branch: Branch, marked: Marked, said: SearchParameters): Sql {
  const marks = said.of(marked);
  const rows = or(
    marked.columns.map((name) => {
      const by = branch.thing.attributes.get(name);
      if (!by) throw new Error(`${branch.thing.name} has no ${name}`);
      return sql`${column(alias, by.column)} = ANY(${marks}::text[])`;
    }),
  );
  return found(branch, { name: 'marks', rank: rankOf('EXACT'), rows });
}
