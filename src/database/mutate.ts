/** A mutation: one transaction that holds the change, its audit trail, its change feed and its idempotency record. */
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { QueryFailedError, type DataSource, type QueryRunner } from 'typeorm';
import { ApiError } from '../graph/errors';
import { present, ProblemError, type Problem } from '../graph/problem';
import type { RequestContext } from '../server/context';
import type { CountryCode } from './countries';
import { claimOf, claimStatement, earlierResult, type Claim } from './idempotency';
import { Work, type CountryActor } from './work';
import { isTransient, translate } from './work-errors';
import { prepared } from './work-statements';

/** What a payload is made of: the record's id to read, or the problems that kept it from being. */
export interface MutationResult {
  readonly id: string | null;
  readonly problems: readonly Problem[];
}

type Task<I> = (work: Work, input: I) => Promise<string>;

const ATTEMPTS = 4;

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
  const actor = countryActor(ctx);
  try {
    const claim = claimOf(ctx.app.vault, actor.country, actor.accountId, action, input);
    const id = await patiently(() => attempt(ctx, actor, claim, (work) => task(work, input)));
    return { id, problems: [] };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { id: null, problems: error.problems.map((problem) => present(problem, ctx.locale)) };
  }
}

function countryActor({ actor }: RequestContext): CountryActor {
  if (!actor) throw new ApiError('UNAUTHENTICATED', { en: 'Sign in first.', pt: 'Inicie sessão primeiro.' });
  if (actor.country === null) {
    throw new ApiError('FORBIDDEN', {
      en: 'Accounts of the region change nothing in a country.',
      pt: 'As contas da região não alteram nada num país.',
    });
  }
  return actor as CountryActor;
}

function writerOf({ app }: RequestContext, country: CountryCode): DataSource {
  const served = app.countries.get(country);
  if (served) return served.writer;
  throw new ApiError('UNAVAILABLE', { en: 'Your country is not served here.', pt: 'O seu país não é servido aqui.' });
}

async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!isTransient(error) || tries === ATTEMPTS) throw error;
      await delay(Math.random() * 20 * 2 ** tries);
    }
  }
}

async function attempt(
  ctx: RequestContext,
  actor: CountryActor,
  claim: Claim,
  task: (work: Work) => Promise<string>,
): Promise<string> {
  const runner = writerOf(ctx, actor.country).createQueryRunner();
  const client = (await runner.connect()) as ClientBase;
  const work = new Work(ctx, actor, runner.manager, client);
  try {
    const [, claimed] = await Promise.all([client.query('BEGIN'), client.query(prepared(claimStatement(claim)))]);
    const id = claimed.rowCount === 1 ? await perform(work, client, claim, task) : await earlierResult(client, claim);
    if (claimed.rowCount === 0) await client.query('ROLLBACK');
    return id;
  } catch (error) {
    await rollBack(client);
    throw translate(causeOf(work.failure ?? error), (table) => primaryKeyOf(runner, table));
  } finally {
    await runner.release();
  }
}

/** The two last statements go out together: COMMIT after a failure is a ROLLBACK, and the failure is what is thrown. */
async function perform(
  work: Work,
  client: ClientBase,
  claim: Claim,
  task: (work: Work) => Promise<string>,
): Promise<string> {
  const id = await task(work);
  await work.meetParents();
  const doer = {
    ...claim,
    role: work.actor.role,
    organisationId: work.actor.organisationId,
    requestId: work.ctx.requestId,
  };
  await Promise.all([client.query(prepared(work.ledger.statement(doer, id))), client.query('COMMIT')]);
  return id;
}

/** A connection that cannot even roll back is closed, so that the pool does not hand it out again. */
async function rollBack(client: ClientBase & { end?: () => Promise<void> }): Promise<void> {
  await client.query('ROLLBACK').catch(() => void client.end?.().catch(() => undefined));
}

const causeOf = (error: unknown): unknown => (error instanceof QueryFailedError ? error.driverError : error);

function primaryKeyOf({ connection }: QueryRunner, table: string): string | undefined {
  const metadata = connection.entityMetadatas.find(({ tableName }) => tableName === table);
  const [column] = metadata?.primaryColumns ?? [];
  return (
    metadata &&
    (column?.primaryKeyConstraintName ?? connection.namingStrategy.primaryKeyName(metadata.tableName, ['id']))
  );
}
