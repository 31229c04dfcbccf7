/**
 * Hands over from a primary to its standby: never both. The primary is closed to writing before the standby is opened to
 * it; where it does not answer, somebody has to have switched it off.
 */
import { setTimeout as delay } from 'node:timers/promises';
import type { Client } from 'pg';
import type { AdminAddress } from '../base/config';
import { AdministratorError, asAdmin } from '../database/connect';

/** The servers cannot be handed over as they are; the message says why. */
export class FailoverError extends Error {
  override readonly name = 'FailoverError';
}

/** Longest that the standby may take to have all that the primary had. */
const CATCH_UP_MS = 60_000;

/** What was found and done, for those who watch. */
export type Tell = (line: string) => void;

/**
 * @param isOff somebody answers for it that the primary is off, and stays so
 * @throws FailoverError where nothing was handed over
 */
export async function failOver(
  primary: AdminAddress,
  standby: AdminAddress,
  isOff: boolean,
  tell: Tell,
): Promise<void> {
  await asAdmin(standby, async (client) => {
    if (!(await isStandby(client)))
      throw new FailoverError(
        `${nameOf(standby)} is no standby: it is written to already. Was it opened by an earlier hand-over, give its address to every instance, and see that ${nameOf(primary)} is off or closed to writing. Else the two addresses are the wrong way round, or it never followed.`,
      );
    const end = await fenced(primary, isOff);
    if (end === null) tell(`${nameOf(primary)} is off. ${await lastOf(client)}`);
    else {
      tell(`${nameOf(primary)} takes no more writes.`);
      await catchUp(client, end);
      tell(`${nameOf(standby)} has all that it had.`);
    }
    const { rows } = await client.query<{ done: boolean }>('SELECT pg_promote(true, 60) AS done');
    if (!rows[0]?.done || (await isStandby(client)))
      throw new FailoverError(
        `${nameOf(standby)} was asked to take over and did not within a minute: look at its log.`,
      );
    await client.query('SELECT pg_current_xact_id()');
    tell(`${nameOf(standby)} is written to now. Give its address to every instance, or move the name that they use.`);
    if (end !== null)
      tell(`${nameOf(primary)} stays closed to writing; make it a standby of the other before it is used again.`);
  });
}

const nameOf = ({ host, port, database }: AdminAddress): string => `${host}:${port}/${database}`;

async function isStandby(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ standby: boolean }>('SELECT pg_is_in_recovery() AS standby');
  return rows[0]?.standby ?? false;
}

/** @returns up to where the primary has written; null where it is off */
async function fenced(primary: AdminAddress, isOff: boolean): Promise<string | null> {
  try {
    return await asAdmin(primary, fence);
  } catch (error) {
    if (!(error instanceof AdministratorError)) throw error;
    if (!isSilent(error.cause as Error & { code?: string }))
      throw new FailoverError(`${error.message}. It answers, so it is not off: nothing was handed over.`);
    if (isOff) return null;
    throw new FailoverError(
      `${error.message}. It may still be written to by those who reach it: switch it off, see that it stays off, and say --primary-is-off.`,
    );
  }
}

/** Whatever else it said, it was on to say it. */
const isSilent = ({ code = '', message }: Error & { code?: string }): boolean =>
  /^(ECONNREFUSED|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/.test(code) ||
  (code === '' && /timeout/.test(message));

/** A setting of the server and not of a database, which would come to the standby too. */
async function fence(client: Client): Promise<string> {
  if (await isStandby(client)) throw new FailoverError('DATABASE_ADMIN_URL is a standby, not the primary.');
  await client.query('ALTER SYSTEM SET default_transaction_read_only = on');
  await client.query('SELECT pg_reload_conf()');
  for (let tries = 0; tries < 50 && !(await readsOnly(client)); tries++) await delay(100);
  if (!(await readsOnly(client))) throw new FailoverError('The primary did not take the setting that closes it.');
  // Whoever is connected may be in the middle of a write, and keeps what was set when it began.
  await client.query(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  const { rows } = await client.query<{ end: string }>('SELECT pg_current_wal_flush_lsn()::text AS end');
  return rows[0]?.end ?? '0/0';
}

async function readsOnly(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ on: boolean }>(
    `SELECT setting = 'on' AS "on" FROM pg_settings WHERE name = 'default_transaction_read_only'`,
  );
  return rows[0]?.on ?? false;
}

async function catchUp(standby: Client, end: string): Promise<void> {
  const until = Date.now() + CATCH_UP_MS;
  while (Date.now() < until) {
    const { rows } = await standby.query<{ has: boolean }>('SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS has', [
      end,
    ]);
    if (rows[0]?.has) return;
    await delay(100);
  }
  throw new FailoverError(
    'The standby did not get all that the primary had within a minute: is it connected? The primary stays closed; ' +
      'ALTER SYSTEM RESET default_transaction_read_only and SELECT pg_reload_conf() open it again.',
  );
}

async function lastOf(standby: Client): Promise<string> {
  const { rows } = await standby.query<{ at: string | null }>(
    `SELECT to_char(pg_last_xact_replay_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS at`,
  );
  const at = rows[0]?.at;
  return at
    ? `The last write that came over is of ${at} UTC: what was acknowledged later is lost.`
    : 'Nothing was written since it began to follow.';
}
