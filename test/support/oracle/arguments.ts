/** Arguments of fields: pages, filters, orders, ids and purposes, of values that the records have. */
import {
  getNamedType,
  GraphQLNonNull,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLInputObjectType,
} from 'graphql';
import { snakeCase } from '../../../src/base/naming';
import { allThings, type Thing } from '../../../src/model/thing';
import { actorScopes } from '../../../src/policy/rights';
import type { Actor } from '../../../src/base/actor';
import type { Chance } from './chance';
import type { Inputs, Tree } from './input';
import type { Sample, SampleRow } from './sample';

export interface ArgumentWriting {
  readonly chance: Chance;
  readonly inputs: Inputs;
  readonly sample: Sample;
  readonly actor: Actor;
  readonly home: string;
  /** Lists (`<type>.<response key>`) by the variable that stands for their `after` or `before`. */
  readonly cursors: Map<string, string>;
}

interface Listed {
  readonly thing: Thing;
  readonly args: readonly GraphQLArgument[];
  /** `<type>.<response key>`. */
  readonly key: string;
  /** Lengths that pages have here. */
  readonly pages: readonly number[];
  /** Whether arguments that the product refuses may be written. */
  readonly errors: boolean;
}

/** The arguments of a list, with the parentheses around them. */
export function listArguments(writing: ArgumentWriting, { thing, args, key, pages, errors }: Listed): string {
  const { chance, inputs } = writing;
  const trees = new Map<string, Tree>();
  const backward = chance.odds(25);
  if (chance.odds(92)) trees.set(backward ? 'last' : 'first', chance.pick(pages));
  if (errors && chance.odds(8)) trees.set('last', 1).set('first', 1);
  const isFiltered = args.some(({ name }) => name === 'filter');
  if (isFiltered && chance.odds(55)) trees.set('filter', filterTree(writing, thing, args, errors, 3));
  if (chance.odds(45)) trees.set('orderBy', orderTree(chance, args));
  if (chance.odds(20)) trees.set('country', chance.pick(['ZA', 'ZA', 'MZ', 'BW', 'ZW', null]));
  if (chance.odds(40)) trees.set('purpose', enumTree(chance, args, 'purpose'));
  const written = chance.some(args, args.length, args.length).flatMap(({ name, type }) => {
    if ((name === 'after' || name === 'before') && chance.odds(22)) return [`${name}: ${cursor(writing, key, errors)}`];
    const tree = trees.get(name);
    return tree === undefined ? [] : [`${name}: ${inputs.write(type, tree, { errors, operand: false })}`];
  });
  return written.length > 0 ? `(${written.join(', ')})` : '';
}

/** A cursor is a variable, so that a first answer can give the cursors for a second request. */
function cursor({ chance, inputs, cursors }: ArgumentWriting, key: string, errors: boolean): string {
  if (errors && chance.odds(25)) return '"not a cursor"';
  if (chance.odds(8)) return chance.pick(['null', '""']);
  const name = inputs.left('String');
  cursors.set(name, key);
  return `$${name}`;
}

export function idArguments(
  writing: ArgumentWriting,
  things: readonly Thing[],
  args: readonly GraphQLArgument[],
  forms: { raw: boolean; malformed: boolean },
): string {
  const { chance, inputs, sample, home } = writing;
  const id = (): string => sample.id(chance, chance.pick(things), home, forms);
  const written = args.flatMap(({ name, type }) => {
    if (name === 'purpose' && chance.odds(50)) return [];
    const tree =
      name === 'ids'
        ? Array.from({ length: chance.below(6) }, id)
        : name === 'id'
          ? id()
          : enumTree(chance, args, name);
    return [`${name}: ${inputs.write(type, tree, { errors: chance.odds(10), operand: false })}`];
  });
  return `(${written.join(', ')})`;
}

export const purposeArgument = (writing: ArgumentWriting, args: readonly GraphQLArgument[]): string =>
  args.length > 0 && writing.chance.odds(40)
    ? `(purpose: ${writing.inputs.write(args[0]!.type, enumTree(writing.chance, args, 'purpose'), { errors: false, operand: false })})`
    : '';

/** Of `viewer.access`. */
export const accessArgument = ({ chance, inputs }: ArgumentWriting): string => {
  const name = chance.pick(['Query', 'Mutation', ...allThings.keys()]);
  return `(type: ${inputs.write(new GraphQLNonNull(GraphQLString), name, { errors: false, operand: false })})`;
};

const typeOf = (args: readonly GraphQLArgument[], name: string) =>
  getNamedType(args.find((arg) => arg.name === name)?.type);

function enumTree(chance: Chance, args: readonly GraphQLArgument[], name: string): Tree {
  const type = typeOf(args, name);
  return isEnumType(type) ? chance.pick(type.getValues()).name : null;
}

function orderTree(chance: Chance, args: readonly GraphQLArgument[]): Tree {
  const order = typeOf(args, 'orderBy') as GraphQLInputObjectType;
  const fields = getNamedType(order.getFields().field!.type) as GraphQLEnumType;
  const terms = chance.some(fields.getValues(), 0, 3);
  return terms.map(({ name }) => ({ field: name, direction: chance.pick(['ASC', 'DESC']) }));
}

