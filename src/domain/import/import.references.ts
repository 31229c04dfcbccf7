/**
 * What a file calls a record that is here: by its id, by what an earlier file called it, by its short number, or by its name
 * or code. What the account may not see is not found by its name.
 */
import { readId } from '../../base/global-id';
import type { ProblemShape } from '../../base/problem';
import { column, ident, sql, type Sql } from '../../base/sql';
import { typedNumber } from '../../base/typed-number';
import type { Input } from '../../model/input';
import { foldedColumn, foldedText } from '../../model/text-key';
import { idsOf, isText, type Attribute, type Thing } from '../../model/thing';
import { rowScope } from '../../policy/rights';
import { isMade } from '../../writing/made-id';
import type { Work } from '../../writing/work';
import type { Path } from '../../writing/input';
import { referencesOf, type Marking } from './import.marks';

type Flat = Record<string, unknown>;

/** A place of an input that names another record. */
interface Named {
  readonly thing: Thing;
  readonly text: string;
  readonly path: Path;
  readonly at: Flat;
  readonly field: string;
  readonly optional: boolean;
}

/** What is wrong with a row, and what is odd in it. */
export interface Against {
  readonly problems: ProblemShape[];
  readonly warnings: ProblemShape[];
}

/** What is found under a text; null: several are. */
type Found = string | null;

/** What was found is not looked for again in the same file. */
export class References {
  private readonly found = new Map<string, Found>();

  /** @param lenient what another program calls something that is not here is left out, where it can be: the row is reviewed */
  constructor(
    private readonly marking: Marking,
    private readonly lenient = false,
  ) {}

  /** The id of what is called so, where one record is. */
  async idOf(work: Work, thing: Thing, text: string): Promise<string | undefined> {
    if (!this.found.has(keyOf(thing, text))) await this.find(work, thing, [text]);
    return this.found.get(keyOf(thing, text)) ?? undefined;
  }

  /**
   * Puts ids in the place of names, in inputs that nobody else has.
   * @returns what each has against it, and what was left out of it
   */
  async put(work: Work, thing: Thing, input: Input, rows: readonly Flat[]): Promise<Against[]> {
    const named = rows.map((row) => namedIn(thing, input, row, []));
    const unknown = new Map<Thing, Set<string>>();
    for (const { thing: of, text } of named.flat()) {
      if (this.found.has(keyOf(of, text))) continue;
      unknown.set(of, (unknown.get(of) ?? new Set()).add(text));
    }
    await Promise.all([...unknown].map(([of, texts]) => this.find(work, of, [...texts])));
    return named.map((places) => {
      const against: Against = { problems: [], warnings: [] };
      for (const place of places) this.putOne(place, against);
      return against;
    });
  }

  private putOne({ thing, text, path, at, field, optional }: Named, { problems, warnings }: Against): void {
    const found = this.found.get(keyOf(thing, text));
    if (typeof found === 'string') at[field] = found;
    else if (found === null) problems.push({ code: 'INVALID_INPUT', text: several(thing), path });
    else if (readId(text)) return;
    else if (this.lenient && optional) {
      delete at[field];
      warnings.push({ code: 'NOT_FOUND', text: leftOut(thing), path });
    } else problems.push({ code: 'NOT_FOUND', text: none(thing), path });
  }

  private async find(work: Work, thing: Thing, texts: readonly string[]): Promise<void> {
    const [imported, named] = await Promise.all([this.imported(work, thing, texts), byName(work, thing, texts)]);
    const others = texts.filter((text) => !imported.has(text) && !named.has(text));
    const places = await byWords(work, thing, others);
    for (const text of texts) {
      const found = imported.get(text) ?? named.get(text) ?? places.get(text);
      if (found !== undefined) this.found.set(keyOf(thing, text), found);
    }
  }

  /** By what an earlier file of the organisation called it. */
  private async imported(work: Work, { name }: Thing, texts: readonly string[]): Promise<Map<string, Found>> {
    const marks = new Map(texts.flatMap((text) => referencesOf(this.marking, text).map((mark) => [mark, text])));
    const rows = await work.query<{ mark: string; id: string }>(sql`
      SELECT encode(r.reference, 'hex') AS mark,
        (SELECT m.value ->> 1 FROM jsonb_array_elements(r.made) m WHERE m.value ->> 0 = ${name} LIMIT 1) AS id
      FROM imported_row r WHERE r.organisation_id = ${this.marking.organisationId}
        AND r.reference = ANY(SELECT decode(v, 'hex') FROM unnest(${[...marks.keys()]}::text[]) v)`);
    return new Map(rows.filter(({ id }) => id !== null).map(({ mark, id }) => [marks.get(mark) as string, id]));
  }
}

