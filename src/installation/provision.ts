/** Makes a schema's roles and the schema itself, with the least rights. Repeating it mends what drifted and changes nothing else. */
import { sqlState } from '../base/sqlstate';
import { Client, type ClientConfig } from 'pg';
import type { AdminAddress, RoleSettings } from '../base/config';
import { quote } from '../database/connect';
import { admit, closeDatabase } from './harden';
import {
  appRole,
  loginRoles,
  ownSchemas,
  ownerRole,
  roleLogin,
  roleParameters,
  scramVerifier,
} from '../database/roles';

/** The database cannot be provisioned as it is; the message says how to mend it. */
export class ProvisionError extends Error {
  override readonly name = 'ProvisionError';
}

interface Administrator {
  readonly superuser: boolean;
  readonly createrole: boolean;
  readonly owns: boolean;
  readonly version: number;
  readonly database: string;
  readonly name: string;
}

/** Oldest PostgreSQL whose role memberships can be as narrow as we want them. */
const oldestVersion = 160_000;

/** Provisions a schema of the database that the administrator is connected to. */
export async function provision(client: Client, schema: string, settings: RoleSettings): Promise<void> {
  const administrator = await checkAdministrator(client);
  await insist(async () => {
    await closeDatabase(client, administrator.superuser);
    await ensureOwner(client, schema, administrator);
    for (const role of loginRoles(schema)) await ensureLogin(client, schema, role, settings);
    await admit(client, loginRoles(schema));
    const owner = ownerRole(schema);
    for (const name of ownSchemas(schema)) await ensureSchema(client, name, owner);
  });
}

async function checkAdministrator(client: Client): Promise<Administrator> {
  const { rows } = await client.query<Administrator>(
    `SELECT r.rolsuper AS superuser, r.rolcreaterole AS createrole, r.rolname AS name, d.datname AS database,
            pg_has_role(current_user, d.datdba, 'USAGE') AS owns, current_setting('server_version_num')::int AS version
       FROM pg_roles r, pg_database d WHERE r.rolname = current_user AND d.datname = current_database()`,
  );
  const found = rows[0] as Administrator;
  if (found.version < oldestVersion) {
    throw new ProvisionError(`PostgreSQL 16 or later is needed, this is ${Math.floor(found.version / 10_000)}`);
  }
  if (!found.superuser && !(found.createrole && found.owns)) {
    throw new ProvisionError(
      `The administrator "${found.name}" must own the database and be allowed to create roles: ` +
        `ALTER ROLE ${quote(found.name)} CREATEROLE; ALTER DATABASE ${quote(found.database)} OWNER TO ${quote(found.name)};`,
    );
  }
  return found;
}

/**
 * Looks whether a schema can be provisioned, without changing anything. Roles belong to a whole server: those of another
 * installation would get our passwords, and its instances could connect no more. Throws a ProvisionError.
 */
export async function checkServer(
  client: Client,
  schema: string,
  { secret }: RoleSettings,
  { host, port, database, ssl }: AdminAddress,
): Promise<void> {
  const { superuser, name } = await checkAdministrator(client);
  const { rows } = await client.query<{ standby: boolean; foreign: boolean }>(
    `SELECT pg_is_in_recovery() AS standby,
            EXISTS (SELECT FROM pg_roles WHERE rolname = $1 AND NOT pg_has_role(current_user, oid, 'MEMBER WITH ADMIN OPTION')) AS "foreign"`,
    [ownerRole(schema)],
  );
  if (rows[0]?.standby) throw new ProvisionError('its server is a standby, which cannot be written to');
  if (rows[0]?.foreign && !superuser)
    throw new ProvisionError(
      `the role ${ownerRole(schema)} of this server was made by somebody else: be that administrator, or use a server of its own ` +
        `(or GRANT ${[ownerRole(schema), ...loginRoles(schema)].map(quote).join(', ')} TO ${quote(name)} WITH ADMIN OPTION)`,
    );
  const role = appRole(schema);
  const elsewhere = await databasesOf(client, ownerRole(schema));
  if (elsewhere.length === 0 || (await lets({ host, port, database, ssl, ...roleLogin(secret, role) }))) return;
  throw new ProvisionError(
    `the role ${role} of this server belongs to another installation, in the database ${elsewhere.join(', ')}: ` +
      'use a server of its own for each installation (or, where both are to share their roles, the same ROLE_SECRET)',
  );
}

