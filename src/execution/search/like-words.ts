/**
 * What may have been meant, among the words of texts: few are like one that was typed, and only texts that have one of
 * them are held against it. A slip may also have joined two words: then both are in the text.
 */
import { raw, sql, type Sql } from '../../base/sql';
import { searchWordTable } from '../../model/search-text';
import { partsColumn, wholeParts } from '../../model/text-function';
import type { SearchParameters } from './search-parameters';

/** So many words that have a part of a typed one are held against it. */
const LOOKED_AT = 2000;

/** So many that are like it are looked for in texts, the shortest first: they are the nearest. */
const MOST_WORDS = 40;

export const likeWordsName = 'w';

/**
 * Rows of `field` and `parts`: of a text of that kind that has all of these parts it may be one.
 * @param among whose words are looked at: a condition on their field and organisation
 */
export function likeWords(said: SearchParameters, among: Sql): Sql {
  const { beside, near, pieces, likeWord } = said;
  const none = raw('NULL::text[]');
  const sets = sql`(VALUES (${beside[0]}::text[], ${none}), (${beside[1]}::text[], ${none}), (${beside[2]}::text[], ${none}), (${none}, ${near}::text[])) b(parts, near)`;
  const parts = partsColumn(raw('word'));
  // OFFSET 0: else the planner finds the organisation's words by their key, and cuts each of them into parts.
  const having = sql`SELECT * FROM ${raw(searchWordTable)} WHERE (${parts} @> b.parts OR ${parts} && b.near) OFFSET 0`;
  const some = sql`SELECT word, field FROM (${having}) h WHERE ${among} LIMIT ${raw(String(LOOKED_AT))}`;
  const like = sql`SELECT DISTINCT word, field FROM ${sets} CROSS JOIN LATERAL (${some}) s
    WHERE num_nonnulls(b.parts, b.near) > 0 AND word LIKE ANY(${pieces}::text[]) AND word ~ ${likeWord}::text`;
  const nearest = sql`SELECT word, field FROM (${like}) l ORDER BY length(word), word, field LIMIT ${raw(String(MOST_WORDS))}`;
  return sql`SELECT field, ${wholeParts(raw('word'))} AS parts FROM (${nearest}) l UNION ALL ${joined(said, among)}`;
}

/** Each looked for by its key: to join the table with itself is to read all of it. */
function joined({ longest, heads }: SearchParameters, among: Sql): Sql {
  const table = raw(searchWordTable);
  const second = sql`SELECT word FROM ${table} WHERE word = substr(${longest}::text, length(a.word) + 1) AND field = a.field AND organisation_id = a.organisation_id OFFSET 0`;
  return sql`SELECT a.field, ${wholeParts(raw('a.word'))} || ${wholeParts(raw('b.word'))}
    FROM (SELECT * FROM ${table} WHERE word = ANY(${heads}::text[]) AND ${among}) a CROSS JOIN LATERAL (${second}) b`;
}
