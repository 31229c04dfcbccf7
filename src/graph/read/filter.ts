/** A list's `filter` as SQL. */
import { and, column, or, raw, sql, TRUE, type Sql } from '../../database/sql';
import type { Viewpoint } from '../../policy/rights';
import { badInput } from '../errors';
import { parseId } from '../global-id';
import { filterName } from '../schema/object-types';
import type { Attribute, Thing } from '../thing';
import { castOf } from './columns';
import { asSeen, linkOfColumn, visibleBehind } from './filter-link';

export type Filter = Readonly<Record<string, unknown>>;

const maxConditions = 50;

const byName = new WeakMap<Thing, Map<string, Attribute>>();

function filterAttributes(thing: Thing): Map<string, Attribute> {
  let found = byName.get(thing);
  if (!found) {
    const filterable = [...thing.attributes.values()].filter((attribute) => attribute.filter && !attribute.hidden);
    byName.set(thing, (found = new Map(filterable.map((attribute) => [filterName(thing, attribute), attribute]))));
  }
  return found;
}

interface Filtering {
  readonly actor: Viewpoint;
  readonly thing: Thing;
  readonly alias: string;
  readonly budget: { left: number };
}

/** The condition of a filter on the rows of `alias`, as far as the actor may ask it. */
export function filterCondition(actor: Viewpoint, thing: Thing, alias: string, filter: Filter | null | undefined): Sql {
  return conditions({ actor, thing, alias, budget: { left: maxConditions } }, filter ?? {});
}

function conditions(filtering: Filtering, filter: Filter): Sql {
  const parts: Sql[] = [];
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === null) continue;
    if (name === 'and') parts.push(and((value as readonly Filter[]).map((part) => conditions(filtering, part))));
    else if (name === 'or') parts.push(or((value as readonly Filter[]).map((part) => conditions(filtering, part))));
    else if (name === 'not') parts.push(sql`(${conditions(filtering, value as Filter)}) IS NOT TRUE`);
    else parts.push(...comparisons(filtering, name, value as Filter));
  }
  return and(parts);
}

function comparisons({ actor, thing, alias, budget }: Filtering, name: string, tests: Filter): Sql[] {
  const attribute = filterAttributes(thing).get(name);
  if (!attribute) throw badInput(`${thing.name} has no filter ${name}.`, `${thing.name} não tem o filtro ${name}.`);
  const value = column(alias, attribute.column);
  const link = linkOfColumn(thing, attribute);
  const seen = link ? visibleBehind(actor, thing, link, value) : TRUE;
  return Object.entries(tests)
    .filter(([, given]) => given !== undefined)
    .map(([operator, given]) => {
      if (budget.left-- <= 0) throw tooMany();
      return asSeen(seen, comparison(attribute, value, operator, given), operator, given);
    });
}

const symbols: Readonly<Record<string, Sql>> = {
  gt: raw(' > '),
  gte: raw(' >= '),
  lt: raw(' < '),
  lte: raw(' <= '),
};

function comparison(attribute: Attribute, value: Sql, operator: string, given: unknown): Sql {
  if (given === null) throw nullOperand(operator);
  const cast = castOf(attribute);
  const symbol = symbols[operator];
  if (symbol) return sql`${value}${symbol}${operand(attribute, given)}${cast}`;
  switch (operator) {
    case 'eq':
      return sql`${value} = ${operand(attribute, given)}${cast}`;
    case 'ne':
      return sql`${value} IS DISTINCT FROM ${operand(attribute, given)}${cast}`;
    case 'in':
      return sql`${value} = ANY(${operands(attribute, given)}${cast}[])`;
    case 'has':
      return sql`${value} @> ${[operand(attribute, given)]}${cast}`;
    case 'hasAny':
      return sql`${value} && ${operands(attribute, given)}${cast}`;
    case 'startsWith':
      return sql`starts_with(${value}, ${operand(attribute, given)})`;
    default:
      return given === true ? sql`${value} IS NULL` : sql`${value} IS NOT NULL`;
  }
}

const operands = (attribute: Attribute, given: unknown): unknown[] =>
  (given as unknown[]).map((item) => operand(attribute, item));

function operand(attribute: Attribute, given: unknown): unknown {
  if (attribute.type === 'uuid') return parseId(given as string).uuid;
  if (typeof given === 'string' && !isStorable(given)) throw unstorable();
  return given;
}

/** PostgreSQL text holds no NUL and no lone surrogate. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

export const unstorable = () =>
  badInput('A text holds a NUL or half a character pair.', 'Um texto contém um NUL ou meio par de caracteres.');
const tooMany = () =>
  badInput(
    `A filter holds more than ${maxConditions} conditions.`,
    `Um filtro tem mais de ${maxConditions} condições.`,
  );
const nullOperand = (operator: string) =>
  badInput(
    `null cannot be compared by ${operator}; use isNull.`,
    `null não pode ser comparado por ${operator}; use isNull.`,
  );
