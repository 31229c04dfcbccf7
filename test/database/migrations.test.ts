/** Migrations: they lead to the entities, run for every country by itself, and a country that does not fit is left out. */
import { setTimeout } from 'node:timers/promises';
import { pino } from 'pino';
import { composeApp } from '../../src/compose';
import { loadAdminConfig, loadConfig } from '../../src/base/config';
import { administrationOf, prepareAll, prepareSchema } from '../../src/installation/administration';
import { asAdmin, asOwner, giveMigrationLockBack, takeMigrationLock } from '../../src/database/connect';
import { schemaDifference, schemaFolders } from '../../src/installation/generate';
import { loadMigrations } from '../../src/database/migrations';
import { freshDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => (database = await freshDatabase('migrated')));
afterAll(() => database?.drop());

const start = async (): Promise<string> => {
  const config = loadConfig(database.env);
  return composeApp(config, pino({ level: 'silent' })).then(
    async ({ close }) => close().then(() => 'started'),
    (error: Error) => error.message,
  );
};

/** Why a country is left out; null when it is served. */
const leftOut = async (code: string): Promise<string | null | undefined> => {
  const { app, close } = await composeApp(loadConfig(database.env), pino({ level: 'silent' }));
  const state = app.countries.states().find((each) => each.code === code);
  await close();
  return state?.because;
};

const migrate = (): ReturnType<typeof prepareAll> =>
  prepareAll(administrationOf(loadAdminConfig(database.env), database.admin));

describe('the migrations', () => {
  it.each(schemaFolders)('lead to what the entities of %s say, and back to nothing', async (schema) => {
    const empty = await freshDatabase('empty');
    const { roles } = loadAdminConfig(empty.env);
    expect(await schemaDifference(empty.admin, schema, roles)).toEqual({ up: [], down: [] });
    await empty.drop();
  });

  it('are tracked in every country', async () => {
    const names = loadMigrations('za').map(({ name }) => name);
    for (const schema of ['bw', 'mz', 'region', 'za', 'zw']) {
      const { rows } = await asOwner(database.admin, schema, (client) =>
        client.query('SELECT name FROM migrations ORDER BY id'),
      );
      expect(rows.map(({ name }) => name as string)).toEqual(names);
    }
  });

  it('belong, with all that they make, to the owner of the schema', async () => {
    const { rows } = await asAdmin(database.admin, (client) =>
      client.query(
        `SELECT c.oid::regclass AS relation FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname IN ('identity', 'bw', 'mz', 'za', 'zw', 'region') AND c.relowner <> (n.nspname || '_owner')::regrole`,
      ),
    );
    expect(rows).toEqual([]);
  });
});

describe('starting', () => {
  it('leaves out a country that lags, and says which, by what, and what mends it', async () => {
    const last = loadMigrations('zw').at(-1)?.name ?? '';
    await asOwner(database.admin, 'zw', (client) => client.query('DELETE FROM migrations WHERE name = $1', [last]));
    expect(await leftOut('ZW')).toBe(
      `ZW lags behind this version of the API; it lacks: ${last}. Run \`npx handsoff migrate\` with DATABASE_ADMIN_URL set.`,
    );
    await asOwner(database.admin, 'zw', (client) =>
      client.query(`INSERT INTO migrations ("timestamp", name) VALUES (1, $1)`, [last]),
    );
  });

  it('leaves out a country that is ahead', async () => {
    await asOwner(database.admin, 'bw', (client) =>
      client.query(`INSERT INTO migrations ("timestamp", name) VALUES (9999999999999, 'Future9999999999999')`),
    );
    expect(await leftOut('BW')).toMatch(/^BW is ahead of this version of the API; it has: Future9999999999999\./);
    await asOwner(database.admin, 'bw', (client) => client.query(`DELETE FROM migrations WHERE name LIKE 'Future%'`));
  });

  it('is stopped by a schema whose roles were lost, and by another ROLE_SECRET', async () => {
    const config = loadConfig({ ...database.env, ROLE_SECRET: 'fT5kQ9wZ2xV7bN4mL1pR8sD3gH6jY0cA' });
    await expect(composeApp(config, pino({ level: 'silent' }))).rejects.toThrow(
      /identity cannot be opened: .*is ROLE_SECRET the one/,
    );
  });

  it('goes on when everything was migrated', async () => {
    expect((await migrate()).map(({ schema, ran }) => [schema, ran])).toEqual(
      ['identity', 'bw', 'mz', 'region', 'za', 'zw'].map((schema) => [schema, []]),
    );
    expect(await start()).toBe('started');
  });
});

describe('migrating twice at once', () => {
  it('builds an index beside whoever waits to migrate after it', async () => {
    const { roles } = loadAdminConfig(database.env);
    await asOwner(database.admin, 'zw', async (first) => {
      await takeMigrationLock(first, 'zw');
      const waiting = prepareSchema(database.admin, 'zw', roles);
      await setTimeout(3_000);
      await asOwner(database.admin, 'zw', async (client) => {
        await client.query(`INSERT INTO migration_step VALUES ('filled', 0); SET lock_timeout = '2s'`);
        await client.query('CREATE INDEX CONCURRENTLY beside ON migration_step (step)');
        await client.query(`DROP INDEX beside; DELETE FROM migration_step WHERE migration = 'filled'`);
      });
      await giveMigrationLockBack(first, 'zw');
      await waiting;
    });
  });

  it('does everything once', async () => {
    const fresh = await freshDatabase('migrated');
    const names = loadMigrations('zw').map(({ name }) => name);
    await asAdmin(fresh.admin, (client) => client.query('DROP SCHEMA zw, zw_keys CASCADE'));
    const administration = administrationOf(loadAdminConfig(fresh.env), fresh.admin);
    const reports = (await Promise.all([prepareAll(administration), prepareAll(administration)])).flat();
    expect(reports.filter(({ schema }) => schema === 'zw').flatMap(({ ran }) => ran)).toEqual(names);
    await fresh.drop();
  });
});
