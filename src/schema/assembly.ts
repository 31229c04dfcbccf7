/** Puts the schema together: type-graphql builds the types, reads get their resolvers here. */
import 'reflect-metadata';
import {
  assertValidSchema,
  GraphQLObjectType,
  type GraphQLInputObjectType,
  isAbstractType,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync, ID, Query, Resolver, type NonEmptyArray } from 'type-graphql';
import { CountryCode } from '../model/country.codes';
import type { RootRead } from '../execution/root-field';
import { act, payloadRecord } from '../execution/act';
import { allActions } from '../model/action';
import { allThings, type Thing } from '../model/thing';
import { addChanges, historyThing } from './history-types';
import { isLogged } from '../policy/rights';
import {
  addArguments,
  addLinks,
  byParameters,
  makeTally,
  makeTypes,
  Node,
  pageParameters,
  purposeParameter,
  type Parameter,
  type ThingTypes,
} from './object-types';
import { makeSearch } from './search-types';
import { makeMutations, oneOfInputs, payloadFields } from './mutations';
import { namedClass, type TypeThunk, type TypeValue } from './types';

type ResolverClass = abstract new (...args: never[]) => object;

const types = new Map<string, ThingTypes>();

function typesOf(thing: Thing): ThingTypes {
  const found = types.get(thing.name);
  if (!found) throw new Error(`${thing.name} has no types yet`);
  return found;
}

const countryParameter: Parameter = [
  'country',
  () => CountryCode.enum,
  'Only this country; narrows what the account may see, never widens it.',
  true,
];

interface RootField {
  readonly name: string;
  readonly type: TypeThunk;
  readonly description: string;
  readonly nullable: boolean | 'items';
  readonly parameters: readonly Parameter[];
}

function addRoot(resolver: new () => object, { name, type, description, nullable, parameters }: RootField): void {
  const proto = resolver.prototype as object;
  const method = { value: () => null, configurable: true, writable: true };
  Object.defineProperty(proto, name, method);
  Query(type as () => TypeValue, { name, description, nullable })(proto, name, method);
  addArguments(proto, name, parameters);
}

/** How many records of a thing there are of each code. */
function tallyOf(thing: Thing): RootField[] {
  const { tally } = thing;
  if (!tally) return [];
  const line = makeTally(thing);
  const description = `How many there are of each kind in \`${thing.plural}\`, in its order; none of what there is none of.`;
  return [{ name: tally.name, type: () => [line], description, nullable: true, parameters: [] }];
}

function rootOf(thing: Thing): RootField[] {
  const { connection } = typesOf(thing);
  const logged = isLogged(thing) ? [purposeParameter] : [];
  return [
    {
      name: thing.plural,
      type: () => connection,
      description: `List of ${thing.name}. ${thing.description}`,
      nullable: true,
      parameters: [...pageParameters(typesOf(thing)), ...byParameters(thing), countryParameter, ...logged],
    },
    {
      name: thing.singular,
      type: () => thing.target,
      description: `One ${thing.name} by its id; null when there is none that the account may see.`,
      nullable: true,
      parameters: [['id', () => ID, 'Global id, or the UUID that the record was made with.', false], ...logged],
    },
  ];
}

const nodeFields: readonly RootField[] = [
  {
    name: 'node',
    type: () => Node,
    description: 'Any record by its global id; null when there is none that the account may see.',
    nullable: true,
    parameters: [['id', () => ID, 'Global id.', false]],
  },
  {
    name: 'nodes',
    type: () => [Node],
    description:
      'Records by their global ids, in the order asked; null in the place of each that the account may not see.',
    nullable: 'items',
    parameters: [['ids', () => [ID], 'Global ids, at most 100.', false]],
  },
];

function searchField(): RootField {
  const { connection, parameters, description } = makeSearch();
  return {
    name: 'search',
    type: () => connection,
    description,
    nullable: true,
    parameters: [...parameters, countryParameter, purposeParameter],
  };
}

let built: GraphQLSchema | undefined;

/** The whole schema with its resolvers. Built once in a process: type-graphql keeps its metadata globally. */
export function buildExecutableSchema(resolvers: readonly ResolverClass[]): GraphQLSchema {
  if (built) return built;
  const things = [...allThings.values()];
  const shown = [...things, historyThing];
  for (const thing of shown) types.set(thing.name, makeTypes(thing));
  addChanges();
  for (const thing of shown) addLinks(thing, typesOf);
  const mutations = makeMutations();
  const queries = namedClass('ThingQueries');
  Resolver()(queries);
  const roots = [...things.flatMap(rootOf), ...things.flatMap(tallyOf), ...nodeFields, searchField()];
  for (const field of roots) addRoot(queries, field);
  built = buildSchemaSync({
    resolvers: [queries, mutations, ...resolvers] as unknown as NonEmptyArray<never>,
    orphanedTypes: shown.map((thing) => thing.target),
    validate: false,
    emitSchemaFile: false,
    // It would introspect the whole schema, which finds no more than what is asserted here, in many times the time.
    skipCheck: true,
  });
  assertValidSchema(built);
  setResolvers(built, shown);
  setTypeResolvers(built);
  return built;
}

function setResolvers(schema: GraphQLSchema, things: readonly Thing[]): void {
  const query = fieldsOf(schema, 'Query');
  const mutation = fieldsOf(schema, 'Mutation');
  for (const action of allActions.values()) mutation[action.name]!.resolve = act(action) as never;
  for (const name of rootReads().keys()) query[name]!.resolve = planned;
  for (const name of oneOfInputs()) (schema.getType(name) as GraphQLInputObjectType).isOneOf = true;
  for (const { type, field } of payloadFields()) fieldsOf(schema, type)[field]!.resolve = payloadRecord as never;
  for (const thing of things) for (const field of Object.values(fieldsOf(schema, thing.name))) delete field.resolve;
}

/** Root fields that are read as planned run nothing of their own; the shield's rule stands before them. */
const planned = (): null => null;

/** The root fields that are read as planned, by name. */
export const rootReads = (): ReadonlyMap<string, RootRead> =>
  new Map<string, RootRead>([
    ['node', { kind: 'node' }],
    ['nodes', { kind: 'nodes' }],
    ['search', { kind: 'search' }],
    ...[...allThings.values()].flatMap((thing): [string, RootRead][] => [
      [thing.plural, { kind: 'list', thing }],
      [thing.singular, { kind: 'record', thing }],
      ...(thing.tally ? [[thing.tally.name, { kind: 'tally', thing }] satisfies [string, RootRead]] : []),
    ]),
  ]);

/** Type-graphql makes a promise of every answer to which type a value is; the planned reads wait for none. */
function setTypeResolvers(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type))
      type.resolveType = (value: { __typename?: string; $type?: string }) => value.__typename ?? value.$type;
  }
}

function fieldsOf(schema: GraphQLSchema, name: string): ReturnType<GraphQLObjectType['getFields']> {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLObjectType)) throw new Error(`${name} is no object type`);
  return type.getFields();
}
