/**
 * What is read for a search: of each thing the rows that the actor may see and that fit, at most so many of each way of
 * fitting, each way by an index; of things of which there are few, all are read, once. What is alike is looked for only
 * where nothing has what was typed. Each expression over a text stands in the SQL as rarely as can be: it is long.
 */
import { column, ident, join, or, Parameter, raw, sql, TRUE, type Sql } from '../../base/sql';
import type { NumberForm } from '../../base/typed-number';
import { foldedColumn, partsColumn } from '../../model/text-function';
import { keyColumn } from '../../model/text-key';
import { isList, isVoidable, type Attribute, type Marked } from '../../model/thing';
import type { Sought } from '../../model/sought';
import { isLogged, rowScope, stands, type Viewpoint } from '../../policy/rights';
import { subjectOf } from '../access-log';
import { SearchMatch } from './hit';
import type { SoughtNumber } from './sought-number';

/** So many rows of a thing are taken of each way of fitting; one more tells that there are more. */
export const MOST = 100;

/** So many rows that the actor may see and that have a part of a word are held against what it may have been. */
const LOOKED_AT = 500;

/** What a request says of the text, under the numbers that a statement has for it. */
export class SearchParameters {
  readonly folded = new Parameter('search.folded');
  readonly end = new Parameter('search.end');
  readonly begins = new Parameter('search.begins');
  readonly holds = new Parameter('search.holds');
  readonly parts = new Parameter('search.parts');
  readonly alike = new Parameter('search.alike');
  readonly pieces = new Parameter('search.pieces');
  readonly beside = [0, 1, 2].map((at) => new Parameter(`search.beside.${at}`));
  readonly near = new Parameter('search.near');
  readonly numbers = new Map<NumberForm, NumberParameters>();
  readonly #others = new Map<object, Parameter>();

  /** @param things what is searched, whose numbers are all told */
  constructor(things: readonly Sought[]) {
    for (const { shortNumber } of things.flatMap(({ numbers }) => numbers)) if (shortNumber) this.number(shortNumber);
  }

  number(form: NumberForm): NumberParameters {
    let found = this.numbers.get(form);
    if (!found) this.numbers.set(form, (found = numberParameters(form)));
    return found;
  }

  /** The codes of an attribute that are called so, or the marks that a text has. */
  of(what: Attribute | Marked): Parameter {
    let found = this.#others.get(what);
    if (!found) this.#others.set(what, (found = new Parameter('search.other')));
    return found;
  }
}

export const numberParts = ['exact', 'begins', 'end', 'alike'] as const satisfies readonly (keyof SoughtNumber)[];

/** The parts of a number of one form. */
type NumberParameters = Readonly<Record<(typeof numberParts)[number], Parameter>>;

const numberParameters = ({ prefix }: NumberForm): NumberParameters => {
  const named = (part: string): Parameter => new Parameter(`search.${prefix}.${part}`);
  return { exact: named('exact'), begins: named('begins'), end: named('end'), alike: named('alike') };
};

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
  const within = rowScope({ ...viewpoint, lists: 'found' }, sought.thing, 'read', alias);
  return { ...sought, kind, within: isVoidable(sought.thing) ? sql`${within} AND ${stands(alias)}` : within };
}

/**
 * The ways that depend on what was typed. Those of a kind stand in the statement together, so that there are few
 * statements; which of them something can be found by, its parameters say.
 */
export interface Ways {
  /** Whether it is what a code is called. */
  readonly codes: boolean;
  readonly marks: boolean;
  /** Whether it may be a number. */
  readonly numbers: boolean;
  /** Whether something else may have been meant. */
  readonly alike: boolean;
}

/** The rows that stand for what was found, each record once, in no order. */
export function foundBy(branches: readonly Branch[], said: SearchParameters, ways: Ways): Sql {
  const { codes, marks } = ways;
  const [few, many] = [branches.filter(({ thing }) => thing.few), branches.filter(({ thing }) => !thing.few)];
  const numbers = ways.numbers ? branches.flatMap((branch) => branch.numbers.map((by) => [branch, by] as const)) : [];
  const names = few.flatMap((branch) => branch.texts.map((by) => named(branch, by)));
  const typed = [
    ...(names.length > 0 ? [amongFew(said)] : []),
    ...numbers.map(([branch, by]) => numbered(branch, by, said)),
    ...many.flatMap((branch) =>
      branch.texts.flatMap((by) => [...beginning(branch, by, said), holding(branch, by, said)]),
    ),
    ...branches.flatMap((branch) => (codes ? branch.codes.map((by) => coded(branch, by, said)) : [])),
    ...branches.flatMap((branch) =>
      marks && branch.thing.marked ? [markedBy(branch, branch.thing.marked, said)] : [],
    ),
  ];
  const words = [
    ...(names.length > 0 ? [alikeAmongFew(said)] : []),
    ...many.flatMap((branch) => mostTold(branch).map((by) => likeness(branch, by, said))),
  ];
  const alike = [...numbers.map(([branch, by]) => slipped(branch, by, said)), ...(ways.alike ? words : [])];
  const like = sql` UNION ALL SELECT * FROM (${union([nobody, ...alike])}) l WHERE NOT EXISTS (SELECT FROM f)`;
  return sql`WITH ${names.length > 0 ? sql`n AS MATERIALIZED (${allNames(names)}), ` : raw('')}
    f AS MATERIALIZED (${union([nobody, ...typed])}),
    a AS (SELECT a.*, way IS NOT NULL AND count(*) OVER (PARTITION BY way) > ${raw(String(MOST))} AS cut FROM (SELECT * FROM f${like}) a)
    SELECT DISTINCT ON (kind, id) kind, id, rank, title, subject, bool_or(cut) OVER () AS cut FROM a ORDER BY kind, id, rank`;
}

