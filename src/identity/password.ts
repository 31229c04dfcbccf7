/** Passwords at rest: argon2id with the parameters that OWASP's password storage cheat sheet asks for. */
import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes, one lane; the library's algorithm is argon2id. Runs on libuv's threads, off the event loop. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The same letters typed on two keyboards are the same password (NIST SP 800-63B, 3.1.1.2). */
export const normalisePassword = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), PARAMETERS);

/** Verifies passwords; where there is no account it takes as long and says no. */
export class PasswordVerifier {
  /** The hash of something that nobody knows. */
  private readonly nobody = hashPassword(randomBytes(32).toString('base64url'));

  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    const right = await verify(passwordHash ?? (await this.nobody), normalisePassword(password));
    return right && passwordHash !== undefined;
  }
}

/** No letters or digits that are taken for one another when read out on the telephone. */
const LEGIBLE = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;

/** A password to hand over once, about 99 bits: `7kq2-m4xw-…`. */
export function oneTimePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LEGIBLE[randomInt(LEGIBLE.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
