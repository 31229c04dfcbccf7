/** The second factor: time-based one-time codes (RFC 6238), each good once, and recovery codes for a lost device. */
import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Pool } from 'pg';
import type { Credentials } from './account-holder';
import { transaction, type Db } from './database';
import { Seal } from './seal';

const ISSUER = 'Hands Off';
const PERIOD_SECONDS = 30;
/** RFC 4226 asks for 160 bits. */
const SECRET_BYTES = 20;
/** One step to either side, for a clock that is off and a finger that is slow. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Crockford's base 32: nothing that is taken for something else. */
const RECOVERY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const RECOVERY_LENGTH = 16;

/** What an authenticator app is given. */
export interface Enrolment {
  /** Base 32. */
  readonly secret: string;
  /** `otpauth://…`, to show as a QR code. */
  readonly uri: string;
}

const totp = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: ISSUER, label, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS, secret });

/** The time step that a code belongs to, if it is a good one now. */
function stepOf(secret: string, code: string): number | null {
  const timestamp = Date.now();
  const delta = totp(Secret.fromBase32(secret), '').validate({ token: code, window: WINDOW, timestamp });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta;
}

const hashCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^0-9a-z]/g, ''))
    .digest();

/** 80 bits: `k3x9-…`. */
function recoveryCode(): string {
  const letters = Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_ALPHABET[randomInt(RECOVERY_ALPHABET.length)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}

/** Takes away an account's second factor with its recovery codes. */
export async function dropSecondFactor(db: Db, accountId: string): Promise<void> {
  await db.query('UPDATE account SET totp_secret = NULL, totp_pending = NULL, updated_at = now() WHERE id = $1', [
    accountId,
  ]);
  await db.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
}

export class SecondFactor {
  private readonly seal: Seal;

  constructor(
    private readonly pool: Pool,
    tokenSecrets: readonly string[],
  ) {
    this.seal = new Seal(tokenSecrets, 'second-factor');
  }

  /** Takes a code of the app or a recovery code, and spends it: shown a second time, it is wrong. */
  async accept({ holder, totpSecret }: Credentials, code: string): Promise<boolean> {
    if (totpSecret === null) return false;
    const entered = code.replace(/\s/g, '');
    return /^\d{6}$/.test(entered)
      ? this.spendStep(holder.accountId, stepOf(this.seal.open(totpSecret, holder.accountId), entered))
      : this.spendRecoveryCode(holder.accountId, entered);
  }

  /** Makes a new secret. The one in use, if any, stays until the new one is confirmed. */
  async begin({ holder }: Credentials): Promise<Enrolment> {
    const secret = new Secret({ size: SECRET_BYTES });
    const sealed = this.seal.close(secret.base32, holder.accountId);
    await this.pool.query('UPDATE account SET totp_pending = $2 WHERE id = $1', [holder.accountId, sealed]);
    return { secret: secret.base32, uri: totp(secret, holder.email).toString() };
  }

  /** Puts the pending secret into use and gives new recovery codes; null when the code is not one of it. */
  async confirm(
    { holder: { accountId }, totpPending }: Credentials,
    code: string,
    log: (db: Db) => Promise<void>,
  ): Promise<readonly string[] | null> {
    const step = totpPending === null ? null : stepOf(this.seal.open(totpPending, accountId), code.replace(/\s/g, ''));
    if (step === null) return null;
    return transaction(this.pool, async (client) => {
      const { rowCount } = await client.query(
        `UPDATE account SET totp_secret = totp_pending, totp_pending = NULL, totp_last_counter = $3, updated_at = now()
         WHERE id = $1 AND totp_pending = $2`,
        [accountId, totpPending, step],
      );
      if (rowCount === 0) return null;
      await log(client);
      return this.renewRecoveryCodes(client, accountId);
    });
  }

  /** From then on the password is enough. */
  async remove({ holder: { accountId } }: Credentials, log: (db: Db) => Promise<void>): Promise<void> {
    await transaction(this.pool, async (client) => {
      await dropSecondFactor(client, accountId);
      await log(client);
    });
  }

  private async renewRecoveryCodes(db: Db, accountId: string): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
    await db.query('DELETE FROM recovery_code WHERE account_id = $1', [accountId]);
    await db.query('INSERT INTO recovery_code (account_id, code_hash) SELECT $1, unnest($2::bytea[])', [
      accountId,
      codes.map(hashCode),
    ]);
    return codes;
  }

  /** Two requests with one code race for the row; the second finds its step spent. */
  private async spendStep(accountId: string, step: number | null): Promise<boolean> {
    if (step === null) return false;
    const { rowCount } = await this.pool.query(
      `UPDATE account SET totp_last_counter = $2
       WHERE id = $1 AND (totp_last_counter IS NULL OR totp_last_counter < $2)`,
      [accountId, step],
    );
    return rowCount === 1;
  }

  private async spendRecoveryCode(accountId: string, code: string): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      'UPDATE recovery_code SET used_at = now() WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL',
      [accountId, hashCode(code)],
    );
    return rowCount === 1;
  }
}
