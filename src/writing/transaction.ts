/** A unit of work in one transaction of the actor's country: begun, ended, rolled back, and tried again where chance was against it. */
import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { RequestContext } from '../base/context';
import type { CountryCode, CountryDatabase } from '../base/countries';
import { outOfService } from '../base/refusals';
import { sqlState } from '../base/sqlstate';
import type { Path } from './input';
import type { Taken } from './made-id';
import { Work, type CountryActor } from './work';
import { isTransient, translate } from './work-errors';

const ATTEMPTS = 4;

/** What is done in a transaction. */
export interface Transacted {
  readonly actor: CountryActor;
  /** The mutation, or what else the histories say was done. */
  readonly action: string;
  /** Where the input gives an id to a new record. */
  readonly placeOf: (taken: Taken) => Path | undefined;
}

/**
 * Runs `body` between BEGIN, which goes out with its first statement, and its own COMMIT or ROLLBACK. Whatever fails is
 * rolled back and thrown in the project's own words.
 */
export async function transact<T>(
  ctx: RequestContext,
  { actor, action, placeOf }: Transacted,
  body: (work: Work, client: PoolClient) => Promise<T>,
): Promise<T> {
  const database = databaseOf(ctx, actor.country);
  const client = await database.app.connect();
  const work = new Work(ctx, actor, client, action);
  let fit = true;
  try {
    const [, done] = await Promise.all([client.query('BEGIN'), body(work, client)]);
    return done;
  } catch (error) {
    work.outbox.close();
    fit = await rollBack(client);
    const failure = work.outbox.failure ?? error;
    if ((failure as { code?: string }).code === sqlState.readOnly) {
      fit = false;
      database.distrust();
    }
    throw translate(failure, { unique: uniqueIn(database), drawn: work.drawn, placeOf });
  } finally {
    work.outbox.close();
    // A connection that cannot even roll back is closed, so that the pool does not hand it out again.
    client.release(!fit);
  }
}

/** The whole again, where two were in each other's way. */
export async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (!isTransient(error) || tries === ATTEMPTS) throw error;
      await delay(Math.random() * 20 * 2 ** tries);
    }
  }
}

function databaseOf({ app }: RequestContext, country: CountryCode): CountryDatabase {
  const served = app.countries.get(country);
  if (served) return served;
  // It was there when the request came.
  throw outOfService([country]);
}

const rollBack = (client: PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );

/** The attribute that a unique constraint is about, as `table.column`: the id, or one that no two records share. */
const uniqueIn =
  ({ writer }: CountryDatabase) =>
  (table: string, constraint: string): string | undefined => {
    const metadata = writer.entityMetadatas.find(({ tableName }) => tableName === table);
    if (!metadata) return undefined;
    const [id] = metadata.primaryColumns;
    const key = id?.primaryKeyConstraintName ?? writer.namingStrategy.primaryKeyName(table, ['id']);
    const columns = constraint === key ? [id] : metadata.indices.find(({ name }) => name === constraint)?.columns;
    return columns?.length === 1 && columns[0] ? `${table}.${columns[0].databaseName}` : undefined;
  };
