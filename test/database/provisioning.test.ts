/** Roles and rights, read from PostgreSQL's own catalogue for every role, schema and table that there is. */
import { stepsTable } from '../../src/database/migration-steps';
import { Client, type ClientBase } from 'pg';
import { loadConfig, type AdminAddress } from '../../src/base/config';
import { asAdmin } from '../../src/database/connect';
import { actualGrants, compareGrants, expectedGrants } from '../../src/installation/grants';
import { loginRoles, ownerRole, roleLogin } from '../../src/database/roles';
import { callableTextFunctions } from '../../src/model/text-function';
import { freshDatabase, type TestDatabase } from '../support/database';

const schemas = ['identity', 'bw', 'mz', 'region', 'za', 'zw'];
const countries = schemas.slice(1);
let database: TestDatabase;

beforeAll(async () => (database = await freshDatabase('migrated')));
afterAll(() => database?.drop());

const rolesOf = (of: readonly string[]): string[] => of.flatMap((schema) => [...loginRoles(schema)]);

/** A connection of a run-time role, as an attacker with its password would open it. */
async function as<T>(
  role: string,
  work: (client: ClientBase) => Promise<T>,
  at: AdminAddress = database.admin,
): Promise<T> {
  const login = roleLogin(loadConfig(database.env).secrets.role, role);
  const client = new Client({ host: at.host, port: at.port, database: at.database, ...login });
  await client.connect();
  return work(client).finally(() => client.end());
}

const refusal = async (role: string, text: string): Promise<string> =>
  as(role, (client) =>
    client.query(text).then(
      () => 'allowed',
      (error: Error) => error.message,
    ),
  );

describe('every role', () => {
  it('has no attribute that a run-time role or an owner could abuse', async () => {
    const { rows } = await asAdmin(database.admin, (client) =>
      client.query<{ rolname: string; rolcanlogin: boolean; mighty: boolean }>(
        `SELECT rolname, rolcanlogin, rolsuper OR rolcreatedb OR rolcreaterole OR rolinherit OR rolreplication OR rolbypassrls AS mighty
           FROM pg_roles WHERE rolname ~ '^(identity|bw|mz|region|za|zw)_' ORDER BY rolname`,
      ),
    );
    expect(rows.filter(({ mighty }) => mighty)).toEqual([]);
    expect(rows.filter(({ rolcanlogin }) => rolcanlogin).map(({ rolname }) => rolname)).toEqual(
      rolesOf(schemas).sort(),
    );
    expect(rows.filter(({ rolcanlogin }) => !rolcanlogin).map(({ rolname }) => rolname)).toEqual(
      schemas.map(ownerRole).sort(),
    );
  });

  it('is a member of no other', async () => {
    const { rows } = await asAdmin(database.admin, (client) =>
      client.query(
        `SELECT m.member::regrole FROM pg_auth_members m WHERE m.member::regrole::text ~ '^(identity|bw|mz|region|za|zw)_'`,
      ),
    );
    expect(rows).toEqual([]);
  });

  it.each(rolesOf(schemas))('%s has its own search path, its timeouts, UTC, no JIT and no workers', async (role) => {
    const { rows } = await as(role, (client) =>
      client.query(
        `SELECT name, setting FROM pg_settings WHERE name IN ('search_path', 'jit', 'TimeZone', 'statement_timeout',
           'max_parallel_workers_per_gather', 'lock_timeout', 'idle_in_transaction_session_timeout', 'synchronous_commit') ORDER BY name`,
      ),
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      search_path: role.replace(/_(app|region)$/, ''),
      jit: 'off',
      max_parallel_workers_per_gather: '0',
      TimeZone: 'UTC',
      statement_timeout: '10000',
      lock_timeout: '3000',
      idle_in_transaction_session_timeout: '15000',
      synchronous_commit: 'on',
    });
  });

  it.each(rolesOf(schemas))('%s may use its own schema and no other, and create nothing', async (role) => {
    const { rows } = await asAdmin(database.admin, (client) =>
      client.query<{ usable: string[]; creatable: string[]; database: boolean; owned: string }>(
        `SELECT ARRAY(SELECT nspname::text FROM pg_namespace WHERE has_schema_privilege($1, oid, 'USAGE') AND nspname !~ '^pg_(toast|temp)' ORDER BY 1) AS usable,
                ARRAY(SELECT nspname::text FROM pg_namespace WHERE has_schema_privilege($1, oid, 'CREATE')) AS creatable,
                has_database_privilege($1, current_database(), 'CREATE') OR has_database_privilege($1, current_database(), 'TEMPORARY') AS database,
                (SELECT count(*) FROM pg_class WHERE relowner = $1::text::regrole) AS owned`,
        [role],
      ),
    );
    const schema = role.replace(/_(app|region)$/, '');
    expect(rows[0]).toEqual({
      usable: ['information_schema', 'pg_catalog', schema].sort(),
      creatable: [],
      database: false,
      owned: 0,
    });
  });

  it.each(rolesOf(schemas))('%s cannot make, copy out or learn what is not of its schema', async (role) => {
    for (const statement of [
      'CREATE TABLE mine ()',
      'CREATE TEMPORARY TABLE mine ()',
      'CREATE SCHEMA mine',
      'DO $$ BEGIN END $$',
      'SELECT lo_create(0)',
      "COPY (SELECT 1) TO PROGRAM 'true'",
      "SELECT pg_read_file('PG_VERSION')",
      'SELECT reltuples FROM pg_class',
      "SELECT pg_total_relation_size('pg_class')",
      'SELECT * FROM pg_stat_activity',
      'SELECT * FROM pg_stat_user_tables',
      'SELECT rolpassword FROM pg_authid',
      `SET ROLE ${ownerRole(role.replace(/_(app|region)$/, ''))}`,
      'SET SESSION AUTHORIZATION postgres',
    ]) {
      expect(`${statement}: ${await refusal(role, statement)}`).toMatch(/: permission denied/);
    }
  });
});

