/** The SQL of reads. Every statement runs in one country, as one of its roles, with the actor's row scope in it. */
import { and, column, ident, join, raw, sql, TRUE, type Sql } from '../../database/sql';
import { rowScope } from '../../policy/rights';
import type { Actor } from '../../server/context';
import type { Attribute, Thing } from '../thing';
import type { ListPlan } from './list';
import { beyond, orderBy } from './order';
import type { Plan } from './plan';

const alias = 't';
const selections = new Map<Attribute, Sql>();

function selection(attribute: Attribute): Sql {
  let found = selections.get(attribute);
  const text = `${column(alias, attribute.column).text} AS "${attribute.name}"`;
  if (!found) selections.set(attribute, (found = raw(text)));
  return found;
}

const idSelection = raw(`${alias}."id" AS "$id"`);
const keySelection = raw(`${alias}."data_key_id" AS "$dataKeyId", k."wrapped" AS "$wrapped"`);

function columnsOf({ thing, columns }: Plan): Sql {
  const parts = [idSelection, ...[...columns].map(selection)];
  if (thing.sealed) parts.push(keySelection);
  return join(parts, ', ');
}

function fromOf({ thing }: Plan): Sql {
  const table = sql`${ident(thing.table)} ${ident(alias)}`;
  return thing.sealed ? sql`${table} LEFT JOIN data_key k ON k.id = ${column(alias, 'data_key_id')}` : table;
}

const within = (actor: Actor, thing: Thing): Sql => rowScope(actor, thing, 'read', alias);

function pageCondition({ terms, after, before, condition }: ListPlan, country: string): Sql {
  const from = after ? beyond(alias, terms, after, false, country) : TRUE;
  const to = before ? beyond(alias, terms, before, true, country) : TRUE;
  return and([condition, from, to]);
}

/**
 * A page's length stands in the text, not among the values: run-time roles plan a statement once for all values, and
 * without the length the planner would take a page for a tenth of the table. The length is a checked whole number.
 */
const rows = (limit: number): Sql => raw(String(limit + 1));

/** One page and one row more, which tells whether there is a next page. */
export function pageStatement(actor: Actor, list: ListPlan, country: string): Sql {
  const { plan, terms, reversed, limit } = list;
  const where = and([within(actor, plan.thing), pageCondition(list, country)]);
  return sql`SELECT ${columnsOf(plan)} FROM ${fromOf(plan)} WHERE ${where} ORDER BY ${orderBy(alias, terms, reversed)} LIMIT ${rows(limit)}`;
}

/** A page for each parent, marked with the parent's key as `$parent`. */
export function pagesStatement(
  actor: Actor,
  list: ListPlan,
  foreign: Attribute,
  parents: readonly string[],
  country: string,
): Sql {
  const { plan, terms, reversed, limit } = list;
  const mine = sql`${column(alias, foreign.column)} = parent.key`;
  const where = and([mine, within(actor, plan.thing), pageCondition(list, country)]);
  const page = sql`SELECT ${columnsOf(plan)}, row_number() OVER (ORDER BY ${orderBy(alias, terms, reversed)}) AS "$n" FROM ${fromOf(plan)} WHERE ${where} ORDER BY ${orderBy(alias, terms, reversed)} LIMIT ${rows(limit)}`;
  return sql`SELECT parent.key AS "$parent", page.* FROM unnest(${parents}::uuid[]) AS parent(key) CROSS JOIN LATERAL (${page}) page ORDER BY parent.key, page."$n"`;
}

export function countStatement(actor: Actor, list: ListPlan): Sql {
  const { thing } = list.plan;
  const where = and([within(actor, thing), list.condition]);
  return sql`SELECT count(*)::integer AS count FROM ${ident(thing.table)} ${ident(alias)} WHERE ${where}`;
}

export function countsStatement(actor: Actor, list: ListPlan, foreign: Attribute, parents: readonly string[]): Sql {
  const { thing } = list.plan;
  const key = column(alias, foreign.column);
  const where = and([sql`${key} = ANY(${parents}::uuid[])`, within(actor, thing), list.condition]);
  return sql`SELECT ${key} AS parent, count(*)::integer AS count FROM ${ident(thing.table)} ${ident(alias)} WHERE ${where} GROUP BY 1`;
}

/** The records whose attribute is among the keys. */
export function keyedStatement(actor: Actor, plan: Plan, attribute: Attribute, keys: readonly string[]): Sql {
  const where = and([sql`${column(alias, attribute.column)} = ANY(${keys}::uuid[])`, within(actor, plan.thing)]);
  return sql`SELECT ${columnsOf(plan)} FROM ${fromOf(plan)} WHERE ${where}`;
}
