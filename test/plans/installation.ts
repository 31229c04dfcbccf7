/**
 * The database that plans are read in: about 100,000 cases in each country. `PLANS_ADMIN_URL` names one that is there
 * already (with the environment of its installation beside it); otherwise one is made, which takes a quarter of an hour.
 */
import { tmpdir } from 'node:os';
import { loadAdminConfig, type AdminAddress } from '../../src/base/config';
import { parseAddress } from '../../src/base/config/address';
import { administrationOf } from '../../src/installation/administration';
import { asAdmin } from '../../src/database/connect';
import { prepareInstallation } from '../../src/installation/installation';
import { makeDemoData } from '../../src/cli/prepare';
import type { TestDatabase } from '../support/database';
import { startTestCluster } from '../support/cluster';

/** So many times the demo data hold 100,000 cases in a country. */
const scale = 670;

export interface Installation {
  readonly database: TestDatabase;
  readonly stop: () => Promise<void>;
}

export async function openInstallation(): Promise<Installation> {
  const given = process.env.PLANS_ADMIN_URL;
  const installation = given ? existing(given) : await makeOne();
  await asAdmin(installation.database.admin, async (client) => {
    await client.query(logEntries);
    await client.query(given ? 'ANALYZE' : 'VACUUM ANALYZE');
  });
  return installation;
}

function existing(adminUrl: string): Installation {
  const { address, login } = parseAddress(adminUrl);
  if (!login) throw new Error('PLANS_ADMIN_URL: expected the user and the password of the administrator');
  return { database: describe({ ...address, ...login }, process.env as TestDatabase['env']), stop: nothing };
}

async function makeOne(): Promise<Installation> {
  const cluster = await startTestCluster({ shared_buffers: '1GB', max_wal_size: '8GB', autovacuum: 'on' }, tmpdir());
  const database = describe(cluster.admin, { DATA_DIR: cluster.dataDir });
  const config = loadAdminConfig(database.env);
  if (!config.main) throw new Error('the database has no administrator');
  const administration = administrationOf(config, config.main);
  await prepareInstallation(administration);
  await makeDemoData(administration, config, { scale, log: (line) => process.stdout.write(`${line}\n`) });
  return { database, stop: cluster.stop };
}

const nothing = (): Promise<void> => Promise.resolve();

function describe(admin: AdminAddress, own: TestDatabase['env']): TestDatabase {
  const { host, port, database: name, user, password } = admin;
  const url = `postgresql://${host}:${port}/${name}`;
  const adminUrl = `postgresql://${user}:${password}@${host}:${port}/${name}`;
  const env = {
    ...own,
    NODE_ENV: 'test',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    DATABASE_URL: url,
    DATABASE_ADMIN_URL: adminUrl,
    RATE_LIMIT_PER_MINUTE: '1000000',
  };
  return { name, admin, adminUrl, url, env, drop: nothing };
}

/** The demo data hold no access log; reading about every sealed note once makes one of its usual size. */
const logEntries = `
  INSERT INTO za.access_log_entry (id, version, created_at, updated_at, actor_id, actor_role, organisation_id, entity,
    record_id, survivor_id, data_class, purpose, request_id)
  SELECT gen_random_uuid(), 1, n.created_at, n.created_at, s.id, s.role, s.organisation_id, 'CaseNote', n.id,
    c.survivor_id, 'NARRATIVE', 'CASE_WORK', n.id
  FROM za.case_note n JOIN za."case" c ON c.id = n.case_id JOIN za.staff_member s ON s.id = c.owner_id
  WHERE (SELECT count(*) FROM za.access_log_entry) < 50000`;
