/** Passwords: which are accepted, how they are kept, and how one is replaced. */
import {
  createAccount,
  insertDemoAccounts,
  removeSecondFactor,
  resetPassword,
} from '../../src/identity/account.service';
import { judgePassword } from '../../src/identity/password-policy';
import { caller, errorOf, problemOf } from './expectations';
import { install, password, type Installation } from './installation';

let installed: Installation;
beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.close());

const next = 'quite another sentence';
const signIn = (email: string, typed = password, newPassword?: string) =>
  installed.identity.signIn({ email, password: typed, newPassword }, caller());
const change = (actor: Awaited<ReturnType<typeof signIn>>['actor'], oldPassword: string, newPassword: string) =>
  problemOf(installed.identity.changePassword(actor, { oldPassword, newPassword }, caller()));
const answer = (accessToken: string): Promise<string> =>
  errorOf(installed.identity.authenticate(`Bearer ${accessToken}`));
const hashOf = async (email: string): Promise<string> => {
  const { rows } = await installed.owner.query<{ password_hash: string }>(
    'SELECT password_hash FROM account WHERE email = $1',
    [email],
  );
  return rows[0]?.password_hash ?? '';
};
const person = {
  name: 'Nomsa Khumalo',
  role: 'FIELD_WORKER',
  country: 'ZA',
  organisationId: null,
  locale: 'en',
} as const;

test('Passwords are kept as argon2id with 19 MiB and two passes, each with its own salt', async () => {
  await installed.account('hash-1@za.test');
  await installed.account('hash-2@za.test');
  expect(await hashOf('hash-1@za.test')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashOf('hash-1@za.test')).not.toBe(await hashOf('hash-2@za.test'));
});

describe('a new password', () => {
  const judge = async (typed: string): Promise<string> =>
    (await judgePassword(typed, ['Nomsa Khumalo', 'nomsa.khumalo@partner.org'], ['newPassword']))?.code ?? 'accepted';

  test.each([
    ['eleven char', 'PASSWORD_TOO_SHORT'],
    ['', 'PASSWORD_TOO_SHORT'],
    ['𝒂𝒃𝒄𝒅𝒆𝒇', 'PASSWORD_TOO_SHORT'],
    ['twelve chars', 'accepted'],
    ['correct horse battery', 'accepted'],
    ['uma frase que só eu sei', 'accepted'],
    ['ngiyabonga kakhulu', 'accepted'],
    ['8302719465038', 'accepted'],
    ['x7!kQ2#mZ9@p', 'accepted'],
    ['a sentence long enough, '.padEnd(128, 'and longer ').slice(0, 128), 'accepted'],
    ['Hf8 '.repeat(3) + 'kT'.padEnd(245, 'vQ 3xmR7'), 'PASSWORD_TOO_LONG'],
    ['unbelievable', 'PASSWORD_TOO_COMMON'],
    ['UNBELIEVABLE', 'PASSWORD_TOO_COMMON'],
    ['1q2w3e4r5t6y', 'PASSWORD_TOO_COMMON'],
    ['Password2026!', 'PASSWORD_TOO_COMMON'],
    ['!!!iloveyou!!!', 'PASSWORD_TOO_COMMON'],
    ['aaaaaaaaaaaa', 'PASSWORD_TOO_COMMON'],
    ['xk4xk4xk4xk4xk', 'PASSWORD_TOO_COMMON'],
    ['123456789012', 'PASSWORD_TOO_COMMON'],
    ['987654321098', 'PASSWORD_TOO_COMMON'],
    ['qwertyuiopasdf', 'PASSWORD_TOO_COMMON'],
    ['abcdefghijklmnop', 'PASSWORD_TOO_COMMON'],
    ['hands-off-demo', 'PASSWORD_TOO_COMMON'],
    ['handsoff2026!', 'PASSWORD_TOO_COMMON'],
    ['NomsaKhumalo1', 'PASSWORD_TOO_COMMON'],
    ['khumalo.nomsa!', 'PASSWORD_TOO_COMMON'],
  ])('%s: %s', async (typed, verdict) => {
    expect(await judge(typed)).toBe(verdict);
  });

  test('of 128 characters works', async () => {
    const long = Array.from({ length: 128 }, (_, i) => String.fromCharCode(33 + ((i * 37) % 90))).join('');
    await installed.account('long@za.test');
    expect(await change((await signIn('long@za.test')).actor, password, long)).toBe('none');
    expect(await problemOf(signIn('long@za.test', long))).toBe('none');
    expect(await problemOf(signIn('long@za.test', long.slice(0, -1)))).toBe('SIGN_IN_FAILED');
  });
});

