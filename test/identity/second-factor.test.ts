/** The second factor: asked for once enrolled, each code good once, and a way back in without the device. */
import { Secret, TOTP } from 'otpauth';
import { removeSecondFactor } from '../../src/identity/account.service';
import { caller, problemOf } from './expectations';
import { install, password, type Installation } from './installation';

let installed: Installation;
beforeAll(async () => {
  installed = await install();
});
afterAll(() => installed.close());

const signIn = (email: string, oneTimeCode?: string | null, typed = password) =>
  installed.identity.signIn({ email, password: typed, oneTimeCode }, caller());

/** The code of a secret, some steps of half a minute from now. */
const codeOf = (secret: string, steps = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** An account with a confirmed second factor; the codes of the present step and earlier are spent. */
async function enrolled(email: string) {
  await installed.account(email);
  const { actor } = await signIn(email);
  const { secret, uri } = await installed.identity.enrolSecondFactor(actor, { password }, caller());
  const recoveryCodes = await installed.identity.confirmSecondFactor(actor, codeOf(secret, -1), caller());
  return { actor, secret, uri, recoveryCodes };
}

/** No step of half a minute ends within a test that compares neighbouring ones. */
beforeEach(async () => {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 8_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
}, 20_000);

test('Enrolling asks for the password and counts only when confirmed', async () => {
  await installed.account('enrol@za.test');
  const { actor } = await signIn('enrol@za.test');
  const enrol = (typed: string) => installed.identity.enrolSecondFactor(actor, { password: typed }, caller());
  expect(await problemOf(enrol('certainly not it'))).toBe('PASSWORD_WRONG');
  const { secret, uri } = await enrol(password);
  expect(uri).toMatch(new RegExp(`^otpauth://totp/Hands%20Off:enrol%40za\\.test\\?.*secret=${secret}`));
  expect(await problemOf(signIn('enrol@za.test'))).toBe('none');
  expect(await problemOf(installed.identity.confirmSecondFactor(actor, codeOf(secret, 50), caller()))).toBe(
    'SECOND_FACTOR_WRONG',
  );
  expect(await problemOf(signIn('enrol@za.test'))).toBe('none');
  expect(await installed.identity.confirmSecondFactor(actor, codeOf(secret), caller())).toHaveLength(10);
  expect(await problemOf(signIn('enrol@za.test'))).toBe('SECOND_FACTOR_REQUIRED');
  expect((await installed.identity.holder(actor.accountId))?.hasSecondFactor).toBe(true);
});

test('Confirming without having enrolled is refused, and guesses at it lock', async () => {
  await installed.account('nothing@za.test');
  const { actor } = await signIn('nothing@za.test');
  const confirm = () => problemOf(installed.identity.confirmSecondFactor(actor, '000000', caller()));
  for (let i = 0; i < 10; i++) expect(await confirm()).toBe('SECOND_FACTOR_WRONG');
  expect(await confirm()).toBe('TOO_MANY_ATTEMPTS');
});

test('Signing in asks for a code, takes a good one, and says so only to who has the password', async () => {
  const { secret } = await enrolled('asked@za.test');
  expect(await problemOf(signIn('asked@za.test'))).toBe('SECOND_FACTOR_REQUIRED');
  expect(await problemOf(signIn('asked@za.test', ''))).toBe('SECOND_FACTOR_REQUIRED');
  expect(await problemOf(signIn('asked@za.test', null, 'certainly not it'))).toBe('SIGN_IN_FAILED');
  expect(await problemOf(signIn('asked@za.test', codeOf(secret), 'certainly not it'))).toBe('SIGN_IN_FAILED');
  expect(await problemOf(signIn('asked@za.test', '12345'))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('asked@za.test', codeOf(secret, 20)))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('asked@za.test', codeOf(secret).replace(/(...)/, '$1 ')))).toBe('none');
});

test('A code is good once, and none before it is good after it', async () => {
  const { secret } = await enrolled('replay@za.test');
  expect(await problemOf(signIn('replay@za.test', codeOf(secret, 1)))).toBe('none');
  expect(await problemOf(signIn('replay@za.test', codeOf(secret, 1)))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('replay@za.test', codeOf(secret, 0)))).toBe('SECOND_FACTOR_WRONG');
});

