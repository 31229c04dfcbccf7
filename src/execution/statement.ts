/**
 * The SQL of reads: one statement in each country for all that a document asks of it, so that its answer is of one
 * moment. Every part is an array of its rows; rows that others begin from are read once and kept (`WITH`).
 */
import { LRUCache } from 'lru-cache';
import { REGION, type CountryCode } from '../base/countries';
import { column, ident, join, raw, sql, type Sql } from '../base/sql';
import type { Attribute } from '../model/thing';
import { logEntries } from './access-log';
import { parameters, Template } from './hole';
import { nameOf, ordinalOf, shownOf, type Child, type Count, type Part, type Source } from './part';

/** What stands for a root field: its records, and how many there are. */
export interface Top {
  readonly part: Part | null;
  readonly count: Count | null;
}

export interface Statement {
  readonly sql: Sql;
  /** The numbers of parts and counts in the order of the answer's columns. */
  readonly numbers: readonly number[];
}

/** @param place where it runs, as far as what is read differs by it */
export function statementOf(tops: readonly Top[], checked: boolean, place: CountryCode | null): Statement {
  const writing = new StatementWriting(place);
  if (checked) writing.check();
  for (const { part, count } of tops) {
    if (part) writing.part(part, null);
    if (count) writing.count(count);
  }
  return writing.done();
}

/** The rows of a part one after the other, as a cursor reads them: their cells, or ids alone where others begin from them. */
export function rowsOf(part: Part): Sql {
  const { main, page, cells } = part;
  if (!part.isKept) return sql`SELECT ARRAY[${join(cells.map(asText), ', ')}]::text ${fromOf(part, null)}`;
  const id = asText(column(main.alias, 'id'));
  return sql`SELECT ${id} FROM ${tableOf(main)} WHERE ${main.condition}${page?.tail ?? raw('')}`;
}

class StatementWriting {
  private readonly parts: Part[] = [];
  private readonly counts: Count[] = [];
  private readonly kept: Sql[] = [];
  private readonly answers: Sql[] = [];
  private readonly numbers: number[] = [];

  constructor(private readonly place: CountryCode | null) {}

  check(): void {
    const { session, account, name, email, role, organisation } = parameters;
    const who = sql`${session}::uuid, ${account}::uuid, ${name}, ${email}, ${role}::text, ${organisation}::uuid`;
    this.answers.push(sql`session_stands(${who})`);
  }

  answer(number: number, answer: Sql): void {
    this.numbers.push(number);
    this.answers.push(answer);
  }

  count(count: Count): void {
    this.counts.push(count);
    this.answer(count.number, count.by ? talliesOf(count, count.by) : sql`ARRAY[ARRAY[NULL, (${countOf(count)})]]`);
  }

  part(part: Part, keys: Sql | null): void {
    this.parts.push(part);
    if (part.isKept && part.page?.shown) ordinalOf(part);
    const from = fromOf(part, keys);
    if (part.isKept) {
      const names = part.cells.map((_, at) => raw(`c${at}`));
      const named = join(
        part.cells.map((cell, at) => sql`${cell} AS ${names[at]}`),
        ', ',
      );
      this.kept.push(sql`${nameOf(part)} AS MATERIALIZED (SELECT ${named} ${from})`);
      this.answer(part.number, arrayOf(names, sql`FROM ${nameOf(part)}`));
    } else {
      this.answer(part.number, arrayOf(part.cells, from));
    }
    for (const child of part.children) this.child(part, child);
  }

  done(): Statement {
    const entries = logEntries(this.parts, this.counts);
    if (entries) this.kept.push(sql`entries AS (${entries})`);
    const kept = this.kept.length > 0 ? sql`WITH ${join(this.kept, ', ')} ` : raw('');
    return { sql: sql`${kept}SELECT ${join(this.answers, ', ')}`, numbers: this.numbers };
  }

  private child(parent: Part, { part, key, unique }: Child): void {
    const { place = this.place } = 'condition' in part ? part.source : part.main;
    if (place !== this.place) return;
    const distinct = raw(unique ? '' : 'DISTINCT ');
    const keys = sql`(SELECT ${distinct}${raw(`c${key}`)} AS key FROM ${nameOf(parent)}${shownOf(parent)}) p`;
    if (!('condition' in part)) return this.part(part, keys);
    this.answer(part.number, sql`ARRAY(SELECT ARRAY[p.key::text, (${countOf(part)})] FROM ${keys})`);
  }
}

