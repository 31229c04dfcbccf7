/** Who is asking: accounts, sign-in, sessions, tokens and keys, behind one door. */
import { availableParallelism } from 'node:os';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Config } from '../base/config';
import type { Actor } from '../base/actor';
import { unauthenticated } from '../base/refusals';
import { AccessTokens, type Claims } from './access-token';
import { findCredentials, type AccountHolder, type Credentials } from './account-holder';
import { AccountChanges } from './account-change';
import type { Caller } from './trail';
import { transaction, type Db } from './database';
import { Gate } from './gate';
import { Proofs } from './proof';
import * as refusal from './refusals';
import { keyedHash } from './seal';
import { ResetCodes, type PasswordReset, type ResetCode } from './reset-code';
import { SecondFactor, type Enrolment } from './second-factor';
import { Sessions, type LiveSession } from './sessions';
import { SignIn, type PasswordChange, type SignInRequest } from './sign-in';
import { KeyRing, type Jwks } from './signing-keys';
import { Standing } from '../base/standing';
import { Throttle } from './throttle';
import { Trail } from './trail';

/** What a client is given after signing in or refreshing; neither token can be had again. */
export interface OpenedSession {
  readonly accessToken: string;
  readonly accessTokenExpiresAt: Date;
  readonly refreshToken: string;
  readonly actor: Actor;
  readonly holder: AccountHolder;
}

/** Password and, where the account has a second factor, a code of it. */
export interface Reassurance {
  readonly password: string;
  readonly oneTimeCode?: string | null;
}

export interface IdentityParts {
  /** Connects as `identity_app`. Whoever opened it closes it; nothing else needs closing. */
  readonly pool: Pool;
  readonly config: Pick<Config, 'secrets' | 'signIn'>;
  readonly log: Logger;
}

/** How many sign-ins may wait for their turn: about two seconds of work for two processors. */
const WAITING_SIGN_INS = 150;

export class IdentityService {
  /** What accounts may do. */
  readonly accounts: AccountChanges;
  private readonly keys: KeyRing;
  private readonly tokens: AccessTokens;
  private readonly sessions: Sessions;
  private readonly secondFactor: SecondFactor;
  private readonly trail: Trail;
  private readonly proofs: Proofs;
  private readonly door: SignIn;
  private readonly resetCodes: ResetCodes;
  private readonly gate = new Gate(Math.min(4, availableParallelism()), WAITING_SIGN_INS);

  constructor(private readonly parts: IdentityParts) {
    const { pool, log } = parts;
    const { secrets, signIn } = parts.config;
    const hash = keyedHash(secrets.tokens);
    this.keys = new KeyRing(pool, secrets.tokens, log);
    this.tokens = new AccessTokens(this.keys, signIn.issuer, signIn.accessTokenMinutes);
    this.sessions = new Sessions(pool, signIn, secrets.tokens);
    this.secondFactor = new SecondFactor(pool, secrets.tokens);
    this.trail = new Trail(hash);
    this.accounts = new AccountChanges(pool, this.sessions, this.trail);
    this.proofs = new Proofs(
      pool,
      new Throttle(pool, hash, signIn),
      this.secondFactor,
      this.trail,
      signIn.lockoutMinutes,
    );
    this.door = new SignIn(pool, this.proofs, this.sessions, this.trail);
    const { proofs, sessions, trail } = this;
    this.resetCodes = new ResetCodes(pool, hash, { proofs, sessions, trail });
  }

  /**
   * Who sends this request, by its `Authorization` header; null without one. The session and the account are looked up,
   * so that sign-out, disabling and a change of role act on the next request.
   * @throws ApiError UNAUTHENTICATED for a token that does not count, whatever the reason.
   */
  async authenticate(authorization: string | undefined): Promise<Standing | null> {
    if (authorization === undefined) return null;
    const claims = await this.claims(authorization);
    const met = claims && (await this.sessions.meet(claims.sessionId, claims.accountId));
    if (!met) throw unauthenticated();
    return new Standing(met.actor, null, met.behind);
  }

  /** Whether a session stands that somebody used before, and what its account may do now; null where it ended. */
  async standing(accountId: string, sessionId: string): Promise<Standing | null> {
    const met = await this.sessions.meet(sessionId, accountId);
    return met && new Standing(met.actor, null, met.behind);
  }

  /** The same without asking the database, which must be done before anything is answered; null for who was not met. */
  async presume(authorization: string | undefined): Promise<Standing | null> {
    const claims = authorization === undefined ? null : await this.claims(authorization);
    const actor = claims && this.sessions.remembered(claims.sessionId, claims.accountId);
    return actor ? new Standing(actor, () => this.sessions.stands(actor)) : null;
  }

  private async claims(authorization: string): Promise<Claims | null> {
    const token = /^Bearer +([\w.-]+) *$/i.exec(authorization)?.[1];
    return token === undefined ? null : this.tokens.verify(token);
  }

  /** @throws ProblemError: SIGN_IN_FAILED, TOO_MANY_ATTEMPTS, SECOND_FACTOR_…, PASSWORD_… */
  async signIn(request: SignInRequest, from: Caller): Promise<OpenedSession> {
    return this.opened(await this.gate.run(() => this.door.signIn(request, from)));
  }

