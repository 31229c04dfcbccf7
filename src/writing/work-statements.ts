/** The statements of a unit of work, made from what the things say about themselves. */
import { createHash } from 'node:crypto';
import type { QueryConfig } from 'pg';
import { columnTypeOf } from '../model/column';
import type { Attribute, Thing } from '../model/thing';
import { and, column, ident, join, raw, sql, type Sql } from '../base/sql';

export const ALIAS = 'r';
export const ID = column(ALIAS, 'id');

/** Under this name a row brings its wrapped data key along, so that nobody has to ask for it again. */
export const WRAPPED_KEY = 'wrappedKey';

/** Before the name of what comes sealed. */
export const SEALED = '$';

const LOCK = raw(` FOR NO KEY UPDATE OF ${ALIAS}`);
const columnsOf = { open: new WeakMap<Thing, Sql>(), all: new WeakMap<Thing, Sql>() };

/** Every column of a thing under its attribute's name, the sealed ones as they are where it is to change; and the data key of what is sealed. */
function selection(thing: Thing, lock: boolean): Sql {
  const made = lock ? columnsOf.all : columnsOf.open;
  let found = made.get(thing);
  if (!found) {
    const wanted = [...thing.attributes.values()].filter(({ sealed }) => lock || !sealed);
    const columns = wanted.map((a) => sql`${column(ALIAS, a.column)} AS ${ident(a.sealed ? SEALED + a.name : a.name)}`);
    const key = thing.attributes.get('dataKeyId');
    if (key) {
      const same = sql`k.id = ${column(ALIAS, key.column)}`;
      columns.push(sql`(SELECT k.wrapped FROM data_key k WHERE ${same}) AS ${ident(WRAPPED_KEY)}`);
    }
    made.set(thing, (found = join(columns, ', ')));
  }
  return found;
}

/**
 * Rows of a thing, always in one order, so that two who lock many do not lock each other out. The lock is the one that
 * an UPDATE takes itself: others may still add children that refer to the row.
 */
export function select(thing: Thing, conditions: readonly Sql[], lock: boolean): Sql {
  const from = sql`SELECT ${selection(thing, lock)} FROM ${ident(thing.table)} ${raw(ALIAS)} WHERE ${and(conditions)} ORDER BY ${ID}`;
  return lock ? join([from, LOCK], '') : from;
}

/** Locks rows and answers nothing, in the order in which others lock them. */
export const locking = (thing: Thing, ids: readonly string[]): Sql =>
  join(
    [sql`SELECT FROM ${ident(thing.table)} ${raw(ALIAS)} WHERE ${ID} = ANY(${ids}::uuid[]) ORDER BY ${ID}`, LOCK],
    '',
  );

/** `attribute = value` for each; a list means any of its values, null and undefined mean no value. */
export const equals = (thing: Thing, where: Readonly<Record<string, unknown>>): Sql[] =>
  Object.entries(where).map(([name, value]) => {
    const at = column(ALIAS, attributeOf(thing, name).column);
    if (value === null || value === undefined) return sql`${at} IS NULL`;
    return Array.isArray(value) ? sql`${at} = ANY(${value})` : sql`${at} = ${value}`;
  });

/** The attribute of a name; a name that is none is a mistake of ours. */
export function attributeOf(thing: Thing, name: string): Attribute {
  const attribute = thing.attributes.get(name);
  if (!attribute) throw new Error(`${thing.name} has no attribute ${name}`);
  return attribute;
}

const names = new Map<string, string>();
const MOST_NAMES = 1000;

/** A statement that PostgreSQL parses once per connection; texts beyond the first thousand it parses each time. */
export function prepared({ text, values }: Sql): QueryConfig {
  let name = names.get(text);
  if (!name && names.size < MOST_NAMES) {
    names.set(text, (name = `w_${createHash('sha1').update(text).digest('base64url')}`));
  }
  return { ...(name && { name }), text, values: [...values] };
}

type Values = Readonly<Record<string, unknown>>;

/** A way to insert rows of one kind, in one statement whose text is the same for any number of them. */
export interface Kind {
  readonly table: string;
  readonly insertion: (rows: readonly Values[]) => Sql;
}

/**
 * Rows of a thing as a table `v` with these of its attributes as columns; what a row does not have is null. One
 * parameter holds them all: so the text does not depend on their number.
 */
export function tableOf(thing: Thing, names: readonly string[]): (rows: readonly Values[]) => Sql {
  const attributes = names.map((name) => attributeOf(thing, name));
  const columns = raw(attributes.map((a) => `${ident(a.column).text} ${sqlTypeOf(a)}`).join(', '));
  const valuesOf = (row: Values): Values =>
    Object.fromEntries(attributes.map(({ name, column: at }) => [at, jsonOf(row[name])]));
  return (rows) => sql`json_to_recordset(${JSON.stringify(rows.map(valuesOf))}::json) AS v(${columns})`;
}

/** A value as JSON that PostgreSQL reads as the column's; bytes as it writes them itself. */
export const jsonOf = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

function sqlTypeOf(attribute: Attribute): string {
  const { type, array } = columnTypeOf(attribute);
  return `${String(type)}${array ? '[]' : ''}`;
}

const kinds = new WeakMap<Thing, Kind>();

/** How new records of a thing are inserted: in their first version, made now. */
export function kindOf(thing: Thing): Kind {
  let found = kinds.get(thing);
  if (!found) kinds.set(thing, (found = { table: thing.table, insertion: insertionOf(thing) }));
  return found;
}

function insertionOf(thing: Thing): Kind['insertion'] {
  const given = [...thing.attributes.keys()].filter((name) => !['version', 'createdAt', 'updatedAt'].includes(name));
  const columns = raw(given.map((name) => ident(attributeOf(thing, name).column).text).join(', '));
  const table = tableOf(thing, given);
  return (rows) => sql`
    INSERT INTO ${ident(thing.table)} (${columns}, version, created_at, updated_at)
    SELECT ${columns}, 1, now(), now() FROM ${table(rows)}`;
}

/** Insertions of several kinds in one statement. Foreign keys are checked at its end, so that their order does not matter. */
export function together(insertions: readonly Sql[]): Sql {
  const [last, ...others] = [...insertions].reverse() as [Sql, ...Sql[]];
  if (others.length === 0) return last;
  const parts = others.map((insertion, at) => sql`${raw(`made_${at}`)} AS (${insertion})`);
  return sql`WITH ${join(parts, ', ')} ${last}`;
}

/** An UPDATE of one version of one row to the next. */
export function changing(thing: Thing, id: string, version: number, changes: Values): Sql {
  const set = Object.entries(changes).map(([name, value]) => sql`${ident(attributeOf(thing, name).column)} = ${value}`);
  return sql`
    UPDATE ${ident(thing.table)} SET ${join([...set, sql`version = ${version + 1}`], ', ')}, updated_at = now()
    WHERE id = ${id} AND version = ${version}`;
}

/** A DELETE of one version of one row. */
export const removal = (thing: Thing, id: string, version: number): Sql =>
  sql`DELETE FROM ${ident(thing.table)} WHERE id = ${id} AND version = ${version}`;
