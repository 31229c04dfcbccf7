/** Secrets of the identity schema at rest, and keyed hashes: all from TOKEN_SECRET, one derived key per purpose. */
import { createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from '../vault/sealing';

type Purpose = 'signing-key' | 'second-factor' | 'sign-in-subject' | 'refresh-token';

/** What secrets are sealed for. */
export type SealedPurpose = Exclude<Purpose, 'sign-in-subject' | 'refresh-token'>;

export const derive = (tokenSecret: string, purpose: Purpose): Buffer =>
  Buffer.from(hkdfSync('sha256', tokenSecret, 'hands-off', purpose, 32));

/** AES-256-GCM. `about` (a key id, an account id) is authenticated, so that a sealed value is good in its own row only. */
export class Seal {
  private readonly keys: readonly Buffer[];

  /** @param tokenSecrets the first seals, each of them opens */
  constructor(
    tokenSecrets: readonly string[],
    private readonly purpose: SealedPurpose,
  ) {
    this.keys = tokenSecrets.map((secret) => derive(secret, purpose));
  }

  close(plain: string, about: string): string {
    return encrypt(this.keys[0] as Buffer, plain, this.place(about)).toString('base64url');
  }

  /** @throws when a byte was changed, the row is another, or TOKEN_SECRET is not the one it was sealed with. */
  open(sealed: string, about: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const failures: unknown[] = [];
    for (const key of this.keys) {
      try {
        return decrypt(key, bytes, this.place(about)).toString('utf8');
      } catch (error) {
        failures.push(error);
      }
    }
    throw failures[0];
  }

  private place(about: string): Buffer {
    return Buffer.from(`${this.purpose}\0${about}`);
  }
}

/** A keyed hash: equal for equal values, and of no use to whoever reads the table without the secret. */
export function keyedHash([tokenSecret = '']: readonly string[]): (value: string) => string {
  const key = derive(tokenSecret, 'sign-in-subject');
  return (value) => createHmac('sha256', key).update(value).digest('base64url');
}