  /** Exchanges a refresh token for new tokens. @throws ProblemError REFRESH_TOKEN_INVALID */
  async refreshSession(refreshToken: string, from: Caller): Promise<OpenedSession> {
    const session = await this.sessions.rotate(refreshToken);
    if (session) return this.opened(session);
    await this.endReused(refreshToken, from);
    throw refusal.refreshTokenInvalid();
  }

  /** Ends the actor's session; its access token is refused from the next request on. */
  async signOut({ accountId, sessionId }: Actor, from: Caller): Promise<void> {
    await transaction(this.parts.pool, async (client) => {
      await this.sessions.end(client, sessionId, 'SIGNED_OUT');
      await this.trail.write(client, 'SIGNED_OUT', { accountId }, from);
    });
  }

  /** Ends all other sessions of the account. @throws ProblemError PASSWORD_…, TOO_MANY_ATTEMPTS */
  async changePassword({ accountId, sessionId }: Actor, change: PasswordChange, from: Caller): Promise<void> {
    await this.gate.run(() => this.door.changePassword(accountId, sessionId, change, from));
  }

  /** A one-time code for a colleague who forgot their password. @throws ProblemError NOT_FOUND, NOT_ALLOWED */
  issueResetCode(actor: Actor, accountId: string, from: Caller): Promise<ResetCode> {
    return this.resetCodes.issue(actor, accountId, from);
  }

  /** Chooses another password by such a code. @throws ProblemError RESET_FAILED, TOO_MANY_ATTEMPTS, PASSWORD_… */
  async resetPassword(reset: PasswordReset, from: Caller): Promise<void> {
    await this.gate.run(() => this.resetCodes.reset(reset, from));
  }

  /** A new secret for the actor's authenticator app, in use once confirmed; to replace one, a code of the old is needed. */
  async enrolSecondFactor({ accountId }: Actor, shown: Reassurance, from: Caller): Promise<Enrolment> {
    return this.secondFactor.begin(await this.reassured(accountId, shown, from));
  }

  /** Puts the enrolled secret into use. @returns the recovery codes, shown this once. */
  async confirmSecondFactor({ accountId, email }: Actor, code: string, from: Caller): Promise<readonly string[]> {
    const attempt = await this.proofs.count(email, from);
    const credentials = await findCredentials(this.parts.pool, 'id', accountId);
    const enrolled = (db: Db): Promise<void> => this.trail.write(db, 'SECOND_FACTOR_ENROLLED', { accountId }, from);
    const codes = credentials && (await this.secondFactor.confirm(credentials, code, enrolled));
    if (!codes) throw refusal.secondFactorWrong();
    await this.proofs.forgive(attempt);
    return codes;
  }

  /** Takes the actor's second factor away, given the password and a code of it. */
  async removeSecondFactor({ accountId }: Actor, shown: Reassurance, from: Caller): Promise<void> {
    const credentials = await this.reassured(accountId, shown, from);
    await this.secondFactor.remove(credentials, (db) =>
      this.trail.write(db, 'SECOND_FACTOR_REMOVED', { accountId }, from),
    );
  }

  /** Addresses of the demo accounts, which have a published password. */
  async demoAccounts(): Promise<string[]> {
    const { rows } = await this.parts.pool.query<{ email: string }>(
      'SELECT email FROM account WHERE demo ORDER BY split_part(email, $1, 2), email',
      ['@'],
    );
    return rows.map(({ email }) => email);
  }

  /** The account behind an actor. */
  async holder(accountId: string): Promise<AccountHolder | null> {
    return (await findCredentials(this.parts.pool, 'id', accountId))?.holder ?? null;
  }

  /** The public keys that access tokens are checked with (RFC 7517). */
  jwks(): Promise<Jwks> {
    return this.keys.jwks();
  }

  /** @throws when nobody could sign in: the database does not answer, or has no signing key that TOKEN_SECRET opens. */
  ping(): Promise<void> {
    return this.keys.ping();
  }

  /** Somebody signed in shows all that signing in asks for, once more. */
  private async reassured(
    accountId: string,
    { password, oneTimeCode }: Reassurance,
    from: Caller,
  ): Promise<Credentials> {
    const proof = await this.gate.run(() => this.proofs.again(accountId, password, 'password', from));
    await this.proofs.bySecondFactor(proof, oneTimeCode, from);
    await this.proofs.forgive(proof.attempt);
    return proof.credentials;
  }

  private async endReused(refreshToken: string, from: Caller): Promise<void> {
    const accountId = await transaction(this.parts.pool, async (client) => {
      const ended = await this.sessions.endReused(client, refreshToken);
      if (ended !== null) await this.trail.write(client, 'TOKEN_REUSED', { accountId: ended }, from);
      return ended;
    });
    if (accountId === null) return;
    this.parts.log.warn({ accountId, requestId: from.requestId }, 'a spent refresh token was used: the session ended');
  }

  private async opened({ id, refreshToken, holder }: LiveSession): Promise<OpenedSession> {
    const { token, expiresAt } = await this.tokens.issue(holder.accountId, id);
    const { accountId, name, email, role, country, organisationId, locale } = holder;
    const actor: Actor = { accountId, sessionId: id, name, email, role, country, organisationId, locale };
    return { accessToken: token, accessTokenExpiresAt: expiresAt, refreshToken, actor, holder };
  }
}

export const createIdentity = (parts: IdentityParts): IdentityService => new IdentityService(parts);
