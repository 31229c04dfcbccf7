/** Walks the schema as it is served: its things, their lists, links, filters and orders. Nothing here is listed by hand. */
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { servedText } from './outside';

export type OutputField = GraphQLField<unknown, unknown>;

/** An object type of the domain: whatever a root list and a singular root field show. */
export interface WalkedThing {
  readonly name: string;
  readonly plural: string;
  readonly singular: string;
  readonly type: GraphQLObjectType;
  /** Fields that are values, not other records. */
  readonly values: readonly OutputField[];
  /** Fields that lead to one other record. */
  readonly links: readonly WalkedLink[];
  /** Fields that list other records. */
  readonly lists: readonly WalkedLink[];
  readonly filters: readonly WalkedFilter[];
  /** What of a page tells the length of the whole list: `totalCount`, or nothing where lists are not counted. */
  readonly total: 'totalCount' | '';
  readonly orders: readonly string[];
}

export interface WalkedLink {
  readonly name: string;
  /** Name of the thing that it leads to. */
  readonly target: string;
}

export interface WalkedFilter {
  readonly name: string;
  /** Name of the comparison input: `IdFilter`, `TextFilter` … */
  readonly comparison: GraphQLInputObjectType;
}

/** Every record's: a list of what are no records themselves, and are found nowhere else (`test/domain/correction/history.test.ts`). */
export const HISTORY = 'history';

let schema: GraphQLSchema | undefined;
let things: ReadonlyMap<string, WalkedThing> | undefined;

export function walkedSchema(): GraphQLSchema {
  return (schema ??= buildSchema(servedText()));
}

/** Every thing by the name of its type. */
export function walkedThings(): ReadonlyMap<string, WalkedThing> {
  return (things ??= new Map(findThings(walkedSchema()).map((thing) => [thing.name, thing])));
}

export function thingNamed(name: string): WalkedThing {
  const found = walkedThings().get(name);
  if (!found) throw new Error(`${name} is no thing of the schema`);
  return found;
}

export function fieldsOfType(name: 'Query' | 'Mutation'): readonly OutputField[] {
  const type = walkedSchema().getType(name);
  if (!isObjectType(type)) throw new Error(`the schema has no ${name}`);
  return Object.values(type.getFields());
}

const listed = (field: OutputField): string | undefined => /^(\w+)Connection$/.exec(getNamedType(field.type).name)?.[1];

/** What it finds is records of many types: `test/isolation/search.test.ts` holds it against the lists of each. */
const SEARCH = 'search';

function findThings(walked: GraphQLSchema): WalkedThing[] {
  const roots = fieldsOfType('Query').filter(({ name }) => name !== SEARCH);
  const found = roots.flatMap((field) => {
    const name = listed(field);
    const type = walked.getType(name ?? '');
    const singular = roots.find((other) => getNamedType(other.type) === type);
    if (!name) return [];
    if (!isObjectType(type) || !singular)
      throw new Error(`${field.name} lists ${name}, which has no root field of its own`);
    return [thingOf(walked, type, field, singular.name)];
  });
  const nodes = walked.getPossibleTypes(walked.getType('Node') as GraphQLInterfaceType).map(({ name }) => name);
  const lost = nodes.filter((name) => !found.some((thing) => thing.name === name));
  if (found.length < 20 || lost.length > 0)
    throw new Error(`${found.length} things, and no list of ${lost.join(', ')}`);
  return found;
}

function thingOf(walked: GraphQLSchema, type: GraphQLObjectType, list: OutputField, singular: string): WalkedThing {
  const fields = Object.values(type.getFields());
  const isRecord = (field: OutputField): boolean => isObjectType(getNamedType(field.type));
  const lists = fields
    .flatMap((field) => ({ name: field.name, target: listed(field) ?? '' }))
    .filter(({ name, target }) => target && name !== HISTORY);
  const links = fields.filter((field) => isRecord(field) && !listed(field));
  return {
    name: type.name,
    plural: list.name,
    singular,
    type,
    values: fields.filter((field) => !isRecord(field)),
    links: links.map((field) => ({ name: field.name, target: getNamedType(field.type).name })),
    lists,
    filters: filtersOf(list),
    total: isCounted(list) ? 'totalCount' : '',
    orders: ordersOf(walked, type.name),
  };
}

const isCounted = (list: OutputField): boolean =>
  'totalCount' in (getNamedType(list.type) as GraphQLObjectType).getFields();

/** What is filtered is counted, and the other way round. */
function filtersOf(list: OutputField): WalkedFilter[] {
  const filter = getNamedType(list.args.find(({ name }) => name === 'filter')?.type);
  if (isInputObjectType(filter) !== isCounted(list)) throw new Error(`${list.name} is filtered or counted, not both`);
  if (!isInputObjectType(filter)) return [];
  return Object.values(filter.getFields())
    .filter(({ name }) => !['and', 'or', 'not'].includes(name))
    .map(({ name, type }) => ({ name, comparison: getNamedType(type) as GraphQLInputObjectType }));
}

function ordersOf(walked: GraphQLSchema, name: string): string[] {
  const fields = walked.getType(`${name}OrderField`) as GraphQLEnumType;
  return fields.getValues().map((value) => value.name);
}

/** Every list of the schema: that of the root, and those inside of records, with the thing whose records hold them. */
export interface WalkedList {
  readonly coordinate: string;
  readonly field: string;
  readonly parent: WalkedThing | null;
  readonly thing: WalkedThing;
}

export function walkedLists(): readonly WalkedList[] {
  const all = [...walkedThings().values()];
  const roots = all.map((thing) => ({ coordinate: `Query.${thing.plural}`, field: thing.plural, parent: null, thing }));
  const nested = all.flatMap((parent) =>
    parent.lists.map(({ name, target }) => ({
      coordinate: `${parent.name}.${name}`,
      field: name,
      parent,
      thing: thingNamed(target),
    })),
  );
  return [...roots, ...nested];
}

/** A field with what has to be selected below it so that it is a leaf: records are represented by their id. */
export function leaf(field: OutputField): string {
  const type = getNamedType(field.type);
  if (isScalarType(type) || isEnumType(type)) return field.name;
  if (field.name === HISTORY) return `${field.name}(first: 2) { edges { node { version } } }`;
  if (type.name.endsWith('Connection')) return `${field.name}(first: 2) { edges { node { id } } }`;
  return isObjectType(type) && 'id' in type.getFields() ? `${field.name} { id }` : `${field.name} { __typename }`;
}

export const isRequired = (type: unknown): boolean => isNonNullType(type);
export const isMany = (type: unknown): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** A list in pieces of at most so many. */
export const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
