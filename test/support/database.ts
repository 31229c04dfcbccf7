/** A database of its own for a test file, copied from a template that is made once in a run. */
import { randomBytes } from 'node:crypto';
import { loadAdminConfig, type AdminAddress } from '../../src/base/config';
import { administrationOf, registeredPlaces } from '../../src/installation/administration';
import { asAdmin, quote } from '../../src/database/connect';
import { admit, closeDatabase } from '../../src/installation/harden';
import { prepareInstallation } from '../../src/installation/installation';
import { identitySchema, loginRoles, schemaOf } from '../../src/database/roles';
import { makeDemoData } from '../../src/cli/prepare';
import { testCluster, type TestCluster } from './cluster';

/**
 * `empty`: nothing; `migrated`: the programme's four countries without data; `demo`: with the demo data; `published`: and
 * with all that the countries publish of these by now.
 */
export type Template = 'empty' | 'migrated' | 'demo' | 'published';

export interface TestDatabase {
  readonly name: string;
  /** With the superuser, in which the tests look behind the API. */
  readonly admin: AdminAddress;
  readonly adminUrl: string;
  /** Without a user, as serving gets it. */
  readonly url: string;
  /** Environment of an installation on this database: enough for `loadConfig` and `loadAdminConfig`. */
  readonly env: Readonly<Record<string, string>>;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** Brings a database to where a template is. */
export type Make = (draft: TestDatabase) => Promise<void>;

const notHere: Make = () => Promise.reject(new Error('Only the API publishes: `startApp` makes this template.'));

/** A new database on the server of the run, or on another. @param publish how `published` is made */
export async function freshDatabase(
  template: Template = 'migrated',
  cluster: TestCluster = testCluster(),
  publish = notHere,
): Promise<TestDatabase> {
  const database = describe(cluster, `test_${randomBytes(6).toString('hex')}`);
  if (template === 'empty') {
    await asAdmin(cluster.admin, (client) => client.query(`CREATE DATABASE ${quote(database.name)}`));
    return database;
  }
  await ensureTemplate(cluster, template, publish);
  await copy(cluster, `template_${template}`, database);
  return database;
}

function describe(cluster: TestCluster, name: string): TestDatabase {
  const admin = { ...cluster.admin, database: name };
  const { host, port, user, password } = admin;
  const url = `postgresql://${host}:${port}/${name}`;
  const adminUrl = `postgresql://${user}:${password}@${host}:${port}/${name}`;
  const env = {
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATA_DIR: cluster.dataDir,
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: adminUrl,
    ROLE_CONNECTION_LIMIT: '250',
  };
  const drop = (): Promise<void> =>
    asAdmin(
      cluster.admin,
      async (client) => void (await client.query(`DROP DATABASE IF EXISTS ${quote(name)} WITH (FORCE)`)),
    );
  return { name, admin, adminUrl, url, env, drop };
}

/** Rights on a database itself are not copied with it. */
async function copy(cluster: TestCluster, template: string, { name, admin }: TestDatabase): Promise<void> {
  await asAdmin(cluster.admin, (client) =>
    client.query(`CREATE DATABASE ${quote(name)} TEMPLATE ${quote(template)} STRATEGY FILE_COPY`),
  );
  const countries = await registeredPlaces(admin);
  const roles = [identitySchema, ...countries.map(schemaOf)].flatMap(loginRoles);
  await asAdmin(admin, async (client) => {
    await closeDatabase(client, true);
    await admit(client, roles);
  });
}

type Made = Exclude<Template, 'empty'>;

/** From which other each is made. */
const below: Readonly<Record<Made, Made | null>> = { migrated: null, demo: 'migrated', published: 'demo' };

/** The first test that needs a template makes it; others wait. */
function ensureTemplate(cluster: TestCluster, template: Made, publish: Make): Promise<void> {
  return asAdmin(cluster.admin, async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const name = `template_${template}`;
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return;
    const draft = describe(cluster, `${name}_draft`);
    await draft.drop();
    const from = below[template];
    if (from) {
      await ensureTemplate(cluster, from, publish);
      await copy(cluster, `template_${from}`, draft);
    } else await client.query(`CREATE DATABASE ${quote(draft.name)}`);
    await { migrated: migrate, demo: seed, published: publish }[template](draft);
    await client.query(`ALTER DATABASE ${quote(draft.name)} RENAME TO ${quote(name)}`);
  });
}

async function migrate({ env }: TestDatabase): Promise<void> {
  const config = loadAdminConfig(env);
  if (config.main) await prepareInstallation(administrationOf(config, config.main));
}

async function seed({ env }: TestDatabase): Promise<void> {
  const config = loadAdminConfig(env);
  if (config.main)
    await makeDemoData(administrationOf(config, config.main), config, { scale: 1, log: () => undefined });
}

/** Another with the same data; nobody may be connected to the one. */
export async function copyOf(source: TestDatabase, cluster: TestCluster): Promise<TestDatabase> {
  const database = describe(cluster, `${source.name}_${randomBytes(3).toString('hex')}`);
  await copy(cluster, source.name, database);
  return database;
}
