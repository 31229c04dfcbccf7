/**
 * How a thing is declared. `@Thing`, `@Attribute` and `@Link` are all that an entity says; the column, the GraphQL
 * field, the filter, the order, the CHECK and the documentation follow from them.
 */
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { camelCase, snakeCase } from '../base/naming';
import { checkOf, columnTypeOf } from './column';
import type { Reach } from './reach';
import {
  addThing,
  allThings,
  thingOf,
  type Attribute as AttributeOf,
  type AttributeOptions,
  type Constructor,
  type Link as LinkOf,
  type OwnOrder,
  type Thing as ThingOf,
  type ThingOptions,
  type Way,
} from './thing';

interface LinkOptions {
  readonly description: string;
  readonly nullable?: boolean;
  /** The way back, as a field of the other thing: a list, or a single record where the column is unique. */
  readonly many?: { readonly name: string; readonly description: string };
  readonly one?: { readonly name: string; readonly description: string };
  readonly write?: readonly string[];
  readonly writeDeprecated?: string;
  readonly deprecated?: string;
  /** No column of its own: follows this attribute to the other's attribute. */
  readonly filter?: boolean;
}

interface Declared {
  attributes: Map<string, AttributeOf>;
  links: { property: string; target: () => Constructor; options: LinkOptions }[];
}

const declared = new Map<object, Declared>();

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
    const table = options.table ?? snakeCase(constructor.name);
    const order: OwnOrder = options.order ?? { field: 'createdAt', direction: 'DESC' };
    const declared = collectAttributes(constructor);
    const sealed = [...declared.values()].some((attribute) => attribute.sealed);
    const settled = sealed || options.appendOnly === true;
    const attributes = new Map([...declared].map(([key, each]) => [key, sortedIf(each, order.field, settled)]));
    Entity({ name: table })(target);
    for (const attribute of attributes.values()) checkOf(table, attribute)?.(target);
    addThing({
      ...options,
      reach: settledReach(constructor, options.reach),
      name: constructor.name,
      singular: camelCase(constructor.name),
      table,
      target: constructor,
      order,
      attributes,
      links: new Map(),
      sealed,
    });
  };
}

/** A list has its own order; nobody follows the changes of what never changes, or is sealed and read with another record. */
const sortedIf = (attribute: AttributeOf, own: string, settled: boolean): AttributeOf => ({
  ...attribute,
  sort: attribute.name === own || (attribute.sort && !(settled && attribute.name === 'updatedAt')),
});

/** Ties the links together, both ways; called once, when every thing is declared. */
export function connectThings(): void {
  for (const thing of allThings.values()) {
    for (const { property, target, options } of chain(thing.target).flatMap((d) => d.links)) {
      const other = thingOf(target());
      const name = property.replace(/Id$/, '');
      const to = { name, description: options.description, kind: 'one' as const, local: property, foreign: 'id' };
      addLink(thing, { ...to, target: () => other });
      const back = options.many ?? options.one;
      if (!back) continue;
      const kind = options.many ? ('many' as const) : ('one' as const);
      addLink(other, { ...back, kind, local: 'id', foreign: property, target: () => thing });
    }
  }
}

/** An attribute of the same name would be filtered by where the link is meant. */
function addLink({ name, attributes, links }: ThingOf, link: LinkOf): void {
  if (attributes.has(link.name)) throw new Error(`${name} has two fields ${link.name}`);
  links.set(link.name, link);
}

/** The reach with its way, which is looked up when all links are there: a way that cannot be found must not be none. */
function settledReach(target: Constructor, { through, ...reach }: Reach): ThingOf['reach'] {
  let way: Way | undefined;
  return {
    ...reach,
    get through() {
      return through === undefined ? undefined : (way ??= wayThrough(thingOf(target), through.split('.')));
    },
  };
}

const wayThrough = (from: ThingOf, names: readonly string[]): Way =>
  names.reduce<Way>(
    ({ thing, local }, name, at) => {
      const link = thing.links.get(name);
      if (!link) throw new Error(`${from.name} is reached through ${name}, which is no link of ${thing.name}`);
      return { thing: link.target(), local: at === 0 ? link.local : local, foreign: link.foreign };
    },
    { thing: from, local: 'id', foreign: 'id' },
  );

/** Adds a link that follows two attributes which are no foreign key of each other (`Referral.incidents`). */
export function linkThings(from: Constructor, link: Omit<LinkOf, 'target'> & { target: Constructor }): void {
  const target = thingOf(link.target);
  addLink(thingOf(from), { ...link, target: () => target });
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

const collectAttributes = (target: Constructor): Map<string, AttributeOf> =>
  new Map(chain(target).flatMap((d) => [...d.attributes]));

function declare(proto: object, name: string, options: AttributeOptions, hidden: boolean): void {
  const attribute: AttributeOf = {
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
  else Column({ ...shared, nullable: attribute.nullable, ...initialOf(options) })(proto, name);
}

/** The database has it too, so that the version before, which does not write a new column, can still make records. */
function initialOf({ initial }: AttributeOptions): { readonly default?: unknown } {
  if (initial === undefined) return {};
  if (!Array.isArray(initial)) return { default: initial };
  return { default: () => `'{${initial.join(',')}}'` };
}
