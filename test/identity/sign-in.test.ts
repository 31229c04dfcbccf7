/** Signing in: who may, and what others learn from being refused. */
import { randomBytes } from 'node:crypto';
import type * as argon2 from '@node-rs/argon2';
import { verify } from '@node-rs/argon2';
import { ApiError } from '../../src/base/errors';
import { ProblemError } from '../../src/base/problem';
import {
  createAccount,
  disableAccount,
  enableAccount,
  removeSecondFactor,
  resetPassword,
} from '../../src/identity/account.service';
import { Gate } from '../../src/identity/gate';
import { caller, errorOf, problemOf } from './expectations';
import { install, password, type Installation } from './installation';

// The real one, with its calls counted.
jest.mock('@node-rs/argon2', () => {
  const real = jest.requireActual<typeof argon2>('@node-rs/argon2');
  return { ...real, verify: jest.fn(real.verify) };
});

let installed: Installation;
beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.close());

const signIn = (email: string, typed = password) => installed.identity.signIn({ email, password: typed }, caller());

const refusal = async (email: string, typed: string): Promise<unknown> => {
  try {
    await signIn(email, typed);
  } catch (error) {
    if (error instanceof ProblemError) return error.problems;
  }
  throw new Error('expected a refusal');
};

test('A sign-in gives an actor with the role, country and organisation of the account', async () => {
  const organisationId = '0198c0de-7f3a-7c51-9a4e-2b1d9c5e8f00';
  const accountId = await installed.account('who@za.test', {
    name: 'Lindiwe Dube',
    locale: 'en',
    role: 'SUPERVISOR',
    organisationId,
  });
  const session = await signIn(' Who@ZA.test');
  const standing = await installed.identity.authenticate(`Bearer ${session.accessToken}`);
  const actor = standing?.actor;
  expect(actor).toEqual({
    accountId,
    sessionId: expect.any(String) as string,
    name: 'Lindiwe Dube',
    locale: 'en',
    email: 'who@za.test',
    role: 'SUPERVISOR',
    country: 'ZA',
    organisationId,
    namedElsewhere: false,
  });
  // Whether it was named elsewhere is looked up with its first request.
  expect({ ...session.actor, namedElsewhere: false }).toEqual(actor);
});

test('Two spellings of one character are the same password', async () => {
  await installed.account('accent@za.test');
  await installed.identity.changePassword(
    (await signIn('accent@za.test')).actor,
    { oldPassword: password, newPassword: 'caf\u00e9 no fim da rua' },
    caller(),
  );
  expect((await signIn('accent@za.test', 'cafe\u0301 no fim da rua')).actor.email).toBe('accent@za.test');
});

