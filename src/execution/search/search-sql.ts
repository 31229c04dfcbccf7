/**
 * What is read for a search: of each thing the rows that the actor may see and that fit, at most so many of each way of
 * fitting, each way by an index; of things of which there are few, all are read, once. What is alike is looked for only
 * where nothing has what was typed. Getting a plan ready takes as long as carrying it out: each way has few nodes.
 */
import { join, raw, sql, type Sql } from '../../base/sql';
import { titleFieldsOf, wordFieldsOf } from '../../model/search-text';
import type { Attribute } from '../../model/thing';
import { MOST, nobody, rankOf, union, type Branch } from './branch';
import { alikeAmongFew, allNames, amongFew, named } from './few-ways';
import { coded, markedBy, numbered } from './key-ways';
import { likeWords, likeWordsName } from './like-words';
import type { SearchParameters } from './search-parameters';
import { beginning, holding, likeAnyWord, likeness } from './text-ways';
import { heldTitles, likeTitles, ofThese, titledBy, titlesLikeIt, titlesThatHold, type Titled } from './title-ways';

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

/** A table of the statement. */
type Table = readonly [name: string, rows: Sql];

interface Asking {
  readonly branches: readonly Branch[];
  /** Of things of which there are many: texts that are kept beside them, and other texts. */
  readonly titled: readonly Titled[];
  readonly others: readonly (readonly [Branch, Attribute])[];
  /** Names of the few. */
  readonly names: readonly Sql[];
  readonly said: SearchParameters;
  readonly ways: Ways;
}

/** The rows that stand for what was found, each record once, in no order. */
export function foundBy(branches: readonly Branch[], said: SearchParameters, ways: Ways): Sql {
  const [few, many] = [branches.filter(({ thing }) => thing.few), branches.filter(({ thing }) => !thing.few)];
  const titled = many.flatMap((branch) => titleFieldsOf(branch.thing).map((field): Titled => [branch, field]));
  const isTitle = (by: Attribute): boolean => titled.some(([, { attribute }]) => attribute === by);
  const others = many.flatMap((branch) =>
    branch.texts.filter((by) => !isTitle(by)).map((by): readonly [Branch, Attribute] => [branch, by]),
  );
  const names = few.flatMap((branch) => branch.texts.map((by) => named(branch, by)));
  const asking: Asking = { branches, titled, others, names, said, ways };
  const tables = [...typed(asking), ...meant(asking)].map(
    ([name, rows]) => sql`${raw(name)} AS MATERIALIZED (${rows})`,
  );
  return sql`WITH ${join(tables, ', ')}
    SELECT DISTINCT ON (kind, id) kind, id, rank, title, subject, (SELECT ${isCut('a')}) AS cut FROM a ORDER BY kind, id, rank`;
}

/**
 * What has what was typed. What a code is called is told last: of a first page nothing is left for it where more fits in
 * one way than is taken.
 */
function typed({ branches, titled, others, names, said, ways }: Asking): Table[] {
  const before = [
    ...(names.length > 0 ? [amongFew(said)] : []),
    ...branches.flatMap((branch) => (ways.numbers ? branch.numbers.map((by) => numbered(branch, by, said)) : [])),
    ...titled.map((one) => titledBy(one, heldTitles, 'title')),
    ...others.flatMap(([branch, by]) => [...(by.sort ? [beginning(branch, by, said)] : []), holding(branch, by, said)]),
    ...branches.flatMap((branch) =>
      ways.marks && branch.thing.marked ? [markedBy(branch, branch.thing.marked, said)] : [],
    ),
  ];
  const topics = branches.flatMap((branch) => (ways.codes ? branch.codes.map((by) => coded(branch, by, said)) : []));
  const left = sql`SELECT * FROM (${union([nobody, ...topics])}) c WHERE NOT (${said.isShort}::boolean AND ${isCut('b')})`;
  return [
    ...(names.length > 0 ? [['n', allNames(names)] as const] : []),
    ...(titled.length > 0 ? [[heldTitles, titlesThatHold(titled, said)] as const] : []),
    ['b', union([nobody, ...before])],
    ['f', topics.length > 0 ? sql`SELECT * FROM b UNION ALL ${left}` : sql`SELECT * FROM b`],
  ];
}

/** What may have been meant, with the numbers that are this one but for a slip. */
function meant({ branches, titled, names, said, ways }: Asking): Table[] {
  const isTyped = sql`EXISTS (SELECT FROM f WHERE rank < ${rankOf('ALIKE')})`;
  const words = branches.flatMap((branch) =>
    wordFieldsOf(branch.thing).flatMap((field) =>
      titled.some(([, { name }]) => name === field.name) ? [] : [[{ ...branch, organisation: null }, field] as const],
    ),
  );
  const called = titled.filter(([{ thing }, { name }]) => wordFieldsOf(thing).some((field) => field.name === name));
  const alike = [
    ...(names.length > 0 ? [alikeAmongFew(said)] : []),
    ...called.map((one) => titledBy(one, likeTitles, 'alike')),
    ...(words.length > 0 ? [likeAnyWord(words.map(([branch, field]) => likeness(branch, field, said)))] : []),
  ];
  const looked: readonly Table[] = [
    [likeWordsName, likeWords(said, ofThese([...called, ...words]))],
    ...(called.length > 0 ? [[likeTitles, titlesLikeIt(called, said)] as const] : []),
  ];
  const others = ways.alike
    ? sql` UNION ALL SELECT * FROM (${union([nobody, ...alike])}) l WHERE NOT ${isTyped}`
    : raw('');
  return [
    ...(ways.alike ? looked : []),
    ['a', sql`SELECT * FROM f WHERE rank < ${rankOf('ALIKE')} OR NOT ${isTyped}${others}`],
  ];
}

/** Whether there are more of one way than are taken. */
const isCut = (rows: string): Sql =>
  sql`EXISTS (SELECT FROM ${raw(rows)} WHERE way IS NOT NULL GROUP BY way HAVING count(*) > ${raw(String(MOST))})`;
