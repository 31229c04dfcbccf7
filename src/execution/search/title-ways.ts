/**
 * Records by the texts that organisations call their own by (`model/search-text.ts`): what fits is looked for among those,
 * each of which stands once, and its records are read in the order of their titles. So the first hundred are the best.
 */
import { column, join, or, raw, sql, type Sql } from '../../base/sql';
import { isCalled, searchTextTable, type TextField, type TitleField } from '../../model/search-text';
import { partsColumn } from '../../model/text-function';
import { keyColumn } from '../../model/text-key';
import { alias, fit, found, from, isLike, most, rankOf, told, type Branch } from './branch';
import { likeWordsName } from './like-words';
import type { SearchParameters } from './search-parameters';

/** Tables of a statement: titles that have what was typed, and those that have a word that is like it. */
export const heldTitles = 't';
export const likeTitles = 'u';

/** A thing, and one of its texts. */
export type Titled = readonly [branch: Branch, field: TitleField];

/** OFFSET 0: by their parts, whatever the planner thinks of how many an organisation has; to cut a text takes long. */
const having = (parts: Sql): Sql =>
  sql`(SELECT * FROM ${raw(searchTextTable)} WHERE ${partsColumn(raw('text'))} @> ${parts} OFFSET 0) s`;

/** Each with how it fits, the best first. */
export const titlesThatHold = (titled: readonly Titled[], said: SearchParameters): Sql => sql`
  SELECT field, organisation_id, text, ${fit(raw('text'), said)} AS rank FROM ${having(sql`${said.parts}::text[]`)}
  WHERE text LIKE ALL(${said.holds}::text[]) AND ${ofThese(titled)} ORDER BY rank, text`;

/** So many that have one of these words are held against the others. */
const LOOKED_AT = 500;

export function titlesLikeIt(titled: readonly Titled[], said: SearchParameters): Sql {
  const some = sql`SELECT field, organisation_id, text FROM ${having(raw('w.parts'))}
    WHERE field = w.field AND ${ofThese(titled)} LIMIT ${raw(String(LOOKED_AT))}`;
  return sql`SELECT DISTINCT s.text, s.field, s.organisation_id, ${rankOf('ALIKE')} AS rank
    FROM ${raw(likeWordsName)} w CROSS JOIN LATERAL (${some}) s WHERE ${isLike(said)} ORDER BY s.text`;
}

/** Of an organisation that the actor sees nothing of, no text and no word is looked at. */
export function ofThese(kept: readonly (readonly [Branch, TextField])[]): Sql {
  const [own, all] = [kept.filter(([{ organisation }]) => organisation), kept.filter(([one]) => !one.organisation)];
  const organisation = own[0]?.[0].organisation;
  return or([
    ...(organisation ? [sql`organisation_id = ${organisation} AND ${isOne(own)}`] : []),
    ...(all.length > 0 ? [isOne(all)] : []),
  ]);
}

function isOne(kept: readonly (readonly [Branch, TextField])[]): Sql {
  const names = kept.map(([, { name }]) => raw(`'${name}'`));
  return sql`field IN (${join(names, ', ')})`;
}

/** The records of such texts. */
export function titledBy(titled: Titled, texts: string, way: string): Sql {
  const [branch, { name, attribute, holder }] = titled;
  const own = sql`${column(alias, holder.column)} = b.organisation_id`;
  const text = column(alias, attribute.column);
  const has = isCalled(alias, attribute, raw('b.text'));
  const order = attribute.sort ? sql`${keyColumn(text)}, ${column(alias, 'id')}` : undefined;
  const rows = sql`SELECT ${told(branch)} ${from(branch, branch.made ? has : sql`${own} AND ${has}`, order)}`;
  const each = sql`SELECT x.*, b.rank FROM (SELECT * FROM ${raw(texts)} WHERE field = ${raw(`'${name}'`)}) b
    CROSS JOIN LATERAL (${rows} LIMIT ${most}) x LIMIT ${most}`;
  return found(branch, `${attribute.name}.${way}`, raw('x.rank'), each);
}
