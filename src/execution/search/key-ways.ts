/** Ways of being found by what is no text: a number, what a code is called, a mark of what is sealed. */
import { column, ident, or, raw, sql, type Sql } from '../../base/sql';
import type { NumberForm } from '../../base/typed-number';
import { keyColumn } from '../../model/text-key';
import { isList, type Attribute, type Marked } from '../../model/thing';
import { alias, found, from, most, rankOf, told, type Branch } from './branch';
import type { SearchParameters } from './search-parameters';

const key = raw(`${alias}."$key"`);

/**
 * Numbers by their keys: the whole one, those that begin so, and those that are it but for a slip, the best first. Who may
 * see them is asked of those alone and of all of them once, which is why slips are not left for later: what decides it is
 * most of a statement. OFFSET 0: else all that an organisation has is looked up, to be held against them.
 */
export function numbered(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const { exact, begins, end, alike: slips } = said.number(formOf(by));
  const begin = sql`${key} BETWEEN ${begins}::text AND ${end}::text`;
  const keys = sql`SELECT *, ${keyColumn(ident(by.column))} AS "$key" FROM ${ident(branch.thing.table)}`;
  const fits = sql`(${key} = ${exact}::text OR ${begin} OR ${key} = ANY(string_to_array(${slips}::text, ' ')))`;
  const few = sql`(SELECT * FROM (${keys}) ${raw(alias)} WHERE ${fits} OFFSET 0) ${raw(alias)}`;
  const rank = sql`CASE WHEN ${key} = ${exact}::text THEN ${rankOf('EXACT')} WHEN ${begin} THEN ${rankOf('BEGINS')} ELSE ${rankOf('ALIKE')} END`;
  const rows = sql`SELECT ${told(branch)}, ${rank} AS rank FROM ${few} WHERE ${branch.within} ORDER BY rank LIMIT ${most}`;
  return found(branch, `${by.name}.number`, raw('x.rank'), rows, sql`${exact}::text IS NOT NULL`);
}

function formOf({ name, shortNumber }: Attribute): NumberForm {
  if (!shortNumber) throw new Error(`${name} is no number`);
  return shortNumber;
}

export function coded(branch: Branch, by: Attribute, said: SearchParameters): Sql {
  const codes = said.of(by);
  const value = column(alias, by.column);
  const rows = isList(by.type) ? sql`${value} && ${codes}::text[]` : sql`${value} = ANY(${codes}::text[])`;
  const some = sql`SELECT ${told(branch)} ${from(branch, rows)} LIMIT ${most}`;
  return found(branch, `${by.name}.codes`, rankOf('TOPIC'), some, sql`${codes}::text[] IS NOT NULL`);
}

export function markedBy(branch: Branch, marked: Marked, said: SearchParameters): Sql {
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