const isFunction = (name: string): boolean => callableTextFunctions.includes(name);

describe('every table', () => {
  it.each(schemas)('of %s has exactly the grants that follow from the policy', async (schema) => {
    await asAdmin(database.admin, async (client) => {
      expect(await compareGrants(client, schema)).toEqual({ surplus: [], missing: [] });
      const { rows } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = $1::regnamespace AND relkind = 'r'`,
        [schema],
      );
      // What is of cases has its tables in the region's own place as well, and nobody has a right to them.
      const known = schema === 'region' ? 'za' : schema;
      const granted = new Set([...expectedGrants(known).map(({ table }) => table), stepsTable]);
      expect(rows.map(({ name }) => name).filter((name) => !granted.has(name))).toEqual([]);
    });
  });

  it('grants neither TRUNCATE, REFERENCES nor TRIGGER to anybody, nor anything to PUBLIC, and no function but how texts are searched', async () => {
    for (const schema of schemas) {
      const grants = await asAdmin(database.admin, (client) => actualGrants(client, schema));
      expect(
        grants.filter(
          ({ role, table, privilege }) =>
            role === 'PUBLIC' ||
            !(isFunction(table) ? ['EXECUTE'] : ['SELECT', 'INSERT', 'UPDATE', 'DELETE']).includes(privilege),
        ),
      ).toEqual([]);
    }
  });

  it('of a country is out of reach for the roles of every other country and of identity', async () => {
    const { rows } = await asAdmin(database.admin, (client) =>
      client.query(
        `SELECT r.rolname, c.oid::regclass AS relation FROM pg_roles r, pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE r.rolname = ANY ($1) AND n.nspname = ANY ($2) AND split_part(r.rolname, '_', 1) <> n.nspname AND c.relkind IN ('r', 'v', 'm')
            AND (has_any_column_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, REFERENCES') OR has_table_privilege(r.oid, c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER'))`,
        [rolesOf(schemas), schemas],
      ),
    );
    expect(rows).toEqual([]);
  });

  it.each(countries)('of %s is nothing but readable for the region, and only where it is shared', async (country) => {
    const grants = await asAdmin(database.admin, (client) => actualGrants(client, country));
    const regional = grants.filter(({ role, table }) => role === `${country}_region` && !isFunction(table));
    expect(regional.length).toBeGreaterThan(0);
    expect(new Set(regional.map(({ privilege }) => privilege))).toEqual(new Set(['SELECT']));
  });
});

describe('the server', () => {
  it('lets the run-time roles into no database but theirs', async () => {
    const elsewhere = await freshDatabase('empty');
    await asAdmin(elsewhere.admin, (client) => client.query(`REVOKE ALL ON DATABASE ${elsewhere.name} FROM PUBLIC`));
    await expect(as('za_app', () => Promise.resolve('in'), elsewhere.admin)).rejects.toThrow(
      /permission denied for database/,
    );
    await elsewhere.drop();
  });

  it('refuses a wrong password', async () => {
    const { host, port, database: name } = database.admin;
    const client = new Client({ host, port, database: name, user: 'za_app', password: 'guessed' });
    await expect(client.connect()).rejects.toThrow(/password authentication failed/);
  });
});
