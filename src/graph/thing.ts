/**
 * A thing is an object type of the domain: one GraphQL type, one table, one data class.
 * `@Thing`, `@Attribute` and `@Link` are all that an entity says; the column, the GraphQL field, the filter,
 * the order, the CHECK and the documentation follow from them.
 */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { DataClass } from '../policy/table';
import type { Reach } from '../policy/reach';
import type { CodeList } from './codelist';
import { checkOf, columnTypeOf } from './column';
import { camelCase, snakeCase } from './naming';

export { codesOf, isList } from './column';

/** `text` is one line (at most 200 characters unless said otherwise), `longText` prose (10,000). */
export type AttributeType =
  | 'text'
  | 'longText'
  | 'int'
  | 'boolean'
  | 'date'
  | 'dateTime'
  | 'uuid'
  | CodeList
  | readonly [CodeList]
  | readonly ['text'];

export interface AttributeOptions {
  readonly type: AttributeType;
  readonly description: string;
  readonly nullable?: boolean;
  /** No two records of a country have the same value. */
  readonly unique?: true;
  /** May be used in `filter` (default: yes, unless sealed). */
  readonly filter?: boolean;
  /** May be used in `orderBy` (default: only where it is the list's own order). Each is an index. */
  readonly sort?: boolean;
  /** Sealed by the vault: ciphertext in the database, never filtered or sorted. */
  readonly sealed?: boolean;
  /** The thing whose id it is, where it is that of one thing and not its own. */
  readonly of?: () => Constructor;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

export interface Attribute extends AttributeOptions {
  readonly name: string;
  readonly column: string;
  readonly filter: boolean;
  readonly sort: boolean;
  readonly sealed: boolean;
  readonly nullable: boolean;
  /** A column that the API itself needs and nobody is shown. */
  readonly hidden: boolean;
}

/** A way from a record to others: `local` and `foreign` are the attributes that must be equal. */
export interface Link {
  readonly name: string;
  readonly description: string;
  readonly kind: 'one' | 'many';
  readonly local: string;
  readonly foreign: string;
  readonly target: () => Thing;
}

export interface ThingOptions {
  readonly description: string;
  readonly dataClass: DataClass;
  /** Name of the list: `cases`. */
  readonly plural: string;
  /** How a row scope of the policy is decided for a row of this table. */
  readonly reach: Reach;
  /** Order of lists that ask for none; the id always breaks ties. */
  readonly order?: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  /** A country has some thousands at most: lists are sorted as they are read, no index stands behind their orders. */
  readonly few?: true;
  /** Attributes other than links that lists are read within. */
  readonly within?: readonly string[];
  /** Rows are never changed or removed: no UPDATE is granted. */
  readonly appendOnly?: boolean;
  /** Rows are derived and replaced: DELETE is granted. */
  readonly derived?: boolean;
}

export interface Thing extends ThingOptions {
  readonly name: string;
  readonly singular: string;
  readonly table: string;
  readonly target: Constructor;
  readonly order: { readonly field: string; readonly direction: 'ASC' | 'DESC' };
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly links: Map<string, Link>;
  /** Whether any attribute is sealed. */
  readonly sealed: boolean;
}

export type Constructor<T extends object = object> = abstract new () => T;

interface LinkOptions {
  readonly description: string;
  readonly nullable?: boolean;
  /** The way back, as a field of the other thing: a list, or a single record where the column is unique. */
  readonly many?: { readonly name: string; readonly description: string };
  readonly one?: { readonly name: string; readonly description: string };
  /** No column of its own: follows this attribute to the other's attribute. */
  readonly filter?: boolean;
}

interface Declared {
  attributes: Map<string, Attribute>;
  links: { property: string; target: () => Constructor; options: LinkOptions }[];
}

const declared = new Map<object, Declared>();
const things = new Map<string, Thing>();
const byTarget = new Map<Constructor, Thing>();

/** Every thing, by the name of its type. Complete once `src/domain/entities.ts` is loaded. */
export const allThings: ReadonlyMap<string, Thing> = things;

export function thingOf(target: Constructor): Thing {
  const thing = byTarget.get(target);
  if (!thing) throw new Error(`${target.name} is not declared with @Thing`);
  return thing;
}

/** The thing that the ids in an attribute are of; undefined where they may be of any. */
export const idsOf = (thing: Thing, { name, of }: Attribute): Thing | undefined =>
  of ? thingOf(of()) : name === 'id' ? thing : undefined;

/** An attribute of a thing: column, GraphQL field, filter, order, CHECK and documentation in one line. */
export function Attribute(options: AttributeOptions): PropertyDecorator {
  return (proto, property) => declare(proto, String(property), options, false);
}

/** A column that no caller is ever shown. */
export function Hidden(options: Omit<AttributeOptions, 'description' | 'filter' | 'sort'>): PropertyDecorator {
  return (proto, property) => declare(proto, String(property), { ...options, description: '', filter: false }, true);
}

/** A link to one other thing, held in this `…Id` column, and its way back. */
export function Link(target: () => Constructor, options: LinkOptions): PropertyDecorator {
  return (proto, property) => {
    const name = String(property);
    const unique = options.one && true;
    declare(proto, name, { type: 'uuid', ...options, unique, of: target, filter: options.filter ?? true }, false);
    ForeignKey(target as () => new () => object)(proto, name);
    declaredOf(proto).links.push({ property: name, target, options });
  };
}

/** Declares a class as a thing. */
export function Thing(options: ThingOptions): ClassDecorator {
  return (target) => {
    const constructor = target as unknown as Constructor;
    const table = snakeCase(constructor.name);
    const order = options.order ?? { field: 'createdAt', direction: 'DESC' };
    const declared = collectAttributes(constructor);
    const sealed = [...declared.values()].some((attribute) => attribute.sealed);
    const settled = sealed || options.appendOnly === true;
    const attributes = new Map([...declared].map(([key, each]) => [key, sortedIf(each, order.field, settled)]));
    Entity({ name: table })(target);
    for (const attribute of attributes.values()) checkOf(table, attribute)?.(target);
    const thing: Thing = {
      ...options,
      name: constructor.name,
      singular: camelCase(constructor.name),
      table,
      target: constructor,
      order,
      attributes,
      links: new Map(),
      sealed,
    };
    things.set(thing.name, thing);
    byTarget.set(constructor, thing);
  };
}

/** A list has its own order; nobody follows the changes of what never changes, or is sealed and read with another record. */
const sortedIf = (attribute: Attribute, own: string, settled: boolean): Attribute => ({
  ...attribute,
  sort: attribute.name === own || (attribute.sort && !(settled && attribute.name === 'updatedAt')),
});

/** Ties the links together, both ways; called once, when every thing is declared. */
export function connectThings(): void {
  for (const thing of things.values()) {
    for (const { property, target, options } of chain(thing.target).flatMap((d) => d.links)) {
      const other = thingOf(target());
      const name = property.replace(/Id$/, '');
      const to = { name, description: options.description, kind: 'one' as const, local: property, foreign: 'id' };
      thing.links.set(name, { ...to, target: () => other });
      const back = options.many ?? options.one;
      if (!back) continue;
      const kind = options.many ? ('many' as const) : ('one' as const);
      other.links.set(back.name, { ...back, kind, local: 'id', foreign: property, target: () => thing });
    }
  }
}

/** Adds a link that follows two attributes which are no foreign key of each other (`Referral.incidents`). */
export function linkThings(from: Constructor, link: Omit<Link, 'target'> & { target: Constructor }): void {
  const target = thingOf(link.target);
  thingOf(from).links.set(link.name, { ...link, target: () => target });
}

function declaredOf(proto: object): Declared {
  let found = declared.get(proto);
  if (!found) declared.set(proto, (found = { attributes: new Map(), links: [] }));
  return found;
}

function chain(target: Constructor): Declared[] {
  const found: Declared[] = [];
  for (let proto: object | null = target.prototype as object; proto; proto = Object.getPrototypeOf(proto) as object) {
    const own = declared.get(proto);
    if (own) found.unshift(own);
  }
  return found;
}

const collectAttributes = (target: Constructor): Map<string, Attribute> =>
  new Map(chain(target).flatMap((d) => [...d.attributes]));

function declare(proto: object, name: string, options: AttributeOptions, hidden: boolean): void {
  const attribute: Attribute = {
    ...options,
    name,
    column: snakeCase(name),
    nullable: options.nullable ?? false,
    sealed: options.sealed ?? false,
    filter: options.filter ?? !options.sealed,
    sort: options.sort ?? false,
    hidden,
  };
  declaredOf(proto).attributes.set(name, attribute);
  const shared = { name: attribute.column, ...columnTypeOf(attribute) };
  if (options.unique) Index({ unique: true })(proto, name);
  if (name === 'id') PrimaryColumn(shared)(proto, name);
  else Column({ ...shared, nullable: attribute.nullable })(proto, name);
}
