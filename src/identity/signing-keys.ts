/** The keys that access tokens are signed with: read by every instance, made and rotated by an administrator. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import type { Logger } from 'pino';
import { DatabaseUnready } from '../database/unready';
import { within, type Db } from './database';
import { Seal } from './seal';
import type { KeyStatus } from './signing-key.entity';

/** A key of the JWKS (RFC 7517). */
export interface PublicJwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

export interface Jwks {
  readonly keys: readonly PublicJwk[];
}

interface KeyRow {
  readonly kid: string;
  readonly public_jwk: PublicJwk;
  readonly private_key: string;
  readonly status: KeyStatus;
}

interface Ring {
  readonly readAt: number;
  readonly jwks: Jwks;
  readonly verifying: ReadonlyMap<string, KeyObject>;
  readonly signing: { readonly kid: string; readonly key: KeyObject } | null;
}

/** A rotation is noticed within this time without a restart. */
export const FRESH_MS = 5_000;
/** An unknown key id makes the ring read anew, this often at most: nobody can have the database asked per request. */
const REREAD_MS = 1_000;

export class KeyRing {
  private ring: Ring | undefined;
  private reading: Promise<Ring> | undefined;
  private readonly seal: Seal;

  constructor(
    private readonly pool: Pool,
    tokenSecrets: readonly string[],
    private readonly log: Logger,
  ) {
    this.seal = new Seal(tokenSecrets, 'signing-key');
  }

  /** The key of an id, if tokens that it signed still count. */
  async verifying(kid: string): Promise<KeyObject | undefined> {
    const key = (await this.read(FRESH_MS)).verifying.get(kid);
    return key ?? (await this.read(REREAD_MS)).verifying.get(kid);
  }

  /** @throws when there is no current key, or TOKEN_SECRET does not open it. */
  async signing(): Promise<{ readonly kid: string; readonly key: KeyObject }> {
    const { signing } = await this.read(FRESH_MS);
    if (!signing) {
      throw new DatabaseUnready(
        'TOKEN_SECRET is not the one that the signing keys were sealed with: give that one; where it is lost, `npx handsoff key rotate` makes a key under the new one',
      );
    }
    return signing;
  }

  async jwks(): Promise<Jwks> {
    return (await this.read(FRESH_MS)).jwks;
  }

  /** Reads the keys now. @throws when the database does not answer or nothing can be signed. */
  async ping(): Promise<void> {
    await this.read(0);
    await this.signing();
  }

  private async read(age: number): Promise<Ring> {
    if (this.ring && performance.now() - this.ring.readAt < age) return this.ring;
    this.reading ??= this.load().finally(() => (this.reading = undefined));
    return (this.ring = await this.reading);
  }

  private async load(): Promise<Ring> {
    const readAt = performance.now();
    const { rows } = await this.pool.query<KeyRow>({
      name: 'identity.signing_keys',
      text: `SELECT kid, public_jwk, private_key, status FROM signing_key WHERE status <> 'RETIRED' ORDER BY status`,
    });
    const current = rows.find((row) => row.status === 'CURRENT');
    return {
      readAt,
      jwks: { keys: rows.map((row) => row.public_jwk) },
      verifying: new Map(rows.map((row) => [row.kid, createPublicKey({ key: { ...row.public_jwk }, format: 'jwk' })])),
      signing: current ? this.open(current) : null,
    };
  }

  private open({ kid, private_key }: KeyRow): Ring['signing'] {
    try {
      return { kid, key: createPrivateKey(this.seal.open(private_key, kid)) };
    } catch {
      this.log.error({ kid }, 'the signing key does not open with this TOKEN_SECRET');
      return null;
    }
  }
}

export interface Rotation {
  readonly kid: string;
  /** Whose tokens stay good until they expire; null where there was no key. */
  readonly previous: string | null;
  /** How many keys ended now, and the tokens with them. */
  readonly ended: number;
}

/**
 * Makes a new current key; the one before it stays good for tokens already out, older ones retire.
 * Twice in a row ends every access token, for when a key is feared stolen. `owner` has the owner's rights.
 */
export async function rotateSigningKey(owner: ClientBase, tokenSecrets: readonly string[]): Promise<Rotation> {
  return within(owner, async () => {
    await owner.query('LOCK TABLE signing_key IN EXCLUSIVE MODE');
    const retired = await owner.query(`UPDATE signing_key SET status = 'RETIRED' WHERE status = 'PREVIOUS'`);
    const { rows } = await owner.query<{ kid: string }>(
      `UPDATE signing_key SET status = 'PREVIOUS' WHERE status = 'CURRENT' RETURNING kid`,
    );
    const kid = await insertKey(owner, tokenSecrets);
    return { kid, previous: rows[0]?.kid ?? null, ended: retired.rowCount ?? 0 };
  });
}

/** Makes the first key of an installation; does nothing where there is one. `owner` has the owner's rights. */
export async function ensureSigningKey(owner: ClientBase, tokenSecrets: readonly string[]): Promise<void> {
  await within(owner, async () => {
    await owner.query('LOCK TABLE signing_key IN EXCLUSIVE MODE');
    const { rowCount } = await owner.query(`SELECT FROM signing_key WHERE status = 'CURRENT'`);
    if (rowCount === 0) await insertKey(owner, tokenSecrets);
  });
}

async function insertKey(db: Db, tokenSecrets: readonly string[]): Promise<string> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = randomUUID();
  const publicJwk = { ...publicKey.export({ format: 'jwk' }), kid, alg: 'ES256', use: 'sig' };
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  await db.query(`INSERT INTO signing_key (kid, public_jwk, private_key, status) VALUES ($1, $2, $3, 'CURRENT')`, [
    kid,
    JSON.stringify(publicJwk),
    new Seal(tokenSecrets, 'signing-key').close(pem, kid),
  ]);
  return kid;
}