describe('changing the password', () => {
  test('asks for the old one, and refuses it as the new one', async () => {
    await installed.account('change@za.test');
    const { actor } = await signIn('change@za.test');
    expect(await change(actor, 'not the old password', next)).toBe('PASSWORD_WRONG');
    expect(await change(actor, password, password)).toBe('PASSWORD_UNCHANGED');
    expect(await change(actor, password, 'too short')).toBe('PASSWORD_TOO_SHORT');
    expect(await problemOf(signIn('change@za.test'))).toBe('none');
    expect(await change(actor, password, next)).toBe('none');
    expect(await problemOf(signIn('change@za.test'))).toBe('SIGN_IN_FAILED');
    expect(await problemOf(signIn('change@za.test', next))).toBe('none');
  });

  test('ends all other sessions at once and keeps this one', async () => {
    await installed.account('elsewhere@za.test');
    const [here, there] = [await signIn('elsewhere@za.test'), await signIn('elsewhere@za.test')];
    expect(await change(here.actor, password, next)).toBe('none');
    expect(await answer(here.accessToken)).toBe('none');
    expect(await answer(there.accessToken)).toBe('UNAUTHENTICATED');
    expect(await problemOf(installed.identity.refreshSession(there.refreshToken, caller()))).toBe(
      'REFRESH_TOKEN_INVALID',
    );
    expect(await problemOf(installed.identity.refreshSession(here.refreshToken, caller()))).toBe('none');
  });

  test('by several at once lets one win', async () => {
    await installed.account('several@za.test');
    const { actor } = await signIn('several@za.test');
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, i) => change(actor, password, `${next} number ${i}`)),
    );
    expect(answers.filter((code) => code === 'none')).toHaveLength(1);
  });

  test('leaves no session that was opened with the old one meanwhile', async () => {
    for (let round = 0; round < 5; round++) {
      const email = `meanwhile-${round}@za.test`;
      await installed.account(email);
      const { actor } = await signIn(email);
      const [changed, ...opened] = await Promise.all([
        change(actor, password, next),
        ...Array.from({ length: 6 }, () => signIn(email).catch(() => null)),
      ]);
      expect(changed).toBe('none');
      for (const session of opened) {
        if (session) expect(await answer(session.accessToken)).toBe('UNAUTHENTICATED');
      }
    }
  });
});

