/** Takes an action: checks the input, does it in one transaction, reads the record as the document selects it. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { RequestContext } from '../base/context';
import { present, ProblemError, type Problem } from '../base/problem';
import { payloadOf, type Action } from '../model/action';
import { mutate } from '../writing/mutate';
import { normalise, sorted } from '../writing/normalise';
import { madeLink, noLink, type MadeLink } from '../writing/one-time-link';
import type { Work } from '../writing/work';
import { readRecord, type ReadRecord } from './bridge';
import { problemsOfDone } from './out-of-sight';
import { selectedFields } from './selection';

/** What every mutation of the domain answers. */
export interface Payload extends MadeLink {
  readonly problems: readonly Problem[];
  /** The record, for each response key that asks for it. */
  readonly records: ReadonlyMap<string, ReadRecord | null>;
}

type Run = (work: Work, input: unknown) => Promise<string>;
type GivenInput = Readonly<Record<string, unknown>> & { readonly idempotencyKey: string };

const nothingDone = { records: new Map<string, null>(), ...noLink };

/** The resolver of an action's mutation. */
export function act(action: Action): GraphQLFieldResolver<unknown, RequestContext, { readonly input: GivenInput }> {
  const { name, thing, input, run } = action;
  const task = (work: Work, given: GivenInput): Promise<string> => (run as Run)(work, sorted(input, given));
  return async (_source, { input: given }, ctx, info): Promise<Payload> => {
    if (!ctx.actor) throw new Error('the shield lets nobody through who is not signed in');
    try {
      const checked = normalise(ctx.actor, thing, input, given);
      const { id, problems } = await mutate(ctx, name, checked, task);
      if (id === null) return { problems, ...nothingDone };
      return { ...(await payload(ctx, info, action, id)), ...(await linkOf(ctx, action, checked)) };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return { problems: error.problems.map((problem) => present(problem, ctx.locale)), ...nothingDone };
    }
  };
}

const linkOf = async (ctx: RequestContext, { link }: Action, { idempotencyKey }: GivenInput): Promise<MadeLink> =>
  link ? madeLink(ctx, link, idempotencyKey) : noLink;

async function payload(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  action: Action,
  id: string,
): Promise<Pick<Payload, 'problems' | 'records'>> {
  const { thing } = action;
  const typename = payloadOf(action);
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

/** The field of a payload that shows the record: it was read before, so that its absence can be a problem. */
export const payloadRecord: GraphQLFieldResolver<Payload, RequestContext> = ({ records }, _args, _ctx, { path }) =>
  records.get(String(path.key)) ?? null;