/** What somebody most likely meant: what a record is called. */
const mostTold = ({ texts, title }: Branch): readonly Attribute[] =>
  title && texts.includes(title) ? [title] : texts.slice(0, 1);

const union = (parts: readonly Sql[]): Sql => join(parts, ' UNION ALL ');

/** Says of which types the columns are, and has no row. */
const nobody = raw(
  `SELECT 0 AS kind, ''::text AS way, NULL::uuid AS id, 0 AS rank, ''::text AS title, NULL::uuid AS subject WHERE false`,
);

/** What is told of every row. */
function told({ thing, title }: Branch): Sql {
  const shown = title ? sql`coalesce(${column(alias, title.column)}, '')` : raw("''");
  const subject = isLogged(thing) ? subjectOf(thing, alias) : raw('NULL::uuid');
  return sql`${raw(`${alias}.id`)}, ${shown} AS title, ${subject} AS subject`;
}

const from = ({ thing, within }: Branch, condition: Sql): Sql =>
  sql`FROM ${ident(thing.table)} ${raw(alias)} WHERE ${condition} AND ${within}`;

const most = raw(String(MOST + 1));
const mostLookedAt = raw(String(LOOKED_AT));

/** Rows of one way of fitting, where there is something to find by it: else they are not begun to be read. */
const found = ({ kind }: Branch, way: string, rank: Sql, rows: Sql, by: Sql = TRUE): Sql =>
  sql`(SELECT ${raw(`${kind}, '${kind}.${way}'`)}, x.id, ${rank}, x.title, x.subject FROM (${rows}) x WHERE ${by})`;

const parts = (by: Attribute): Sql => partsColumn(column(alias, by.column));

const textOf = (by: Attribute): Sql => foldedColumn(column(alias, by.column));

/** An expression takes ten times as long as a pattern: what has not the pieces of the word is not held against it. */
const isLike = ({ pieces, alike }: SearchParameters): Sql =>
  sql`text LIKE ANY(${pieces}::text[]) AND text ~ ALL(${alike}::text[])`;

/** Names and titles of which there are few. */
const named = (branch: Branch, by: Attribute): Sql =>
  sql`(SELECT ${raw(String(branch.kind))} AS kind, ${told(branch)}, ${column(alias, by.column)} AS name ${from(branch, TRUE)})`;

/** All are folded at each search: the function is called for those alone that are not plain. */
const foldedName = sql`CASE WHEN octet_length(name) = length(name) THEN lower(name COLLATE "C") ELSE ${foldedColumn(raw('name'))} END`;

const allNames = (names: readonly Sql[]): Sql =>
  sql`SELECT kind, id, title, subject, ${foldedName} AS text FROM (${union(names)}) n`;

const amongFew = (said: SearchParameters): Sql =>
  sql`(SELECT kind, NULL, id, ${fit(raw('text'), said)}, title, subject FROM n WHERE text LIKE ALL(${said.holds}::text[]))`;

const alikeAmongFew = (said: SearchParameters): Sql =>
  sql`(SELECT kind, NULL, id, ${rankOf('ALIKE')}, title, subject FROM n WHERE ${isLike(said)})`;

/** Numbers by their keys: the whole one, and those that begin so, among which it is once more. */
function numbered(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const { exact, begins, end } = said.number(formOf(by));
  const ranges = sql`(VALUES (${exact}::text, ${exact}::text), (${begins}::text, ${end}::text)) b(low, high)`;
  const rows = among(branch, by, sql`${key} BETWEEN b.low AND b.high`);
  const rank = sql`CASE WHEN x.low = x.high THEN ${rankOf('EXACT')} ELSE ${rankOf('BEGINS')} END`;
  const each = sql`SELECT x.*, b.low, b.high FROM ${ranges} CROSS JOIN LATERAL (${rows}) x`;
  return found(branch, `${by.name}.number`, rank, each, sql`${exact}::text IS NOT NULL`);
}

