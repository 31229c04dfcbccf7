/** Fills the inputs of mutations from their types, and finds every place in them that takes an id. */
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import { fieldsOfType, isRequired, thingNamed, walkedThings, type OutputField } from './walk';

export type Path = readonly (string | number)[];
export type InputValue = { [name: string]: unknown };

/** A place in the input of a mutation where an id stands. */
export interface IdCoordinate {
  readonly mutation: string;
  readonly path: Path;
  /** The thing whose id it is. */
  readonly target: string;
  /** The id of a record that is being made: the client chooses it. */
  readonly made: boolean;
}

/** Gives a value to an id; undefined lets the search know that there is none. */
export type IdSource = (target: string, path: Path) => unknown;

export interface Filling {
  readonly id: IdSource;
  /** Version of the record that `id` is, for `expectedVersion`. */
  readonly version?: number;
  /** Optional fields that are filled all the same. */
  readonly optional?: (path: Path) => boolean;
  /** The code that a coded field is given; the first of its list otherwise. */
  readonly code?: (path: Path) => string | undefined;
  /** The month that a period is given; another each time otherwise. */
  readonly period?: () => string;
}

export const inputTypeOf = (mutation: OutputField): GraphQLInputObjectType => {
  const type = getNamedType(mutation.args.find(({ name }) => name === 'input')?.type);
  if (!isInputObjectType(type)) throw new Error(`${mutation.name} takes no input`);
  return type;
};

export function mutationNamed(name: string): OutputField {
  const found = fieldsOfType('Mutation').find((field) => field.name === name);
  if (!found) throw new Error(`there is no mutation ${name}`);
  return found;
}

/** Mutations of the domain: those that answer with a thing. The others are about the caller's own account. */
export const domainMutations = (): readonly OutputField[] =>
  fieldsOfType('Mutation').filter((field) => payloadThing(field) !== undefined);

/** The thing that a mutation's payload shows, with the field that shows it. */
export function payloadThing(mutation: OutputField): { field: string; thing: string } | undefined {
  const payload = getNamedType(mutation.type);
  const fields = 'getFields' in payload ? Object.values(payload.getFields()) : [];
  const found = fields.map((field) => ({
    field: field.name,
    thing: getNamedType(field.type as GraphQLInputType).name,
  }));
  return found.find(({ thing }) => walkedThings().has(thing));
}

/** A document that runs a mutation and shows what it answers. */
export function mutationDocument(mutation: OutputField, selection = 'id version'): string {
  const shown = payloadThing(mutation);
  const record = shown ? `${shown.field} { ${selection} }` : '';
  return `mutation ($input: ${inputTypeOf(mutation).name}!) { ${mutation.name}(input: $input) { ${record} problems { __typename code message path } } }`;
}

/** One time for all inputs: a repeated one must be the same. */
const started = new Date().toISOString();
/** What ends does so later. */
const later = new Date(Date.now() + 30 * 86_400_000).toISOString();

/** The input of a mutation with all that it requires. */
export const fillInput = (mutation: OutputField, filling: Filling): InputValue =>
  fillObject(mutation, inputTypeOf(mutation), filling, []);

function fillObject(mutation: OutputField, type: GraphQLInputObjectType, filling: Filling, path: Path): InputValue {
  const value: InputValue = {};
  const fields = Object.values(type.getFields());
  const chosen = fields.filter(({ name, type: of }) => isRequired(of) || filling.optional?.([...path, name]));
  // Of some inputs exactly one field is given.
  for (const field of type.isOneOf ? [...chosen, ...fields].slice(0, 1) : chosen) {
    const here = [...path, field.name];
    value[field.name] = fillValue(mutation, type, field, field.type, filling, here);
  }
  return value;
}

/** Numbers that are not any. */
const numbers: Readonly<Record<string, () => number>> = {
  year: () => Number(started.slice(0, 4)),
  evidenceCases: () => 5,
};
/** Long ago, and another each time: what is of a period may be there once. */
const months = (function* () {
  for (let month = 12 * 2023; ; month--) yield `${Math.floor(month / 12)}${String((month % 12) + 1).padStart(2, '0')}`;
})();
export const nextMonth = (): string => months.next().value;

/** Texts of a form of their own. */
const texts: Readonly<Record<string, () => string>> = {
  idempotencyKey: randomUUID,
  mapping: () => '{"columns": {}}',
  indicatorCode: () => 'I10',
  document: () => '{ provinces { edges { node { code name } } } }',
  variables: () => '{}',
  indicatorCodes: () => 'I10',
  address: () => 'https://dhis2.example',
};

