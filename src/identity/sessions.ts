/** Sessions: opened by a sign-in, kept alive by rotating refresh tokens, looked up at every request. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Config } from '../base/config';
import { STANDS, TOLD } from '../database/session-check';
import type { Actor } from '../base/actor';
import type { Locale } from '../base/locale';
import { holderColumns, holderOf, type AccountHolder, type HolderRow } from './account-holder';
import type { Db } from './database';
import { firstToken, parseToken, successorsOf, type RefreshToken } from './refresh-token';
import type { SessionEnd } from './session.entity';

export type SessionLifetime = Pick<Config['signIn'], 'refreshIdleDays' | 'refreshAbsoluteDays'>;

/** A session with the one refresh token that it has now; the token is never to be had again. */
export interface LiveSession {
  readonly id: string;
  readonly refreshToken: string;
  readonly holder: AccountHolder;
}

/** How long the token before is taken once more, while its successor is unused: an answer can get lost on the way. */
export const GRACE_SECONDS = 60;

/** The account's row is locked against a password change in between: it waits, and then ends this session too. */
const OPEN = `
  WITH holder AS (SELECT * FROM account WHERE id = $1 AND password_hash = $2 AND status = 'ACTIVE' FOR SHARE)
  INSERT INTO session (account_id, family, refresh_hash, expires_at, ends_at)
  SELECT id, $3, $4, now() + make_interval(days => least($5::int, $6::int)), now() + make_interval(days => $6::int) FROM holder
  RETURNING id`;

const ROTATE = `
  UPDATE session s SET refresh_hash = $3, previous_hash = s.refresh_hash, rotated_at = now(), last_used_at = now(),
    expires_at = least(now() + make_interval(days => $4), s.ends_at)
  FROM account a
  WHERE s.family = $1 AND s.refresh_hash = $2 AND s.revoked_at IS NULL AND s.expires_at > now()
    AND a.id = s.account_id AND a.status = 'ACTIVE'
  RETURNING s.id AS session_id, ${holderColumns('a')}`;

/** Two tabs, or somebody who asks again because the answer got lost: which of the successors it has, still unused. */
const REPEAT = `
  SELECT s.id AS session_id, s.refresh_hash, ${holderColumns('a')}
  FROM session s JOIN account a ON a.id = s.account_id AND a.status = 'ACTIVE'
  WHERE s.family = $1 AND s.previous_hash = $2 AND s.refresh_hash = ANY ($3) AND s.revoked_at IS NULL
    AND s.expires_at > now() AND s.rotated_at > now() - make_interval(secs => ${GRACE_SECONDS})`;

const END_REUSED = `
  UPDATE session SET revoked_at = now(), revoked_because = 'TOKEN_REUSED'
  WHERE family = $1 AND refresh_hash <> $2 AND revoked_at IS NULL
  RETURNING account_id`;

/** At every request that is not presumed: the session stands, and this is what its account may do now. */
const ACTOR = `
  SELECT a.name, a.email, a.role, a.country, a.organisation_id, a.locale, a.named_elsewhere, NOT ${TOLD('account')} AS behind
  FROM session s JOIN account a ON a.id = s.account_id
  WHERE s.id = $1 AND s.account_id = $2 AND ${STANDS}`;

const REMEMBERED = 10_000;

interface ActorRow {
  readonly name: string;
  readonly email: string;
  readonly role: Actor['role'];
  readonly country: string | null;
  readonly organisation_id: string | null;
  readonly locale: Locale;
  readonly named_elsewhere: boolean;
  readonly behind: boolean;
}

/** Who a session belongs to, and whether colleagues of the country may not say yet what their accounts may do. */
export interface Met {
  readonly actor: Actor;
  readonly behind: boolean;
}

type Rotated = HolderRow & { readonly session_id: string };

const live = (row: Rotated, refreshToken: string): LiveSession => ({
  id: row.session_id,
  refreshToken,
  holder: holderOf(row),
});

export class Sessions {
  /** Who sessions belonged to when they were last looked up: good for presuming, and for nothing else. */
  private readonly met = new LRUCache<string, Actor>({ max: REMEMBERED });

  private readonly successors: ReturnType<typeof successorsOf>;

  /** @param tokenSecrets the first derives what follows a refresh token */
  constructor(
    private readonly pool: Pool,
    private readonly lifetime: SessionLifetime,
    tokenSecrets: readonly string[],
  ) {
    this.successors = successorsOf(tokenSecrets as [string, ...string[]]);
  }

