/**
 * What a search looks among where there are many records: the texts that organisations call their own by, each once, and
 * the words of texts. Of thousands of records there are hundreds of texts, and of those hundreds of words; a text leads to
 * its records by the index of their titles. Nothing else is told of any record: who may see it is asked of itself.
 */
import { createHash } from 'node:crypto';
import { column, ident, join, raw, sql, type Sql } from '../base/sql';
import { titlesOf, type ListIndex, type Title } from './list-index';
import { mostTold, soughtOf } from './sought';
import { digestColumn, foldedColumn, partsColumn, wholeParts } from './text-function';
import { foldedText, keyColumn } from './text-key';
import { allThings, type Attribute, type Thing } from './thing';

export const searchTextTable = 'search_text';
export const searchWordTable = 'search_word';

/** Shorter words have no part by which they could be found. */
export const WORD_MIN = 3;
/** Longer ones are addresses, and what a typed word may be like is shorter. */
const WORD_MAX = 80;

/** Texts of one kind, under the name by which they are kept. */
export interface TextField {
  readonly name: string;
  readonly thing: Thing;
  readonly attribute: Attribute;
}

/** Texts that are kept with the organisation whose record has them. */
export interface TitleField extends TextField {
  readonly holder: Attribute;
}

const keptOnce = <T>(make: (thing: Thing) => T): ((thing: Thing) => T) => {
  const made = new WeakMap<Thing, T>();
  return (thing) => {
    let found = made.get(thing);
    if (!found) made.set(thing, (found = make(thing)));
    return found;
  };
};

const fieldOf = (thing: Thing, attribute: Attribute): TextField => ({
  name: `${thing.table}.${attribute.column}`,
  thing,
  attribute,
});

/** The texts of a thing that are kept themselves. */
export const titleFieldsOf = keptOnce((thing): readonly TitleField[] => {
  const texts = soughtOf(thing)?.texts ?? [];
  const isFound = ({ by }: Title): boolean => texts.includes(by);
  return titlesOf(thing)
    .filter(isFound)
    .map(({ by, holder }) => ({ ...fieldOf(thing, by), holder }));
});

/** Texts whose words are kept, with the organisation whose record has them where there is one. */
export interface WordField extends TextField {
  readonly holder: Attribute | null;
}

/** Stands for the organisation of words whose record is no one organisation's. */
export const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';

/** The texts of a thing whose words are kept: what it is called by. Of the few, all are read at each search. */
export const wordFieldsOf = keptOnce((thing): readonly WordField[] => {
  const sought = thing.few ? undefined : soughtOf(thing);
  const holderOf = (by: Attribute): Attribute | null =>
    titleFieldsOf(thing).find(({ attribute }) => attribute === by)?.holder ?? null;
  return (sought ? mostTold(sought) : []).map((by) => ({ ...fieldOf(thing, by), holder: holderOf(by) }));
});

/** The words of a text as they are searched: between spaces, with whatever stands on them. */
export const wordsOf = (text: string): string[] =>
  foldedText(text)
    .split(' ')
    .filter((word) => {
      const { length } = [...word];
      return length >= WORD_MIN && length <= WORD_MAX;
    });

/**
 * Indexes over the parts of both, as there is one over those of each text. They have no list of what is still to be filed
 * (`fastupdate`): each search would read all of it.
 */
export function searchTextIndexes(): readonly ListIndex[] {
  return [
    [searchTextTable, 'text'],
    [searchWordTable, 'word'],
  ].map(([table, name]) => {
    const definition = `"${table}" USING gin (${partsColumn(ident(String(name))).text}) WITH (fastupdate = off)`;
    const digest = createHash('sha256').update(definition).digest('hex').slice(0, 8);
    return { name: `${table}_search_list_${digest}`, definition };
  });
}

/**
 * Statements that make both those of all records as they stand: they add what lacks, and remove what no record has.
 * @param isHeld of which things there are any
 */
export function searchTextsAnew(isHeld: (thing: Thing) => boolean = () => true): readonly Sql[] {
  const things = [...allThings.values()].filter(isHeld);
  return [
    anew(searchTextTable, ['text', 'field', 'organisation_id'], things.flatMap(titleFieldsOf).map(textsStanding)),
    anew(searchWordTable, ['word', 'field', 'organisation_id'], things.flatMap(wordFieldsOf).map(wordsStanding)),
  ];
}