describe('a one-time password', () => {
  test('opens nothing but its own replacement, in one sign-in', async () => {
    const { password: once } = await createAccount(installed.owner, { ...person, email: 'New@za.test' });
    expect(once).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(await problemOf(signIn('new@za.test', once))).toBe('PASSWORD_CHANGE_REQUIRED');
    expect(await problemOf(signIn('new@za.test', once, once))).toBe('PASSWORD_UNCHANGED');
    expect(await problemOf(signIn('new@za.test', once, 'password1234'))).toBe('PASSWORD_TOO_COMMON');
    const { rowCount } = await installed.owner.query(
      `SELECT FROM session JOIN account a ON a.id = account_id WHERE email = 'new@za.test'`,
    );
    expect(rowCount).toBe(0);
    const session = await signIn('new@za.test', once, next);
    expect(await answer(session.accessToken)).toBe('none');
    expect(await problemOf(signIn('new@za.test', once, 'yet another sentence'))).toBe('SIGN_IN_FAILED');
    expect(await problemOf(signIn('new@za.test', next))).toBe('none');
  });

  test('that is asked to be replaced counts as no guess, however often', async () => {
    const { password: once } = await createAccount(installed.owner, { ...person, email: 'patient@za.test' });
    for (let i = 0; i < 12; i++)
      expect(await problemOf(signIn('patient@za.test', once))).toBe('PASSWORD_CHANGE_REQUIRED');
    for (let i = 0; i < 12; i++)
      expect(await problemOf(signIn('patient@za.test', once, 'short'))).toBe('PASSWORD_TOO_SHORT');
    expect(await problemOf(signIn('patient@za.test', once, next))).toBe('none');
  });

  test('used by two at once serves one of them', async () => {
    const { password: once } = await createAccount(installed.owner, { ...person, email: 'two@za.test' });
    const answers = await Promise.all([1, 2].map((n) => problemOf(signIn('two@za.test', once, `${next} ${n}`))));
    expect(answers.sort()).toEqual(['SIGN_IN_FAILED', 'none']);
  });

  test('lapses after seven days', async () => {
    const { password: once } = await createAccount(installed.owner, { ...person, email: 'lapse@za.test' });
    const { rows } = await installed.owner.query<{ days: number }>(
      `SELECT round(extract(epoch FROM one_time_password_until - now()) / 86400)::int AS days FROM account WHERE email = 'lapse@za.test'`,
    );
    expect(rows[0]?.days).toBe(7);
    await installed.owner.query(`UPDATE account SET one_time_password_until = now() WHERE email = 'lapse@za.test'`);
    expect(await problemOf(signIn('lapse@za.test', once, next))).toBe('SIGN_IN_FAILED');
  });

  test('takes the place of a forgotten one', async () => {
    await installed.account('forgot@za.test');
    const reset = await resetPassword(installed.owner, 'Forgot@za.test');
    expect(await problemOf(signIn('forgot@za.test'))).toBe('SIGN_IN_FAILED');
    expect(await problemOf(signIn('forgot@za.test', reset?.password))).toBe('PASSWORD_CHANGE_REQUIRED');
    expect(await resetPassword(installed.owner, 'nobody@za.test')).toBeNull();
    expect(await removeSecondFactor(installed.owner, 'nobody@za.test')).toBe(false);
  });
});

test('Thirty-two demo accounts are made with one hash, sign in at once and are known as such', async () => {
  const accounts = Array.from({ length: 32 }, (_, i) => ({ ...person, email: `role-${i}@za.demo` }));
  const ids = await insertDemoAccounts(installed.owner, accounts, 'hands-off-demo');
  const hashes = await installed.owner.query(
    `SELECT DISTINCT password_hash FROM account WHERE email LIKE 'role-%@za.demo'`,
  );
  expect(hashes.rowCount).toBe(1);
  expect(new Set(ids).size).toBe(32);
  expect((await signIn('role-31@za.demo', 'hands-off-demo')).actor.accountId).toBe(ids[31]);
  const { rows } = await installed.owner.query(
    `SELECT count(*)::int AS demo FROM account WHERE demo AND email LIKE '%.demo'`,
  );
  expect(rows).toEqual([{ demo: 32 }]);
});

test('An account is not made twice, without an address, or for a country that the installation lacks', async () => {
  await createAccount(installed.owner, { ...person, email: 'twice@za.test' });
  const make = (more: object) => createAccount(installed.owner, { ...person, email: 'other@za.test', ...more });
  await expect(make({ email: 'TWICE@za.test' })).rejects.toThrow('account_email');
  await expect(make({ email: 'not an address' })).rejects.toThrow('Not an e-mail address');
  await expect(make({ country: 'NA' })).rejects.toThrow('account_country_fkey');
  await expect(make({ role: 'EMPEROR' })).rejects.toThrow('violates check constraint');
});
