/** A thing in a search: which of its rows the actor may see, what is told of each, and how those of one way are read. */
import { column, ident, join, raw, sql, TRUE, type Sql } from '../../base/sql';
import { foldedColumn, partsColumn } from '../../model/text-function';
import type { Sought } from '../../model/sought';
import { isVoidable, type Attribute } from '../../model/thing';
import { isLogged, isOfMaker, isOfOwnOrganisation, rowScope, stands, type Viewpoint } from '../../policy/rights';
import { subjectOf } from '../access-log';
import { SearchMatch } from './hit';
import type { SearchParameters } from './search-parameters';

/** So many rows of a thing are taken of each way of fitting; one more tells that there are more. */
export const MOST = 100;

type Match = keyof typeof SearchMatch.enum;
export const rankOf = (match: Match): Sql => raw(String(SearchMatch.codes.indexOf(match) + 1));

export const alias = 's';

export interface Branch extends Sought {
  /** Its place among the types. */
  readonly kind: number;
  /** Which of its rows the actor may see in lists. */
  readonly within: Sql;
  /** The one organisation whose rows these are; null where the actor may see those of others. */
  readonly organisation: Sql | null;
  /** Of whom alone they are, where that is who made them. */
  readonly made: Sql | null;
}

export function branchOf(sought: Sought, kind: number, viewpoint: Viewpoint): Branch {
  const { thing } = sought;
  const actor: Viewpoint = { ...viewpoint, lists: 'found' };
  const within = rowScope(actor, thing, 'read', alias);
  const organisation = isOfOwnOrganisation(actor, thing) ? sql`${actor.organisationId}` : null;
  const made =
    !thing.few && isOfMaker(actor, thing) ? sql`${column(alias, 'created_by_id')} = ${actor.accountId}` : null;
  return {
    ...sought,
    kind,
    organisation,
    made,
    within: isVoidable(thing) ? sql`${within} AND ${stands(alias)}` : within,
  };
}

export const union = (parts: readonly Sql[]): Sql => join(parts, ' UNION ALL ');

/** Says of which types the columns are, and has no row. */
export const nobody = raw(
  `SELECT 0 AS kind, ''::text AS way, NULL::uuid AS id, 0 AS rank, ''::text AS title, NULL::uuid AS subject WHERE false`,
);

/** What is told of every row. */
export function told({ thing, title }: Branch): Sql {
  const shown = title ? sql`coalesce(${column(alias, title.column)}, '')` : raw("''");
  const subject = isLogged(thing) ? subjectOf(thing, alias) : raw('NULL::uuid');
  return sql`${raw(`${alias}.id`)}, ${shown} AS title, ${subject} AS subject`;
}

/**
 * Rows that fulfil a condition, in an order where one is given. What somebody made is read by the index of that (OFFSET 0),
 * and not out of all that their organisation has.
 */
export function from({ thing, within, made }: Branch, condition: Sql, order?: Sql): Sql {
  const sorted = order ? sql` ORDER BY ${order}` : raw('');
  const table = sql`${ident(thing.table)} ${raw(alias)}`;
  if (!made) return sql`FROM ${table} WHERE ${condition} AND ${within}${sorted}`;
  const own = sql`SELECT * FROM ${table} WHERE ${made} AND ${condition}${sorted} OFFSET 0`;
  return sql`FROM (${own}) ${raw(alias)} WHERE ${within}`;
}

export const most = raw(String(MOST + 1));

/** Rows of one way of fitting, where there is something to find by it: else they are not begun to be read. */
export const found = ({ kind }: Branch, way: string, rank: Sql, rows: Sql, by: Sql = TRUE): Sql =>
  sql`(SELECT ${raw(`${kind} AS kind, '${kind}.${way}' AS way`)}, x.id, ${rank} AS rank, x.title, x.subject FROM (${rows}) x WHERE ${by})`;

export const parts = (by: Attribute): Sql => partsColumn(column(alias, by.column));

export const textOf = (by: Attribute): Sql => foldedColumn(column(alias, by.column));

/** An expression takes ten times as long as a pattern: what has not the pieces of the word is not held against it. */
export const isLike = ({ pieces, alike }: SearchParameters): Sql =>
  sql`text LIKE ANY(${pieces}::text[]) AND text ~ ALL(${alike}::text[])`;

/** How a text fits that has every word. */
export const fit = (text: Sql, { folded, begins }: SearchParameters): Sql =>
  sql`CASE WHEN ${text} = ${folded}::text THEN ${rankOf('EXACT')} WHEN ${text} LIKE ${begins}::text THEN ${rankOf('BEGINS')} ELSE ${rankOf('CONTAINS')} END`;

/** Before every id. */
export const first = raw(`'00000000-0000-0000-0000-000000000000'::uuid`);
