/** The statements of a unit of work. Loads are plain SQL, changes are built by TypeORM from the entities. */
import { createHash } from 'node:crypto';
import type { EntityManager, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { QueryConfig } from 'pg';
import type { Attribute, Thing } from '../graph/thing';
import { and, column, ident, join, raw, sql, type Sql } from './sql';

export const ALIAS = 'r';
export const ID = column(ALIAS, 'id');

const LOCK = raw(` FOR NO KEY UPDATE OF ${ALIAS}`);
const columnsOf = new WeakMap<Thing, Sql>();

/** Every column of a thing but the sealed ones, under its attribute's name. */
function selection(thing: Thing): Sql {
  let found = columnsOf.get(thing);
  if (!found) {
    const open = [...thing.attributes.values()].filter(({ sealed }) => !sealed);
    found = join(
      open.map((a) => sql`${column(ALIAS, a.column)} AS ${ident(a.name)}`),
      ', ',
    );
    columnsOf.set(thing, found);
  }
  return found;
}

/**
 * Rows of a thing, always in one order, so that two who lock many do not lock each other out. The lock is the one that
 * an UPDATE takes itself: others may still add children that refer to the row.
 */
export function select(thing: Thing, conditions: readonly Sql[], lock: boolean): Sql {
  const from = sql`SELECT ${selection(thing)} FROM ${ident(thing.table)} ${raw(ALIAS)} WHERE ${and(conditions)} ORDER BY ${ID}`;
  return lock ? join([from, LOCK], '') : from;
}

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

/** A statement that PostgreSQL parses once per connection. Only for texts of which there are few. */
export function prepared({ text, values }: Sql): QueryConfig {
  let name = names.get(text);
  if (!name) names.set(text, (name = `w_${createHash('sha1').update(text).digest('base64url')}`));
  return { name, text, values: [...values] };
}

type Values = Readonly<Record<string, unknown>>;

/** An INSERT of rows, by TypeORM. */
export function insertion(manager: EntityManager, thing: Thing, rows: readonly Values[]): QueryConfig {
  const target = thing.target as new () => ObjectLiteral;
  const values = rows as QueryDeepPartialEntity<ObjectLiteral>[];
  return built(manager.createQueryBuilder().insert().into(target).values(values).updateEntity(false));
}

/** An UPDATE of one version of one row to the next, by TypeORM. */
export function changing(
  manager: EntityManager,
  thing: Thing,
  id: string,
  version: number,
  changes: Values,
): QueryConfig {
  const set = { ...changes, version: version + 1, updatedAt: () => 'now()' };
  const builder = manager
    .createQueryBuilder()
    .update(thing.target as new () => ObjectLiteral)
    .set(set);
  return built(builder.where('id = :id AND version = :version', { id, version }));
}

function built(builder: { getQueryAndParameters(): [string, unknown[]] }): QueryConfig {
  const [text, values] = builder.getQueryAndParameters();
  return { text, values };
}

/** A DELETE of one version of one row. */
export const removal = (thing: Thing, id: string, version: number): Sql =>
  sql`DELETE FROM ${ident(thing.table)} WHERE id = ${id} AND version = ${version}`;