function filterTree(
  writing: ArgumentWriting,
  thing: Thing,
  args: readonly GraphQLArgument[],
  errors: boolean,
  depth: number,
): Tree {
  const filter = typeOf(args, 'filter') as GraphQLInputObjectType;
  return conditions({ ...writing, thing, filter, errors }, depth);
}

interface Filtering extends ArgumentWriting {
  readonly thing: Thing;
  readonly filter: GraphQLInputObjectType;
  readonly errors: boolean;
}

function conditions(filtering: Filtering, depth: number): { [name: string]: Tree } {
  const { chance, filter } = filtering;
  const found: { [name: string]: Tree } = {};
  const nested = depth > 0 ? chance.below(6) : 6;
  const below = (): Tree => conditions(filtering, depth - 1);
  if (nested === 0) found.and = Array.from({ length: chance.below(3) }, below);
  if (nested === 1) found.or = Array.from({ length: 1 + chance.below(3) }, below);
  if (nested === 2) found.not = below();
  const names = Object.keys(filter.getFields()).filter((name) => !['and', 'or', 'not'].includes(name));
  const open = names.filter((name) => isOpen(filtering, name));
  for (const name of chance.some(open, nested < 3 ? 0 : 1, 2)) {
    const row = filtering.sample.row(chance, filtering.thing, filtering.home);
    found[name] = chance.odds(4) ? null : comparison(filtering, name, row);
  }
  return found;
}

/** What lies behind a link that the role may not follow is not asked for where an error would be told. */
function isOpen({ thing, actor, errors, chance }: Filtering, name: string): boolean {
  const link = thing.links.get(name);
  if (!link || actorScopes(actor, link.target().dataClass, 'read').length > 0) return true;
  return errors && chance.odds(15);
}

function comparison(filtering: Filtering, name: string, row: SampleRow | undefined): Tree {
  const { chance, filter, thing, errors } = filtering;
  const type = getNamedType(filter.getFields()[name]!.type) as GraphQLInputObjectType;
  if (!isInputObjectType(type)) throw new Error(`${filter.name}.${name} is no comparison`);
  const operators = Object.values(type.getFields());
  const found: { [operator: string]: Tree } = {};
  const attribute = thing.attributes.get(name) ?? thing.attributes.get(`${name}Id`);
  const stored = row && attribute ? row.values[attribute.column ?? snakeCase(name)] : undefined;
  const value = name === 'country' ? row?.country : stored;
  for (const operator of chance.some(operators, chance.odds(5) ? 0 : 1, chance.odds(80) ? 1 : 2)) {
    const item = (): Tree => operand(filtering, getNamedType(operator.type).name, operator.name, value, name);
    const many = operator.name === 'in' || operator.name === 'hasAny';
    const wanted = many ? Array.from({ length: chance.below(4) }, item) : item();
    found[operator.name] = errors && chance.odds(8) ? null : wanted;
  }
  return found;
}

function operand(filtering: Filtering, typeName: string, operator: string, value: unknown, name: string): Tree {
  const { chance, sample, home, thing, filter, errors } = filtering;
  if (typeName === 'Boolean') return chance.odds(50);
  if (typeName === 'Int') return typeof value === 'number' ? value + chance.below(3) - 1 : chance.below(10);
  if (typeName === 'ID') {
    const target = thing.links.get(name)?.target() ?? thing;
    return sample.id(chance, target, home, { raw: true, malformed: errors });
  }
  if (typeName === 'Date') return typeof value === 'string' ? value.slice(0, 10) : '2026-03-08';
  if (typeName === 'DateTime') return errors && chance.odds(10) ? beyondCalendar : dateTime(chance, value);
  if (typeName === 'String') {
    const text = typeof value === 'string' ? value : chance.pick(['a', 'Organisation', 'é"\\', '']);
    if (operator === 'contains') return text.slice(chance.below(4)).slice(0, 1 + chance.below(6));
    return operator === 'startsWith' ? text.slice(0, 1 + chance.below(4)) : text;
  }
  const comparisonType = getNamedType(filter.getFields()[name]!.type) as GraphQLInputObjectType;
  const codes = getNamedType(comparisonType.getFields()[operator]!.type) as GraphQLEnumType;
  const own = Array.isArray(value) ? (value as unknown[])[0] : value;
  return typeof own === 'string' && chance.odds(50) ? own : chance.pick(codes.getValues()).name;
}

/** A point in time that is in another year in UTC, which no database holds. */
const beyondCalendar = '9999-12-31T23:59:59-05:00';

/** JSON of PostgreSQL says `+00:00`; both forms are points in time. */
function dateTime(chance: Chance, value: unknown): Tree {
  if (typeof value !== 'string') return '2026-03-08T10:15:00Z';
  return chance.odds(50) ? value : value.replace(/\+00:00$/, 'Z');
}
