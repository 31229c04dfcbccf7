/** Puts the grants that follow from the policy on a schema's tables, and compares them with what the database has. */
import type { Client, ClientBase, Pool } from 'pg';
import { migrationsTable } from '../database/migrations';
import { REGION } from '../base/countries';
import { callableTextFunctions } from '../model/text-function';
import { countryGrants, identityGrants, regionGrants, type TableGrant } from './granted';
import { inTransaction, quote } from '../database/connect';
import { appRole, identitySchema, loginRoles, ownSchemas, regionRole, schemaOf } from '../database/roles';

/** `role` may do `privilege` with `table`. */
export interface Grant {
  readonly role: string;
  /** Or function, with the types that it takes. */
  readonly table: string;
  /** Of the policy's four, or whatever else a database was given. */
  readonly privilege: string;
}

const EXECUTE = 'EXECUTE';

/** What the policy grants on a schema; serving also reads which migrations ran. */
export function expectedGrants(schema: string): Grant[] {
  const perTable = grantsOf(schema);
  const grants = perTable.flatMap(({ table, app, region }) => [
    ...app.map((privilege) => ({ role: appRole(schema), table, privilege })),
    ...(region ?? []).map((privilege) => ({ role: regionRole(schema), table, privilege })),
  ]);
  return [...grants, { role: appRole(schema), table: migrationsTable, privilege: 'SELECT' }, ...called(schema)];
}

/**
 * How texts are searched: by who reads them, by whoever writes a row that an index holds by them, and as the version before
 * does while it is still served.
 */
const called = (schema: string): Grant[] =>
  schema === identitySchema
    ? []
    : loginRoles(schema).flatMap((role) => callableTextFunctions.map((table) => ({ role, table, privilege: EXECUTE })));

function grantsOf(schema: string): readonly TableGrant[] {
  if (schema === identitySchema) return identityGrants();
  return schema === schemaOf(REGION) ? regionGrants() : countryGrants();
}

/** Takes every right on the schema and what is in it from all but its owner, and grants those of the policy, in one transaction of the owner. */
export async function applyGrants(client: Client, schema: string): Promise<void> {
  const own = loginRoles(schema).map(quote).join(', ');
  const everyone = [...new Set(['PUBLIC', ...loginRoles(schema).map(quote), ...(await grantees(client, schema))])].join(
    ', ',
  );
  const grants = expectedGrants(schema).map(({ role, table, privilege }) =>
    privilege === EXECUTE
      ? `GRANT ${privilege} ON FUNCTION ${table} TO ${quote(role)}`
      : `GRANT ${privilege} ON TABLE ${quote(table)} TO ${quote(role)}`,
  );
  await inTransaction(client, async () => {
    for (const kind of ['TABLES', 'SEQUENCES']) {
      await client.query(`REVOKE ALL ON ALL ${kind} IN SCHEMA ${quote(schema)} FROM ${everyone}`);
    }
    for (const routine of await ownRoutines(client, schema)) {
      await client.query(`REVOKE ALL ON ROUTINE ${routine} FROM ${everyone}`);
    }
    await client.query(
      `REVOKE ALL ON SCHEMA ${quote(schema)} FROM ${everyone}; GRANT USAGE ON SCHEMA ${quote(schema)} TO ${own}`,
    );
    await client.query(grants.join(';\n'));
    for (const statement of await sequenceGrants(client, schema)) await client.query(statement);
    for (const other of ownSchemas(schema)) if (other !== schema) await closeSchema(client, other);
  });
}

/** What the keys of a country stand in is nobody's but its owner's. */
async function closeSchema(client: Client, schema: string): Promise<void> {
  const everyone = ['PUBLIC', ...(await grantees(client, schema))].join(', ');
  await client.query(
    `REVOKE ALL ON ALL TABLES IN SCHEMA ${quote(schema)} FROM ${everyone}; REVOKE ALL ON SCHEMA ${quote(schema)} FROM ${everyone}`,
  );
}

/** The check of sessions is another owner's, who grants it. */
async function ownRoutines(client: Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
      WHERE p.pronamespace = to_regnamespace($1) AND r.rolname = current_user`,
    [schema],
  );
  return rows.map(({ name }) => name);
}

/** Roles that somebody gave a right on the schema or on anything in it, quoted. */
async function grantees(client: Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT quote_ident(r.rolname) AS name
       FROM (SELECT nspacl AS acl, nspowner AS owner FROM pg_namespace WHERE oid = to_regnamespace($1)
              UNION ALL SELECT relacl, relowner FROM pg_class WHERE relnamespace = to_regnamespace($1)
              UNION ALL SELECT proacl, proowner FROM pg_proc WHERE pronamespace = to_regnamespace($1)) o
       CROSS JOIN LATERAL aclexplode(o.acl) a JOIN pg_roles r ON r.oid = a.grantee
      WHERE a.grantee <> o.owner`,
    [schema],
  );
  return rows.map(({ name }) => name);
}

/** A serial column's sequence is used by whoever may insert into its table. */
async function sequenceGrants(client: Client, schema: string): Promise<string[]> {
  const { rows } = await client.query<{ statement: string }>(
    `SELECT format('GRANT USAGE ON SEQUENCE %I TO %I', s.relname, r.role) AS statement
       FROM pg_class s
       JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.oid AND d.deptype = 'a'
       CROSS JOIN unnest($2::text[]) AS r(role)
      WHERE s.relkind = 'S' AND s.relnamespace = to_regnamespace($1) AND has_table_privilege(r.role, d.refobjid, 'INSERT')`,
    [schema, loginRoles(schema)],
  );
  return rows.map(({ statement }) => statement);
}

/** Every right on the schema's tables, and on the functions of its owner, that anybody but its owner has, column rights included. */
export async function actualGrants(client: Pick<ClientBase | Pool, 'query'>, schema: string): Promise<Grant[]> {
  const { rows } = await client.query<Grant>(
    `SELECT coalesce(r.rolname, 'PUBLIC') AS role, t.name AS "table", a.privilege_type AS privilege
       FROM (SELECT c.relname AS name, c.relacl AS acl, c.relowner AS owner FROM pg_class c
              WHERE c.relnamespace = to_regnamespace($1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
              UNION ALL
             SELECT c.relname || '.' || at.attname, at.attacl, c.relowner FROM pg_class c JOIN pg_attribute at ON at.attrelid = c.oid
              WHERE c.relnamespace = to_regnamespace($1)
              UNION ALL
             SELECT format('%s(%s)', p.proname, pg_get_function_identity_arguments(p.oid)), coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
               FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
              WHERE n.oid = to_regnamespace($1) AND p.proowner = n.nspowner) t
       CROSS JOIN LATERAL aclexplode(t.acl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE a.grantee <> t.owner
      ORDER BY 1, 2, 3`,
    [schema],
  );
  return rows;
}

/** What the database grants beyond the policy, and what it lacks of it. */
export async function compareGrants(
  client: Pick<ClientBase | Pool, 'query'>,
  schema: string,
): Promise<{ surplus: Grant[]; missing: Grant[] }> {
  const text = ({ role, table, privilege }: Grant): string => `${role} ${table} ${privilege}`;
  const [expected, actual] = [expectedGrants(schema), await actualGrants(client, schema)];
  const [wanted, found] = [new Set(expected.map(text)), new Set(actual.map(text))];
  return {
    surplus: actual.filter((grant) => !wanted.has(text(grant))),
    missing: expected.filter((grant) => !found.has(text(grant))),
  };
}
