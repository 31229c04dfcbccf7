/**
 * Where accounts stand in the same database as a country, what reads the country asks in the same statement whether the
 * session still stands. The run-time roles see nothing of accounts: they call one function of the accounts' owner, which
 * succeeds for whoever names a session with all that it is bound to, in their own country, and fails alike for others.
 */
import type { Client, Pool } from 'pg';
import { STANDS } from '../identity/sessions';
import { inTransaction, migrationLock, quote } from './connect';
import { appRole, identitySchema, loginRoles, ownerRole } from './roles';

/** SQLSTATE of a session that does not stand. */
export const SESSION_FELL = '28000';

const signature = 'session_stands(uuid, uuid, text, text, text, uuid)';

const definition = (schema: string): string => `
  CREATE OR REPLACE FUNCTION ${quote(schema)}.session_stands(
    session uuid, account uuid, name text, email text, role text, organisation uuid
  ) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
  BEGIN
    PERFORM FROM ${identitySchema}.session s JOIN ${identitySchema}.account a ON a.id = s.account_id
      WHERE s.id = $1 AND s.account_id = $2 AND ${STANDS} AND a.name = $3 AND a.email = $4 AND a.role = $5
        AND a.country IS NOT DISTINCT FROM CASE session_user WHEN '${appRole(schema)}' THEN '${schema.toUpperCase()}' END
        AND a.organisation_id IS NOT DISTINCT FROM $6;
    IF FOUND THEN RETURN true; END IF;
    RAISE EXCEPTION 'the session does not stand' USING ERRCODE = '${SESSION_FELL}';
  END $body$`;

/** Makes the function, where accounts are in this database; repeating it changes nothing. */
export async function ensureSessionCheck(client: Client, schema: string): Promise<void> {
  if (!(await hasAccounts(client))) return;
  const [owner, accounts] = [ownerRole(schema), ownerRole(identitySchema)].map(quote);
  const callers = loginRoles(schema).map(quote).join(', ');
  const check = `${quote(schema)}.${signature}`;
  await inTransaction(client, async () => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [migrationLock(schema)]);
    await client.query(`SET LOCAL ROLE ${owner}; GRANT USAGE, CREATE ON SCHEMA ${quote(schema)} TO ${accounts}`);
    await client.query(`SET LOCAL ROLE ${accounts}; ${definition(schema)}`);
    await client.query(`REVOKE ALL ON FUNCTION ${check} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${check} TO ${callers}`);
    await client.query(`SET LOCAL ROLE ${owner}; REVOKE ALL ON SCHEMA ${quote(schema)} FROM ${accounts}`);
  });
}

async function hasAccounts(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = 'session'`,
    [identitySchema],
  );
  return rows.length > 0;
}

/** Whether the role of a pool may call the function. */
export async function hasSessionCheck(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean | null }>(
    `SELECT has_function_privilege(to_regprocedure('${signature}'), 'EXECUTE') AS may`,
  );
  return rows[0]?.may === true;
}
