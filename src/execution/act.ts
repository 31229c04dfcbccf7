/** Takes an action: checks the input, does it in one transaction, reads the record as the document selects it. */
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { dayIn } from '../base/calendar';
import type { RequestContext } from '../base/context';
import { present, ProblemError, type Problem, type ProblemCode } from '../base/problem';
import { payloadOf, type Action } from '../model/action';
import { mayDo } from '../policy/rights';
import type { InputCheck } from '../writing/input';
import { workingActor } from '../writing/working-actor';
import { mutate, rehearse } from '../writing/mutate';
import { normalise, sorted, type Normalised } from '../writing/normalise';
import { madeLink, noLink, type MadeLink } from '../writing/one-time-link';
import type { Work } from '../writing/work';
import { readRecord, type ReadRecord } from './bridge';
import { problemsOfDone } from './out-of-sight';
import { selectedFields } from './selection';

/** What every mutation of the domain answers. */
export interface Payload extends MadeLink {
  readonly problems: readonly Problem[];
  readonly warnings: readonly Problem[];
  /** The record, for each response key that asks for it. */
  readonly records: ReadonlyMap<string, ReadRecord | null>;
}

type Check = (check: InputCheck, input: unknown, today: string) => void;
type Run = (work: Work, input: unknown) => Promise<string>;
type GivenInput = Readonly<Record<string, unknown>> & { readonly idempotencyKey: string };

const nothing = (problems: readonly Problem[]): Payload => ({
  problems,
  warnings: [],
  records: new Map(),
  ...noLink,
});

/** The resolver of an action's mutation. */
export function act(action: Action): GraphQLFieldResolver<unknown, RequestContext, { readonly input: GivenInput }> {
  const { name, thing, input, check, run } = action;
  const task = (work: Work, given: GivenInput): Promise<string> => (run as Run)(work, sorted(input, given));
  return async (_source, { input: given }, ctx, info): Promise<Payload> => {
    const { actor } = ctx;
    if (!actor) throw new Error('the shield lets nobody through who is not signed in');
    try {
      const working = workingActor(actor);
      const today = dayIn(ctx.app.countries.get(working.country)?.timezone ?? 'UTC');
      const checked = normalise(working, thing, input, given, (found, fit) =>
        (check as Check | undefined)?.(found, sorted(input, fit), today),
      );
      if (checked.problems.length > 0) return nothing(await mistakesOf(ctx, name, checked, task));
      const { id, problems, warnings, isUnread } = await mutate(ctx, name, checked.input, task);
      if (id === null) return nothing(asSent(problems, checked));
      return {
        ...(await payload(ctx, info, action, { id, isUnread })),
        warnings: asSent(warnings, checked),
        ...(await linkOf(ctx, action, checked.input)),
      };
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      return nothing(error.problems.map((problem) => present(problem, ctx.locale, mayDo(actor))));
    }
  };
}

const linkOf = async (ctx: RequestContext, { link }: Action, { idempotencyKey }: GivenInput): Promise<MadeLink> =>
  link ? madeLink(ctx, link, idempotencyKey) : noLink;

/** Codes of problems that an input has of itself, whatever record it is about. */
const ofInput = ['INVALID_INPUT', 'NOT_FOUND', 'ALREADY_EXISTS'] satisfies ProblemCode[];

/** What is wrong with an input, and, where only ids are, what else is wrong with it: they hide nothing. */
async function mistakesOf(
  ctx: RequestContext,
  name: string,
  checked: Normalised<GivenInput>,
  task: (work: Work, given: GivenInput) => Promise<string>,
): Promise<readonly Problem[]> {
  const { input, problems, isWhole } = checked;
  const told = problems.map((problem) => present(problem, ctx.locale));
  if (!isWhole) return told;
  const places = new Set(told.map(({ path }) => path.join()));
  const others = asSent(await rehearse(ctx, name, input, task), checked).filter(
    ({ code, path }) => (ofInput as string[]).includes(code) && path.length > 0 && !places.has(path.join()),
  );
  return [...told, ...others];
}

/** With the places that the caller counts. */
const asSent = (told: readonly Problem[], { sentPlace }: Normalised<GivenInput>): readonly Problem[] =>
  told.map((problem) => ({ ...problem, path: sentPlace(problem.path).map(String) }));

async function payload(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  action: Action,
  { id, isUnread = false }: { readonly id: string; readonly isUnread?: boolean | undefined },
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
  return { problems: problemsOfDone(ctx, action, { found: ![...records.values()].includes(null), isUnread }), records };
}

/** The field of a payload that shows the record: it was read before, so that its absence can be a problem. */
export const payloadRecord: GraphQLFieldResolver<Payload, RequestContext> = ({ records }, _args, _ctx, { path }) =>
  records.get(String(path.key)) ?? null;