  /** Null when the password was changed or the account disabled since `passwordHash` was verified. */
  async open(db: Db, holder: AccountHolder, passwordHash: string): Promise<LiveSession | null> {
    const { token, family, hash } = firstToken(randomUUID());
    const { refreshIdleDays, refreshAbsoluteDays } = this.lifetime;
    const values = [holder.accountId, passwordHash, family, hash, refreshIdleDays, refreshAbsoluteDays];
    const { rows } = await db.query<{ id: string }>(OPEN, values);
    return rows[0] ? { id: rows[0].id, refreshToken: token, holder } : null;
  }

  /**
   * Exchanges a refresh token; of many at once with the same one, one turns it. Shown again within a minute, while its
   * successor is unused, it is answered with the same successor.
   */
  async rotate(token: string): Promise<LiveSession | null> {
    const old = parseToken(token);
    if (!old) return null;
    const successors = this.successors(old);
    const { rows } = await this.pool.query<Rotated>({
      name: 'identity.rotate',
      text: ROTATE,
      values: [old.family, old.hash, successors[0].hash, this.lifetime.refreshIdleDays],
    });
    return rows[0] ? live(rows[0], successors[0].token) : this.again(old, successors);
  }

  private async again(old: RefreshToken, successors: readonly RefreshToken[]): Promise<LiveSession | null> {
    const values = [old.family, old.hash, successors.map(({ hash }) => hash)];
    const { rows } = await this.pool.query<Rotated & { refresh_hash: Buffer }>(REPEAT, values);
    const [row] = rows;
    const same = row && successors.find(({ hash }) => hash.equals(row.refresh_hash));
    return same ? live(row, same.token) : null;
  }

  /** A spent refresh token was shown: two people hold the session, so it ends. The account's id, if that was so. */
  async endReused(db: Db, token: string): Promise<string | null> {
    const old = parseToken(token);
    if (!old) return null;
    const { rows } = await db.query<{ account_id: string }>(END_REUSED, [old.family, old.hash]);
    return rows[0]?.account_id ?? null;
  }

  /** Who the session belonged to when it was last looked up. */
  remembered(sessionId: string, accountId: string): Actor | undefined {
    const actor = this.met.get(sessionId);
    return actor?.accountId === accountId ? actor : undefined;
  }

  /** Whether a session stands, and with all that it stood with. */
  async stands(presumed: Actor): Promise<boolean> {
    const met = await this.meet(presumed.sessionId, presumed.accountId);
    return met !== null && !met.behind && isDeepStrictEqual(met.actor, presumed);
  }

  /** Who a session belongs to, if it still stands. */
  async meet(sessionId: string, accountId: string): Promise<Met | null> {
    const { rows } = await this.pool.query<ActorRow>({
      name: 'identity.actor',
      text: ACTOR,
      values: [sessionId, accountId],
    });
    const row = rows[0];
    if (!row) {
      this.met.delete(sessionId);
      return null;
    }
    const {
      name,
      email,
      role,
      country,
      organisation_id: organisationId,
      locale,
      named_elsewhere: namedElsewhere,
    } = row;
    const actor = { accountId, sessionId, name, email, role, country, organisationId, locale, namedElsewhere };
    this.met.set(sessionId, actor);
    return { actor, behind: row.behind };
  }

  /** Ends one session. */
  async end(db: Db, sessionId: string, because: SessionEnd): Promise<void> {
    const text = 'UPDATE session SET revoked_at = now(), revoked_because = $2 WHERE id = $1 AND revoked_at IS NULL';
    await db.query(text, [sessionId, because]);
  }

  /** Ends an account's sessions, all but one. */
  async endAll(db: Db, accountId: string, because: SessionEnd, except: string | null = null): Promise<void> {
    await db.query(
      `UPDATE session SET revoked_at = now(), revoked_because = $2
       WHERE account_id = $1 AND revoked_at IS NULL AND id IS DISTINCT FROM $3::uuid`,
      [accountId, because, except],
    );
  }

  /** Removes what is left of an account's sessions after their absolute end. */
  async sweep(db: Db, accountId: string): Promise<void> {
    await db.query('DELETE FROM session WHERE account_id = $1 AND ends_at < now()', [accountId]);
  }
}
