/**
 * What mutations take. Fields that an attribute says are written (`write:`) come from it, so that a field is described,
 * limited and typed once; what only an input has is declared beside them. An input reaches a mutation sorted: values
 * of attributes in `values`, ready for the record, and everything else by its name.
 */
import type { CodeList } from './codelist';
import type { Values } from './record';
import {
  givenAttribute,
  thingOf,
  type Attribute,
  type AttributeOptions,
  type AttributeType,
  type Constructor,
  type Thing,
} from './thing';

/** A field that an input has: a value that is checked like an attribute's, or another input. */
export interface InputField {
  readonly name: string;
  readonly description: string;
  readonly attribute?: Attribute;
  readonly part?: Input;
  readonly list: boolean;
  /** May be left out. */
  readonly optional: boolean;
  readonly deprecated?: string | undefined;
  /** Where a value of an attribute is sorted into. */
  readonly group?: string;
  /** The thing whose attribute it is. */
  readonly of?: Thing;
  /** The attribute that it becomes, as `Thing.attribute`, where that is not the one of its name. */
  readonly becomes?: string | undefined;
}

export interface Input<V = unknown> {
  /** Name of the GraphQL type. */
  readonly name: string;
  readonly description: string;
  /** The thing whose attributes it writes. */
  readonly thing: Thing | null;
  /** Exactly one of its fields is given. */
  readonly oneOf?: true;
  readonly fields: ReadonlyMap<string, InputField>;
  /** Only a type: what a mutation gets. */
  readonly value?: () => V;
}

export type InputOf<I> = I extends Input<infer V> ? V : never;

/** A field beside those of attributes, with the type of its value. */
export interface Beside<V = unknown> {
  readonly field: Omit<InputField, 'name' | 'attribute'>;
  readonly options?: AttributeOptions;
  /** Only a type. */
  readonly value?: () => V;
}

export type Fields = Readonly<Record<string, Beside>>;
type ValueOf<B> = B extends Beside<infer V> ? V : never;
type Optional<F extends Fields> = { [K in keyof F]: undefined extends ValueOf<F[K]> ? K : never }[keyof F];
export type Others<F extends Fields> = { readonly [K in Exclude<keyof F, Optional<F>>]: ValueOf<F[K]> } & {
  readonly [K in Optional<F>]?: ValueOf<F[K]>;
};
export type Given<T, R extends keyof T> = Values<T> & { readonly [K in R]: NonNullable<T[K]> };

type OfType<A> =
  A extends CodeList<infer C>
    ? C
    : A extends readonly [CodeList<infer C>]
      ? C[]
      : A extends readonly ['text']
        ? string[]
        : A extends 'boolean'
          ? boolean
          : A extends 'int'
            ? number
            : string;
type Nullable<N, V> = N extends true ? V | null | undefined : V;

/** A value that only the input has. Ids are of type `uuid`: a global id `of` a thing, or the UUID that a client made. */
export const field = <const A extends AttributeType, N extends boolean = false>(
  options: AttributeOptions & { readonly type: A; readonly nullable?: N; readonly becomes?: string },
): Beside<Nullable<N, OfType<A>>> => ({
  options,
  field: {
    description: options.description,
    list: false,
    optional: options.nullable ?? false,
    deprecated: options.deprecated,
    becomes: options.becomes,
  },
});

interface PartOptions<N> {
  readonly description: string;
  readonly nullable?: N;
}

/** Another input inside this one. */
export const one = <V, N extends boolean = false>(
  part: Input<V>,
  { description, nullable }: PartOptions<N>,
): Beside<Nullable<N, V>> => ({ field: { description, part, list: false, optional: nullable ?? false } });

/** A list of another input inside this one. */
export const many = <V, N extends boolean = false>(
  part: Input<V>,
  { description, nullable }: PartOptions<N>,
): Beside<Nullable<N, readonly V[]>> => ({ field: { description, part, list: true, optional: nullable ?? false } });

/** The id of a record that an input makes. */
export const madeId = field({
  type: 'uuid',
  nullable: true,
  description: 'UUID made by the client (offline); one is made here if none is given.',
});

export interface Choice<T extends object, R extends keyof T & string, F extends Fields> {
  readonly description: string;
  /** Values that the code needs: that they must be given is checked when the input is declared. */
  readonly relies?: readonly R[];
  readonly fields?: F;
}

/** Names of inputs that some input takes its attributes by; what `write:` names beyond them is a mistake. */
const taken = new Set<string>();

/**
 * An input that stands inside others. It takes the attributes of the thing that name it in `write:`, and writes the
 * thing's class. `making`: it makes a record, so that what a record cannot be without must be given.
 */
export function part<T extends object, R extends keyof T & string = never, F extends Fields = Record<never, never>>(
  name: string,
  target: Constructor<T>,
  { description, making = true, relies = [], fields }: Choice<T, R, F> & { readonly making?: boolean },
): Input<{ readonly values: Given<T, R> } & Others<F>> {
  const thing = thingOf(target);
  return declare(inputName(name), description, thing, [
    ...attributesOf(thing, name, making, relies, 'values'),
    ...besides(fields),
  ]);
}

/** An input of which exactly one field is given (`@oneOf`). */
export const oneOf = <F extends Fields>(
  name: string,
  description: string,
  fields: F,
): Input<{ readonly [K in keyof F]?: NonNullable<ValueOf<F[K]>> }> => ({
  name: inputName(name),
  description,
  thing: null,
  oneOf: true,
  fields: new Map(besides(fields).map((each) => [each.name, { ...each, optional: true }])),
});

export const inputName = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;

export const declare = (
  name: string,
  description: string,
  thing: Thing,
  fields: readonly InputField[],
): Input<never> => ({
  name,
  description,
  thing,
  fields: new Map(fields.map((each) => [each.name, each])),
});

export function besides(fields: Fields = {}): InputField[] {
  return Object.entries(fields).map(([name, { field: given, options }]) => {
    if (!options) return { ...given, name };
    if (options.type === 'uuid' && name !== 'id' && !options.of) throw new Error(`${name} is the id of what?`);
    return { ...given, name, attribute: givenAttribute(name, options) };
  });
}

/**
 * The attributes that name an input in `write:`. `name!` must be given, `name?` may be left out; without a mark, what a
 * new record cannot be without must be given, and a change takes only what is to be changed.
 */
export function attributesOf(
  thing: Thing,
  input: string,
  isMaking: boolean,
  relies: readonly string[],
  group: string,
): InputField[] {
  taken.add(input);
  return [...thing.attributes.values()].flatMap((attribute): InputField[] => {
    const { name, description, nullable, initial } = attribute;
    const deprecated = attribute.writeDeprecated ?? attribute.deprecated;
    const written = attribute.write?.find((each) => each.replace(/[!?]$/, '') === input);
    if (written === undefined) return [];
    const required = /[!?]$/.test(written) ? written.endsWith('!') : isMaking && !nullable && initial === undefined;
    if (!required && relies.includes(name)) throw new Error(`${input} relies on ${name}, which may be left out`);
    const checked = { ...attribute, nullable: required ? false : nullable };
    return [{ name, description, attribute: checked, list: false, optional: !required, deprecated, group, of: thing }];
  });
}

/** Stops the start where `write:` names an input that there is not. */
export function assertWritesTaken(things: Iterable<Thing>): void {
  for (const { name, attributes } of things) {
    for (const attribute of attributes.values()) {
      const unknown = attribute.write?.find((each) => !taken.has(each.replace(/[!?]$/, '')));
      if (unknown) throw new Error(`${name}.${attribute.name} is written by ${unknown}, which takes no input`);
    }
  }
}
