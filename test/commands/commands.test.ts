/** The `handsoff` command as an administrator runs it, against an installation of its own. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../support/temporary';
import { asAdmin, asOwner } from '../../src/database/connect';
import { startApp, type TestApp } from '../support/app';
import { handsoff } from '../support/command';

let app: TestApp;
const run = (...args: string[]): ReturnType<typeof handsoff> => handsoff(args, app.database.env);

beforeAll(async () => (app = await startApp({ template: 'migrated' })), 180_000);
afterAll(() => app?.close());

const signIn = `mutation ($email: String!, $password: String!) {
  signIn(input: { email: $email, password: $password }) { session { accessToken } problems { code } }
}`;

describe('handsoff', () => {
  it('tells what it can do', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    for (const command of ['migrate', 'seed', 'country', 'account', 'key', 'doctor', 'schema'])
      expect(out).toContain(command);
  });

  it('fails with one line for people, not with a stack', async () => {
    const { code, error } = await handsoff(['migrate'], { ...app.database.env, DATABASE_ADMIN_URL: '' });
    expect(code).toBe(1);
    expect(error).toBe(
      'The configuration cannot be used:\n  - DATABASE_ADMIN_URL is missing: this command needs the administrator of the database\n',
    );
  });

  it('begins no installation where a command is about one that is not there', async () => {
    const empty = temporaryDirectory('empty');
    for (const command of [['indicators', 'check'], ['country', 'list'], ['jobs'], ['doctor']]) {
      const { code, error } = await handsoff(command, { DATA_DIR: empty, DATABASE_URL: '', ENV_FILE: '' });
      expect([code, error.trim()]).toEqual([
        1,
        `There is no installation in ${empty}. Begin one with "npm start" or "handsoff migrate", or say with DATA_DIR or DATABASE_ADMIN_URL where yours is.`,
      ]);
      expect(readdirSync(empty)).not.toContain('postgres');
    }
  });

  it('migrates what is up to date without doing anything', async () => {
    const { code, out } = await run('migrate');
    expect([code, out.trim().split('\n')]).toEqual([
      0,
      ['identity', 'bw', 'mz', 'region', 'za', 'zw'].map((schema) => `${schema}: up to date`),
    ]);
  });

  it('prints secrets that a production installation accepts', async () => {
    const { out } = await run('secrets', '--countries', 'ZA,NA');
    const secrets = Object.fromEntries(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(/=(.*)/).slice(0, 2)),
    ) as Record<string, string>;
    expect(Object.keys(secrets)).toEqual([
      'POSTGRES_PASSWORD',
      'ROLE_SECRET',
      'TOKEN_SECRET',
      'COUNTRY_KEY_ZA',
      'COUNTRY_KEY_NA',
    ]);
    const { error } = await handsoff(['migrate'], { ...secrets, NODE_ENV: 'production' });
    expect(error).toMatch(/^The configuration cannot be used:\n {2}- DATABASE_ADMIN_URL is missing: .*\n$/);
  });
});

describe('handsoff secrets with a file', () => {
  it('adds what is missing, and never replaces what is there', async () => {
    const file = join(temporaryDirectory('secrets'), '.env');
    writeFileSync(file, 'ROLE_SECRET=mine\nPORT=4001');
    expect((await run('secrets', file, '--countries', 'ZA')).out).toBe(
      `${file}: POSTGRES_PASSWORD, TOKEN_SECRET, COUNTRY_KEY_ZA were added.\n`,
    );
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(
      /^ROLE_SECRET=mine\nPORT=4001\nPOSTGRES_PASSWORD=\S+\nTOKEN_SECRET=\S+\nCOUNTRY_KEY_ZA=1:\S+\n$/,
    );
    expect((await run('secrets', file, '--countries', 'ZA')).out).toBe(`${file} has every secret already.\n`);
    expect(readFileSync(file, 'utf8')).toBe(text);
    // The commands read it: with a ROLE_SECRET that is too short nothing is done.
    const { error } = await handsoff(['doctor'], { ENV_FILE: file });
    expect(error).toMatch(/ROLE_SECRET is shorter than 32 characters/);
  });
});

describe('accounts and organisations', () => {
  it('are made with a password that is shown once and good once', async () => {
    const { out: id } = await run(
      'organisation',
      'add',
      'ZA',
      '--name',
      'Sisonke',
      '--kind',
      'SEX_WORKER_LED',
      '--province',
      'ZA-GP',
      '--services',
      'legal',
    );
    expect(id.trim()).toMatch(/^[0-9a-f-]{36}$/);
    const person = ['--email', 'Thandi@Example.org', '--name', 'Thandi', '--role', 'case-manager'];
    const { code, out } = await run('account', 'create', ...person, '--country', 'za', '--organisation', 'sisonke');
    expect(code).toBe(0);
    const password = /shown only now: (\S+)/.exec(out)?.[1] ?? '';
    const { data } = await app.anyone.query(signIn, { email: 'thandi@example.org', password });
    expect(data.signIn.problems[0]?.code).toMatch(/PASSWORD/);
    const { rows } = await asOwner(app.database.admin, 'za', (client) =>
      client.query('SELECT name, organisation_id FROM staff_member'),
    );
    expect(rows).toEqual([{ name: 'Thandi', organisation_id: id.trim() }]);
    const listed = await run('organisation', 'list', 'za');
    expect(listed.out).toBe(`${id.trim()}  SEX_WORKER_LED  Sisonke\n`);
    expect((await run('organisation', 'list', 'XX')).error).toBe('There is no XX here; there are BW, MZ, ZA, ZW.\n');
  });

  it('are refused with what is missing', async () => {
    const person = ['--email', 'x@example.org', '--name', 'X'];
    const refused = async (...args: string[]): Promise<string> =>
      (await run('account', 'create', ...person, ...args)).error.split('\n')[0] ?? '';
    expect(await refused('--role', 'supervisor')).toBe('Give a country with --country: BW, MZ, ZA, ZW.');
    expect(await refused('--role', 'supervisor', '--country', 'ZA')).toMatch(
      /^supervisor sees what is their organisation’s/,
    );
    expect(await refused('--role', 'supervisor', '--country', 'ZA', '--organisation', 'none')).toMatch(
      /^"none" is not one organisation/,
    );
    expect(await refused('--role', 'analyst', '--country', 'ZA')).toMatch(/^analyst is a role of the region/);
    expect(await refused('--role', 'queen')).toMatch(/Allowed choices are/);
  });

  it('can be disabled; one that is not there is said so', async () => {
    expect((await run('account', 'disable', 'thandi@example.org')).out).toBe('Done.\n');
    expect(await run('account', 'disable', 'nobody@example.org')).toMatchObject({
      code: 1,
      error: 'There is no account nobody@example.org.\n',
    });
  });
});

describe('handsoff key rotate', () => {
  it('signs new tokens with a new key, and keeps the last one published', async () => {
    const { out } = await run('key', 'rotate');
    const kid = /^New tokens are signed with (\S+), on running instances within 5 seconds\.\n/.exec(out)?.[1];
    const { rows } = await asOwner(app.database.admin, 'identity', (client) =>
      client.query<{ kid: string; status: string }>('SELECT kid, status FROM signing_key ORDER BY created_at DESC'),
    );
    expect(rows.map(({ status }) => status)).toEqual(['CURRENT', 'PREVIOUS']);
    expect(rows[0]?.kid).toBe(kid);
    const last = /^Those signed with (\S+) stay good until they expire, the last of them before (\S+)\.$/m.exec(out);
    expect(last?.[1]).toBe(rows[1]?.kid);
    expect(new Date(last?.[2] ?? '').getTime()).toBeGreaterThan(Date.now() + 14 * 60_000);
    expect(out).not.toMatch(/have ended/);
    expect((await run('key', 'rotate')).out).toMatch(/^Those signed with the key before that one have ended/m);
  });
});

describe('handsoff doctor', () => {
  /** The server of the tests does not wait for the disk, which the doctor rightly calls wrong. */
  const complaints = async (): Promise<string[]> => {
    const { code, out } = await run('doctor');
    expect(code).toBe(1);
    return out.split('\n').filter((line) => line.startsWith('WRONG') && !/fsync/.test(line));
  };

  it('finds nothing else wrong with an installation that was just made', async () => {
    expect(await complaints()).toEqual([]);
  });

  it('finds rights too many and what was done to the check of sessions; migrating makes all as it was', async () => {
    const check = 'session_stands(uuid, uuid, text, text, text, uuid)';
    await asAdmin(app.database.admin, async (client) => {
      await client.query(`GRANT EXECUTE ON FUNCTION bw.${check} TO za_app, PUBLIC`);
      await client.query(`ALTER FUNCTION mz.${check} RESET search_path`);
      await client.query(`REVOKE EXECUTE ON FUNCTION za.${check} FROM za_region`);
      await client.query(`DROP FUNCTION zw.${check}`);
      await client.query('GRANT SELECT ON bw.province TO za_app');
      await client.query('GRANT CREATE ON SCHEMA mz TO mz_region');
    });
    const found = await complaints();
    expect(found.filter((line) => line.includes('session_stands'))).toEqual([
      'WRONG bw: session_stands may be run by PUBLIC, bw_app, bw_region, za_app',
      'WRONG mz: session_stands runs with the settings of its caller',
      'WRONG za: session_stands may be run by za_app',
      'WRONG zw: the function session_stands, by which reads ask whether a session stands, is missing',
    ]);
    expect(found).toContain('WRONG bw: za_app has SELECT on province, which the policy does not give');
    expect(found).toContain('WRONG mz: mz_region may create in schema mz');
    expect((await run('migrate')).code).toBe(0);
    expect(await complaints()).toEqual([]);
  });

  it('finds a ROLE_SECRET that is another', async () => {
    const { out } = await handsoff(['doctor'], {
      ...app.database.env,
      ROLE_SECRET: 'fT5kQ9wZ2xV7bN4mL1pR8sD3gH6jY0cA',
    });
    expect(out).toMatch(/WRONG identity_app has another password: ROLE_SECRET is not the one/);
  });
});

describe('handsoff seed', () => {
  it('is never done in production', async () => {
    const secrets = Object.fromEntries(
      (await run('secrets')).out.split('\n').map((line) => line.split(/=(.*)/).slice(0, 2)),
    ) as Record<string, string>;
    const { code, error } = await handsoff(['seed'], { ...secrets, ...app.database.env, NODE_ENV: 'production' });
    expect([code, error]).toEqual([1, 'Demo accounts have a published password: they are never made in production.\n']);
  });
});

describe('handsoff seed --if-empty', () => {
  it('does nothing where there are accounts', async () => {
    expect(await run('seed', '--if-empty')).toMatchObject({
      code: 0,
      out: 'There are accounts already: nothing was made.\n',
    });
  });
});

describe('handsoff migration check', () => {
  it('agrees with the entities', async () => {
    expect(await run('migration', 'check')).toMatchObject({ code: 0, out: 'Entities and migrations agree.\n' });
  });
});
