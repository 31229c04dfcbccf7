/** What every mutation of the domain has in common: its declaration, its run and its payload. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { Field, Mutation, ObjectType } from 'type-graphql';
import { mutate } from '../writing/mutate';
import { readRecord, type ReadRecord } from './bridge';
import { selectedFields } from './selection';
import type { Work } from '../writing/work';
import type { RequestContext } from '../base/context';
import { normalise } from '../writing/normalise';
import { problemsOfDone } from './out-of-sight';
import { present, Problem, ProblemError } from '../base/problem';
import { namedClass } from '../model/types';
import { thingOf, type Constructor, type Thing } from '../model/thing';

export interface Payload {
  readonly problems: readonly Problem[];
  /** The record, for each response key that asks for it. */
  readonly records: ReadonlyMap<string, ReadRecord | null>;
}

const nothingDone: Payload['records'] = new Map();

/** The field of a payload that shows the record: it was read before, so that its absence can be a problem. */
export const payloadRecord: GraphQLFieldResolver<Payload, RequestContext> = ({ records }, _args, _ctx, { path }) =>
  records.get(String(path.key)) ?? null;

const payloads = new Map<Constructor, Constructor>();

/** The payload of mutations of a thing: the record, null when nothing was done, and the problems. */
export function payloadOf(target: Constructor): Constructor {
  const found = payloads.get(target);
  if (found) return found;
  const { name, singular } = thingOf(target);
  const payload = namedClass(`${name}Payload`);
  payloads.set(target, payload);
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
  return payload;
}

/** The payload types made so far, each with the field that shows the record. */
export const payloadFields = (): readonly { type: string; field: string }[] =>
  [...payloads].map(([target, payload]) => ({ type: payload.name, field: thingOf(target).singular }));

/** Declares a mutation that answers with the payload of a thing. The policy says who may call it. */
export function Action(target: () => Constructor, description: string): MethodDecorator {
  // Now, not when the schema is built: by then type-graphql takes no new types.
  const payload = payloadOf(target());
  return (proto, name, descriptor) =>
    Mutation(() => payload as never, { nullable: true, description })(proto, name, descriptor);
}

/** Runs a mutation: checks the input, does the task in one transaction, reads the record as the document selects it. */
export async function perform<I extends { readonly idempotencyKey: string }>(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  target: Constructor,
  input: I,
  task: (work: Work, input: I) => Promise<string>,
): Promise<Payload> {
  if (!ctx.actor) throw new Error('the shield lets nobody through who is not signed in');
  try {
    const checked = normalise(ctx.actor, thingOf(target), input);
    const { id, problems } = await mutate(ctx, info.fieldName, checked, task);
    return id === null ? { problems, records: nothingDone } : await payload(ctx, info, thingOf(target), id);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { problems: error.problems.map((problem) => present(problem, ctx.locale)), records: nothingDone };
  }
}

async function payload(ctx: RequestContext, info: GraphQLResolveInfo, thing: Thing, id: string): Promise<Payload> {
  const typename = `${thing.name}Payload`;
  const asked = [...selectedFields(info, typename, info.fieldNodes).values()].filter(
    ({ name }) => name === thing.singular,
  );
  const found = await Promise.all(
    asked.map(async ({ key, nodes }) => {
      const place = { ...info, fieldNodes: nodes, path: { key, prev: info.path, typename } };
      return [key, await readRecord(ctx, place, thing, id)] as const;
    }),
  );
  const records = new Map(found);
  return { problems: problemsOfDone(ctx, thing, ![...records.values()].includes(null)), records };
}