function fillValue(
  mutation: OutputField,
  owner: GraphQLInputObjectType,
  field: GraphQLInputField,
  given: GraphQLInputType,
  filling: Filling,
  path: Path,
): unknown {
  const type = getNullableType(given);
  if (isListType(type)) return [fillValue(mutation, owner, field, type.ofType, filling, [...path, 0])];
  if (isInputObjectType(type)) return fillObject(mutation, type, filling, path);
  if (isEnumType(type)) return filling.code?.(path) ?? type.getValues()[0]?.name;
  if (type.name === 'ID') return filling.id(targetOf(mutation, path), path);
  if (field.name === 'expectedVersion') return filling.version ?? 1;
  const values: Record<string, unknown> = {
    String:
      (field.name === 'period' ? (filling.period ?? nextMonth)() : texts[field.name]?.()) ?? `Text for ${field.name}`,
    Int: numbers[field.name]?.() ?? 1,
    Boolean: true,
    Date: (field.name === 'validUntil' ? later : started).slice(0, 10),
    DateTime: (field.name === 'endsAt' ? later : started).replace(/\.\d+Z$/, 'Z'),
  };
  if (!(type.name in values)) throw new Error(`no value is known for ${type.name} (${owner.name}.${field.name})`);
  return values[type.name];
}

/** Ids that are named as no link is. */
const named: Readonly<Record<string, string>> = { fromId: 'StaffMember', toId: 'StaffMember' };

/**
 * The thing that an id speaks of: the payload's for the `id` of the input itself, what a part of the input is about for
 * that part's own `id`, else what a link of that name leads to: of the payload's thing, where it has one.
 */
export function targetOf(mutation: OutputField, path: Path): string {
  const [field = '', part] = path.filter((step) => typeof step === 'string').reverse();
  if (field === 'id' && part === undefined) return payloadThing(mutation)?.thing ?? '';
  if (named[field]) return thingNamed(named[field]).name;
  const name = field === 'id' ? part : field.replace(/Ids?$/, '');
  const things = [...walkedThings().values()];
  const made = things.find((thing) => thing.name === payloadThing(mutation)?.thing);
  const own = part === undefined && made?.links.find((link) => link.name === name)?.target;
  if (own) return thingNamed(own).name;
  const targets = new Set([
    ...things.filter(({ singular, plural }) => singular === name || plural === name).map((thing) => thing.name),
    ...things.flatMap(({ links }) => links.filter((link) => link.name === name).map(({ target }) => target)),
  ]);
  const [target, ...others] = targets;
  if (!target || others.length > 0)
    throw new Error(`${mutation.name}: what is ${path.join('.')} the id of? ${[...targets].join(', ')}`);
  return thingNamed(target).name;
}

/** Every id coordinate of every mutation, nested inputs and lists included. */
export const idCoordinates = (): readonly IdCoordinate[] =>
  domainMutations().flatMap((mutation) => coordinatesOf(mutation, inputTypeOf(mutation), [], new Set()));

function coordinatesOf(
  mutation: OutputField,
  type: GraphQLInputObjectType,
  path: Path,
  above: ReadonlySet<string>,
): IdCoordinate[] {
  if (above.has(type.name)) return [];
  const within = new Set([...above, type.name]);
  return Object.values(type.getFields()).flatMap((field) => {
    const here: Path = isListType(getNullableType(field.type)) ? [...path, field.name, 0] : [...path, field.name];
    const named = getNamedType(field.type);
    if (isInputObjectType(named)) return coordinatesOf(mutation, named, here, within);
    if (named.name !== 'ID') return [];
    const made = field.name === 'id' && !isRequired(field.type);
    return [{ mutation: mutation.name, path: here, target: targetOf(mutation, here), made }];
  });
}

/** One thing that an input can have otherwise: an optional field that is filled, or another code. */
export interface Adjustment {
  readonly path: Path;
  readonly code?: string;
}

/** What can be otherwise beside the way to a coordinate: some of it may be what it takes to reach it. */
export function adjustments(mutation: OutputField, towards: Path): Adjustment[] {
  const found: Adjustment[] = [];
  let type: GraphQLInputObjectType | undefined = inputTypeOf(mutation);
  let path: Path = [];
  for (const step of towards) {
    const here = path;
    path = [...path, step];
    if (typeof step === 'number') continue;
    const others = Object.values(type?.getFields() ?? {}).filter(({ name }) => name !== step && name !== 'id');
    found.push(...others.flatMap((field) => adjustmentsOf(field, [...here, field.name])));
    const next: unknown = getNamedType(type?.getFields()[step]?.type);
    type = isInputObjectType(next) ? next : undefined;
  }
  return found.sort((a, b) => Number(a.code !== undefined) - Number(b.code !== undefined));
}

function adjustmentsOf({ type }: GraphQLInputField, path: Path): Adjustment[] {
  if (!isRequired(type)) return [{ path }];
  const named = getNullableType(type);
  return isEnumType(named)
    ? named
        .getValues()
        .slice(1)
        .map(({ name }) => ({ path, code: name }))
    : [];
}

export const startsWith = (path: Path, prefix: Path): boolean => prefix.every((step, at) => path[at] === step);
