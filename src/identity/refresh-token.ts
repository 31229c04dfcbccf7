/**
 * Refresh tokens: opaque, good once, kept as a hash. What follows one is derived from it with a key, so that a client
 * whose answer got lost can be given the same successor again, though nobody has kept it.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { derive } from './seal';

const FAMILY_BYTES = 16;
const SECRET_BYTES = 32;

export interface RefreshToken {
  /** What the client holds: the session's family, then 256 bits. */
  readonly token: string;
  readonly family: string;
  readonly secret: Buffer;
  /** SHA-256 of the secret. */
  readonly hash: Buffer;
}

const made = (family: string, secret: Buffer): RefreshToken => ({
  token: Buffer.concat([Buffer.from(family.replaceAll('-', ''), 'hex'), secret]).toString('base64url'),
  family,
  secret,
  hash: createHash('sha256').update(secret).digest(),
});

/** The first of a session. */
export const firstToken = (family: string): RefreshToken => made(family, randomBytes(SECRET_BYTES));

/** Null for what is none. */
export function parseToken(token: string): RefreshToken | null {
  const bytes = Buffer.from(token, 'base64url');
  if (bytes.length !== FAMILY_BYTES + SECRET_BYTES || bytes.toString('base64url') !== token) return null;
  return made(bytes.toString('hex', 0, FAMILY_BYTES), bytes.subarray(FAMILY_BYTES));
}

/** The successors of a token, by each of the secrets; the first is the one that is given. */
export function successorsOf(
  tokenSecrets: readonly [string, ...string[]],
): (old: RefreshToken) => [RefreshToken, ...RefreshToken[]] {
  const keys = tokenSecrets.map((secret) => derive(secret, 'refresh-token'));
  return ({ family, secret }) =>
    keys.map((key) => made(family, createHmac('sha256', key).update(secret).digest())) as [
      RefreshToken,
      ...RefreshToken[],
    ];
}
