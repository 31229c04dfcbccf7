/**
 * Where accounts stand in the same database as a country, what reads the country asks in the same statement whether the
 * session still stands. The run-time roles see nothing of accounts: they call one function of the accounts' owner, which
 * succeeds for whoever names a session with all that it is bound to, in their own country, and fails alike for others.
 */
import type { Pool } from 'pg';

/** SQLSTATE of a session that does not stand. */
export const SESSION_FELL = '28000';

/** The session `s` stands, and its account `a` is active. */
export const STANDS = `s.revoked_at IS NULL AND s.expires_at > now() AND a.status = 'ACTIVE'`;

/**
 * Nothing that changed of the accounts of `a`'s country is yet to be told to the colleagues that stand for them there: what
 * a request reads of colleagues is what the accounts may do.
 */
export const TOLD = (accounts: string): string =>
  `NOT EXISTS (SELECT FROM ${accounts} d WHERE d.country = a.country AND d.staff_due)`;

/** With which search path the function runs, whoever calls it. */
export const FIXED_PATH = 'search_path=pg_catalog, pg_temp';

export const signature = 'session_stands(uuid, uuid, text, text, text, uuid)';

/** Whether the role of a pool may call the function. */
export async function hasSessionCheck(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query<{ may: boolean | null }>(
    `SELECT has_function_privilege(to_regprocedure('${signature}'), 'EXECUTE') AS may`,
  );
  return rows[0]?.may === true;
}
