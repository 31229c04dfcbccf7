/** Makes the GraphQL types of every thing: object, connection, filter and order. */
import { Arg, Field, ID, InputType, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { AccessPurpose } from '../policy/access-purpose.codes';
import { talliedBy, tallyType } from '../execution/plan-tally';
import { isLogged } from '../policy/rights';
import { countryAttribute, filterable, sortable } from '../policy/country';
import { constantCase } from '../base/naming';
import {
  filterName,
  isLinkColumn,
  isList,
  labelling,
  type Attribute,
  type Constructor,
  type Link,
  type Thing,
} from '../model/thing';
import { filterOf, namedClass, OrderDirection, typeOf, type TypeThunk, type TypeValue } from './types';

@InterfaceType('Node', {
  description: 'Whatever has a global id.',
  resolveType: (row: { $type: string }) => row.$type,
})
export abstract class Node {
  @Field(() => ID, { description: 'Global id, opaque.' })
  id: string;
}

@ObjectType({ simpleResolvers: true, description: 'Where a page lies in its list (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more comes after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether more comes before this page.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last edge.' })
  endCursor: string | null;
}

/** What belongs to a thing in the schema. */
export interface ThingTypes {
  readonly connection: Constructor;
  readonly filter: new () => object;
  readonly orderField: object;
  readonly order: new () => object;
}

interface FieldOptions {
  readonly nullable?: boolean;
  readonly description: string;
  readonly deprecationReason?: string | undefined;
}
type Decorated = (type: () => TypeValue, options: FieldOptions) => PropertyDecorator;
const field = Field as unknown as Decorated;
const addField = (target: Constructor, name: string, type: TypeThunk, description: string, nullable = false): void =>
  field(type as () => TypeValue, { nullable, description })(target.prototype as object, name);

/** An attribute that callers are shown: not hidden, and not the column of a link (the link itself is shown). */
export const isShown = (thing: Thing, attribute: Attribute): boolean =>
  !attribute.hidden && !isLinkColumn(thing, attribute.name);

/** Makes the types of one thing. Fields of links are added by `addLinks`, when all things have their types. */
export function makeTypes(thing: Thing): ThingTypes {
  const { target, name, description } = thing;
  ObjectType(name, { ...(!thing.inner && { implements: Node }), simpleResolvers: true, description })(target as never);
  for (const attribute of thing.attributes.values()) {
    if (isShown(thing, attribute)) addAttribute(target, attribute);
  }
  if (!thing.inner) addAttribute(target, countryAttribute);
  return { connection: makeConnection(thing), filter: makeFilter(thing), ...makeOrder(thing) };
}

function addAttribute(target: Constructor, attribute: Attribute): void {
  const { name, description, nullable, sealed, type, deprecated: deprecationReason } = attribute;
  const options = { nullable: nullable || sealed, description, deprecationReason };
  if (name !== 'id') field(typeOf(attribute) as () => TypeValue, options)(target.prototype as object, name);
  if (!labelling(attribute)) return;
  const label: TypeThunk = isList(type) ? () => [String] : () => String;
  addField(target, `${name}Label`, label, `Label of \`${name}\` in the caller’s language.`, nullable || sealed);
}

function makeConnection(thing: Thing): Constructor {
  const edge = namedClass(`${thing.name}Edge`);
  ObjectType(`${thing.name}Edge`, { simpleResolvers: true, description: `A ${thing.name} in a list, with its place.` })(
    edge,
  );
  addField(edge, 'cursor', () => String, 'Place in the list, for `after` and `before`. Opaque and signed.');
  // A record whose seal is broken is null in its place, and does not end the page.
  const node = thing.sealed ? 'The record; null, with an error, when it cannot be opened.' : 'The record.';
  addField(edge, 'node', () => thing.target, node, thing.sealed);
  const connection = namedClass(`${thing.name}Connection`);
  ObjectType(`${thing.name}Connection`, { simpleResolvers: true, description: `A page of a list of ${thing.name}.` })(
    connection,
  );
  addField(connection, 'edges', () => [edge], 'The page.');
  addField(connection, 'pageInfo', () => PageInfo, 'Where the page lies.');
  const total = 'Length of the whole list after the filter. Counted only when asked for.';
  addField(connection, 'totalCount', () => Int, total);
  return connection;
}

