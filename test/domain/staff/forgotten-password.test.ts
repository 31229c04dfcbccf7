/** A forgotten password: a code from the administrator of the organisation, good once, of which nobody else learns anything. */
import { adminRows } from '../../support/admin';
import type { Answer, Client } from '../../support/app';
import { notices } from './acts';
import { openWorld } from '../../support/outside';
import type { CountryName, World } from '../world';
import { signedIn, signInAgain } from './acts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const issue = `mutation ($id: ID!) { issue: issuePasswordResetCode(input: { staffMemberId: $id }) {
  resetCode { code expiresAt } problems { code path } } }`;
const reset = `mutation ($i: ResetPasswordInput!) { reset: resetPassword(input: $i) { problems { code path message } } }`;
const chosen = 'seven grey herons at dusk';

const codes = ({ data }: Answer, field: string): string[] =>
  (data[field].problems as { code: string }[]).map(({ code }) => code);

describe.each(['za', 'mz'] as const)('in %s', (country: CountryName) => {
  let admin: Client;
  const email = (name: string): string => `${name}@${country}.demo`;
  const id = (name: string): string => world.account[country][name]!;
  const asks = (name: string, by = admin): Promise<Answer> => by.query(issue, { id: id(name) });
  const chooses = (name: string, code: string, newPassword = chosen): Promise<Answer> =>
    world.anyone.query(reset, { i: { email: email(name), code, newPassword } });
  const codeFor = async (name: string): Promise<string> => (await asks(name)).data.issue.resetCode.code as string;
  const events = async (name: string): Promise<unknown[]> =>
    (
      await adminRows(
        world.database,
        `SELECT kind FROM identity.sign_in_event WHERE account_id = '${id(name)}' ORDER BY at DESC LIMIT 2`,
      )
    ).map(({ kind }) => kind);

  beforeAll(async () => {
    admin = await world.as('partner-admin', country);
  });

  it('the holder, the supervisor and the privacy officer are told that there is a code', async () => {
    await asks('case-manager');
    for (const name of ['case-manager', 'supervisor', 'privacy-officer'])
      expect(await notices(await world.as(name, country))).toEqual([`RESET_CODE_ISSUED case-manager ${country}`]);
    expect(await notices(admin)).toEqual([]);
  });

  it('is replaced by the code however it is typed, once; all sessions end', async () => {
    const peer = await signedIn(world.anyone, email('field-worker'), world.config.demoPassword);
    const { data } = await asks('field-worker');
    const { code, expiresAt } = data.issue.resetCode as { code: string; expiresAt: string };
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    const hours = (Date.parse(expiresAt) - Date.now()) / 3_600_000;
    expect(Math.abs(hours - 24)).toBeLessThan(0.1);
    const kept = await adminRows(world.database, `SELECT t::text AS row FROM identity.password_reset_code t`);
    expect(JSON.stringify(kept)).not.toContain(code.replaceAll('-', ''));
    expect((await peer.query('{ viewer { account { name } } }')).errors).toEqual([]);
    expect(codes(await chooses('field-worker', code, 'short'), 'reset')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(codes(await chooses('field-worker', ` ${code.toLowerCase().replaceAll('-', ' ')}`), 'reset')).toEqual([]);
    expect(await events('field-worker')).toEqual(['PASSWORD_RESET', 'RESET_CODE_ISSUED']);
    expect((await peer.query('{ viewer { account { name } } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await signInAgain(world.anyone, email('field-worker'), world.config.demoPassword)).toEqual([
      'SIGN_IN_FAILED',
    ]);
    expect(await signInAgain(world.anyone, email('field-worker'), chosen)).toEqual([]);
    expect(codes(await chooses('field-worker', code), 'reset')).toEqual(['RESET_FAILED']);
    expect((await events('field-worker'))[0]).toBe('RESET_CODE_WRONG');
  });

  it('tells nothing: an unknown account, a wrong, old or replaced code, a disabled account answer alike', async () => {
    const first = await codeFor('case-manager');
    const second = await codeFor('case-manager');
    const replaced = await chooses('case-manager', first);
    expect(codes(replaced, 'reset')).toEqual(['RESET_FAILED']);
    await adminRows(world.database, `UPDATE identity.password_reset_code SET expires_at = now()`);
    const old = await chooses('case-manager', second);
    const unknown = await chooses('nobody', second);
    const another = await chooses('supervisor', await codeFor('case-manager'));
    const set = (status: string): Promise<unknown> =>
      adminRows(world.database, `UPDATE identity.account SET status = '${status}' WHERE id = '${id('case-manager')}'`);
    const good = await codeFor('case-manager');
    await set('DISABLED');
    const disabled = await chooses('case-manager', good);
    await set('ACTIVE');
    for (const answer of [old, unknown, another, disabled]) expect(answer.text).toBe(replaced.text);
    expect(await signInAgain(world.anyone, email('case-manager'), world.config.demoPassword)).toEqual([]);
  });

  it('is counted like signing in', async () => {
    const code = await codeFor('field-worker-2');
    const answers: string[] = [];
    for (let tries = 0; tries <= world.config.signIn.lockoutAttempts; tries++)
      answers.push(...codes(await chooses('field-worker-2', 'AAAA-AAAA-AAAA-AAAA'), 'reset'));
    expect(answers.at(-1)).toBe('TOO_MANY_ATTEMPTS');
    expect(codes(await chooses('field-worker-2', code), 'reset')).toEqual(['TOO_MANY_ATTEMPTS']);
    await adminRows(world.database, 'DELETE FROM identity.sign_in_throttle');
  });

  it('of two at once with one code, one is done', async () => {
    const code = await codeFor('supervisor');
    const both = await Promise.all(
      ['one grey heron at dawn', 'two grey herons at dawn'].map((one) => chooses('supervisor', code, one)),
    );
    expect(both.map((answer) => codes(answer, 'reset').join()).sort()).toEqual(['', 'RESET_FAILED']);
  });

  it('leaves the second factor as it is', async () => {
    await adminRows(world.database, `UPDATE identity.account SET totp_secret = 'x' WHERE id = '${id('case-manager')}'`);
    expect(codes(await chooses('case-manager', await codeFor('case-manager')), 'reset')).toEqual([]);
    expect(await signInAgain(world.anyone, email('case-manager'), chosen)).toEqual(['SECOND_FACTOR_REQUIRED']);
    await adminRows(
      world.database,
      `UPDATE identity.account SET totp_secret = NULL WHERE id = '${id('case-manager')}'`,
    );
  });

  it('is given by nobody but the administrator of the organisation, for nobody above or elsewhere', async () => {
    for (const name of ['field-worker', 'supervisor', 'me-officer', 'privacy-officer', 'service-provider']) {
      await adminRows(world.database, 'DELETE FROM identity.sign_in_throttle');
      const client = await world.as(
        name === 'field-worker' || name === 'supervisor' ? 'case-manager-2' : name,
        country,
      );
      const { data, errors } = await asks('case-manager', client);
      expect([name, data?.issue ?? null, errors.map(({ extensions }) => extensions.code)]).toEqual([
        name,
        null,
        ['FORBIDDEN'],
      ]);
    }
    expect((await world.anyone.query(issue, { id: id('case-manager') })).errors[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(codes(await asks('partner-admin'), 'issue')).toEqual(['NOT_ALLOWED']);
    for (const name of ['case-manager-2', 'service-provider', 'me-officer', 'privacy-officer'])
      expect([name, codes(await asks(name), 'issue')]).toEqual([name, ['NOT_FOUND']]);
    const here = world.organisation[country].partner;
    await adminRows(
      world.database,
      `UPDATE identity.account SET organisation_id = '${here}' WHERE id = '${id('privacy-officer')}'`,
    );
    expect(codes(await asks('privacy-officer'), 'issue')).toEqual(['NOT_ALLOWED']);
    const elsewhere = country === 'za' ? 'mz' : 'za';
    const foreign = await admin.query(issue, { id: world.account[elsewhere]['case-manager'] });
    expect(codes(foreign, 'issue')).toEqual(['NOT_FOUND']);
  });
});