const asText = (cell: Sql): Sql => sql`${cell}::text`;

const arrayOf = (cells: readonly Sql[], from: Sql): Sql =>
  sql`ARRAY(SELECT ARRAY[${join(cells.map(asText), ', ')}] ${from})`;

/** A part's rows, for each of the keys that they begin from, and what is joined to them: the rows stay as many, and in order. */
function fromOf(part: Part, keys: Sql | null): Sql {
  const main = sql`(${pageOf(part)}) ${ident(part.main.alias)}`;
  const joins = part.ones.map((one) => sql` LEFT JOIN LATERAL (${selectOf(one)} LIMIT 1) ${ident(one.alias)} ON TRUE`);
  return sql`FROM ${keys ? sql`${keys} CROSS JOIN LATERAL ${main}` : main}${join(joins, '')}`;
}

function pageOf({ main, page, isKept }: Part): Sql {
  if (!page) return selectOf(main);
  const rows = sql`${selectOf(main, page.order)}${page.tail}`;
  const isNumbered = isKept && page.shown !== null;
  if (!isNumbered && !page.length) return rows;
  const alias = ident(main.alias);
  const ordinal = raw(isNumbered ? ', row_number() OVER () AS "$n"' : '');
  const limit = page.length ? sql` LIMIT ${page.length}` : raw('');
  return sql`SELECT ${alias}.*${ordinal} FROM (${rows}) ${alias}${limit}`;
}

function selectOf(from: Source, more: unknown = null): Sql {
  const columns = [...from.exported].map(([name, expression]) => sql`${expression} AS ${ident(name)}`);
  const select = sql`SELECT ${join(columns, ', ')}${more ?? raw('')}`;
  return sql`${select} FROM ${tableOf(from)} WHERE ${from.condition}`;
}

/** A sealed table is read with the keys that open its rows. */
function tableOf({ thing, alias, rows }: Source): Sql {
  if (rows) return sql`(${rows}) ${ident(alias)}`;
  const table = sql`${ident(thing.table)} ${ident(alias)}`;
  if (!thing.sealed) return table;
  return sql`${table} LEFT JOIN data_key k ON k.id = ${column(alias, 'data_key_id')}`;
}

/** Counted is what no key is needed for. */
const countedTable = ({ thing, alias, rows }: Source): Sql =>
  sql`${rows ? sql`(${rows})` : ident(thing.table)} ${ident(alias)}`;

const countOf = ({ source, condition: more }: Count): Sql =>
  sql`SELECT count(*)::text FROM ${countedTable(source)} WHERE ${source.condition}${more}`;

/** How many there are of each code. */
const talliesOf = ({ source, condition: more }: Count, by: Attribute): Sql => {
  const code = column(source.alias, by.column);
  return sql`ARRAY(SELECT ARRAY[${code}, count(*)::text]
    FROM ${countedTable(source)} WHERE ${source.condition}${more} GROUP BY ${code})`;
};

/** A statement that is ready to be filled. */
export interface Ready {
  readonly template: Template;
  /** Numbers of the parts and counts in the order of the answer's columns. */
  readonly numbers: readonly number[];
}

const keptStatements = 16;

/**
 * Which root fields are read differs by country, by the types of ids and by what was refused, and in the region's own
 * place there may be more below them: a statement for each.
 */
export class Statements {
  readonly #ready = new LRUCache<string, Ready>({ max: keptStatements });

  /** @param checked whether it fails unless the session stands; its first column says so */
  of(tops: readonly Top[], checked: boolean, country: CountryCode): Ready {
    const place = country === REGION ? REGION : null;
    const key = `${checked}:${place ?? ''}:${tops.map(({ part, count }) => `${part?.number ?? ''}/${count?.number ?? ''}`).join()}`;
    let ready = this.#ready.get(key);
    if (!ready) {
      const { sql, numbers } = statementOf(tops, checked, place);
      this.#ready.set(key, (ready = { template: new Template(sql), numbers }));
    }
    return ready;
  }
}