test('The code that confirmed the enrolment does not sign in', async () => {
  await installed.account('confirm@za.test');
  const { actor } = await signIn('confirm@za.test');
  const { secret } = await installed.identity.enrolSecondFactor(actor, { password }, caller());
  const code = codeOf(secret);
  await installed.identity.confirmSecondFactor(actor, code, caller());
  expect(await problemOf(signIn('confirm@za.test', code))).toBe('SECOND_FACTOR_WRONG');
});

test('One code used eight times at once signs in once', async () => {
  const { secret } = await enrolled('at-once@za.test');
  const code = codeOf(secret);
  const answers = await Promise.all(Array.from({ length: 8 }, () => problemOf(signIn('at-once@za.test', code))));
  expect(answers.filter((answer) => answer === 'none')).toHaveLength(1);
});

test('Guessing codes with the right password locks the account', async () => {
  const { secret } = await enrolled('guess@za.test');
  for (let i = 0; i < 10; i++) expect(await problemOf(signIn('guess@za.test', '000000'))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('guess@za.test', codeOf(secret)))).toBe('TOO_MANY_ATTEMPTS');
});

test('A recovery code signs in once, however it is typed, and only its owner', async () => {
  const { recoveryCodes } = await enrolled('recover@za.test');
  await enrolled('stranger@za.test');
  const [first = '', second = ''] = recoveryCodes;
  expect(new Set(recoveryCodes).size).toBe(10);
  expect(await problemOf(signIn('stranger@za.test', first))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('recover@za.test', ` ${first.toUpperCase().replaceAll('-', ' ')}`))).toBe('none');
  expect(await problemOf(signIn('recover@za.test', first))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('recover@za.test', second))).toBe('none');
});

test('Replacing the device asks for a code of the old one, and voids it and its recovery codes', async () => {
  const { actor, secret, recoveryCodes } = await enrolled('replace@za.test');
  const enrol = (oneTimeCode?: string) =>
    installed.identity.enrolSecondFactor(actor, { password, oneTimeCode }, caller());
  expect(await problemOf(enrol())).toBe('SECOND_FACTOR_REQUIRED');
  expect(await problemOf(enrol('000000'))).toBe('SECOND_FACTOR_WRONG');
  const renewed = await enrol(codeOf(secret));
  expect(await problemOf(signIn('replace@za.test', codeOf(secret, 1)))).toBe('none');
  await installed.identity.confirmSecondFactor(actor, codeOf(renewed.secret, -1), caller());
  expect(await problemOf(signIn('replace@za.test', codeOf(secret, 1)))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('replace@za.test', recoveryCodes[0]))).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('replace@za.test', codeOf(renewed.secret)))).toBe('none');
});

test('Giving it up asks for the password and a code', async () => {
  const { actor, secret, recoveryCodes } = await enrolled('give-up@za.test');
  const remove = (typed: string, oneTimeCode: string) =>
    problemOf(installed.identity.removeSecondFactor(actor, { password: typed, oneTimeCode }, caller()));
  expect(await remove('certainly not it', codeOf(secret))).toBe('PASSWORD_WRONG');
  expect(await remove(password, '000000')).toBe('SECOND_FACTOR_WRONG');
  expect(await problemOf(signIn('give-up@za.test'))).toBe('SECOND_FACTOR_REQUIRED');
  expect(await remove(password, recoveryCodes[0] ?? '')).toBe('none');
  expect(await problemOf(signIn('give-up@za.test'))).toBe('none');
});

test('An administrator takes a lost second factor away', async () => {
  await enrolled('lost@za.test');
  expect(await removeSecondFactor(installed.owner, 'lost@za.test')).toBe(true);
  expect(await problemOf(signIn('lost@za.test'))).toBe('none');
});

test('Neither the secret nor a recovery code stands in the database in clear', async () => {
  const { actor, secret, recoveryCodes } = await enrolled('clear@za.test');
  const { rows } = await installed.owner.query(
    'SELECT a::text, (SELECT json_agg(r::text) FROM recovery_code r WHERE r.account_id = a.id) FROM account a WHERE id = $1',
    [actor.accountId],
  );
  const whole = JSON.stringify(rows);
  for (const hidden of [secret, ...recoveryCodes]) expect(whole).not.toContain(hidden);
});
