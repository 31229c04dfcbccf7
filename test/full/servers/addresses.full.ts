/** A server of one's own, and one country on another: two real PostgreSQL servers, nothing else changes. */
import { loadAdminConfig, loadConfig } from '../../../src/base/config';
import { administrationOf } from '../../../src/installation/administration';
import { REGION } from '../../../src/base/countries';
import { asAdmin, asOwner } from '../../../src/database/connect';
import { addCountry, prepareInstallation } from '../../../src/installation/installation';
import { knownCountry } from '../../../src/installation/country-definition';
import { startApp, type TestApp } from '../../support/app';
import { startTestCluster, type TestCluster } from '../../support/cluster';
import { freshDatabase, type TestDatabase } from '../../support/database';

let main: TestDatabase;
let mozambique: TestDatabase;
let second: TestCluster & { stop(): Promise<void> };
let env: Record<string, string>;
let app: TestApp;

beforeAll(async () => {
  second = await startTestCluster();
  [main, mozambique] = await Promise.all([freshDatabase('empty'), freshDatabase('empty', second)]);
  env = { ...main.env, DATABASE_URL_MZ: mozambique.url, DATABASE_ADMIN_URL_MZ: mozambique.adminUrl };
  const config = loadAdminConfig(env);
  await prepareInstallation(administrationOf(config, main.admin));
  app = await startApp({ database: { ...main, env } });
});
afterAll(async () => {
  await app?.close();
  await main?.drop();
  await second?.stop();
});

const schemasOf = async (database: TestDatabase): Promise<string[]> => {
  const { rows } = await asAdmin(database.admin, (client) =>
    client.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema') ORDER BY 1`,
    ),
  );
  return rows.map(({ name }) => name);
};

describe('DATABASE_URL and DATABASE_URL_MZ', () => {
  it('put each country where it belongs, and nothing of it elsewhere', async () => {
    const here = ['bw', 'bw_keys', 'identity', 'region', 'region_keys', 'za', 'za_keys', 'zw', 'zw_keys'];
    expect(await schemasOf(main)).toEqual(here);
    expect(await schemasOf(mozambique)).toEqual(['mz', 'mz_keys']);
    const { rows } = await asAdmin(second.admin, (client) =>
      client.query(
        `SELECT rolname FROM pg_roles WHERE rolname ~ '_(app|region|owner)$' AND rolname !~ '^pg_' ORDER BY 1`,
      ),
    );
    expect(rows.map(({ rolname }) => rolname as string)).toEqual(['mz_app', 'mz_owner', 'mz_region']);
  });

  it('serve every country alike', async () => {
    const ports = new Map<string, number>();
    // The region's own place has no row about itself.
    for (const { code, app: pool, region } of app.app.countries.all().filter((one) => one.code !== REGION)) {
      const { rows } = await pool.query('SELECT inet_server_port() AS port, (SELECT code FROM country) AS code');
      expect(rows[0].code).toBe(code);
      expect((await region.query('SELECT code FROM country')).rows).toEqual([{ code }]);
      ports.set(code, rows[0].port as number);
    }
    expect(ports.get('MZ')).toBe(mozambique.admin.port);
    expect(ports.get('ZA')).toBe(main.admin.port);
  });

  it('migrate each where it is, and leave a country out whose administrator is not known', async () => {
    const known = await prepareInstallation(administrationOf(loadAdminConfig(env), main.admin));
    expect(known.find(({ schema }) => schema === 'mz')?.ran).toEqual([]);
    const { DATABASE_ADMIN_URL_MZ: _, ...without } = env;
    const unknown = await prepareInstallation(administrationOf(loadAdminConfig(without), main.admin));
    expect(unknown.find(({ schema }) => schema === 'mz')?.ran).toBeNull();
  });

  it('add a country on a server of its own', async () => {
    const namibia = await freshDatabase('empty', second);
    const urls = { DATABASE_URL_NA: namibia.url, DATABASE_ADMIN_URL_NA: namibia.adminUrl };
    const definition = knownCountry('NA');
    if (!definition) throw new Error('NA is unknown');
    await addCountry(administrationOf(loadAdminConfig({ ...env, ...urls }), main.admin), definition);
    expect(await schemasOf(namibia)).toEqual(['na', 'na_keys']);
    const other = await startApp({ database: { ...main, env: { ...env, ...urls } } });
    expect((await other.app.countries.get('NA')?.app.query('SELECT code FROM country'))?.rows).toEqual([
      { code: 'NA' },
    ]);
    await other.close();
    await asOwner(main.admin, 'identity', (client) => client.query(`DELETE FROM country WHERE code = 'NA'`));
  });
});

describe('a database that restarts', () => {
  it('loses connections, and the API goes on without a restart', async () => {
    const country = app.app.countries.get('MZ');
    const busy = country?.app.query('SELECT pg_sleep(30)').then(
      () => 'answered',
      () => 'lost',
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    await asAdmin(second.admin, (client) =>
      client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename ~ '^mz_'`),
    );
    expect(await busy).toBe('lost');
    expect((await country?.app.query('SELECT 1 AS one'))?.rows).toEqual([{ one: 1 }]);
    expect((await country?.region.query('SELECT 1 AS one'))?.rows).toEqual([{ one: 1 }]);
  });
});

describe('production', () => {
  const production = async (change: Record<string, string>): Promise<string> => {
    const { secrets } = loadConfig(env);
    const keys = Object.fromEntries(
      ['BW', 'MZ', 'ZA', 'ZW'].map((code) => [
        `COUNTRY_KEY_${code}`,
        `dev:${secrets.countryKeys(code)?.[0]?.key.toString('base64')}`,
      ]),
    );
    const all = {
      ...env,
      ...keys,
      NODE_ENV: 'production',
      ROLE_SECRET: secrets.role,
      TOKEN_SECRET: secrets.tokens.join(','),
      ...change,
    };
    return startApp({ database: { ...main, env: all } }).then(
      async (started) => started.close().then(() => 'started'),
      (error: Error) => error.message,
    );
  };

  it('starts without demo accounts and with addresses that name no user, or a run-time one', async () => {
    expect(await production({})).toBe('started');
    expect(await production({ DATABASE_URL: main.url.replace('//', '//za_app@') })).toBe('started');
  });

  it('refuses an address that came with an owner’s rights', async () => {
    expect(await production({ DATABASE_URL: main.adminUrl })).toMatch(
      /DATABASE_URL names the user "postgres", who has the rights of an owner/,
    );
    expect(await production({ DATABASE_URL_MZ: mozambique.adminUrl })).toMatch(
      /DATABASE_URL_MZ names the user "postgres"/,
    );
    expect(await production({ DATABASE_URL: main.url.replace('//', '//za_owner@') })).toMatch(
      /"za_owner", who has the rights of an owner/,
    );
  });

  it('refuses demo accounts', async () => {
    await asOwner(main.admin, 'identity', (client) =>
      client.query(
        `INSERT INTO account (email, name, password_hash, role, demo) VALUES ('analyst@region.demo', 'A', 'x', 'ANALYST', true)`,
      ),
    );
    expect(await production({})).toMatch(/The database has 1 demo accounts/);
  });
});