describe('an unknown account, a wrong password, a disabled account and a lapsed one-time password', () => {
  test('get the same answer', async () => {
    await installed.account('right@za.test');
    await installed.account('disabled@za.test');
    await disableAccount(installed.owner, 'disabled@za.test');
    const lapsed = await createAccount(installed.owner, {
      email: 'lapsed@za.test',
      name: 'Sipho Nkosi',
      role: 'FIELD_WORKER',
      country: 'ZA',
      organisationId: null,
      locale: 'en',
    });
    await installed.owner.query(`UPDATE account SET one_time_password_until = now() WHERE email = 'lapsed@za.test'`);
    const answers = [
      await refusal('right@za.test', 'certainly not the password'),
      await refusal('nobody@za.test', password),
      await refusal('disabled@za.test', password),
      await refusal('lapsed@za.test', lapsed.password),
      await refusal('no address at all', password),
      await refusal('nul\0@za.test', password),
      await refusal('lone\ud800@za.test', password),
      await refusal('', ''),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject([{ code: 'SIGN_IN_FAILED', path: [] }]);
  });

  test('cost one argon2 of the same parameters, so that they take the same time', async () => {
    await installed.account('slow@za.test');
    const computed = async (email: string): Promise<unknown[]> => {
      jest.mocked(verify).mockClear();
      await refusal(email, 'certainly not the password');
      return jest.mocked(verify).mock.calls.map(([hashed]) => String(hashed).split('$').slice(0, 4));
    };
    const known = await computed('slow@za.test');
    expect(known).toEqual([['', 'argon2id', 'v=19', 'm=19456,t=2,p=1']]);
    expect(await computed('never@za.test')).toEqual(known);
  });

  test('run the same number of statements', async () => {
    await installed.account('count@za.test');
    const statements = async (email: string): Promise<number> => {
      const spy = jest.spyOn(installed.pool, 'query');
      await refusal(email, 'certainly not the password');
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    expect(await statements('count@za.test')).toBe(await statements('never-2@za.test'));
  });
});

test('A disabled account signs in again once enabled', async () => {
  await installed.account('back@za.test');
  await disableAccount(installed.owner, 'back@za.test');
  expect(await problemOf(signIn('back@za.test'))).toBe('SIGN_IN_FAILED');
  await enableAccount(installed.owner, 'Back@za.test');
  expect(await problemOf(signIn('back@za.test'))).toBe('none');
});

describe('the audit trail', () => {
  test('has every attempt with its outcome, address and request, and no password, token or stranger in clear', async () => {
    const id = await installed.account('trail@za.test');
    const [good, bad, strange] = [caller(), caller(), caller()];
    const secret = 'the wrong password typed';
    await problemOf(installed.identity.signIn({ email: 'trail@za.test', password: secret }, bad));
    await problemOf(installed.identity.signIn({ email: 'stranger@elsewhere.test', password: secret }, strange));
    const session = await installed.identity.signIn({ email: 'trail@za.test', password }, good);
    await installed.identity.signOut(session.actor, good);
    const { rows } = await installed.owner.query<Record<string, unknown>>(
      'SELECT kind, account_id, subject, address, request_id FROM sign_in_event WHERE request_id = ANY($1) ORDER BY at',
      [[good, bad, strange].map(({ requestId }) => requestId)],
    );
    const subject = expect.stringMatching(/^[\w-]{43}$/) as string;
    const of = (from: typeof good, kind: string, account_id: string | null, about: unknown) => ({
      kind,
      account_id,
      subject: about,
      address: from.address,
      request_id: from.requestId,
    });
    expect(rows).toEqual([
      of(bad, 'PASSWORD_WRONG', id, subject),
      of(strange, 'ACCOUNT_UNKNOWN', null, subject),
      of(good, 'SIGNED_IN', id, subject),
      of(good, 'SIGNED_OUT', id, null),
    ]);
    const whole = JSON.stringify((await installed.owner.query('SELECT * FROM sign_in_event')).rows);
    for (const hidden of [secret, password, 'stranger', session.refreshToken]) expect(whole).not.toContain(hidden);
  });

  test('has what administrators did to an account', async () => {
    const id = await installed.account('administered@za.test');
    await disableAccount(installed.owner, 'administered@za.test');
    await problemOf(signIn('administered@za.test'));
    await enableAccount(installed.owner, 'administered@za.test');
    await resetPassword(installed.owner, 'administered@za.test');
    await removeSecondFactor(installed.owner, 'administered@za.test');
    const { rows } = await installed.owner.query<{ kind: string }>(
      'SELECT kind FROM sign_in_event WHERE account_id = $1 ORDER BY at',
      [id],
    );
    expect(rows.map(({ kind }) => kind)).toEqual([
      'ACCOUNT_CREATED',
      'ACCOUNT_DISABLED',
      'ACCOUNT_INACTIVE',
      'ACCOUNT_ENABLED',
      'PASSWORD_RESET',
      'SECOND_FACTOR_REMOVED',
    ]);
  });

  test('cannot be changed or read by what serves', async () => {
    for (const statement of [
      'UPDATE sign_in_event SET address = $$x$$',
      'DELETE FROM sign_in_event',
      'SELECT * FROM sign_in_event',
    ]) {
      await expect(installed.pool.query(statement)).rejects.toThrow('permission denied');
    }
  });
});

describe('a flood of sign-ins', () => {
  test('waits its turn, a few at a time', async () => {
    const gate = new Gate(2, 100);
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running--;
    };
    await Promise.all(Array.from({ length: 20 }, () => gate.run(work)));
    expect(most).toBe(2);
  });

  test('is refused beyond what may wait, and the gate opens again', async () => {
    const gate = new Gate(1, 1);
    let release: () => void = () => undefined;
    const first = gate.run(() => new Promise<void>((resolve) => (release = resolve)));
    const second = gate.run(() => Promise.resolve('second'));
    await expect(gate.run(() => Promise.resolve('third'))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    release();
    await first;
    expect(await second).toBe('second');
    await expect(gate.run(() => Promise.reject(new Error('fails')))).rejects.toThrow('fails');
    expect(await gate.run(() => Promise.resolve('fourth'))).toBe('fourth');
  });

  test('of four hundred at once answers some and turns the others away, and nobody is left hanging', async () => {
    await installed.account('flood@za.test');
    const answers = await Promise.allSettled(
      Array.from({ length: 400 }, () =>
        installed.identity.signIn({ email: randomBytes(4).toString('hex'), password }, caller()),
      ),
    );
    const codes = answers.map((answer) =>
      answer.status === 'rejected' && answer.reason instanceof ApiError ? answer.reason.code : 'looked at',
    );
    expect(codes.filter((code) => code === 'UNAVAILABLE').length).toBeGreaterThan(100);
    expect(codes.filter((code) => code === 'looked at').length).toBeGreaterThan(100);
    expect(await problemOf(signIn('flood@za.test'))).toBe('none');
  });
});

test('Nobody is signed in without a token, and nobody with a header that holds none', async () => {
  expect(await installed.identity.authenticate(undefined)).toBeNull();
  for (const header of ['', 'Bearer', 'Bearer ', 'Basic dTpw', 'Bearer a.b.c', 'Bearer a b']) {
    expect(await errorOf(installed.identity.authenticate(header))).toBe('UNAUTHENTICATED');
  }
});
