/** Makes the function by which a country's reads ask whether a session stands (`session-check.ts`). */
import type { Client } from 'pg';
import { giveMigrationLockBack, inTransaction, quote, takeMigrationLock } from '../database/connect';
import { appRole, identitySchema, loginRoles, ownerRole } from '../database/roles';
import { FIXED_PATH, SESSION_FELL, STANDS, TOLD, signature } from '../database/session-check';
import { PUBLIC, sessionChecks } from './inspect-session-check';

const definition = (schema: string): string => `
  CREATE OR REPLACE FUNCTION ${quote(schema)}.session_stands(
    session uuid, account uuid, name text, email text, role text, organisation uuid
  ) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET ${FIXED_PATH} AS $body$
  BEGIN
    PERFORM FROM ${identitySchema}.session s JOIN ${identitySchema}.account a ON a.id = s.account_id
      WHERE s.id = $1 AND s.account_id = $2 AND ${STANDS} AND a.name = $3 AND a.email = $4 AND a.role = $5
        AND a.country IS NOT DISTINCT FROM CASE session_user WHEN '${appRole(schema)}' THEN '${schema.toUpperCase()}' END
        AND a.organisation_id IS NOT DISTINCT FROM $6 AND ${TOLD(`${identitySchema}.account`)};
    IF FOUND THEN RETURN true; END IF;
    RAISE EXCEPTION 'the session does not stand' USING ERRCODE = '${SESSION_FELL}';
  END $body$`;

/** Makes the function, where accounts are in this database; repeating it changes nothing. */
export async function ensureSessionCheck(client: Client, schema: string): Promise<void> {
  if (!(await hasAccounts(client))) return;
  const [owner, accounts] = [ownerRole(schema), ownerRole(identitySchema)].map(quote);
  const callers = loginRoles(schema).map(quote).join(', ');
  const check = `${quote(schema)}.${signature}`;
  await takeMigrationLock(client, schema);
  await inTransaction(client, async () => {
    await client.query(`SET LOCAL ROLE ${owner}; GRANT USAGE, CREATE ON SCHEMA ${quote(schema)} TO ${accounts}`);
    await client.query(`SET LOCAL ROLE ${accounts}; ${definition(schema)}`);
    for (const other of await othersWhoMay(client, schema))
      await client.query(`REVOKE ALL ON FUNCTION ${check} FROM ${quote(other)} CASCADE`);
    await client.query(`REVOKE ALL ON FUNCTION ${check} FROM PUBLIC; GRANT EXECUTE ON FUNCTION ${check} TO ${callers}`);
    await client.query(`SET LOCAL ROLE ${owner}; REVOKE ALL ON SCHEMA ${quote(schema)} FROM ${accounts}`);
  }).finally(() => giveMigrationLockBack(client, schema));
}

/** Roles that somebody gave it to. */
async function othersWhoMay(client: Client, schema: string): Promise<readonly string[]> {
  const known = [ownerRole(identitySchema), ...loginRoles(schema)];
  const callers = (await sessionChecks(client, schema)).flatMap(({ callers }) => callers);
  return callers.filter((role) => role !== PUBLIC && !known.includes(role));
}

async function hasAccounts(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = 'session'`,
    [identitySchema],
  );
  return rows.length > 0;
}
