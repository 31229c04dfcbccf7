/** From the attributes of a thing to the types of GraphQL. */
import type { GraphQLScalarType } from 'graphql';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { codesOf, isList, type Attribute, type AttributeType } from '../model/thing';
import { DateScalar, DateTimeScalar } from '../model/scalars';

/** A type as type-graphql takes it in `() => type`. */
export type TypeValue = GraphQLScalarType | object | typeof String | typeof Boolean | typeof Number;
export type TypeThunk = () => TypeValue | [TypeValue];

const simple: Readonly<Record<string, TypeValue>> = {
  text: String,
  longText: String,
  int: Int,
  boolean: Boolean,
  date: DateScalar,
  dateTime: DateTimeScalar,
  uuid: ID,
};

function itemType(type: AttributeType): TypeValue {
  const codes = codesOf(type);
  if (codes) return codes.enum;
  const name = isList(type) ? type[0] : type;
  return simple[name as string] ?? String;
}

/** The GraphQL type of an attribute. */
export function typeOf({ type, name }: Pick<Attribute, 'type' | 'name'>): TypeThunk {
  const item = name === 'id' ? ID : itemType(type);
  return isList(type) ? () => [item] : () => item;
}

/** A class made at start-up, under the name that its GraphQL type has. */
export function namedClass(name: string): new () => object {
  return { [name]: class {} }[name] as new () => object;
}

const filters = new Map<string, new () => object>();

/** The comparison input of a type; one for each type, made when first needed. */
export function filterOf(attribute: Attribute): new () => object {
  const codes = codesOf(attribute.type);
  const list = isList(attribute.type);
  const base = codes?.name ?? (attribute.name === 'id' ? 'Id' : (filterNames[attribute.type as string] ?? 'Text'));
  const name = `${base}${list ? 'List' : ''}Filter`;
  const found = filters.get(name);
  if (found) return found;
  const filter = namedClass(name);
  filters.set(name, filter);
  InputType(name, {
    description: `Conditions on ${list ? 'a list of codes' : 'a value'}; all that are given must hold.`,
  })(filter);
  const item = attribute.name === 'id' ? ID : itemType(attribute.type);
  for (const operator of list ? listOperators : operatorsOf(base)) addOperator(filter, operator, item);
  return filter;
}

const filterNames: Readonly<Record<string, string>> = {
  text: 'Text',
  longText: 'Text',
  int: 'Int',
  boolean: 'Boolean',
  date: 'Date',
  dateTime: 'DateTime',
  uuid: 'Id',
};

const operators = {
  eq: 'Equal to this.',
  ne: 'Not equal to this; a record without a value counts as not equal.',
  in: 'Equal to one of these (at most 100).',
  gt: 'Greater, or later.',
  gte: 'Greater, later or equal.',
  lt: 'Less, or earlier.',
  lte: 'Less, earlier or equal.',
  startsWith: 'Begins with this text, whatever its case and accents. Space at its end means that a word ends there.',
  contains: 'Has this text in it, whatever its case and accents.',
  isNull: 'Whether there is no value.',
  has: 'The list contains this.',
  hasAny: 'The list contains at least one of these (at most 100).',
} as const;
export type Operator = keyof typeof operators;

const listOperators: readonly Operator[] = ['has', 'hasAny'];
const ordered: readonly Operator[] = ['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'isNull'];

function operatorsOf(base: string): readonly Operator[] {
  if (base === 'Text') return ['eq', 'ne', 'in', 'startsWith', 'contains', 'isNull'];
  if (base === 'Boolean') return ['eq', 'ne', 'isNull'];
  return base === 'Int' || base === 'Date' || base === 'DateTime' ? ordered : ['eq', 'ne', 'in', 'isNull'];
}

function addOperator(filter: new () => object, operator: Operator, item: TypeValue): void {
  const many = operator === 'in' || operator === 'hasAny';
  const type: TypeThunk = operator === 'isNull' ? () => Boolean : many ? () => [item] : () => item;
  Field(type as () => TypeValue, { nullable: true, description: operators[operator] })(
    filter.prototype as object,
    operator,
  );
}

/** Direction of an order. */
export enum OrderDirection {
  ASC = 'ASC',
  DESC = 'DESC',
}
registerEnumType(OrderDirection, {
  name: 'OrderDirection',
  description: 'Direction of an order. Records without a value come last, in either direction.',
  valuesConfig: {
    ASC: { description: 'Smallest, earliest or first letter first.' },
    DESC: { description: 'Greatest, latest or last letter first.' },
  },
});
