/** The configuration: every mistake is told at once, with what to do; no secret is shown; nothing weak in production. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { addressOf, ConfigError, loadAdminConfig, loadConfig } from '../../src/base/config';
import { adminKeys, keys } from '../../src/base/config/keys';
import { projectRoot } from '../../src/base/project';
import { temporaryDirectory } from '../support/temporary';

const secret = (letter: string): string => `${letter}Zk3vT8qP1sXn5bW7yA9cE2gJ4mR6uH0dLfQ`;
const key = Buffer.from(Array.from({ length: 32 }, (_, i) => i * 7)).toString('base64');
const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://db.example.org:6432/handsoff?sslmode=verify-full',
  ROLE_SECRET: secret('a'),
  TOKEN_SECRET: secret('b'),
  COUNTRY_KEY_ZA: key,
};
const directory = (): string => temporaryDirectory('config');

function problemsOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  return '';
}

describe('the configuration', () => {
  it('has a default for everything outside production, and makes the secrets once', () => {
    const DATA_DIR = directory();
    const config = loadConfig({ DATA_DIR });
    expect(config).toMatchObject({
      production: false,
      server: { port: 4000, host: 'localhost' },
      database: { main: null },
    });
    expect(config.secrets.role).toHaveLength(43);
    expect(loadConfig({ DATA_DIR }).secrets.role).toBe(config.secrets.role);
    expect(statSync(join(DATA_DIR, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(config.secrets.countryKeys('NA')?.[0]?.key).toHaveLength(32);
    expect(config.secrets.countryKeys('NA')).not.toEqual(config.secrets.countryKeys('ZA'));
  });

  it('cannot be changed after it was read', () => {
    const config = loadConfig({ DATA_DIR: directory() });
    expect(() => Object.assign(config.server, { port: 1 })).toThrow(TypeError);
  });

  it('asks for what an S3-compatible store takes where contents go there, from files too', () => {
    const DATA_DIR = directory();
    const given = { DATA_DIR, ATTACHMENT_STORE: 's3' };
    const problems = problemsOf(() => loadConfig({ ...given, ATTACHMENT_S3_ENDPOINT: 'store.example.org' }));
    expect(problems).toMatch(/ATTACHMENT_S3_ACCESS_KEY is missing/);
    expect(problems).toMatch(/ATTACHMENT_S3_SECRET_KEY is missing: .* ATTACHMENT_S3_SECRET_KEY_FILE/);
    expect(problems).toMatch(/ATTACHMENT_S3_ENDPOINT: expected an address .*, not "store.example.org"/);
    const file = join(DATA_DIR, 'store-key');
    writeFileSync(file, `${secret('s')}\n`);
    const { s3 } = loadConfig({
      ...given,
      ATTACHMENT_S3_ENDPOINT: 'https://s3.{country}.example.org',
      ATTACHMENT_S3_ACCESS_KEY: 'hands-off',
      ATTACHMENT_S3_SECRET_KEY_FILE: file,
    }).attachments;
    expect(s3).toMatchObject({ bucket: 'hands-off-{country}', secretKey: secret('s'), pathStyle: true });
  });

  it('lists every wrong key with what it should be', () => {
    const problems = problemsOf(() =>
      loadConfig({
        DATA_DIR: directory(),
        PORT: 'abc',
        LOG_LEVEL: 'loud',
        INTROSPECTION: 'yes',
        ALLOWED_ORIGINS: 'https://a.example/path',
        COUNTRIES: 'ZA,Botswana',
        DATABASE_URL: 'mysql://user:hunter2@host/db',
      }),
    );
    expect(problems).toContain('PORT: expected a whole number from 0 to 65535, not "abc"; or leave it out for 4000');
    for (const name of ['LOG_LEVEL', 'INTROSPECTION', 'ALLOWED_ORIGINS', 'COUNTRIES', 'DATABASE_URL'])
      expect(problems).toContain(`- ${name}: expected`);
    expect(problems).not.toContain('hunter2');
  });

  it('takes any key from a file', () => {
    const path = join(directory(), 'secret');
    writeFileSync(path, `${secret('c')}\n`);
    const config = loadConfig({ ...production, ROLE_SECRET: undefined, ROLE_SECRET_FILE: path });
    expect(config.secrets.role).toBe(readFileSync(path, 'utf8').trim());
    expect(problemsOf(() => loadConfig({ ...production, ROLE_SECRET_FILE: path }))).toContain('both given');
    expect(
      problemsOf(() => loadConfig({ ...production, TOKEN_SECRET: undefined, TOKEN_SECRET_FILE: '/nowhere' })),
    ).toContain('TOKEN_SECRET_FILE');
  });

  it('never shows a secret, printed or serialised', () => {
    const config = loadConfig(production);
    const shown = inspect(config, { depth: 9, showHidden: true }) + JSON.stringify(config);
    for (const text of [production.ROLE_SECRET, production.TOKEN_SECRET, key]) expect(shown).not.toContain(text);
  });

  it('serves from an address without its user', () => {
    const config = loadConfig({
      ...production,
      DATABASE_TLS: 'off',
      DATABASE_URL: 'postgresql://boss:pw@db.example.org/handsoff',
      DATABASE_URL_MZ: 'postgres://mz.example.org:5555/mz',
    });
    expect(addressOf(config, 'ZA')).toEqual({ host: 'db.example.org', port: 5432, database: 'handsoff', ssl: false });
    expect(addressOf(config, 'MZ')).toMatchObject({ host: 'mz.example.org', port: 5555, database: 'mz' });
    expect(JSON.stringify(config.database)).not.toContain('pw');
  });
});

describe('production', () => {
  it('starts with what it needs', () => {
    expect(loadConfig(production)).toMatchObject({
      production: true,
      server: { introspection: false, explorer: false },
    });
  });

  it.each([
    ['a missing secret', { ROLE_SECRET: undefined }, 'ROLE_SECRET is missing'],
    ['a short secret', { TOKEN_SECRET: 'short' }, 'TOKEN_SECRET is shorter than 32 characters'],
    [
      'a placeholder',
      { TOKEN_SECRET: 'please-change-me-please-change-me-please' },
      'TOKEN_SECRET looks like a placeholder',
    ],
    ['a secret of few characters', { ROLE_SECRET: 'abab'.repeat(10) }, 'ROLE_SECRET repeats too few characters'],
    ['three secrets', { TOKEN_SECRET: [secret('b'), secret('c'), secret('d')].join(',') }, 'TOKEN_SECRET has 3 values'],
    ['a weak second secret', { TOKEN_SECRET: `${secret('b')},short` }, 'TOKEN_SECRET is shorter'],
    ['the same secret twice', { TOKEN_SECRET: secret('a') }, 'TOKEN_SECRET is the same as ROLE_SECRET'],
    ['a country key of the wrong length', { COUNTRY_KEY_ZA: 'c2hvcnQ=' }, 'COUNTRY_KEY_ZA: expected 32 random bytes'],
    ['a country key of one byte', { COUNTRY_KEY_ZA: Buffer.alloc(32, 1).toString('base64') }, 'COUNTRY_KEY_ZA'],
    ['two keys of one id', { COUNTRY_KEY_ZA: `a:${key},a:${key}` }, 'COUNTRY_KEY_ZA'],
    ['a database in the clear', { DATABASE_URL: 'postgresql://db.example.org/x' }, 'connections are not encrypted'],
    [
      'a server that is not checked',
      { DATABASE_URL: 'postgresql://db.example.org/x?sslmode=no-verify' },
      'it is not checked whom they reach',
    ],
    [
      'a server that is not checked, in other words',
      { DATABASE_URL: 'postgresql://db.example.org/x?ssl=no-verify' },
      'sslmode=verify-full',
    ],
    [
      'a server whose name is not checked',
      { DATABASE_URL: 'postgresql://db.example.org/x?uselibpqcompat=true&sslmode=require' },
      'it is not checked whom they reach',
    ],
    [
      'a country in the clear',
      { DATABASE_URL_ZA: 'postgresql://za.example.org/x' },
      'DATABASE_URL_ZA: its connections are not encrypted',
    ],
    [
      'keys in the clear',
      { DATABASE_KEYS_URL: 'postgresql://keys.example.org/x' },
      'DATABASE_KEYS_URL: its connections are not encrypted',
    ],
    [
      'keys among the data',
      { DATABASE_KEYS_URL: 'postgresql://db.example.org:6432/handsoff?sslmode=verify-full' },
      'DATABASE_KEYS_URL is a database of data',
    ],
    ['the embedded PostgreSQL', { DATABASE_URL: '' }, 'DATABASE_URL is missing'],
  ])('refuses %s', (_, change, problem) => {
    expect(problemsOf(() => loadConfig({ ...production, ...change }))).toContain(problem);
  });

  it('asks for no TLS to this machine, or where that was said by name', () => {
    for (const host of ['localhost', '127.0.0.1', '127.1.2.3'])
      expect(loadConfig({ ...production, DATABASE_URL: `postgresql://${host}/x` }).production).toBe(true);
    const [clear, unchecked] = ['postgresql://db.example.org/x', 'postgresql://db.example.org/x?sslmode=no-verify'];
    expect(loadConfig({ ...production, DATABASE_TLS: 'off', DATABASE_URL: clear }).production).toBe(true);
    expect(loadConfig({ ...production, DATABASE_TLS: 'unverified', DATABASE_URL: unchecked }).production).toBe(true);
    expect(problemsOf(() => loadConfig({ ...production, DATABASE_TLS: 'unverified', DATABASE_URL: clear }))).toContain(
      'not encrypted',
    );
  });

  it('has no key for a country that none was given for', () => {
    expect(loadConfig(production).secrets.countryKeys('NA')).toBeUndefined();
  });

  it('keeps the order of rotated country keys', () => {
    const config = loadConfig({
      ...production,
      COUNTRY_KEY_ZA: `new:${key},old:${Buffer.from(key, 'base64').reverse().toString('base64')}`,
    });
    expect(config.secrets.countryKeys('ZA')?.map(({ id }) => id)).toEqual(['new', 'old']);
  });
});

describe('docker-compose.yml', () => {
  const compose = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8');
  /** Where it is, what it keeps and whom it lets in is decided there. */
  const decided = [
    'NODE_ENV',
    'DATA_DIR',
    'HOST',
    'PORT',
    'ENV_FILE',
    'COUNTRY_KEYS_DIR',
    'DEMO_PASSWORD',
    'DATABASE_TLS',
  ];
  const addresses = ['DATABASE_URL', 'DATABASE_ADMIN_URL'];

  it.each(Object.keys({ ...keys, ...adminKeys }).filter((name) => ![...decided, ...addresses].includes(name)))(
    'passes %s on',
    (name) => expect(compose).toMatch(new RegExp(`\\n  ${name}: \\$\\{${name}:-[^}]*\\}\\n`)),
  );
});

describe('the administrator’s configuration', () => {
  it('needs a user in the URL', () => {
    expect(
      problemsOf(() => loadAdminConfig({ ...production, DATABASE_ADMIN_URL: 'postgresql://db/handsoff' })),
    ).toContain('DATABASE_ADMIN_URL: expected the administrator');
  });

  it('knows which countries are elsewhere', () => {
    const config = loadAdminConfig({
      ...production,
      DATABASE_TLS: 'off',
      DATABASE_URL_MZ: 'postgresql://a/b',
      DATABASE_ADMIN_URL_BW: 'postgresql://u:p@c/d',
    });
    expect([...config.elsewhere].sort()).toEqual(['BW', 'MZ']);
    expect(config.countries.get('BW')).toMatchObject({ host: 'c', user: 'u' });
  });
});
