/** Access tokens (RFC 9068): signed, short-lived, and naming a session; what its holder may do is looked up each time. */
import { randomUUID, type KeyObject } from 'node:crypto';
import { decode, sign, verify, type JwtPayload } from 'jsonwebtoken';
import { LRUCache } from 'lru-cache';
import type { KeyRing } from './signing-keys';

/** However the service is configured, and whatever a token says (ASVS: short-lived). */
const MAX_LIFETIME_SECONDS = 15 * 60;
/** The clocks of two instances may differ by this much. */
const SKEW_SECONDS = 5;
const MAX_TOKEN_LENGTH = 2_048;
const TYPE = 'at+jwt';
export const AUDIENCE = 'hands-off-api';
const CACHED_TOKENS = 10_000;

export interface Claims {
  readonly accountId: string;
  readonly sessionId: string;
  readonly kid: string;
  /** Seconds since 1970. */
  readonly expires: number;
}

export interface IssuedToken {
  readonly token: string;
  readonly expiresAt: Date;
}

const seconds = (): number => Math.floor(Date.now() / 1000);

export class AccessTokens {
  /** Checking a signature costs more than the rest of a request's identity; a token comes back many times. */
  private readonly verified = new LRUCache<string, Claims>({ max: CACHED_TOKENS });

  constructor(
    private readonly keys: KeyRing,
    private readonly issuer: string,
    private readonly minutes: number,
  ) {}

  async issue(accountId: string, sessionId: string): Promise<IssuedToken> {
    const { kid, key } = await this.keys.signing();
    const iat = seconds();
    const exp = iat + this.minutes * 60;
    const claims = {
      iss: this.issuer,
      aud: AUDIENCE,
      sub: accountId,
      sid: sessionId,
      jti: randomUUID(),
      iat,
      nbf: iat - SKEW_SECONDS,
      exp,
    };
    const token = sign(claims, key, { algorithm: 'ES256', header: { alg: 'ES256', typ: TYPE, kid } });
    return { token, expiresAt: new Date(exp * 1000) };
  }

  /** The claims of a token that counts now; null for any other, without a word about why. */
  async verify(token: string): Promise<Claims | null> {
    let claims = this.verified.get(token);
    const kid = claims?.kid ?? kidOf(token);
    const key = kid === undefined ? undefined : await this.keys.verifying(kid);
    if (!key) return null;
    if (!claims) {
      claims = this.check(token, key);
      if (!claims) return null;
      this.verified.set(token, claims);
    }
    return claims.expires > seconds() ? claims : null;
  }

  private check(token: string, key: KeyObject): Claims | undefined {
    try {
      const { header, payload } = verify(token, key, {
        complete: true,
        algorithms: ['ES256'],
        issuer: this.issuer,
        audience: AUDIENCE,
      });
      return typeof payload === 'object' && header.kid !== undefined ? claimsOf(payload, header.kid) : undefined;
    } catch {
      return undefined;
    }
  }
}

/** The key id that a token names, if its header is one of ours; nothing of it is trusted yet. */
function kidOf(token: string): string | undefined {
  if (token.length > MAX_TOKEN_LENGTH) return undefined;
  const header = headerOf(token);
  return header?.alg === 'ES256' && header.typ === TYPE && header.crit === undefined ? header.kid : undefined;
}

function headerOf(token: string) {
  try {
    return decode(token, { complete: true })?.header;
  } catch {
    return undefined;
  }
}

/** jsonwebtoken checks these claims where they stand; that all of them stand there is checked here. */
function claimsOf({ sub, sid, jti, iat, nbf, exp }: JwtPayload, kid: string): Claims | undefined {
  const complete = typeof sub === 'string' && typeof sid === 'string' && typeof jti === 'string';
  if (!complete || typeof iat !== 'number' || typeof nbf !== 'number' || typeof exp !== 'number') return undefined;
  if (iat > seconds() + SKEW_SECONDS || exp - iat > MAX_LIFETIME_SECONDS) return undefined;
  return { accountId: sub, sessionId: sid, kid, expires: exp };
}
