/** A mutation: one transaction that holds the change, its audit trail, its change feed and its idempotency record. */
import type { PoolClient } from 'pg';
import type { Actor } from '../base/actor';
import { ApiError } from '../base/errors';
import { present, ProblemError, type Problem, type ProblemShape } from '../base/problem';
import type { RequestContext } from '../base/context';
import { dayIn } from '../base/calendar';
import { allActions } from '../model/action';
import type { ThingRecord } from '../model/record';
import type { Constructor, Thing } from '../model/thing';
import { odditiesOf } from '../model/warning';
import { ForbiddenError } from '../policy/denial';
import { mayDo, mayUse } from '../policy/rights';
import { claimOf, claimStatement, earlierResult, type Claim } from './idempotency';
import type { Path } from './input';
import { placeOf, type Taken } from './made-id';
import { patiently, transact } from './transaction';
import type { CountryActor, Work } from './work';
import { workingActor } from './working-actor';
import { warningsOf, type Written } from './warnings';
import { prepared } from './work-statements';

/** What a payload is made of: the record's id to read, or the problems that kept it from being. */
export interface MutationResult {
  readonly id: string | null;
  readonly problems: readonly Problem[];
  /** What was odd in what was told, and stopped nothing. */
  readonly warnings: readonly Problem[];
  /** Those who are to read what was made do not yet. */
  readonly isUnread?: boolean;
}

type Task<I> = (work: Work, input: I) => Promise<string>;

type Row = Readonly<Record<string, unknown>>;

/** The record that the work answers with, all that it wrote, and what it found odd; nothing where an earlier request did it. */
interface Done {
  readonly id: string;
  readonly written: readonly Written[];
  readonly remarks: readonly ProblemShape[];
  readonly isUnread: boolean;
}

/**
 * Runs `task` once for this idempotency key, in one transaction of the actor's country; the task returns the id of the
 * payload's record. A key that did its work already answers with that record's id and does nothing. Problems roll
 * everything back and are not recorded: a retry is judged anew. Deadlocks are tried again. Anything else is thrown.
 */
export async function mutate<I extends { readonly idempotencyKey: string }>(
  ctx: RequestContext,
  action: string,
  input: I,
  task: Task<I>,
): Promise<MutationResult> {
  const actor = workingActor(signedIn(ctx));
  try {
    const claim = claimOf(ctx.app.vault, actor.country, actor.accountId, action, input);
    const done = await patiently(() => attempt(ctx, actor, claim, input, task));
    const { id, isUnread } = done;
    return { id, problems: [], warnings: warnings(ctx, actor, action, input, done), isUnread };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return {
      id: null,
      warnings: [],
      problems: error.problems.map((problem) => present(placedIn(action, problem), ctx.locale, mayDo(actor))),
    };
  }
}

/** A rule that several mutations keep to names a field that not all of them have: where there is none, it is about the whole. */
function placedIn(name: string, problem: ProblemShape): ProblemShape {
  const input = allActions.get(name)?.input;
  const [first] = problem.path ?? [];
  return input && first !== undefined && !input.fields.has(String(first)) ? { ...problem, path: [] } : problem;
}

/** What was odd in the input, whether the work was done now or before. */
function warnings(
  { app, locale }: RequestContext,
  { country, role }: CountryActor,
  action: string,
  given: object,
  { written, remarks }: Done,
): readonly Problem[] {
  const input = allActions.get(action)?.input;
  if (!input) return [];
  const zone = app.countries.get(country)?.timezone ?? 'UTC';
  const mayRead = ({ dataClass }: Thing): boolean => mayUse(role, dataClass, 'read');
  const odd = warningsOf(input, given as Row, written, (at) => dayIn(zone, at), mayRead);
  return [...odd, ...remarks].map((warning) => present(warning, locale));
}

/**
 * Tells what is against a piece of work without doing it: everything is rolled back, whatever comes of it.
 * @returns the problems that it ended with; none where there is nothing against it
 */
