/**
 * Inputs of mutations. Their fields come from the attributes of a thing (`inputOf`), so that a field is described,
 * limited and typed once; what only an input has is declared with `@InputField` and `@Nested`.
 */
import { Field, ID, InputType, Int } from 'type-graphql';
import type { DataClass } from '../base/names';
import { snakeCase } from '../base/naming';
import { typeOf, type TypeValue } from './types';
import { thingOf, type Attribute, type AttributeOptions, type Constructor } from './thing';

export interface InputFieldMeta {
  readonly name: string;
  /** A value, checked as the attribute says; or another input. */
  readonly attribute?: Attribute;
  readonly nested?: () => Constructor;
  readonly list: boolean;
}

interface InputMeta {
  readonly fields: Map<string, InputFieldMeta>;
  /** The class that the caller must be allowed to write. */
  dataClass?: DataClass;
}

const metas = new Map<object, InputMeta>();

function metaOf(proto: object): InputMeta {
  let found = metas.get(proto);
  if (!found) metas.set(proto, (found = { fields: new Map() }));
  return found;
}

function chain(target: Constructor): InputMeta[] {
  const found: InputMeta[] = [];
  for (let proto = target.prototype as object | null; proto; proto = Object.getPrototypeOf(proto) as object | null) {
    const own = metas.get(proto);
    if (own) found.push(own);
  }
  return found;
}

/** The fields of an input class, inherited ones included. */
export const inputFields = (target: Constructor): readonly InputFieldMeta[] =>
  chain(target).flatMap((meta) => [...meta.fields.values()]);

/** The data class that an input writes, if it writes one. */
export const inputClass = (target: Constructor): DataClass | undefined =>
  chain(target).find((meta) => meta.dataClass)?.dataClass;

/** Declares an input type. */
export function Input(description: string): ClassDecorator {
  return (target) => InputType(target.name, { description })(target);
}

const idAttribute = (name: string, options: AttributeOptions): Attribute => ({
  ...options,
  name,
  column: snakeCase(name),
  nullable: options.nullable ?? false,
  sealed: false,
  filter: false,
  sort: false,
  hidden: false,
});

/** A field that only the input has. Ids are of type `uuid`: a global id `of` a thing, or the UUID that a client made. */
export function InputField(options: AttributeOptions): PropertyDecorator {
  return (proto, property) => addValue(proto, idAttribute(String(property), options), options.nullable ?? false);
}

/** Another input inside this one. */
export function Nested(
  target: () => Constructor,
  options: { readonly description: string; readonly list?: true; readonly nullable?: boolean },
): PropertyDecorator {
  return (proto, property) => {
    const name = String(property);
    const list = options.list ?? false;
    metaOf(proto).fields.set(name, { name, nested: target, list });
    const type = list ? () => [target()] : target;
    Field(type as () => TypeValue, { nullable: options.nullable ?? false, description: options.description })(
      proto,
      name,
    );
  };
}

function addValue(proto: object, attribute: Attribute, nullable: boolean): void {
  const { name, description } = attribute;
  if (attribute.type === 'uuid' && name !== 'id' && !attribute.of) throw new Error(`${name} is the id of what?`);
  metaOf(proto).fields.set(name, { name, attribute, list: false });
  const type = attribute.type === 'uuid' ? () => ID : typeOf(attribute);
  Field(type as () => TypeValue, { nullable, description })(proto, name);
}

/** What every mutation takes. */
@InputType('Mutating', { description: 'Base of inputs; not a type of the schema.' })
export abstract class Mutating {
  @InputField({
    type: 'text',
    maxLength: 128,
    description: 'Made by the client, 8 to 128 characters: the same key sent again has one effect and one answer.',
  })
  idempotencyKey: string;
}

/** What every mutation of one existing record takes. */
@InputType('Changing', { description: 'Base of inputs; not a type of the schema.' })
export abstract class Changing extends Mutating {
  @InputField({ type: 'uuid', description: 'The record: global id, or the UUID that it was made with.' })
  id: string;

  @Field(() => Int, { description: 'Version that the client has seen; a newer one is a problem.' })
  expectedVersion: number;
}

/** What every mutation that makes a record takes. */
@InputType('Making', { description: 'Base of inputs; not a type of the schema.' })
export abstract class Making extends Mutating {
  @InputField({
    type: 'uuid',
    nullable: true,
    description: 'UUID made by the client (offline); one is made here if none is given.',
  })
  id?: string | null;
}

@InputType('Part', { description: 'Base of inputs; not a type of the schema.' })
abstract class Part {}

type Chosen<T, R extends keyof T, O extends keyof T> = { [K in R]: NonNullable<T[K]> } & { [K in O]?: T[K] | null };

/**
 * A base class with fields taken from a thing's attributes: `required` must be given, `optional` may be left out
 * (undefined: not given; null: no value). The caller must be allowed to write the thing's data class.
 */
export function inputOf<
  T extends object,
  R extends keyof T & string,
  O extends keyof T & string,
  B extends object = Part,
>(
  target: Constructor<T>,
  choice: { readonly required?: readonly R[]; readonly optional?: readonly O[]; readonly base?: Constructor<B> },
): new () => Chosen<T, R, O> & B {
  const thing = thingOf(target);
  const base = (choice.base ?? Part) as new () => object;
  abstract class Derived extends base {}
  const proto = Derived.prototype as object;
  metaOf(proto).dataClass = thing.dataClass;
  const required = new Set<string>(choice.required ?? []);
  for (const name of [...required, ...(choice.optional ?? [])]) {
    const attribute = thing.attributes.get(name);
    if (!attribute) throw new Error(`${thing.name} has no attribute ${name}`);
    const nullable = required.has(name) ? false : attribute.nullable;
    addValue(proto, { ...attribute, nullable }, !required.has(name));
  }
  InputType(`${thing.name}Input`, { description: thing.description })(Derived);
  return Derived as unknown as new () => Chosen<T, R, O> & B;
}
