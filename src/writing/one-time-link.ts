/**
 * Links for one use: made by a mutation, good for minutes, kept as hashes, used up when their page was delivered. The
 * token follows from who asked and with which idempotency key, by a key of the country: to everybody else it is 256 bits
 * of chance, a retry gets the same link, and nothing has to be kept for that.
 */
import { createHash, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { RequestContext, Services } from '../base/context';
import { sql } from '../base/sql';
import type { CountryCode } from '../base/countries';
import { sweep, SWEEP_BATCH } from './sweep';
import { workingActor } from './working-actor';
import type { Work } from './work';

/** What links of a kind open, and for how long. */
export interface LinkKind {
  /** First part of the path: `letter`. */
  readonly kind: string;
  /** At most 15. */
  readonly minutes: number;
}

/** What a mutation answers that makes a link. */
export interface MadeLink {
  /** Opens a page, or a file, once; null where the link was used, or its time is over. */
  readonly url: string | null;
  /** In UTC. */
  readonly expiresAt: string | null;
}

const MAX_MINUTES = 15;
/** How long an answer may be on its way before somebody else can have it. */
const LEASE = '60 seconds';

/** A key that only who has the link can make, and only where the country's own keys are: what it seals nobody else opens. */
export const keyOfLink = ({ vault }: Services, country: CountryCode, token: string): Buffer =>
  vault.fingerprint(country, JSON.stringify(['key of a link', token]));

/** 32 bytes as they stand in an address. */
export const tokenPattern = /^[\w-]{43}$/;

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

const tokenOf = ({ app, actor }: RequestContext, country: CountryCode, { kind }: LinkKind, key: string): string =>
  app.vault.fingerprint(country, JSON.stringify(['link', kind, actor?.accountId, key])).toString('base64url');

/** Makes a link to a record, in the unit of work of a mutation with this idempotency key. */
export function makeLink(work: Work, link: LinkKind, recordId: string, idempotencyKey: string): void {
  if (link.minutes > MAX_MINUTES) throw new Error(`a link of ${link.minutes} minutes is too long`);
  const tokenHash = hashOf(tokenOf(work.ctx, work.country, link, idempotencyKey));
  work.write(sql`INSERT INTO one_time_link (token_hash, kind, record_id, expires_at)
    VALUES (${tokenHash}, ${link.kind}, ${recordId}::uuid, now() + ${`${link.minutes} minutes`}::interval)`);
}

/** The link that a mutation made which was done with this idempotency key, now or before; none that opens nothing any more. */
export async function madeLink(ctx: RequestContext, link: LinkKind, idempotencyKey: string): Promise<MadeLink> {
  const { actor } = ctx;
  if (!actor) return noLink;
  const { country } = workingActor(actor);
  const database = ctx.app.countries.get(country);
  if (!database) return noLink;
  const token = tokenOf(ctx, country, link, idempotencyKey);
  const { rows } = await database.app.query<{ at: Date }>(
    `SELECT expires_at::timestamptz(3) AS at FROM one_time_link
      WHERE token_hash = $1 AND expires_at > now() AND used_at IS NULL`,
    [hashOf(token)],
  );
  const [found] = rows;
  if (!found) return noLink;
  const url = `${ctx.app.config.server.publicUrl.replace(/\/+$/, '')}/${link.kind}/${token}`;
  return { url, expiresAt: new Date(found.at).toISOString() };
}

export const noLink: MadeLink = { url: null, expiresAt: null };

/** A link that somebody has taken, until it is used up or given back. */
export interface Lease {
  readonly id: string;
  readonly recordId: string;
}

const FREE = `token_hash = $1 AND kind = $2 AND expires_at > now() AND (leased_until IS NULL OR leased_until <= now())`;
const GOOD = `${FREE} AND used_at IS NULL`;

/** The record that a link opens now, without taking it; none while an answer is on its way to somebody else. */
export async function linkedRecord(pool: Pool, kind: string, token: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ recordId: string }>(
    `SELECT record_id AS "recordId" FROM one_time_link WHERE ${GOOD}`,
    [hashOf(token), kind],
  );
  return rows[0]?.recordId;
}

export interface StandingLink {
  readonly recordId: string;
  /** An answer is on its way just now. */
  readonly isTaken: boolean;
  /** Its page was delivered, as far as that can be known from here. */
  readonly isUsed: boolean;
}

/** A link whose time is not over. */
export async function standingLink(pool: Pool, kind: string, token: string): Promise<StandingLink | undefined> {
  const { rows } = await pool.query<StandingLink>(
    `SELECT record_id AS "recordId", coalesce(leased_until > now(), FALSE) AS "isTaken", used_at IS NOT NULL AS "isUsed"
      FROM one_time_link WHERE token_hash = $1 AND kind = $2 AND expires_at > now()`,
    [hashOf(token), kind],
  );
  return rows[0];
}

/** Takes a link: of several who ask at once one gets it. @param isGoneOn also one that was used: what it opened goes on */
export async function takeLink(pool: Pool, kind: string, token: string, isGoneOn = false): Promise<Lease | undefined> {
  const id = randomUUID();
  const { rows } = await pool.query<{ recordId: string }>(
    `UPDATE one_time_link SET lease_id = $3, leased_until = now() + interval '${LEASE}'
      WHERE ${FREE} AND (used_at IS NULL OR $4) RETURNING record_id AS "recordId"`,
    [hashOf(token), kind, id, isGoneOn],
  );
  return rows[0] && { id, recordId: rows[0].recordId };
}

/** Its page was delivered: it is used up. */
export const useUp = (pool: Pool, token: string, { id }: Lease): Promise<unknown> =>
  pool.query('UPDATE one_time_link SET used_at = now(), leased_until = NULL WHERE token_hash = $1 AND lease_id = $2', [
    hashOf(token),
    id,
  ]);

/** Its answer takes longer: it stays taken. @returns false where somebody else has it by now */
export async function keepLink(pool: Pool, token: string, { id }: Lease): Promise<boolean> {
  const { rowCount } = await pool.query(
    `UPDATE one_time_link SET leased_until = now() + interval '${LEASE}' WHERE token_hash = $1 AND lease_id = $2`,
    [hashOf(token), id],
  );
  return rowCount === 1;
}

/** Its page did not arrive: it is as good as before. */
export const giveBack = (pool: Pool, token: string, { id }: Lease): Promise<unknown> =>
  pool.query('UPDATE one_time_link SET leased_until = NULL WHERE token_hash = $1 AND lease_id = $2', [
    hashOf(token),
    id,
  ]);

sweep({
  name: 'forgetLinks',
  label: { en: 'forget a link that is over', pt: 'esquecer uma ligação que terminou' },
  description: 'forgets links for one use that are over since an hour',
  writes: [],
  run: async (work) => {
    const gone = await work.query(sql`
      DELETE FROM one_time_link WHERE token_hash IN (
        SELECT token_hash FROM one_time_link WHERE expires_at < now() - interval '1 hour' LIMIT ${SWEEP_BATCH})
      RETURNING 1`);
    return gone.length;
  },
});
