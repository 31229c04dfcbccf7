/** Lockout: per account and per address, race-free, the same for accounts that do not exist, and over after a while. */
import { network } from '../../src/identity/throttle';
import { caller, problemOf } from './expectations';
import { install, password, type Installation } from './installation';

let installed: Installation;
beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.close());

const wrong = 'certainly not the password';
const attempt = (email: string, typed: string, from = caller()): Promise<string> =>
  problemOf(installed.identity.signIn({ email, password: typed }, from));

const fail = async (email: string, times: number): Promise<void> => {
  for (let i = 0; i < times; i++) expect(await attempt(email, wrong)).toBe('SIGN_IN_FAILED');
};

const lapse = (): Promise<unknown> => installed.owner.query(`UPDATE sign_in_throttle SET resets_at = now()`);

async function eventsOf(accountId: string): Promise<Record<string, number>> {
  const { rows } = await installed.owner.query<{ kind: string; count: string }>(
    'SELECT kind, count(*) FROM sign_in_event WHERE account_id = $1 AND kind <> $2 GROUP BY kind',
    [accountId, 'ACCOUNT_CREATED'],
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, Number(count)]));
}

describe('an account', () => {
  test('is locked after ten wrong passwords, for the right one too', async () => {
    await installed.account('ten@za.test');
    await fail('ten@za.test', 10);
    expect(await attempt('ten@za.test', wrong)).toBe('TOO_MANY_ATTEMPTS');
    expect(await attempt('ten@za.test', password)).toBe('TOO_MANY_ATTEMPTS');
  });

  test('is locked whatever way its address is written', async () => {
    await installed.account('spelt@za.test');
    const ways = ['spelt@za.test', 'SPELT@za.test', ' Spelt@ZA.test ', 'ｓｐｅｌｔ@za.test'];
    for (let i = 0; i < 10; i++) await attempt(ways[i % ways.length] ?? '', wrong);
    for (const way of ways) expect(await attempt(way, password)).toBe('TOO_MANY_ATTEMPTS');
  });

  test('that does not exist is locked just the same', async () => {
    await fail('nobody@za.test', 10);
    expect(await attempt('nobody@za.test', wrong)).toBe('TOO_MANY_ATTEMPTS');
  });

  test('of fifty wrong passwords at once has exactly ten looked at', async () => {
    const id = await installed.account('fifty@za.test');
    const answers = await Promise.all(Array.from({ length: 50 }, () => attempt('fifty@za.test', wrong)));
    expect(answers.filter((answer) => answer === 'SIGN_IN_FAILED')).toHaveLength(10);
    expect(answers.filter((answer) => answer === 'TOO_MANY_ATTEMPTS')).toHaveLength(40);
    expect(await eventsOf(id)).toEqual({ PASSWORD_WRONG: 10 });
  });

  test('of fifty wrong passwords over two instances has exactly ten looked at', async () => {
    await installed.account('instances@za.test');
    const instances = [installed.instance(), installed.instance()];
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        problemOf(instances[i % 2]!.signIn({ email: 'instances@za.test', password: wrong }, caller())),
      ),
    );
    expect(answers.filter((answer) => answer === 'SIGN_IN_FAILED')).toHaveLength(10);
  });

  test('is open again after a while, and attempts during the lockout do not prolong it', async () => {
    await installed.account('later@za.test');
    await fail('later@za.test', 10);
    const until = 'SELECT max(resets_at)::text AS at FROM sign_in_throttle WHERE attempts >= 10';
    const before = (await installed.owner.query<{ at: string }>(until)).rows[0]?.at;
    expect(await attempt('later@za.test', password)).toBe('TOO_MANY_ATTEMPTS');
    expect((await installed.owner.query<{ at: string }>(until)).rows[0]?.at).toBe(before);
    await lapse();
    expect(await attempt('later@za.test', password)).toBe('none');
  });

  test('starts anew after signing in', async () => {
    await installed.account('anew@za.test');
    for (let round = 0; round < 3; round++) {
      await fail('anew@za.test', 9);
      expect(await attempt('anew@za.test', password)).toBe('none');
    }
  });

  test('is locked for changing the password and enrolling a second factor as well', async () => {
    await installed.account('inside@za.test');
    const { actor } = await installed.identity.signIn({ email: 'inside@za.test', password }, caller());
    const change = (oldPassword: string): Promise<string> =>
      problemOf(
        installed.identity.changePassword(actor, { oldPassword, newPassword: 'another good sentence' }, caller()),
      );
    for (let i = 0; i < 5; i++) expect(await change(wrong)).toBe('PASSWORD_WRONG');
    for (let i = 0; i < 5; i++) {
      const enrolling = installed.identity.enrolSecondFactor(actor, { password: wrong }, caller());
      expect(await problemOf(enrolling)).toBe('PASSWORD_WRONG');
    }
    expect(await change(password)).toBe('TOO_MANY_ATTEMPTS');
    expect(await attempt('inside@za.test', password)).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('an address', () => {
  test('is locked after its limit over many accounts, and then locks out no account', async () => {
    const id = await installed.account('spared@za.test');
    const identity = installed.instance({ lockoutAddressAttempts: 20 });
    const from = caller();
    const from20 = Array.from({ length: 20 }, (_, i) =>
      problemOf(identity.signIn({ email: `s${i}@za.test`, password: wrong }, from)),
    );
    expect(new Set(await Promise.all(from20))).toEqual(new Set(['SIGN_IN_FAILED']));
    for (let i = 0; i < 12; i++) {
      expect(await problemOf(identity.signIn({ email: 'spared@za.test', password: wrong }, from))).toBe(
        'TOO_MANY_ATTEMPTS',
      );
    }
    expect(await eventsOf(id)).toEqual({});
    expect(await attempt('spared@za.test', password)).toBe('none');
  });

  test('that many people sign in from is not locked', async () => {
    await installed.account('shared@za.test');
    const identity = installed.instance({ lockoutAddressAttempts: 5 });
    const from = caller();
    for (let i = 0; i < 8; i++) {
      expect(await problemOf(identity.signIn({ email: 'shared@za.test', password }, from))).toBe('none');
    }
  });

  test('of IPv6 counts by its /64, and one mapped from IPv4 by itself', () => {
    expect(network('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
    expect(network('2001:DB8:1:2::9')).toBe('2001:db8:1:2::/64');
    expect(network('2001:db8::1')).toBe('2001:db8:0:0::/64');
    expect(network('::1')).toBe('0:0:0:0::/64');
    expect(network('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
    expect(network('::ffff:192.0.2.7')).toBe('192.0.2.7');
    expect(network('192.0.2.7')).toBe('192.0.2.7');
  });

  test('stands in no table of the lockout in clear, and no e-mail does', async () => {
    await attempt('visible@za.test', wrong, caller('192.0.2.99'));
    const { rows } = await installed.owner.query<{ key: string }>('SELECT key FROM sign_in_throttle');
    expect(rows.length).toBeGreaterThan(1);
    for (const { key } of rows) expect(key).toMatch(/^[\w-]{43}$/);
  });
});

test('Counters whose time is over are swept away', async () => {
  await installed.account('sweeper@za.test');
  await attempt('gone@za.test', wrong);
  await lapse();
  expect(await attempt('sweeper@za.test', password)).toBe('none');
  const { rows } = await installed.owner.query('SELECT 1 FROM sign_in_throttle WHERE resets_at < now()');
  expect(rows).toHaveLength(0);
});
