/**
 * A migration that disturbs nobody who serves meanwhile: step by step, each in a transaction of its own that waits for
 * a lock only briefly and tries again, and is noted, so that what was interrupted goes on where it stopped.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { sqlState } from '../base/sqlstate';

/** Whoever waits for a lock holds up all who come after; so nobody waits longer than this for us. */
const LOCK_TIMEOUT_MS = 500;
const ATTEMPTS = 120;

/** Where the steps that were taken are noted: the owner's own, granted to nobody. */
export const stepsTable = 'migration_step';

const CONCURRENTLY = / CONCURRENTLY /;

export abstract class SteppedMigration implements MigrationInterface {
  abstract readonly name: string;
  /** Each brings the schema on by itself, and lets both the version before and this one be served. */
  protected abstract readonly steps: readonly string[];
  protected abstract readonly back: readonly string[];

  /** TypeORM is not to wrap all of it in one transaction. */
  readonly transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE IF NOT EXISTS ${stepsTable} (migration text, step integer, PRIMARY KEY (migration, step))`,
    );
    for (const [at, step] of this.steps.entries()) {
      const name = [this.name, at] as const;
      const done = await rows(queryRunner, `SELECT FROM ${stepsTable} WHERE migration = $1 AND step = $2`, [...name]);
      if (done.length > 0) continue;
      await patiently(() => take(queryRunner, step, name));
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const step of this.back) await queryRunner.query(step);
    await queryRunner.query(`DELETE FROM ${stepsTable} WHERE migration = $1`, [this.name]);
  }
}

const noted = `INSERT INTO ${stepsTable} (migration, step) VALUES ($1, $2)`;

const rows = (queryRunner: QueryRunner, sql: string, values: unknown[] = []): Promise<unknown[]> =>
  queryRunner.query(sql, values) as Promise<unknown[]>;

async function take(queryRunner: QueryRunner, step: string, name: readonly [string, number]): Promise<void> {
  const statement = CONCURRENTLY.test(step) ? await whereNobodyIs(queryRunner, step) : step;
  if (statement !== null && CONCURRENTLY.test(statement)) {
    await queryRunner.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await queryRunner.query(statement);
    await queryRunner.query(noted, [...name]);
    return;
  }
  await queryRunner.startTransaction();
  try {
    await queryRunner.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
    if (statement !== null) await queryRunner.query(statement);
    await queryRunner.query(noted, [...name]);
    await queryRunner.commitTransaction();
  } catch (error) {
    await queryRunner.rollbackTransaction();
    throw error;
  }
}

/**
 * An index is built beside those who write, which takes two passes over the table; of an empty table there is nothing
 * to pass over. What an interrupted build left is invalid, and is built anew. @returns null where it is there already
 */
async function whereNobodyIs(queryRunner: QueryRunner, step: string): Promise<string | null> {
  const [, name, table] = /^CREATE (?:UNIQUE )?INDEX CONCURRENTLY "([^"]+)" ON "([^"]+)"/.exec(step) ?? [];
  if (!name || !table) return step;
  const [found] = (await rows(
    queryRunner,
    `SELECT i.indisvalid AS valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
     WHERE c.relname = $1 AND c.relnamespace = current_schema()::regnamespace`,
    [name],
  )) as { valid: boolean }[];
  if (found?.valid) return null;
  if (found) await queryRunner.query(`DROP INDEX CONCURRENTLY "${name}"`);
  const some = await rows(queryRunner, `SELECT FROM "${table}" LIMIT 1`);
  return some.length > 0 ? step : step.replace(CONCURRENTLY, ' ');
}

async function patiently(step: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (codeOf(error) !== sqlState.lockNotAvailable || tries === ATTEMPTS) throw error;
      await delay(250 + Math.random() * 500);
    }
  }
}

const codeOf = (error: unknown): unknown => (error as { driverError?: { code?: unknown } }).driverError?.code;
