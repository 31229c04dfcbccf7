/** A forgotten password: an administrator of the organisation gives a code, and whoever forgot it chooses another by it. */
import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import type { Actor } from '../base/actor';
import { nobodysId } from '../base/global-id';
import { ProblemError } from '../base/problem';
import { administers } from '../policy/duties';
import { findCredentials, type Credentials } from './account-holder';
import { transaction } from './database';
import { normaliseEmail } from './email';
import { hashPassword } from './password';
import { judgePassword } from './password-policy';
import type { Proofs } from './proof';
import * as refusal from './refusals';
import type { Sessions } from './sessions';
import type { Caller, Trail } from './trail';

const HOURS = 24;
/** Crockford’s base 32: no letter that looks like another; 16 of them are 80 bits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP = 4;

/** To be handed over once. */
export interface ResetCode {
  readonly code: string;
  readonly expiresAt: Date;
}

export interface PasswordReset {
  readonly email: string;
  readonly code: string;
  readonly newPassword: string;
}

const KEEP = `
  INSERT INTO password_reset_code AS c (account_id, code_hash, issued_by, expires_at)
  VALUES ($1, $2, $3, now() + make_interval(hours => ${HOURS}))
  ON CONFLICT (account_id) DO UPDATE SET code_hash = excluded.code_hash, issued_by = excluded.issued_by,
    expires_at = excluded.expires_at
  RETURNING expires_at`;

export class ResetCodes {
  constructor(
    private readonly pool: Pool,
    private readonly hash: (value: string) => string,
    private readonly parts: { readonly proofs: Proofs; readonly sessions: Sessions; readonly trail: Trail },
  ) {}

  /**
   * A code for a colleague of the actor’s organisation whom the actor administers; it takes the place of the one before.
   * @throws ProblemError NOT_FOUND, NOT_ALLOWED
   */
  async issue(actor: Actor, accountId: string, from: Caller): Promise<ResetCode> {
    const holder = (await findCredentials(this.pool, 'id', accountId))?.holder;
    const isHere = holder?.country === actor.country && holder?.organisationId === actor.organisationId;
    if (!holder || !isHere || actor.organisationId === null) throw refusal.noSuchColleague();
    if (holder.accountId === actor.accountId || !administers(actor.role, holder.role)) throw refusal.notAdministered();
    const code = newCode();
    return transaction(this.pool, async (client) => {
      const values = [accountId, this.hashOf(accountId, code), actor.accountId];
      const { rows } = await client.query<{ expires_at: Date | string }>(KEEP, values);
      await this.parts.trail.write(client, 'RESET_CODE_ISSUED', { accountId }, from);
      return { code, expiresAt: new Date(rows[0]?.expires_at ?? 0) };
    });
  }

  /**
   * Puts a new password in place of a forgotten one and ends all sessions; a second factor stays. Counted like sign-ins,
   * and of an account that there is not it costs and says the same as of a wrong code.
   * @throws ProblemError RESET_FAILED, TOO_MANY_ATTEMPTS, PASSWORD_…
   */
  async reset({ email: typed, code, newPassword }: PasswordReset, from: Caller): Promise<void> {
    const { proofs, trail } = this.parts;
    const email = normaliseEmail(typed);
    const attempt = await proofs.count(email ?? typed, from);
    const credentials = await findCredentials(this.pool, 'email', email ?? '');
    const newHash = await hashPassword(newPassword);
    const accountId = credentials?.holder.accountId;
    const codeHash = this.hashOf(accountId ?? '', code);
    const isGood = await this.isGood(accountId ?? nobodysId, codeHash);
    if (!isGood || credentials?.status !== 'ACTIVE') {
      await trail.write(this.pool, 'RESET_CODE_WRONG', { email: email ?? typed, accountId }, from);
      throw refusal.resetFailed();
    }
    const { holder } = credentials;
    const found = await judgePassword(newPassword, [holder.name, holder.email], ['newPassword']);
    if (found) {
      await proofs.forgive(attempt);
      throw new ProblemError([found]);
    }
    if (!(await this.replace(credentials, codeHash, newHash, from))) throw refusal.resetFailed();
    await proofs.clear(attempt);
  }

  private async isGood(accountId: string, codeHash: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'SELECT FROM password_reset_code WHERE account_id = $1 AND code_hash = $2 AND expires_at > now()',
      [accountId, codeHash],
    );
    return rowCount === 1;
  }

  /** Of two at once with the same code one wins, and the other is false. */
  private replace({ holder: { accountId } }: Credentials, codeHash: string, newHash: string, from: Caller) {
    const { sessions, trail } = this.parts;
    return transaction(this.pool, async (client) => {
      const spent = await client.query(
        'DELETE FROM password_reset_code WHERE account_id = $1 AND code_hash = $2 AND expires_at > now()',
        [accountId, codeHash],
      );
      const changed = await client.query(
        `UPDATE account SET password_hash = $2, one_time_password_until = NULL, updated_at = now()
         WHERE id = $1 AND status = 'ACTIVE' AND $3`,
        [accountId, newHash, spent.rowCount === 1],
      );
      if (changed.rowCount !== 1) return false;
      await sessions.endAll(client, accountId, 'PASSWORD_CHANGED');
      await trail.write(client, 'PASSWORD_RESET', { accountId }, from);
      return true;
    });
  }

  /** However it is typed: case, hyphens, blanks, and letters that look like digits. */
  private hashOf(accountId: string, code: string): string {
    const read = code
      .toUpperCase()
      .replaceAll(/[^0-9A-Z]/g, '')
      .replaceAll('O', '0')
      .replaceAll(/[IL]/g, '1');
    return this.hash(`reset ${accountId} ${read}`);
  }
}

function newCode(): string {
  const drawn = (): string => ALPHABET.charAt(randomInt(ALPHABET.length));
  const group = (): string => Array.from({ length: GROUP }, drawn).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