export async function rehearse<I extends { readonly idempotencyKey: string }>(
  ctx: RequestContext,
  action: string,
  input: I,
  task: Task<I>,
): Promise<readonly Problem[]> {
  const { problems } = await mutate(ctx, action, input, async (work, given) => {
    await task(work, given);
    work.outbox.flush();
    throw new ProblemError([]);
  });
  return problems;
}

function signedIn({ actor }: RequestContext): Actor {
  if (actor) return actor;
  throw new ApiError('UNAUTHENTICATED', { en: 'Sign in first.', pt: 'Inicie sessão primeiro.' });
}

function attempt<I extends object>(
  ctx: RequestContext,
  actor: CountryActor,
  claim: Claim,
  input: I,
  task: Task<I>,
): Promise<Done> {
  const { action } = claim;
  return transact(ctx, { actor, action, placeOf: placesIn(action, input) }, async (work, client) => {
    const claimed = await client.query(prepared(claimStatement(claim)));
    if (claimed.rowCount === 1) {
      return await complete(work, client, claim, input, task);
    }
    const done = await doneBefore(work, await earlierResult(client, claim), input);
    await client.query('ROLLBACK');
    return done;
  });
}

/**
 * Of what an earlier request did, the record that it answers with as it stands: what is odd in what was reckoned of it, or
 * by other records, is told again to whoever did not get the answer. Nothing where the actor does not see it any more.
 */
async function doneBefore(work: Work, id: string, input: object): Promise<Done> {
  const action = allActions.get(work.action);
  const nothingOdd: Done = { id, written: [], remarks: [], isUnread: await isUnreadYet(work, id) };
  const isReckoned = action && odditiesOf(action.thing).some(({ reckoned }) => reckoned);
  if (!action || !(isReckoned || action.remarks)) return nothingOdd;
  try {
    const row = await work.load(action.thing.target as Constructor<ThingRecord>, id, { right: 'read' });
    const written = isReckoned ? [{ thing: action.thing, row: { ...row } }] : [];
    return { ...nothingOdd, written, remarks: await remarksOf(work, id, input) };
  } catch (error) {
    if (error instanceof ProblemError || error instanceof ForbiddenError) return nothingOdd;
    throw error;
  }
}

type Remarks = (work: Work, id: string, given: object) => Promise<readonly ProblemShape[]>;

/** What an action finds odd by other records. */
export const remarksOf: Remarks = async (work, id, given) =>
  (await (allActions.get(work.action)?.remarks as Remarks | undefined)?.(work, id, given)) ?? [];

type Unread = { readonly when: (work: Work, id: string) => Promise<boolean> } | undefined;

const isUnreadYet = async (work: Work, id: string): Promise<boolean> =>
  (await (allActions.get(work.action)?.unread as Unread)?.when(work, id)) ?? false;

/** The last statements go out together: COMMIT after a failure is a ROLLBACK, and the failure is what is thrown. */
async function complete<I extends object>(
  work: Work,
  client: PoolClient,
  claim: Claim,
  input: I,
  task: Task<I>,
): Promise<Done> {
  const id = await task(work, input);
  const remarks = await remarksOf(work, id, input);
  const isUnread = await isUnreadYet(work, id);
  await work.finish();
  const { role, organisationId } = work.actor;
  const doer = { ...claim, role, organisationId, requestId: work.ctx.requestId };
  await Promise.all([work.outbox.send(work.ledger.statement(doer, id)), client.query('COMMIT')]);
  return { id, written: work.ledger.written, remarks, isUnread };
}

/** Where an input gives an id to a new record, as far as the action says what it takes. */
const placesIn =
  (name: string, input: object) =>
  (taken: Taken): Path | undefined => {
    const action = allActions.get(name);
    if (action) return placeOf(taken, action.input, action.thing, input as Readonly<Record<string, unknown>>);
    return (input as { readonly id?: unknown }).id === taken.id ? ['id'] : undefined;
  };
