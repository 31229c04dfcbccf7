/** Signing in, and choosing a new password. */
import type { Pool } from 'pg';
import { ProblemError } from '../base/problem';
import type { Credentials } from './account-holder';
import type { Caller } from './trail';
import { transaction } from './database';
import { hashPassword, normalisePassword } from './password';
import { judgePassword } from './password-policy';
import type { Proof, Proofs } from './proof';
import * as refusal from './refusals';
import type { LiveSession, Sessions } from './sessions';
import type { Trail } from './trail';

export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  readonly oneTimeCode?: string | null;
  /** Replaces the password; without it a one-time password opens nothing. */
  readonly newPassword?: string | null;
}

export interface PasswordChange {
  readonly oldPassword: string;
  readonly newPassword: string;
}

export class SignIn {
  constructor(
    private readonly pool: Pool,
    private readonly proofs: Proofs,
    private readonly sessions: Sessions,
    private readonly trail: Trail,
  ) {}

  /** @throws ProblemError for every way in which it fails. */
  async signIn(request: SignInRequest, from: Caller): Promise<LiveSession> {
    const proof = await this.proofs.byPassword(request.email, request.password, from);
    const newHash = await this.replacement(proof, request, from);
    await this.proofs.bySecondFactor(proof, request.oneTimeCode, from);
    let { passwordHash } = proof.credentials;
    if (newHash !== null) {
      if (!(await this.replace(proof.credentials, newHash, null, from))) throw refusal.signInFailed();
      passwordHash = newHash;
    }
    const session = await this.open(proof, passwordHash, from);
    await this.proofs.clear(proof.attempt);
    return session;
  }

  /** Changes the password of somebody signed in and ends their other sessions. */
  async changePassword(accountId: string, sessionId: string, change: PasswordChange, from: Caller): Promise<void> {
    const { credentials, attempt } = await this.proofs.again(accountId, change.oldPassword, 'oldPassword', from);
    await this.proofs.forgive(attempt);
    await judge(credentials, change);
    const newHash = await hashPassword(change.newPassword);
    if (!(await this.replace(credentials, newHash, sessionId, from))) throw refusal.passwordWrong('oldPassword');
  }

  private open({ credentials, subject }: Proof, passwordHash: string, from: Caller): Promise<LiveSession> {
    return transaction(this.pool, async (client) => {
      const opened = await this.sessions.open(client, credentials.holder, passwordHash);
      if (!opened) throw refusal.signInFailed();
      await this.sessions.sweep(client, credentials.holder.accountId);
      await this.trail.write(client, 'SIGNED_IN', subject, from);
      return opened;
    });
  }

  /** The hash of the password that takes the old one's place, or null when none does. */
  private async replacement(proof: Proof, request: SignInRequest, from: Caller): Promise<string | null> {
    const { password, newPassword } = request;
    if (newPassword === null || newPassword === undefined) {
      if (proof.credentials.oneTime === 'NO') return null;
      throw await this.proofs.pause(proof, 'PASSWORD_CHANGE_PENDING', refusal.passwordChangeRequired(), from);
    }
    try {
      await judge(proof.credentials, { oldPassword: password, newPassword });
    } catch (error) {
      await this.proofs.forgive(proof.attempt);
      throw error;
    }
    return hashPassword(newPassword);
  }

  /** Of two changes at once one wins, and the other is false. All sessions end but `keep`. */
  private replace(
    { holder: { accountId }, passwordHash }: Credentials,
    newHash: string,
    keep: string | null,
    from: Caller,
  ): Promise<boolean> {
    return transaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `UPDATE account SET password_hash = $3, one_time_password_until = NULL, updated_at = now()
         WHERE id = $1 AND password_hash = $2 AND status = 'ACTIVE'`,
        [accountId, passwordHash, newHash],
      );
      if (rowCount === 0) return false;
      await this.sessions.endAll(client, accountId, 'PASSWORD_CHANGED', keep);
      await this.trail.write(client, 'PASSWORD_CHANGED', { accountId }, from);
      return true;
    });
  }
}

/** @throws ProblemError when the new password is the old one, too short or too common. */
async function judge({ holder }: Credentials, { oldPassword, newPassword }: PasswordChange): Promise<void> {
  if (normalisePassword(oldPassword) === normalisePassword(newPassword)) throw refusal.passwordUnchanged();
  const found = await judgePassword(newPassword, [holder.name, holder.email], ['newPassword']);
  if (found) throw new ProblemError([found]);
}
