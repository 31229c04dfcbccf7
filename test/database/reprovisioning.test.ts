/** Provisioning again: nothing changes where nothing drifted, and what drifted is mended; also by an administrator who is no superuser. */
import { Client } from 'pg';
import { loadAdminConfig, loadConfig } from '../../src/base/config';
import { isFounded, prepareSchema } from '../../src/installation/administration';
import { asAdmin, asOwner } from '../../src/database/connect';
import { compareGrants } from '../../src/installation/grants';
import { inspectSchema } from '../../src/installation/inspect';
import { loginRoles, ownerRole, roleLogin } from '../../src/database/roles';
import { testCluster } from '../support/cluster';
import { freshDatabase, type TestDatabase } from '../support/database';

const schemas = ['identity', 'bw', 'mz', 'region', 'za', 'zw'];
let database: TestDatabase;

beforeAll(async () => (database = await freshDatabase('migrated')));
afterAll(() => database?.drop());

/** What the doctor calls wrong; the server of the tests does not wait for the disk. */
const findings = (schema: string): Promise<string[]> =>
  asOwner(database.admin, schema, async (client) =>
    (await inspectSchema(client, schema))
      .filter(({ level, text }) => level === 'wrong' && !/fsync/.test(text))
      .map(({ text }) => text),
  );

it('finds a registry that it may not look into', async () => {
  const { user, name } = { user: `reader_${database.name}`, name: database.name };
  await asAdmin(database.admin, (client) =>
    client.query(
      `CREATE ROLE ${user} LOGIN PASSWORD 'reads-the-catalogue'; GRANT CONNECT ON DATABASE ${name} TO ${user}`,
    ),
  );
  expect(await isFounded({ ...database.admin, user, password: 'reads-the-catalogue' })).toBe(true);
  await asAdmin(database.admin, (client) => client.query(`DROP OWNED BY ${user}; DROP ROLE ${user}`));
});

describe('provisioning again', () => {
  it('changes nothing where nothing drifted', async () => {
    const before = await snapshot();
    const { roles } = loadAdminConfig(database.env);
    for (const schema of schemas) expect((await prepareSchema(database.admin, schema, roles)).ran).toEqual([]);
    expect(await snapshot()).toEqual(before);
  });

  it('mends what drifted, and the doctor sees it before and no more after', async () => {
    await asOwner(database.admin, 'zw', async (client) => {
      await client.query('GRANT DELETE ON access_log_entry TO zw_app');
      await client.query('REVOKE SELECT ON province FROM zw_region');
      await client.query('CREATE TABLE forgotten (); GRANT SELECT ON forgotten TO PUBLIC');
      await client.query('GRANT USAGE ON SCHEMA zw_keys TO zw_app; GRANT SELECT ON zw_keys.data_key TO zw_app');
      await client.query('GRANT USAGE ON SCHEMA zw TO za_app; GRANT SELECT (name) ON province TO za_app');
    });
    await asAdmin(database.admin, (client) =>
      client.query(
        'GRANT TEMPORARY ON DATABASE ' + database.name + ' TO zw_app; GRANT USAGE ON SCHEMA public TO PUBLIC',
      ),
    );
    expect((await findings('zw')).sort()).toEqual([
      'zw: PUBLIC has SELECT on forgotten, which the policy does not give',
      'zw: za_app has SELECT on province.name, which the policy does not give',
      'zw: zw_app has DELETE on access_log_entry, which the policy does not give',
      'zw: zw_app may create schemas or temporary tables',
      'zw: zw_app may use schema public',
      'zw: zw_app may use schema zw_keys',
      'zw: zw_region lacks SELECT on province',
      'zw: zw_region may use schema public',
    ]);
    await prepareSchema(database.admin, 'zw', loadAdminConfig(database.env).roles);
    expect(await findings('zw')).toEqual([]);
    const login = roleLogin(loadConfig(database.env).secrets.role, 'za_app');
    const client = new Client({ ...database.admin, ...login });
    await client.connect();
    await expect(client.query('SELECT FROM zw.province')).rejects.toThrow(/permission denied for schema zw/);
    await client.end();
  });

  it('takes from the roles what they were given', async () => {
    const { roles } = loadAdminConfig(database.env);
    await prepareSchema(database.admin, 'qs', roles);
    await asAdmin(database.admin, async (client) => {
      await client.query(
        'ALTER ROLE qs_app BYPASSRLS CREATEDB INHERIT; GRANT qs_owner TO qs_app; ALTER ROLE qs_owner LOGIN',
      );
      await client.query(`ALTER ROLE qs_app SET statement_timeout = 0; ALTER ROLE qs_region PASSWORD 'guessed'`);
    });
    expect(await findings('qs')).toEqual([
      'qs: qs_owner has LOGIN',
      'qs: qs_app has CREATEDB',
      'qs: qs_app has INHERIT',
      'qs: qs_app has BYPASSRLS',
      'qs: qs_app is a member of qs_owner',
      'qs: qs_app may create in schema qs_keys',
      'qs: qs_app may create in schema qs',
      'qs: qs_app may use schema qs_keys',
    ]);
    await prepareSchema(database.admin, 'qs', roles);
    expect(await findings('qs')).toEqual([]);
    for (const role of loginRoles('qs')) {
      const client = new Client({ ...database.admin, ...roleLogin(roles.secret, role) });
      await client.connect();
      expect((await client.query('SHOW statement_timeout')).rows).toEqual([{ statement_timeout: '10s' }]);
      await client.end();
    }
    await asAdmin(database.admin, async (client) => {
      await client.query('DROP SCHEMA qs CASCADE');
      for (const role of [...loginRoles('qs'), ownerRole('qs')])
        await client.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    });
  });
});