/** Numbers that are this one but for a slip. */
function slipped(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const slips = sql`${said.number(formOf(by)).alike}::text`;
  const rows = among(branch, by, sql`${key} = ANY(string_to_array(${slips}, ' '))`);
  return found(branch, `${by.name}.slip`, rankOf('ALIKE'), rows, sql`${slips} IS NOT NULL`);
}

const key = raw(`${alias}."$key"`);

/**
 * OFFSET 0: the few rows that fit are read before it is asked which of them the actor may see. Else all that an
 * organisation has is looked up, to be held against them.
 */
function among(branch: Branch, by: Attribute, condition: Sql): Sql {
  const rows = sql`SELECT *, ${keyColumn(ident(by.column))} AS "$key" FROM ${ident(branch.thing.table)}`;
  const few = sql`(SELECT * FROM (${rows}) ${raw(alias)} WHERE ${condition} OFFSET 0) ${raw(alias)}`;
  return sql`SELECT ${told(branch)} FROM ${few} WHERE ${branch.within} LIMIT ${most}`;
}

function formOf({ name, shortNumber }: Attribute): NumberForm {
  if (!shortNumber) throw new Error(`${name} is no number`);
  return shortNumber;
}

/** How a text fits that has every word. */
const fit = (text: Sql, { folded, begins }: SearchParameters): Sql =>
  sql`CASE WHEN ${text} = ${folded}::text THEN ${rankOf('EXACT')} WHEN ${text} LIKE ${begins}::text THEN ${rankOf('BEGINS')} ELSE ${rankOf('CONTAINS')} END`;

const first = raw(`'00000000-0000-0000-0000-000000000000'::uuid`);

/**
 * In the order of the texts, so that what is best is never among those that are left out. By key and id together: of a
 * range of keys alone the planner thinks that it holds few, and sorts all of them.
 */
function beginning(branch: Branch, by: Attribute, said: SearchParameters): Sql[] {
  if (!by.sort) return [];
  const key = keyColumn(column(alias, by.column));
  const keys = sql`SELECT ${told(branch)}, ${key} AS key ${from(branch, TRUE)}`;
  const range = sql`(key, id) >= (${said.folded}::text, ${first}) AND (key, id) < (${said.end}::text, ${first})`;
  const rank = sql`CASE WHEN starts_with(x.key, ${said.folded}::text || chr(1)) THEN ${rankOf('EXACT')} ELSE ${rankOf('BEGINS')} END`;
  return [
    found(
      branch,
      `${by.name}.beginning`,
      rank,
      sql`SELECT * FROM (${keys}) k WHERE ${range} ORDER BY key, id LIMIT ${most}`,
    ),
  ];
}

function holding(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const has = sql`${parts(by)} @> ${said.parts}::text[]`;
  const texts = sql`SELECT ${told(branch)}, ${textOf(by)} AS text ${from(branch, has)}`;
  const rows = sql`SELECT * FROM (${texts}) k WHERE text LIKE ALL(${said.holds}::text[]) LIMIT ${most}`;
  return found(branch, `${by.name}.words`, fit(raw('x.text'), said), rows);
}

/**
 * What has a part of a word of which there are thousands is not all held against it: a few hundred show whether it is
 * meant. Parts of which it may have one instead are looked for at once: each for itself they were most of a search.
 */
function likeness(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const none = raw('NULL::text[]');
  const sets = [...said.beside.map((set) => sql`(${set}::text[], ${none})`), sql`(${none}, ${said.near}::text[])`];
  const has = sql`(${parts(by)} @> b.parts OR ${parts(by)} && b.near)`;
  const texts = sql`SELECT ${told(branch)}, ${textOf(by)} AS text ${from(branch, has)} LIMIT ${mostLookedAt}`;
  const rows = sql`SELECT * FROM (${texts}) k WHERE ${isLike(said)} LIMIT ${most}`;
  const each = sql`SELECT x.* FROM (VALUES ${join(sets, ', ')}) b(parts, near) CROSS JOIN LATERAL (${rows}) x WHERE num_nonnulls(b.parts, b.near) > 0`;
  return found(branch, `${by.name}.alike`, rankOf('ALIKE'), each);
}

function coded(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const codes = said.of(by);
  const value = column(alias, by.column);
  const rows = isList(by.type) ? sql`${value} && ${codes}::text[]` : sql`${value} = ANY(${codes}::text[])`;
  const some = sql`SELECT ${told(branch)} ${from(branch, rows)} LIMIT ${most}`;
  return found(branch, `${by.name}.codes`, rankOf('TOPIC'), some, sql`${codes}::text[] IS NOT NULL`);
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
  return found(branch, 'marks', rankOf('EXACT'), sql`SELECT ${told(branch)} ${from(branch, rows)} LIMIT ${most}`);
}
