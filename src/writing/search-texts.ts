/**
 * Keeps what a search looks among: the texts and words of new records come with them and go with those that are removed;
 * those of records that were corrected go within the hour.
 */
import type { ClientBase } from 'pg';
import { REGION } from '../base/countries';
import { raw, sql, type Sql } from '../base/sql';
import {
  forgettingTexts,
  NO_ORGANISATION,
  searchTextsAnew,
  searchTextTable,
  searchWordTable,
  titleFieldsOf,
  wordFieldsOf,
  wordsOf,
} from '../model/search-text';
import { foldedText } from '../model/text-key';
import { isHeldByRegion } from '../policy/rights';
import { sweep } from './sweep';
import { gatherings } from './work';
import type { Noted } from './work-gather';

type Found = readonly string[];

/** Each once, in the order in which others add theirs: two who add the same do not lock each other out. */
function sorted(found: readonly Found[]): Found[] {
  const each = new Map(found.map((values) => [values.join('\0'), values]));
  return [...each].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, values]) => values);
}

const textsIn = ({ thing, row }: Noted): Found[] =>
  titleFieldsOf(thing).flatMap(({ name, attribute, holder }) => {
    const [text, organisation] = [row[attribute.name], row[holder.name]];
    return typeof text === 'string' && typeof organisation === 'string' ? [[foldedText(text), name, organisation]] : [];
  });

const wordsIn = ({ thing, row }: Noted): Found[] =>
  wordFieldsOf(thing).flatMap(({ name, attribute, holder }) => {
    const [text, organisation] = [row[attribute.name], holder ? row[holder.name] : NO_ORGANISATION];
    return typeof text === 'string' && typeof organisation === 'string'
      ? wordsOf(text).map((word) => [word, name, organisation])
      : [];
  });

const column = (found: readonly Found[], at: number): (string | undefined)[] => found.map((values) => values[at]);

gatherings.add((work, all) => {
  const kept = all.filter(({ operation }) => operation !== 'REMOVE');
  const [texts, words] = [sorted(kept.flatMap(textsIn)), sorted(kept.flatMap(wordsIn))];
  if (texts.length > 0 || words.length > 0)
    work.write(sql`
      WITH words AS (
        INSERT INTO ${raw(searchWordTable)} (word, field, organisation_id)
        SELECT * FROM unnest(${column(words, 0)}::text[], ${column(words, 1)}::text[], ${column(words, 2)}::uuid[])
        ON CONFLICT DO NOTHING)
      INSERT INTO ${raw(searchTextTable)} (text, field, organisation_id)
      SELECT * FROM unnest(${column(texts, 0)}::text[], ${column(texts, 1)}::text[], ${column(texts, 2)}::uuid[])
      ON CONFLICT DO NOTHING`);
  for (const statement of forgotten(all)) work.write(statement);
  return Promise.resolve();
});

/** What only records had that were removed, as those of an import that is taken back are. */
function forgotten(all: readonly Noted[]): readonly Sql[] {
  const gone = all.filter(({ operation }) => operation === 'REMOVE');
  const fields = new Set(gone.flatMap(({ thing }) => titleFieldsOf(thing)));
  const texts = sorted(gone.flatMap(textsIn));
  return [...fields].flatMap((field) => {
    const own = texts.filter(([, name]) => name === field.name);
    const of = (at: number): string[] => own.map((values) => String(values[at]));
    return own.length > 0 ? forgettingTexts(field, of(0), of(2)) : [];
  });
}

/** @returns how many were not there before */
export async function deriveSearchTexts(client: ClientBase): Promise<number> {
  let added = 0;
  for (const { text, values } of searchTextsAnew()) added += (await client.query(text, [...values])).rowCount ?? 0;
  return added;
}

/** Of a text that is removed while a record with it is written, the next time brings it back. */
const isDone = sql`SELECT FROM job_run WHERE name = 'tidySearch' AND did_at > now() - interval '1 hour'`;

sweep({
  name: 'tidySearch',
  label: { en: 'forget texts that no record has', pt: 'esquecer textos que nenhum registo tem' },
  description: 'forgets texts and words of records that were corrected or erased, among which a search looks',
  writes: [],
  isSlow: true,
  inRegion: true,
  run: async (work) => {
    if ((await work.query(isDone)).length > 0) return 0;
    for (const statement of searchTextsAnew(({ dataClass }) => work.country !== REGION || isHeldByRegion(dataClass)))
      await work.query(statement);
    return 1;
  },
});