/** Other databases of the server that a role owns something in. */
async function databasesOf(client: Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT d.datname AS name FROM pg_shdepend s JOIN pg_database d ON d.oid = s.dbid
      WHERE s.refclassid = 'pg_authid'::regclass AND s.deptype = 'o' AND d.datname <> current_database()
        AND s.refobjid = (SELECT oid FROM pg_roles WHERE rolname = $1) ORDER BY 1`,
    [role],
  );
  return rows.map(({ name }) => name);
}

/** Whether the server knows the role by this password; that it may not enter the database yet is another matter. */
async function lets(login: ClientConfig): Promise<boolean> {
  const client = new Client({ ...login, connectionTimeoutMillis: 15_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    return (error as { code?: string }).code !== sqlState.wrongPassword;
  } finally {
    await client.end().catch(() => undefined);
  }
  return true;
}

interface RoleState {
  readonly login: boolean;
  readonly attributes: string[];
  readonly limit: number;
  readonly parameters: string[];
  /** Statements that take it out of the roles that it is a member of. */
  readonly strays: string[];
}

/** What no role of ours has, by its column in the catalogue. */
const forbidden = {
  rolsuper: 'NOSUPERUSER',
  rolcreatedb: 'NOCREATEDB',
  rolcreaterole: 'NOCREATEROLE',
  rolinherit: 'NOINHERIT',
  rolreplication: 'NOREPLICATION',
  rolbypassrls: 'NOBYPASSRLS',
} as const;

async function roleState(client: Client, role: string): Promise<RoleState | undefined> {
  const attributes = Object.entries(forbidden).map(([column, words]) => `CASE WHEN ${column} THEN '${words}' END`);
  const { rows } = await client.query<RoleState>(
    `SELECT rolcanlogin AS login, array_remove(ARRAY[${attributes.join(', ')}], NULL) AS attributes,
            rolconnlimit AS "limit", coalesce(rolconfig, '{}') AS parameters,
            ARRAY(SELECT format('REVOKE %I FROM %I GRANTED BY %I', g.rolname, r.rolname, by.rolname)
                    FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles by ON by.oid = m.grantor
                   WHERE m.member = r.oid) AS strays
       FROM pg_roles r WHERE rolname = $1`,
    [role],
  );
  return rows[0];
}

const everyAttribute = Object.values(forbidden).join(' ');

async function ensureOwner(client: Client, schema: string, administrator: Administrator): Promise<void> {
  const owner = ownerRole(schema);
  const state = await roleState(client, owner);
  if (!state) await client.query(`CREATE ROLE ${quote(owner)} NOLOGIN ${everyAttribute}`);
  else await mend(client, owner, state, state.login ? ['NOLOGIN'] : []);
  if (!administrator.superuser) {
    await client.query(`GRANT ${quote(owner)} TO CURRENT_USER WITH SET TRUE, INHERIT FALSE`);
  } else {
    await client.query(`GRANT USAGE ON LANGUAGE plpgsql TO ${quote(owner)}`);
    // Whoever copies the schema as its owner reads it with pg_dump, which reads all of pg_class; nobody logs in as it.
    await client.query(`GRANT SELECT ON pg_catalog.pg_class TO ${quote(owner)}`);
  }
}

async function ensureLogin(client: Client, schema: string, role: string, settings: RoleSettings): Promise<void> {
  const password = `PASSWORD '${scramVerifier(roleLogin(settings.secret, role))}'`;
  const limit = `CONNECTION LIMIT ${settings.connectionLimit}`;
  const state = await roleState(client, role);
  if (!state) {
    await client.query(`CREATE ROLE ${quote(role)} LOGIN ${everyAttribute} ${limit} ${password}`);
  } else {
    await mend(client, role, state, [
      password,
      ...(state.login ? [] : ['LOGIN']),
      ...(state.limit === settings.connectionLimit ? [] : [limit]),
    ]);
  }
  for (const [name, value] of roleParameters(schema, settings)) {
    if (state?.parameters.includes(`${name}=${value}`)) continue;
    await client.query(`ALTER ROLE ${quote(role)} SET ${quote(name)} = '${value}'`);
  }
}

async function mend(client: Client, role: string, state: RoleState, more: readonly string[]): Promise<void> {
  const changes = [...state.attributes, ...more];
  if (changes.length > 0) await client.query(`ALTER ROLE ${quote(role)} ${changes.join(' ')}`);
  for (const statement of state.strays) await client.query(statement);
}

async function ensureSchema(client: Client, schema: string, owner: string): Promise<void> {
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${quote(schema)} AUTHORIZATION ${quote(owner)}`);
  const { rows } = await client.query<{ owner: string }>(
    'SELECT r.rolname AS owner FROM pg_namespace n JOIN pg_roles r ON r.oid = n.nspowner WHERE n.nspname = $1',
    [schema],
  );
  if (rows[0]?.owner !== owner) {
    throw new ProvisionError(
      `Schema "${schema}" belongs to "${rows[0]?.owner}": ALTER SCHEMA ${quote(schema)} OWNER TO ${quote(owner)};`,
    );
  }
  await client.query(`SET ROLE ${quote(owner)}`);
  try {
    await client.query('ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC');
    await client.query('ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC');
  } finally {
    await client.query('RESET ROLE');
  }
}

/** Roles and the catalogue belong to the whole server: two that provision at once meet there, and one tries again. */
async function insist(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 20 || !isCollision(error as Error & { code?: string })) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 100));
    }
  }
}

const isCollision = ({ code, message }: Error & { code?: string }): boolean =>
  code === sqlState.duplicateObject ||
  code === sqlState.uniqueViolation ||
  (code === sqlState.internalError && /concurrently/.test(message));
