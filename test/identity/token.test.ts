/** Access tokens: only what this service signed, unchanged, of the right kind and in time, counts. */
import { createHmac, createPrivateKey, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { decode, sign, type JwtPayload } from 'jsonwebtoken';
import { AUDIENCE } from '../../src/identity/access-token';
import { Seal } from '../../src/identity/seal';
import { rotateSigningKey } from '../../src/identity/signing-keys';
import { caller, errorOf } from './expectations';
import { install, password, type Installation } from './installation';

let installed: Installation;
let good: string;
let header: Record<string, unknown>;
let claims: JwtPayload;
let key: KeyObject;

beforeAll(async () => {
  installed = await install();
  await installed.account('token@za.test');
  good = await fresh();
  const decoded = decode(good, { complete: true });
  header = { ...decoded?.header };
  claims = decoded?.payload as JwtPayload;
  key = await privateKey(String(header.kid));
});
afterAll(() => installed.close());

const fresh = async (identity = installed.identity): Promise<string> =>
  (await identity.signIn({ email: 'token@za.test', password }, caller())).accessToken;

async function privateKey(kid: string): Promise<KeyObject> {
  const { rows } = await installed.owner.query<{ private_key: string }>(
    'SELECT private_key FROM signing_key WHERE kid = $1',
    [kid],
  );
  return createPrivateKey(new Seal(installed.tokenSecrets, 'signing-key').open(rows[0]?.private_key ?? '', kid));
}

const answer = (token: string, identity = installed.identity): Promise<string> =>
  errorOf(identity.authenticate(`Bearer ${token}`));

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signed by the real key, with other claims or another header; `undefined` takes one out. */
function forge(change: Record<string, unknown>, head: Record<string, unknown> = {}, by: KeyObject = key): string {
  const payload = JSON.parse(JSON.stringify({ ...claims, jti: randomUUID(), ...change })) as Record<string, unknown>;
  return sign(payload, by, {
    algorithm: 'ES256',
    noTimestamp: !('iat' in payload),
    header: { ...header, ...head } as never,
  });
}

test('A token that the service signed counts, and so does one made the same way by this test', async () => {
  expect(await answer(good)).toBe('none');
  expect(await answer(forge({}))).toBe('none');
});

test('A token is ES256 of type at+jwt, lives fifteen minutes and says nothing of its holder', () => {
  expect(header).toEqual({ alg: 'ES256', typ: 'at+jwt', kid: expect.any(String) as string });
  expect(Object.keys(claims).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sid', 'sub']);
  expect(claims).toMatchObject({ iss: 'https://api.test', aud: AUDIENCE });
  expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(15 * 60);
});

describe('a token does not count', () => {
  const now = Math.floor(Date.now() / 1000);
  const refused: Record<string, () => string> = {
    'with alg none': () => `${part({ ...header, alg: 'none' })}.${part(claims)}.`,
    'with alg none and the old signature': () =>
      `${part({ ...header, alg: 'none' })}.${part(claims)}.${good.split('.')[2]}`,
    'with HS256 and the public key as its secret': () => '',
    'signed by a key of its own that it brings along': () => {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return forge({}, { jwk: own.publicKey.export({ format: 'jwk' }) }, own.privateKey);
    },
    'of a key that is not known': () => forge({}, { kid: randomUUID() }),
    'without a key id': () => forge({}, { kid: undefined }),
    'of another type': () => forge({}, { typ: 'JWT' }),
    'without a type': () => forge({}, { typ: undefined }),
    'with a critical extension that nobody here knows': () => forge({}, { crit: ['exp'] }),
    'for another audience': () => forge({ aud: 'somebody-else' }),
    'from another issuer': () => forge({ iss: 'https://elsewhere.test' }),
    'that has expired': () => forge({ iat: now - 1000, nbf: now - 1000, exp: now - 100 }),
    'that is not good yet': () => forge({ nbf: now + 60 }),
    'that was made in the future': () => forge({ iat: now + 60 }),
    'that lives longer than a quarter of an hour': () => forge({ exp: now + 86_400 }),
    'without iss': () => forge({ iss: undefined }),
    'without aud': () => forge({ aud: undefined }),
    'without exp': () => forge({ exp: undefined }),
    'without nbf': () => forge({ nbf: undefined }),
    'without iat': () => forge({ iat: undefined }),
    'without sub': () => forge({ sub: undefined }),
    'without sid': () => forge({ sid: undefined }),
    'without jti': () => forge({ jti: undefined }),
    'of another account with the same session': () => forge({ sub: randomUUID() }),
    'of a session that does not exist': () => forge({ sid: randomUUID() }),
    'with a changed payload': () => {
      const [head, , signature] = good.split('.');
      return `${head}.${part({ ...claims, sub: randomUUID() })}.${signature}`;
    },
    'with a changed signature': () => {
      const [head, payload, signature = ''] = good.split('.');
      return `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    },
    'that is no token': () => 'nonsense',
    'of dots only': () => '..',
    'with a header that is no object': () => `${part([1])}.${part(claims)}.${good.split('.')[2]}`,
    'with bytes that are no JSON': () => `${Buffer.from('{').toString('base64url')}.${part(claims)}.x`,
    'that is longer than any of ours': () => forge({ padding: 'x'.repeat(4_000) }),
    'that is a refresh token': () => Buffer.alloc(48, 7).toString('base64url'),
  };

  test.each(Object.keys(refused).filter((name) => !name.includes('HS256')))('%s', async (name) => {
    expect(await answer(refused[name]?.() ?? '')).toBe('UNAUTHENTICATED');
  });

  test('with HS256 and the public key as its secret, however the key is written', async () => {
    const [jwk] = (await installed.identity.jwks()).keys;
    const { createPublicKey } = await import('node:crypto');
    const publicKey = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    const secrets = [
      JSON.stringify(jwk),
      publicKey.export({ format: 'pem', type: 'spki' }).toString(),
      publicKey.export({ format: 'der', type: 'spki' }),
    ];
    for (const secret of secrets) {
      const signed = `${part({ ...header, alg: 'HS256' })}.${part({ ...claims, jti: randomUUID() })}`;
      const signature = createHmac('sha256', secret).update(signed).digest('base64url');
      expect(await answer(`${signed}.${signature}`)).toBe('UNAUTHENTICATED');
    }
  });
});

test('A token that was seen before stops to count when its time is over', async () => {
  const token = forge({});
  expect(await answer(token)).toBe('none');
  const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 16 * 60_000);
  try {
    expect(await answer(token)).toBe('UNAUTHENTICATED');
  } finally {
    clock.mockRestore();
  }
});

describe('rotation', () => {
  test('publishes the current and the previous key, without the private half', async () => {
    await rotateSigningKey(installed.owner, installed.tokenSecrets);
    const { keys } = await installed.instance().jwks();
    expect(keys).toHaveLength(2);
    for (const published of keys) {
      expect(Object.keys(published).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
    }
  });

  test('reaches a running instance within seconds; earlier tokens count once, not twice rotated', async () => {
    const other = installed.instance();
    const before = await fresh(other);
    expect(await answer(before, other)).toBe('none');
    const { kid } = await rotateSigningKey(installed.owner, installed.tokenSecrets);
    const after = await fresh(installed.instance());
    expect(decode(after, { complete: true })?.header.kid).toBe(kid);
    await seconds(1.1);
    expect(await answer(after, other)).toBe('none');
    expect(await answer(before, other)).toBe('none');
    await rotateSigningKey(installed.owner, installed.tokenSecrets);
    await seconds(5.1);
    expect(await answer(before, other)).toBe('UNAUTHENTICATED');
    expect(await answer(after, other)).toBe('none');
  });

  test('at the same time twice leaves one current key', async () => {
    const second = await installed.connect();
    await Promise.all([
      rotateSigningKey(installed.owner, installed.tokenSecrets),
      rotateSigningKey(second, installed.tokenSecrets),
    ]);
    await second.end();
    const { rows } = await installed.owner.query(
      `SELECT status FROM signing_key WHERE status <> 'RETIRED' ORDER BY status`,
    );
    expect(rows).toEqual([{ status: 'CURRENT' }, { status: 'PREVIOUS' }]);
  });

  test('mends an installation whose TOKEN_SECRET was changed', async () => {
    const changed = ['another secret, long enough: 8fK2mQ'];
    const other = installed.instance({}, changed);
    await expect(other.ping()).rejects.toThrow('handsoff key rotate');
    await rotateSigningKey(installed.owner, changed);
    await expect(installed.instance({}, changed).ping()).resolves.toBeUndefined();
    await rotateSigningKey(installed.owner, installed.tokenSecrets);
  });
});

test('The private keys at rest are sealed, each in its own row', async () => {
  const { rows } = await installed.owner.query<{ kid: string; private_key: string }>(
    'SELECT kid, private_key FROM signing_key',
  );
  const seal = new Seal(installed.tokenSecrets, 'signing-key');
  const [one, two] = rows.filter(({ kid }) => {
    try {
      return seal.open(rows.find((row) => row.kid === kid)?.private_key ?? '', kid).includes('PRIVATE KEY');
    } catch {
      return false;
    }
  });
  expect(two).toBeDefined();
  expect(one?.private_key).not.toContain('PRIVATE');
  expect(() => seal.open(one?.private_key ?? '', two?.kid ?? '')).toThrow();
  const flipped = Buffer.from(one?.private_key ?? '', 'base64url');
  flipped[40] = (flipped[40] ?? 0) ^ 1;
  expect(() => seal.open(flipped.toString('base64url'), one?.kid ?? '')).toThrow();
});

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1000));
