/** Looks at a schema from the inside, as its run-time role: is everything as provisioning would leave it? */
import type { ClientBase, Pool } from 'pg';
import { REGION } from '../base/countries';
import { compareGrants } from './grants';
import { functionsOpenToAll } from './harden';
import { compareMigrations } from '../database/migrations';
import { quote } from '../database/connect';
import { loginRoles, ownerRole, schemaOf } from '../database/roles';

/** `wrong` must be mended; a `note` is something to know. */
export interface Finding {
  readonly level: 'ok' | 'note' | 'wrong';
  readonly text: string;
  /** Migrating mends it. */
  readonly migrate?: true;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const note = (text: string): Finding => ({ level: 'note', text });
export const wrong = (text: string): Finding => ({ level: 'wrong', text });
export const unmigrated = (text: string): Finding => ({ ...wrong(text), migrate: true });

export type Queryable = Pick<ClientBase | Pool, 'query'>;

/** Every check of a schema. */
export async function inspectSchema(db: Queryable, schema: string): Promise<Finding[]> {
  const checks = [inspectMigrations, inspectGrants, inspectRoles, inspectRights, inspectServer];
  const findings: Finding[] = [];
  for (const check of checks) findings.push(...(await check(db, schema)));
  return findings;
}

async function inspectMigrations(db: Queryable, schema: string): Promise<Finding[]> {
  const { rows } = await db.query<{ name: string }>('SELECT name FROM migrations');
  const { missing, unknown } = compareMigrations(
    schema,
    rows.map(({ name }) => name),
  );
  if (missing.length > 0) return [unmigrated(`${schema}: lacks the migrations ${missing.join(', ')}`)];
  if (unknown.length > 0)
    return [
      wrong(`${schema}: has migrations of a later version: ${unknown.join(', ')}. Run that version, or a later one`),
    ];
  return [ok(`${schema}: every migration ran`)];
}

/** A country that was begun and not finished has no profile, or no places. The region's own place is none. */
export async function inspectProfile(db: Queryable, schema: string): Promise<Finding[]> {
  if (schema === schemaOf(REGION)) return [];
  const { rows } = await db.query<{ profiles: number; provinces: number }>(
    'SELECT (SELECT count(*)::int FROM country) AS profiles, (SELECT count(*)::int FROM province) AS provinces',
  );
  if (rows[0]?.profiles === 1 && rows[0].provinces > 0) return [];
  return [wrong(`${schema}: has ${rows[0]?.profiles} profiles and ${rows[0]?.provinces} provinces: it is not whole`)];
}

async function inspectGrants(db: Queryable, schema: string): Promise<Finding[]> {
  const { surplus, missing } = await compareGrants(db, schema);
  const findings = [
    ...surplus.map(({ role, privilege, table }) =>
      unmigrated(`${schema}: ${role} has ${privilege} on ${table}, which the policy does not give`),
    ),
    ...missing.map(({ role, privilege, table }) => unmigrated(`${schema}: ${role} lacks ${privilege} on ${table}`)),
  ];
  return findings.length > 0 ? findings : [ok(`${schema}: the grants are those of the policy`)];
}

async function inspectRoles(db: Queryable, schema: string): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const role of [ownerRole(schema), ...loginRoles(schema)]) {
    const { rows } = await db.query<{ traits: string[]; groups: string[] }>(
      `SELECT array_remove(ARRAY[CASE WHEN rolsuper THEN 'SUPERUSER' END, CASE WHEN rolcreatedb THEN 'CREATEDB' END,
                CASE WHEN rolcreaterole THEN 'CREATEROLE' END, CASE WHEN rolinherit THEN 'INHERIT' END,
                CASE WHEN rolreplication THEN 'REPLICATION' END, CASE WHEN rolbypassrls THEN 'BYPASSRLS' END,
                CASE WHEN rolcanlogin AND $2 THEN 'LOGIN' END], NULL) AS traits,
              ARRAY(SELECT g.rolname::text FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE m.member = r.oid) AS groups
         FROM pg_roles r WHERE rolname = $1`,
      [role, role === ownerRole(schema)],
    );
    const found = rows[0];
    if (!found) findings.push(unmigrated(`${schema}: the role ${role} is missing`));
    for (const trait of found?.traits ?? []) findings.push(unmigrated(`${schema}: ${role} has ${trait}`));
    for (const group of found?.groups ?? []) findings.push(unmigrated(`${schema}: ${role} is a member of ${group}`));
  }
  return findings.length > 0 ? findings : [ok(`${schema}: the roles have no rights beyond their own`)];
}

/** Rights beside those on tables: on schemas, on the database, and what belongs to the run-time roles. */
async function inspectRights(db: Queryable, schema: string): Promise<Finding[]> {
  const { rows } = await db.query<{ problem: string }>(
    `WITH login AS (SELECT oid, rolname FROM pg_roles WHERE rolname = ANY ($2))
     SELECT format('%s may create in schema %s', l.rolname, n.nspname) AS problem
       FROM login l, pg_namespace n WHERE has_schema_privilege(l.oid, n.oid, 'CREATE')
      UNION ALL
     SELECT format('%s may use schema %s', l.rolname, n.nspname) FROM login l, pg_namespace n
      WHERE n.nspname NOT IN ($1, 'pg_catalog', 'information_schema') AND has_schema_privilege(l.oid, n.oid, 'USAGE')
      UNION ALL
     SELECT format('%s may create schemas or temporary tables', l.rolname) FROM login l
      WHERE has_database_privilege(l.oid, current_database(), 'CREATE') OR has_database_privilege(l.oid, current_database(), 'TEMPORARY')
      UNION ALL
     SELECT format('%s owns %s', l.rolname, c.oid::regclass) FROM login l JOIN pg_class c ON c.relowner = l.oid
      UNION ALL
     SELECT format('everybody may connect to database %s', datname) FROM pg_database
      WHERE datname = current_database() AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) a WHERE a.grantee = 0)`,
    [schema, loginRoles(schema)],
  );
  return rows.map(({ problem }) => unmigrated(`${schema}: ${problem}`));
}

/** The server's own settings: the same for every schema that it holds, and said once for all of them. */
async function inspectServer(db: Queryable): Promise<Finding[]> {
  const open = await functionsOpenToAll(db);
  const { rows } = await db.query<{ setting: string; elsewhere: string[]; standby: boolean }>(
    `SELECT pg_is_in_recovery() AS standby, string_agg(name, ', ' ORDER BY name) AS setting,
            ARRAY(SELECT datname::text FROM pg_database WHERE datname <> current_database() AND datallowconn
                     AND has_database_privilege(current_user, oid, 'CONNECT') ORDER BY 1) AS elsewhere
       FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes') AND setting = 'off'`,
  );
  const findings: Finding[] = [];
  if (rows[0]?.setting)
    findings.push(
      wrong(`${rows[0].setting} is off: an acknowledged write can be lost. Switch it on in postgresql.conf`),
    );
  if (rows[0]?.standby)
    findings.push(wrong('the server is a standby: it cannot be written to. Give the address of the primary'));
  if (open.length > 0) {
    findings.push(
      note(
        `${open.length} functions that tell statistics of other schemas are open to every role; migrating as a superuser closes them`,
      ),
    );
  }
  for (const name of rows[0]?.elsewhere ?? []) {
    findings.push(
      note(
        `the run-time roles may also connect to the database ${name} of the same server, as everybody may: REVOKE CONNECT ON DATABASE ${quote(name)} FROM PUBLIC closes it, where nobody else of that server needs it`,
      ),
    );
  }
  return findings;
}
