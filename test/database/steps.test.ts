/** Migrations beside those who serve: what is generated can be taken in steps, and a step that fails is taken again. */
import type { QueryRunner } from 'typeorm';
import { ownerDataSource } from '../../ormconfig';
import { loadAdminConfig } from '../../src/base/config';
import { asAdmin, asOwner } from '../../src/database/connect';
import { SteppedMigration } from '../../src/database/migration-steps';
import { provision } from '../../src/installation/provision';
import { ContractError, inSteps } from '../../src/installation/without-downtime';
import { freshDatabase, type TestDatabase } from '../support/database';

const expand = { contract: false };

describe('a difference', () => {
  it('builds indexes beside those who write, and validates constraints apart', () => {
    const statements = [
      'CREATE INDEX "case_x" ON "case" ("x")',
      'DROP INDEX "case_y"',
      'ALTER TABLE "case" ADD "x" text',
      `ALTER TABLE "case" ADD CONSTRAINT "case_x_code" CHECK ("x" IN ('A'))`,
      'ALTER TABLE "case" ADD CONSTRAINT "fk" FOREIGN KEY ("x") REFERENCES "y"("id") ON DELETE NO ACTION',
    ];
    expect(inSteps(statements, expand)).toEqual([
      'CREATE INDEX CONCURRENTLY "case_x" ON "case" ("x")',
      'DROP INDEX CONCURRENTLY "case_y"',
      'ALTER TABLE "case" ADD "x" text',
      `ALTER TABLE "case" ADD CONSTRAINT "case_x_code" CHECK ("x" IN ('A')) NOT VALID`,
      'ALTER TABLE "case" ADD CONSTRAINT "fk" FOREIGN KEY ("x") REFERENCES "y"("id") ON DELETE NO ACTION NOT VALID',
      'ALTER TABLE "case" VALIDATE CONSTRAINT "case_x_code"',
      'ALTER TABLE "case" VALIDATE CONSTRAINT "fk"',
    ]);
  });

  it('never leaves a column unchecked while its codes grow', () => {
    const statements = [
      'ALTER TABLE "case" DROP CONSTRAINT "case_x_code"',
      `ALTER TABLE "case" ADD CONSTRAINT "case_x_code" CHECK ("x" IN ('A', 'B'))`,
    ];
    expect(inSteps(statements, expand)).toEqual([
      `ALTER TABLE "case" DROP CONSTRAINT "case_x_code", ADD CONSTRAINT "case_x_code" CHECK ("x" IN ('A', 'B')) NOT VALID`,
      'ALTER TABLE "case" VALIDATE CONSTRAINT "case_x_code"',
    ]);
  });

  it('makes a new table as it is', () => {
    const statements = ['CREATE TABLE "box" ("id" uuid NOT NULL)', 'CREATE INDEX "box_id" ON "box" ("id")'];
    expect(inSteps(statements, expand)).toEqual(statements);
  });

  it.each([
    'DROP TABLE "box"',
    'ALTER TABLE "box" DROP COLUMN "x"',
    'ALTER TABLE "box" ADD "x" text NOT NULL',
    'ALTER TABLE "box" ALTER COLUMN "x" SET NOT NULL',
    'ALTER TABLE "box" RENAME COLUMN "x" TO "y"',
    'ALTER TABLE "box" ALTER COLUMN "x" TYPE integer',
  ])('takes nothing from the version before, unless told: %s', (statement) => {
    expect(() => inSteps([statement], expand)).toThrow(ContractError);
    expect(inSteps([statement], { contract: true })).toEqual([statement]);
  });

  it('takes a new column that the version before need not know', () => {
    const statement = `ALTER TABLE "box" ADD "x" boolean NOT NULL DEFAULT false`;
    expect(inSteps([statement], expand)).toEqual([statement]);
  });
});

describe('a stepped migration', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase('empty');
    const { roles } = loadAdminConfig(database.env);
    await asAdmin(database.admin, (client) => provision(client, 'xx', roles));
  });
  afterAll(() => database?.drop());

  const migration = (name: string, steps: readonly string[]): SteppedMigration =>
    new (class extends SteppedMigration {
      readonly name = name;
      protected readonly steps = steps;
      protected readonly back = [];
    })();

  async function migrate(name: string, steps: readonly string[]): Promise<void> {
    const source = await ownerDataSource(database.admin, 'xx').initialize();
    const runner: QueryRunner = source.createQueryRunner();
    try {
      await migration(name, steps).up(runner);
    } finally {
      await runner.release();
      await source.destroy();
    }
  }
  const owner = (text: string): Promise<unknown[]> =>
    asOwner(database.admin, 'xx', async (client) => (await client.query<Record<string, unknown>>(text)).rows);

  it('goes on where it was interrupted', async () => {
    const first = ['CREATE TABLE one (x int)', 'INSERT INTO one VALUES (1)'];
    await expect(migrate('Interrupted1', [...first, 'ALTER TABLE nowhere ADD x int'])).rejects.toThrow('nowhere');
    await migrate('Interrupted1', [...first, 'ALTER TABLE one ADD y int', 'INSERT INTO one VALUES (2, 2)']);
    await migrate('Interrupted1', [...first, 'ALTER TABLE one ADD y int', 'INSERT INTO one VALUES (2, 2)']);
    expect(await owner('SELECT x, y FROM one ORDER BY x')).toEqual([
      { x: 1, y: null },
      { x: 2, y: 2 },
    ]);
  });

  it('waits for a lock briefly, lets others pass, and tries again', async () => {
    await owner('CREATE TABLE busy (x int)');
    let migrated: Promise<void> | undefined;
    await asOwner(database.admin, 'xx', async (holder) => {
      await holder.query('BEGIN');
      await holder.query('SELECT FROM busy');
      migrated = migrate('Busy1', ['ALTER TABLE busy ADD y int']);
      const refused = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE 'ROLLBACK%' AND datname = current_database()`;
      await asAdmin(database.admin, async (watcher) => {
        for (let n = 0; n === 0;) n = (await watcher.query<{ n: number }>(refused)).rows[0]?.n ?? 0;
      });
      // The migration has given up once; whoever reads is not held up by it.
      expect(await owner('SELECT * FROM busy')).toEqual([]);
      await holder.query('COMMIT');
    });
    await migrated;
    expect(await owner('SELECT y FROM busy')).toEqual([]);
  });

  it('builds an index anew that was left half built', async () => {
    await owner('CREATE TABLE twice (x int)');
    await owner('INSERT INTO twice VALUES (1), (1)');
    const steps = ['CREATE UNIQUE INDEX CONCURRENTLY "twice_x" ON "twice" ("x")'];
    const valid = `SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 'twice_x'::regclass`;
    await expect(migrate('Twice1', steps)).rejects.toThrow();
    expect(await owner(valid)).toEqual([{ valid: false }]);
    await owner('DELETE FROM twice WHERE ctid = (SELECT min(ctid) FROM twice)');
    await migrate('Twice1', steps);
    expect(await owner(valid)).toEqual([{ valid: true }]);
    await owner(`DELETE FROM migration_step WHERE migration = 'Twice1'`);
    await migrate('Twice1', steps);
  });
});