/** A line of a list that is counted by codes. */
export function makeTally(thing: Thing): Constructor {
  const name = tallyType(thing);
  const by = talliedBy(thing);
  const line = namedClass(name);
  ObjectType(name, { simpleResolvers: true, description: `How many there are of one code among ${thing.name}.` })(line);
  addField(line, by.name, typeOf(by), by.description);
  addField(line, `${by.name}Label`, () => String, `Label of \`${by.name}\` in the caller’s language.`);
  addField(line, 'count', () => Int, 'How many.');
  return line;
}

function makeFilter(thing: Thing): new () => object {
  const name = `${thing.name}Filter`;
  const filter = namedClass(name);
  InputType(name, { description: `Conditions on ${thing.name}; all that are given must hold.` })(filter);
  for (const attribute of filterable(thing)) {
    const comparison = filterOf(attribute);
    addField(filter, filterName(thing, attribute), () => comparison, attribute.description, true);
  }
  addField(filter, 'and', () => [filter], 'All of these hold.', true);
  addField(filter, 'or', () => [filter], 'At least one of these holds.', true);
  addField(filter, 'not', () => filter, 'This does not hold.', true);
  return filter;
}

function makeOrder(thing: Thing): { orderField: object; order: new () => object } {
  const fields = sortable(thing);
  const orderField = Object.fromEntries(fields.map(({ name }) => [constantCase(name), constantCase(name)]));
  registerEnumType(orderField, {
    name: `${thing.name}OrderField`,
    description: `What a list of ${thing.name} can be ordered by.`,
    valuesConfig: Object.fromEntries(fields.map(({ name, description }) => [constantCase(name), { description }])),
  });
  const order = namedClass(`${thing.name}Order`);
  InputType(`${thing.name}Order`, { description: `One term of the order of a list of ${thing.name}.` })(order);
  addField(order, 'field', () => orderField, 'Field to order by.');
  addField(order, 'direction', () => OrderDirection, 'Direction.');
  return { orderField, order };
}

/** Adds the fields of a thing's links, both to one record and to lists. */
export function addLinks(thing: Thing, typesOf: (thing: Thing) => ThingTypes): void {
  for (const link of thing.links.values()) {
    const target = link.target();
    if (link.kind === 'many') addList(thing.target, link, typesOf(target));
    else addOne(thing.target, link, target);
  }
}

/** Type-graphql takes arguments only on methods; the real resolvers are set when the schema is built. */
function addMethod(target: Constructor, name: string): void {
  Object.defineProperty(target.prototype, name, { value: () => null, configurable: true, writable: true });
}

export type Parameter = readonly [name: string, type: TypeThunk, description: string, nullable: boolean];

export function addArguments(proto: object, method: string, parameters: readonly Parameter[]): void {
  parameters.forEach(([name, type, description, nullable], index) => {
    Arg(name, type as () => TypeValue, { nullable, description } as never)(proto, method, index);
  });
}

export const purposeParameter: Parameter = [
  'purpose',
  () => AccessPurpose.enum,
  'What the reading is for; it goes into the access log. Default: CASE_WORK.',
  true,
];

function addOne(target: Constructor, link: Link, other: Thing): void {
  const proto = target.prototype as object;
  if (!isLogged(other)) return addField(target, link.name, () => other.target, link.description, true);
  addMethod(target, link.name);
  addField(target, link.name, () => other.target, link.description, true);
  addArguments(proto, link.name, [purposeParameter]);
}

function addList(target: Constructor, link: Link, types: ThingTypes): void {
  addMethod(target, link.name);
  addField(target, link.name, () => types.connection, link.description, true);
  const logged = isLogged(link.target()) ? [purposeParameter] : [];
  addArguments(target.prototype as object, link.name, [...pageParameters(types), ...logged]);
}

/** What a list can be asked for by. */
export const byParameters = ({ by = [] }: Thing): readonly Parameter[] =>
  by.map(({ argument, description }) => [argument, () => ID, description, true] as const);

/** The arguments of every list. */
export const pageParameters = ({ filter, order }: ThingTypes): readonly Parameter[] => [
  ['first', () => Int, 'How many from the front; 20 unless said otherwise, at most 100.', true],
  ['after', () => String, 'Only what comes after this cursor.', true],
  ['last', () => Int, 'How many from the back, at most 100.', true],
  ['before', () => String, 'Only what comes before this cursor.', true],
  ['filter', () => filter, 'Only records that meet this.', true],
  ['orderBy', () => [order], 'Order, at most three terms; ties are broken by id.', true],
];
