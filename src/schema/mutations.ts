/** Makes the types of the domain's mutations from their declarations: inputs, payloads, and the fields themselves. */
import { Arg, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { Problem } from '../base/problem';
import { allActions, payloadOf as payloadNameOf, type Action } from '../model/action';
import type { Input, InputField } from '../model/input';
import { DateTimeScalar } from '../model/scalars';
import type { Constructor } from '../model/thing';
import { namedClass, typeOf, type TypeThunk, type TypeValue } from './types';

const inputs = new Map<Input, Constructor>();
const payloads = new Map<string, Payload>();

interface Payload {
  readonly type: Constructor;
  /** The field that shows the record. */
  readonly field: string;
}

/** The payload types, each with the field that shows the record. */
export const payloadFields = (): readonly { type: string; field: string }[] =>
  [...payloads].map(([type, { field }]) => ({ type, field }));

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

function addMutation(proto: object, action: Action): void {
  const { name, description, input } = action;
  const method = { value: () => null, configurable: true, writable: true };
  Object.defineProperty(proto, name, method);
  const [payload, taken] = [payloadOf(action), inputOf(input)];
  Mutation(() => payload as never, { name, nullable: true, description })(proto, name, method);
  Arg('input', () => taken as never, { description: 'What it takes.' })(proto, name, 0);
}

/** The payload of mutations of a thing: the record, null when nothing was done, the problems, and what is odd; a link, where one is made. */
function payloadOf(action: Action): Constructor {
  const { thing, link } = action;
  const { name, singular, target } = thing;
  const type = payloadNameOf(action);
  const found = payloads.get(type);
  if (found) return found.type;
  const payload = namedClass(type);
  payloads.set(type, { type: payload, field: singular });
  const answering = link ? `${action.name} answers` : `a mutation of a ${name} answers`;
  ObjectType(type, { simpleResolvers: true, description: `What ${answering}.` })(payload);
  const proto = payload.prototype as object;
  Field(() => target as never, {
    nullable: true,
    description: 'The record as it is now; null when nothing was done, or when it is out of sight.',
  })(proto, singular);
  if (link) addLink(proto);
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

function addLink(proto: object): void {
  const url =
    'Opens a page, or a file, once and without signing in; null when nothing was done, or when the link was used or its time is over: ask anew, with another idempotency key.';
  Field(() => String, { nullable: true, description: url })(proto, 'url');
  Field(() => DateTimeScalar, { nullable: true, description: 'Until when the link is good, in UTC.' })(
    proto,
    'expiresAt',
  );
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
