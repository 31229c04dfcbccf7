/** Makes the types of the domain's mutations from their declarations: inputs, payloads, and the fields themselves. */
import { Arg, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Problem } from '../base/problem';
import { allActions, type Action } from '../model/action';
import type { Input, InputField } from '../model/input';
import type { Constructor, Thing } from '../model/thing';
import { namedClass, typeOf, type TypeThunk, type TypeValue } from './types';

const inputs = new Map<Input, Constructor>();
const payloads = new Map<Thing, Constructor>();

/** The payload types, each with the field that shows the record. */
export const payloadFields = (): readonly { type: string; field: string }[] =>
  [...payloads].map(([{ singular }, payload]) => ({ type: payload.name, field: singular }));

/** The names of inputs of which exactly one field is given. */
export const oneOfInputs = (): readonly string[] =>
  [...inputs.keys()].filter(({ oneOf }) => oneOf).map(({ name }) => name);

/** The class with a method for each mutation; what they run is set when the schema is built. */
export function makeMutations(): Constructor {
  const resolver = namedClass('ThingMutations');
  Resolver()(resolver);
  for (const action of allActions.values()) addMutation(resolver.prototype as object, action);
  return resolver;
}

function addMutation(proto: object, { name, description, input, thing }: Action): void {
  const method = { value: () => null, configurable: true, writable: true };
  Object.defineProperty(proto, name, method);
  const [payload, taken] = [payloadOf(thing), inputOf(input)];
  Mutation(() => payload as never, { name, nullable: true, description })(proto, name, method);
  Arg('input', () => taken as never, { description: 'What it takes.' })(proto, name, 0);
}

/** The payload of mutations of a thing: the record, null when nothing was done, the problems, and what is odd. */
function payloadOf(thing: Thing): Constructor {
  const found = payloads.get(thing);
  if (found) return found;
  const { name, singular, target } = thing;
  const payload = namedClass(`${name}Payload`);
  payloads.set(thing, payload);
  ObjectType(payload.name, { simpleResolvers: true, description: `What a mutation of a ${name} answers.` })(payload);
  const proto = payload.prototype as object;
  Field(() => target as never, {
    nullable: true,
    description: 'The record as it is now; null when nothing was done, or when it is out of sight.',
  })(proto, singular);
  Field(() => [Problem], { description: 'Why nothing was done, or that what was done is out of sight; else empty.' })(
    proto,
    'problems',
  );
  Field(() => [Problem], {
    description:
      'What is odd in what was told, each with its path: CONTRADICTORY values, or an UNLIKELY one. It stops nothing: ask whether it is right.',
  })(proto, 'warnings');
  return payload;
}

function inputOf(input: Input): Constructor {
  const found = inputs.get(input);
  if (found) return found;
  const type = namedClass(input.name);
  inputs.set(input, type);
  InputType(input.name, { description: input.description })(type);
  for (const field of input.fields.values()) addField(type.prototype as object, field);
  return type;
}

function addField(proto: object, { name, description, attribute, part, list, optional, deprecated }: InputField): void {
  const type = part ? thunkOf(inputOf(part), list) : attribute?.type === 'uuid' ? () => ID : typeOf(attribute as never);
  Field(type as () => TypeValue, { nullable: optional, description, deprecationReason: deprecated })(proto, name);
}

const thunkOf = (type: Constructor, list: boolean): TypeThunk => (list ? () => [type] : () => type);
