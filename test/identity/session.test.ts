/** Sessions: what ends one acts on the next request, and a refresh token is good once. */
import { createHash } from 'node:crypto';
import { disableAccount, enableAccount, resetPassword } from '../../src/identity/account.service';
import { firstToken, successorsOf } from '../../src/identity/refresh-token';
import { caller, errorOf, problemOf } from './expectations';
import { install, password, type Installation } from './installation';

let installed: Installation;
beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.close());

const signIn = (email: string) => installed.identity.signIn({ email, password }, caller());
const newSession = async (email: string) => {
  await installed.account(email);
  return signIn(email);
};
const refresh = (token: string) => installed.identity.refreshSession(token, caller());
const refused = (token: string): Promise<string> => problemOf(refresh(token));
const answer = (accessToken: string): Promise<string> =>
  errorOf(installed.identity.authenticate(`Bearer ${accessToken}`));
const set = (change: string, email: string): Promise<unknown> =>
  installed.owner.query(`UPDATE account SET ${change} WHERE email = $1`, [email]);
const setSession = (change: string, id: string): Promise<unknown> =>
  installed.owner.query(`UPDATE session SET ${change} WHERE id = $1`, [id]);

describe('on the next request acts', () => {
  test('signing out, for this session only', async () => {
    const one = await newSession('out@za.test');
    const two = await signIn('out@za.test');
    expect(await answer(one.accessToken)).toBe('none');
    await installed.identity.signOut(one.actor, caller());
    expect(await answer(one.accessToken)).toBe('UNAUTHENTICATED');
    expect(await refused(one.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
    expect(await answer(two.accessToken)).toBe('none');
  });

  test('disabling, and enabling brings no session back', async () => {
    const session = await newSession('disabled@za.test');
    expect(await answer(session.accessToken)).toBe('none');
    await disableAccount(installed.owner, 'disabled@za.test');
    expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
    expect(await refused(session.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
    await enableAccount(installed.owner, 'disabled@za.test');
    expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
  });

  test('disabling in the table alone', async () => {
    const session = await newSession('bare@za.test');
    await set(`status = 'DISABLED'`, 'bare@za.test');
    expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
    expect(await refused(session.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
  });

  test('a change of role, country or organisation', async () => {
    const session = await newSession('moved@za.test');
    const organisationId = '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f01';
    await set(`role = 'FIELD_WORKER', country = 'BW', organisation_id = '${organisationId}'`, 'moved@za.test');
    const standing = await installed.identity.authenticate(`Bearer ${session.accessToken}`);
    expect(standing?.actor).toMatchObject({ role: 'FIELD_WORKER', country: 'BW', organisationId });
  });

  test('an administrator giving a one-time password', async () => {
    const session = await newSession('lost@za.test');
    await resetPassword(installed.owner, 'lost@za.test');
    expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
  });

  test('removing the account', async () => {
    const session = await newSession('removed@za.test');
    await installed.owner.query(`DELETE FROM account WHERE email = 'removed@za.test'`);
    expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
  });
});

describe('a refresh token', () => {
  test('gives new tokens for the same session, and is then spent', async () => {
    const first = await newSession('once@za.test');
    const second = await refresh(first.refreshToken);
    expect(second.actor).toEqual(first.actor);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await answer(second.accessToken)).toBe('none');
  });

  test('shown again within a minute gives the same successor, as long as that is unused', async () => {
    const first = await newSession('lost-answer@za.test');
    const second = await refresh(first.refreshToken);
    const repeated = await refresh(first.refreshToken);
    expect(repeated.refreshToken).toBe(second.refreshToken);
    expect(repeated.actor).toEqual(first.actor);
    expect(await answer(repeated.accessToken)).toBe('none');
    expect(await refused(second.refreshToken)).toBe('none');
  });

  test.each([
    ['after its successor was used', (token: string) => refresh(token)],
    [
      'more than a minute later',
      (_: string, id: string) => setSession(`rotated_at = now() - interval '61 seconds'`, id),
    ],
  ])('used again %s ends the session, the newest tokens included', async (when, then) => {
    const email = `${when.split(' ')[0]}@za.test`;
    const first = await newSession(email);
    const second = await refresh(first.refreshToken);
    await then(second.refreshToken, first.actor.sessionId);
    expect(await refused(first.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
    expect(await refused(second.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
    expect(await answer(second.accessToken)).toBe('UNAUTHENTICATED');
    const { rows } = await installed.owner.query(
      `SELECT revoked_because, (SELECT count(*)::int FROM sign_in_event e WHERE e.account_id = s.account_id AND kind = 'TOKEN_REUSED') AS events
       FROM session s WHERE id = $1`,
      [first.actor.sessionId],
    );
    expect(rows).toEqual([{ revoked_because: 'TOKEN_REUSED', events: 1 }]);
  });

  test('of a session that has ended is not answered again', async () => {
    const first = await newSession('ended@za.test');
    await refresh(first.refreshToken);
    await installed.identity.signOut(first.actor, caller());
    expect(await refused(first.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
  });

  test('is followed by what nobody can derive without the secret of the installation', () => {
    const [one, other] = [successorsOf(['one secret']), successorsOf(['another secret', 'one secret'])];
    const first = firstToken('0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00');
    expect(one(first)[0].token).not.toBe(other(first)[0].token);
    expect(one(first)[0].token).toBe(other(first)[1]?.token);
  });

  test('of long ago used again ends the session too', async () => {
    const first = await newSession('long-ago@za.test');
    let latest = first;
    for (let i = 0; i < 4; i++) latest = await refresh(latest.refreshToken);
    expect(await refused(first.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
    expect(await answer(latest.accessToken)).toBe('UNAUTHENTICATED');
  });

  test('used again ends no other session of the account', async () => {
    const first = await newSession('others@za.test');
    const other = await signIn('others@za.test');
    await refresh((await refresh(first.refreshToken)).refreshToken);
    expect(await refused(first.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
    expect(await answer(other.accessToken)).toBe('none');
    expect(await refused(other.refreshToken)).toBe('none');
  });

  test('used twenty times at once is turned once: all get the same successor', async () => {
    const session = await newSession('race@za.test');
    const answers = await Promise.all(Array.from({ length: 20 }, () => refresh(session.refreshToken)));
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1);
    expect(await refused(answers[0]!.refreshToken)).toBe('none');
  });

  test('that is malformed or of no session is refused, with the same answer', async () => {
    const { refreshToken } = await newSession('malformed@za.test');
    const bytes = Buffer.from(refreshToken, 'base64url');
    const wrong = [
      '',
      'x',
      refreshToken.slice(0, -1),
      `${refreshToken}A`,
      `${refreshToken}=`,
      '\0'.repeat(64),
      Buffer.alloc(48).toString('base64url'),
    ];
    for (const token of wrong) expect(await refused(token)).toBe('REFRESH_TOKEN_INVALID');
    expect(bytes).toHaveLength(48);
    expect(await refused(refreshToken)).toBe('none');
  });

  test('stands in the database as a hash only', async () => {
    const { refreshToken, actor } = await newSession('hashed@za.test');
    const secret = Buffer.from(refreshToken, 'base64url').subarray(16);
    const { rows } = await installed.owner.query<{ refresh_hash: Buffer; whole: string }>(
      'SELECT refresh_hash, s::text AS whole FROM session s WHERE id = $1',
      [actor.sessionId],
    );
    expect(rows[0]?.refresh_hash).toEqual(createHash('sha256').update(secret).digest());
    expect(rows[0]?.whole).not.toContain(secret.toString('hex'));
  });
});

describe('a session ends', () => {
  test('when it was not refreshed for long', async () => {
    const session = await newSession('idle@za.test');
    await setSession('expires_at = now()', session.actor.sessionId);
    expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
    expect(await refused(session.refreshToken)).toBe('REFRESH_TOKEN_INVALID');
  });

  test('fourteen days after its last use, moved on by each refresh', async () => {
    const session = await newSession('moving@za.test');
    await setSession(`expires_at = now() + interval '1 minute'`, session.actor.sessionId);
    await refresh(session.refreshToken);
    expect(await daysLeft(session.actor.sessionId)).toBe(14);
  });

  test('at its absolute end, however often it is refreshed', async () => {
    const session = await newSession('absolute@za.test');
    await setSession(`ends_at = now() + interval '3 days'`, session.actor.sessionId);
    await refresh(session.refreshToken);
    expect(await daysLeft(session.actor.sessionId)).toBe(3);
  });

  test('and what is left of it is removed after its absolute end, at the next sign-in', async () => {
    const { actor } = await newSession('swept@za.test');
    await setSession('ends_at = now()', actor.sessionId);
    await signIn('swept@za.test');
    const { rowCount } = await installed.owner.query('SELECT FROM session WHERE id = $1', [actor.sessionId]);
    expect(rowCount).toBe(0);
  });
});

async function daysLeft(id: string): Promise<number> {
  const text = `SELECT round(extract(epoch FROM expires_at - now()) / 86400)::int AS days FROM session WHERE id = $1`;
  return (await installed.owner.query<{ days: number }>(text, [id])).rows[0]?.days ?? -1;
}
