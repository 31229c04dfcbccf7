/** Names and titles of things of which there are few: all are read at each search, once for whatever is asked of them. */
import { column, raw, sql, TRUE, type Sql } from '../../base/sql';
import { foldedColumn } from '../../model/text-function';
import type { Attribute } from '../../model/thing';
import { alias, fit, from, isLike, rankOf, told, union, type Branch } from './branch';
import type { SearchParameters } from './search-parameters';

/** Names and titles of which there are few. */
export const named = (branch: Branch, by: Attribute): Sql =>
  sql`(SELECT ${raw(String(branch.kind))} AS kind, ${told(branch)}, ${column(alias, by.column)} AS name ${from(branch, TRUE)})`;

/** All are folded at each search: the function is called for those alone that are not plain. */
const foldedName = sql`CASE WHEN octet_length(name) = length(name) THEN lower(name COLLATE "C") ELSE ${foldedColumn(raw('name'))} END`;

export const allNames = (names: readonly Sql[]): Sql =>
  sql`SELECT kind, id, title, subject, ${foldedName} AS text FROM (${union(names)}) n`;

export const amongFew = (said: SearchParameters): Sql =>
  sql`(SELECT kind, NULL, id, ${fit(raw('text'), said)}, title, subject FROM n WHERE text LIKE ALL(${said.holds}::text[]))`;

export const alikeAmongFew = (said: SearchParameters): Sql =>
  sql`(SELECT kind, NULL, id, ${rankOf('ALIKE')}, title, subject FROM n WHERE ${isLike(said)})`;
