/** Records by the parts of their texts, of things whose texts are not kept beside them. */
import { column, raw, sql, TRUE, type Sql } from '../../base/sql';
import type { TextField } from '../../model/search-text';
import { keyColumn } from '../../model/text-key';
import type { Attribute } from '../../model/thing';
import {
  alias,
  first,
  fit,
  found,
  from,
  isLike,
  most,
  nobody,
  parts,
  rankOf,
  textOf,
  told,
  union,
  type Branch,
} from './branch';
import { likeWordsName } from './like-words';
import type { SearchParameters } from './search-parameters';

/**
 * In the order of the texts, so that what is best is never among those that are left out. By key and id together: of a
 * range of keys alone the planner thinks that it holds few, and sorts all of them.
 */
export function beginning(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const key = keyColumn(column(alias, by.column));
  const keys = sql`SELECT ${told(branch)}, ${key} AS key ${from(branch, TRUE)}`;
  const range = sql`(key, id) >= (${said.folded}::text, ${first}) AND (key, id) < (${said.end}::text, ${first})`;
  const rank = sql`CASE WHEN starts_with(x.key, ${said.folded}::text || chr(1)) THEN ${rankOf('EXACT')} ELSE ${rankOf('BEGINS')} END`;
  const rows = sql`SELECT * FROM (${keys}) k WHERE ${range} ORDER BY key, id LIMIT ${most}`;
  return found(branch, `${by.name}.beginning`, rank, rows);
}

/** OFFSET 0: a text is folded once, and not wherever it is asked for. */
export function holding(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const has = sql`${parts(by)} @> ${said.parts}::text[]`;
  const texts = sql`SELECT ${told(branch)}, ${textOf(by)} AS text ${from(branch, has)} OFFSET 0`;
  const rows = sql`SELECT * FROM (${texts}) k WHERE text LIKE ALL(${said.holds}::text[]) LIMIT ${most}`;
  return found(branch, `${by.name}.words`, fit(raw('x.text'), said), rows);
}

/** So many rows that the actor may see and that have a word are held against the others. */
const mostLookedAt = raw('500');

/** Of a word that is in thousands of texts a few hundred show whether it is meant. */
export function likeness(branch: Branch, { name, attribute }: TextField, said: SearchParameters): Sql {
  const has = sql`${parts(attribute)} @> w.parts AND w.field = ${raw(`'${name}'`)}`;
  const texts = sql`SELECT ${told(branch)}, ${textOf(attribute)} AS text ${from(branch, has)} LIMIT ${mostLookedAt}`;
  const rows = sql`SELECT * FROM (${texts}) k WHERE ${isLike(said)} LIMIT ${most}`;
  return found(branch, `${attribute.name}.alike`, rankOf('ALIKE'), rows);
}

/** In each kind of texts, by the words of such texts that are like the one that was typed. */
export const likeAnyWord = (words: readonly Sql[]): Sql =>
  sql`SELECT x.* FROM ${raw(likeWordsName)} w CROSS JOIN LATERAL (${union([nobody, ...words])}) x`;