describe('an administrator who is no superuser', () => {
  it('provisions a database that is theirs', async () => {
    const managed = await freshDatabase('empty');
    await asAdmin(managed.admin, async (client) => {
      await client.query(`CREATE ROLE boss LOGIN CREATEROLE PASSWORD 'boss'`);
      await client.query(`ALTER DATABASE ${managed.name} OWNER TO boss`);
    });
    const boss = { ...managed.admin, user: 'boss', password: 'boss' };
    const { roles } = loadAdminConfig(managed.env);
    expect((await prepareSchema(boss, 'qq', roles)).ran).not.toEqual([]);
    expect((await prepareSchema(boss, 'qq', roles)).ran).toEqual([]);
    await asAdmin(boss, async (client) => {
      const wrong = (await compareGrants(client, 'qq')).surplus;
      expect(wrong).toEqual([]);
      await expect(client.query('SELECT FROM qq.province')).rejects.toThrow(/permission denied/);
    });
    await managed.drop();
    await asAdmin(testCluster().admin, async (client) => {
      for (const role of ['qq_app', 'qq_region', 'qq_owner', 'boss']) await client.query(`DROP ROLE IF EXISTS ${role}`);
    });
  });

  it('is told what is missing', async () => {
    const managed = await freshDatabase('empty');
    await asAdmin(managed.admin, (client) => client.query(`CREATE ROLE clerk LOGIN PASSWORD 'clerk'`));
    const clerk = { ...managed.admin, user: 'clerk', password: 'clerk' };
    await expect(prepareSchema(clerk, 'qr', loadAdminConfig(managed.env).roles)).rejects.toThrow(
      /ALTER ROLE "clerk" CREATEROLE; ALTER DATABASE/,
    );
    await managed.drop();
    await asAdmin(testCluster().admin, (client) => client.query('DROP ROLE clerk'));
  });
});

/** Everything that provisioning could change. */
async function snapshot(): Promise<Record<string, unknown> | undefined> {
  return asAdmin(database.admin, async (client) => {
    const { rows } = await client.query<Record<string, unknown>>(
      `SELECT (SELECT json_agg(r ORDER BY r.oid) FROM (SELECT oid, rolname, rolsuper, rolinherit, rolcanlogin, rolpassword, rolconnlimit FROM pg_authid WHERE rolname ~ $1) r) AS roles,
              (SELECT json_agg(s ORDER BY s.setrole) FROM pg_db_role_setting s WHERE s.setrole::regrole::text ~ $1) AS settings,
              (SELECT json_agg(json_build_array(oid, nspacl::text) ORDER BY oid) FROM pg_namespace WHERE nspname !~ '^pg_temp') AS schemas,
              (SELECT json_agg(json_build_array(oid, relacl::text) ORDER BY oid) FROM pg_class) AS tables,
              (SELECT json_agg(json_build_array(oid, proacl::text) ORDER BY oid) FROM pg_proc) AS functions,
              (SELECT datacl::text FROM pg_database WHERE datname = current_database()) AS database`,
      [`^(${schemas.join('|')})_`],
    );
    return rows[0];
  });
}