const keyOf = ({ name }: Thing, text: string): string => `${name} ${text}`;

function namedIn(thing: Thing, input: Input, row: Flat, path: Path): Named[] {
  return [...input.fields.values()].flatMap(({ name, attribute, part, list, optional }): Named[] => {
    const value = row[name];
    if (value === undefined || value === null) return [];
    const here = [...path, name];
    if (part) {
      const of = part.thing ?? thing;
      if (!list) return namedIn(of, part, value as Flat, here);
      return (value as Flat[]).flatMap((item, at) => namedIn(of, part, item, [...here, at]));
    }
    if (attribute?.type !== 'uuid' || isMade(attribute) || typeof value !== 'string') return [];
    const of = idsOf(input.thing ?? thing, attribute);
    return of ? [{ thing: of, text: value, path: here, at: row, field: name, optional }] : [];
  });
}

/** By short number, code, name or title: what is called so once is meant, what is called so twice may be either. */
async function byName(work: Work, thing: Thing, texts: readonly string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const ways = [...thing.attributes.values()].filter(isName).map((attribute) => wayOf(work, attribute, texts));
  await Promise.all(
    ways.map(async ({ key, keys }) => {
      if (keys.size === 0) return;
      const rows = await work.query<{ id: string; key: string }>(sql`
        SELECT r.id, ${key} AS key FROM ${ident(thing.table)} r
        WHERE ${key} = ANY(${[...keys.keys()]}::text[]) AND ${rowScope(work.actor, thing, 'read', 'r')}`);
      for (const { id, key: at } of rows) {
        for (const text of keys.get(at) ?? []) found.set(text, (found.get(text) ?? id) === id ? id : null);
      }
    }),
  );
  return found;
}

/** Places by a part of their name, where that part is of one alone: forms say `Tshwane` of the City of Tshwane. */
async function byWords(work: Work, thing: Thing, texts: readonly string[]): Promise<Map<string, Found>> {
  const name = thing.attributes.get('name');
  if (texts.length === 0 || thing.dataClass !== 'REFERENCE' || !name) return new Map();
  const rows = await work.query<{ id: string; name: string }>(
    sql`SELECT r.id, ${column('r', name.column)} AS name FROM ${ident(thing.table)} r`,
  );
  const known = rows.map(({ id, name: called }) => [id, new Set(wordsOf(called))] as const);
  const found = texts.flatMap((text): [string, Found][] => {
    const words = wordsOf(text);
    const fitting = words.length > 0 ? known.filter(([, has]) => words.every((word) => has.has(word))) : [];
    const [first, another] = fitting;
    return first ? [[text, another ? null : first[0]]] : [];
  });
  return new Map(found);
}

const wordsOf = (text: string): string[] => foldedText(text).match(/[\p{L}\p{N}]+/gu) ?? [];

const names = ['code', 'name', 'title'];
const isName = ({ name, type, sealed, hidden, unique, shortNumber }: Attribute): boolean =>
  isText(type) && !sealed && !hidden && (unique === true || shortNumber !== undefined || names.includes(name));

interface Way {
  readonly key: Sql;
  /** The texts that are meant by each key. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

function wayOf({ country }: Work, { column: at, shortNumber: form }: Attribute, texts: readonly string[]): Way {
  const keys = new Map<string, string[]>();
  for (const text of texts) {
    const key = form ? typedNumber(text, form, country) : foldedText(text.normalize('NFC').trim());
    if (key !== null) keys.set(key, [...(keys.get(key) ?? []), text]);
  }
  return { key: form ? column('r', at) : foldedColumn(column('r', at)), keys };
}

const none = ({ label }: Thing) => ({
  en: `There is no such record (${label.en}) here under this name, number or id, nor in an earlier file. Import or enter it first.`,
  pt: `Não existe aqui esse registo (${label.pt}) com este nome, número ou id, nem num ficheiro anterior. Importe-o ou registe-o primeiro.`,
});
const leftOut = ({ label }: Thing) => ({
  en: `There is no such record (${label.en}) here: it was left out. Say in the record which is meant, or in a mapping what the file calls it.`,
  pt: `Não existe aqui esse registo (${label.pt}): foi deixado de fora. Diga no registo qual se pretende, ou numa correspondência como o ficheiro lhe chama.`,
});
const several = ({ label }: Thing) => ({
  en: `Several records (${label.en}) are called so. Give the code, the number or the id of the one that is meant.`,
  pt: `Há vários registos (${label.pt}) com este nome. Indique o código, o número ou o id do que se pretende.`,
});
