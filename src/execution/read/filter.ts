/** A list's `filter` as SQL. */
import { storedText } from '../../writing/input';
import { typedNumber } from '../../base/typed-number';
import { and, or, PerCountry, raw, sql, TRUE, type Sql } from '../../base/sql';
import type { Viewpoint } from '../../policy/rights';
import { filterable } from '../../policy/country';
import { badInput } from '../../base/errors';
import { notAnId, otherType, readId, uuidIn, type GlobalId } from '../../base/global-id';
import { filterName, idsOf, isList, isText, type Attribute, type Thing } from '../../model/thing';
import { castOf, valueOf } from './columns';
import { beginsWith, holds } from './search';
import { asSeen, linkOfColumn, visibleBehind } from './filter-link';

export type Filter = Readonly<Record<string, unknown>>;

const maxConditions = 50;

const byName = new WeakMap<Thing, Map<string, Attribute>>();

function filterAttributes(thing: Thing): Map<string, Attribute> {
  let found = byName.get(thing);
  if (!found) {
    found = new Map(filterable(thing).map((attribute) => [filterName(thing, attribute), attribute]));
    byName.set(thing, found);
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
  const value = valueOf(alias, attribute);
  const link = linkOfColumn(thing, attribute);
  const seen = link ? visibleBehind(actor, thing, link, value) : TRUE;
  return Object.entries(tests)
    .filter(([, given]) => given !== undefined)
    .map(([operator, given]) => {
      if (budget.left-- <= 0) throw tooMany();
      return asSeen(seen, comparison({ thing, attribute, value }, operator, given), operator, given);
    });
}

const symbols: Readonly<Record<string, Sql>> = {
  gt: raw(' > '),
  gte: raw(' >= '),
  lt: raw(' < '),
  lte: raw(' <= '),
};

/** What is compared. */
interface Compared {
  readonly thing: Thing;
  readonly attribute: Attribute;
  readonly value: Sql;
}

function comparison(compared: Compared, operator: string, given: unknown): Sql {
  if (given === null) throw nullOperand(operator);
  const { attribute, value } = compared;
  const cast = castOf(attribute);
  const symbol = symbols[operator];
  if (symbol) return sql`${value}${symbol}${operand(compared, given)}${cast}`;
  switch (operator) {
    case 'eq':
      return sql`${value} = ${operand(compared, given)}${cast}`;
    case 'ne':
      return sql`${value} IS DISTINCT FROM ${operand(compared, given)}${cast}`;
    case 'in':
      return sql`${value} = ANY(${operands(compared, given)}${cast}[])`;
    case 'has':
      return sql`${value} @> ${[operand(compared, given)]}${cast}`;
    case 'hasAny':
      return sql`${value} && ${operands(compared, given)}${cast}`;
    case 'startsWith':
      return attribute.shortNumber ? numberBegins(compared, storable(given)) : beginsWith(compared, storable(given));
    case 'contains':
      return holds(compared, storable(given));
    default:
      return given === true ? sql`${value} IS NULL` : sql`${value} IS NOT NULL`;
  }
}

/** How a short number begins, however it is typed; nothing at all begins every one. */
const numberBegins = ({ attribute, value }: Compared, given: string): Sql =>
  given.trim() === '' ? sql`${value} IS NOT NULL` : sql`starts_with(${value}, ${meant(attribute, given, true)}::text)`;

/** The short number that is meant, in each country. What can be none is looked for as it was typed, and not found. */
const meant = ({ shortNumber }: Attribute, given: string, isBeginning = false): PerCountry =>
  new PerCountry((country) => (shortNumber && typedNumber(given, shortNumber, country, isBeginning)) ?? given);

function operands(compared: Compared, given: unknown): unknown {
  const items = given as unknown[];
  const { attribute } = compared;
  if (attribute.shortNumber) {
    const numbers = items.map((item) => meant(attribute, storable(item)));
    return new PerCountry((country) => numbers.map((number) => number.valueIn(country)));
  }
  if (attribute.type !== 'uuid') return items.map((item) => operand(compared, item));
  const ids = items.map((item) => idOf(compared, item));
  return new PerCountry((country) => ids.map((id) => uuidIn(id, country)));
}

function operand(compared: Compared, given: unknown): unknown {
  const { type, shortNumber } = compared.attribute;
  if (shortNumber && given !== null) return meant(compared.attribute, storable(given));
  if (type === 'uuid') {
    const id = idOf(compared, given);
    return new PerCountry((country) => uuidIn(id, country));
  }
  if (typeof given !== 'string') return given;
  const item = isList(type) ? type[0] : type;
  return isText(item) ? storedText(storable(given)) : given;
}

/** An id to compare by; a link leads to things of one type, and the id of another is a mistake rather than no match. */
function idOf({ thing, attribute }: Compared, given: unknown): GlobalId {
  const id = readId(given as string);
  const expected = idsOf(thing, attribute);
  if (id && (id.type === null || !expected || id.type === expected.name)) return id;
  const { en, pt } = id && expected ? otherType(expected.label) : notAnId;
  const name = filterName(thing, attribute);
  throw badInput(`Filter "${name}": ${en}`, `Filtro "${name}": ${pt}`);
}

function storable(given: unknown): string {
  if (typeof given !== 'string' || !isStorable(given)) throw unstorable();
  return given;
}

/** PostgreSQL text holds no NUL and no lone surrogate. */
const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const unstorable = () =>
  badInput('A text holds a NUL or half a character pair.', 'Um texto contém um NUL ou meio par de caracteres.');
const tooMany = () =>
  badInput(
    `A filter holds more than ${maxConditions} conditions.`,
    `Um filtro tem mais de ${maxConditions} condições.`,
  );
const nullOperand = (operator: string) =>
  operator === 'isNull'
    ? badInput(
        'Whether a value is missing is asked with true or false.',
        'Se falta um valor pergunta-se com verdadeiro ou falso.',
      )
    : badInput(
        `“null” cannot be compared (${operator}): ask whether a value is missing instead.`,
        `«null» não pode ser comparado (${operator}): pergunte antes se falta um valor.`,
      );