/** Before every id. */
const firstId = raw(`'${NO_ORGANISATION}'::uuid`);

/**
 * That a record (under `alias`) has a text, by the index of its titles. By key and id together: of a range of keys alone
 * the planner thinks that it holds few, and sorts all of them.
 */
export function isCalled(alias: string, { sort, column: name }: Attribute, folded: Sql): Sql {
  const text = column(alias, name);
  if (!sort) return sql`${digestColumn(text)} = md5(${folded})`;
  const key = sql`(${keyColumn(text)}, ${column(alias, 'id')})`;
  return sql`${key} >= (${folded} || chr(1), ${firstId}) AND ${key} < (${folded} || chr(2), ${firstId})`;
}

const isKept = ({ thing, attribute, holder }: TitleField): Sql =>
  sql`EXISTS (SELECT FROM ${ident(thing.table)} s WHERE ${column('s', holder.column)} = t.organisation_id
    AND ${isCalled('s', attribute, raw('t.text'))})`;

/** Statements that remove texts of a field, and the words of them, that no record has any more. */
export function forgettingTexts(
  field: TitleField,
  texts: readonly string[],
  organisations: readonly string[],
): readonly Sql[] {
  const of = raw(`'${field.name}'`);
  const gone = sql`unnest(${texts}::text[], ${organisations}::uuid[])`;
  const among = sql`SELECT DISTINCT w.word, g.organisation FROM ${gone} g(text, organisation)
    CROSS JOIN LATERAL unnest(string_to_array(g.text, ' ')) w(word)`;
  return [
    sql`DELETE FROM ${raw(searchTextTable)} t USING ${gone} g(text, organisation) WHERE t.field = ${of}
      AND t.text = g.text AND t.organisation_id = g.organisation AND NOT ${isKept(field)}`,
    sql`DELETE FROM ${raw(searchWordTable)} w USING (${among}) g WHERE w.field = ${of}
      AND w.word = g.word AND w.organisation_id = g.organisation AND NOT EXISTS (
        SELECT FROM ${raw(searchTextTable)} t WHERE t.field = w.field AND t.organisation_id = w.organisation_id
          AND ${partsColumn(raw('t.text'))} @> ${wholeParts(raw('w.word'))}
          AND w.word = ANY(string_to_array(t.text, ' ')))`,
  ];
}

function anew(table: string, columns: readonly string[], standing: readonly Sql[]): Sql {
  const names = raw(columns.join(', '));
  const same = raw(columns.map((name) => `s.${name} = t.${name}`).join(' AND '));
  return sql`
    WITH standing AS MATERIALIZED (${join(standing, ' UNION ALL ')}),
    gone AS (DELETE FROM ${raw(table)} t WHERE NOT EXISTS (SELECT FROM standing s WHERE ${same}))
    INSERT INTO ${raw(table)} (${names}) SELECT ${names} FROM standing ORDER BY ${names} ON CONFLICT DO NOTHING`;
}

const textsStanding = ({ name, thing, attribute, holder }: TitleField): Sql => sql`
  SELECT DISTINCT ${raw(`'${name}'`)} AS field, ${column('s', holder.column)} AS organisation_id,
    ${foldedColumn(column('s', attribute.column))} AS text
  FROM ${ident(thing.table)} s WHERE ${column('s', attribute.column)} IS NOT NULL`;

const wordsStanding = ({ name, thing, attribute, holder }: WordField): Sql => sql`
  SELECT DISTINCT ${raw(`'${name}'`)} AS field, w.word,
    ${holder ? column('s', holder.column) : raw(`'${NO_ORGANISATION}'::uuid`)} AS organisation_id FROM ${ident(thing.table)} s
  CROSS JOIN LATERAL unnest(string_to_array(${foldedColumn(column('s', attribute.column))}, ' ')) w(word)
  WHERE length(w.word) BETWEEN ${raw(String(WORD_MIN))} AND ${raw(String(WORD_MAX))}`;
