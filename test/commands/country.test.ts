/** A fifth country on a running installation: provisioned, migrated, granted, listed, isolated; no code, no restart. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAdminConfig, loadConfig, type Config } from '../../src/base/config';
import type { CountryKey } from '../../src/vault/country-keys';
import { administrationOf } from '../../src/installation/administration';
import { asAdmin } from '../../src/database/connect';
import { checkDefinition, knownCountry, type CountryDefinition } from '../../src/installation/country-definition';
import { compareGrants } from '../../src/installation/grants';
import { addCountry } from '../../src/installation/installation';
import { inspectSchema } from '../../src/installation/inspect';
import { refuseUnsafeCountry } from '../../src/installation/unsafe';
import { startApp, type TestApp } from '../support/app';
import { freshDatabase } from '../support/database';
import { KeyFolder, newCountryKey } from '../../src/base/config/key-folder';
import { temporaryDirectory } from '../support/temporary';
import { handsoff } from '../support/command';

let app: TestApp;
beforeAll(async () => (app = await startApp({ template: 'migrated', env: { REGISTRY_SECONDS: '1' } })));
afterAll(() => app?.close());

describe('handsoff country add NA', () => {
  it('adds it while the API runs', async () => {
    expect(app.app.countries.get('NA')).toBeUndefined();
    const { code, out } = await handsoff(['country', 'add', 'NA', '--name', 'Namibia'], app.database.env);
    expect(out).toContain('NA: added (14 provinces');
    expect(code).toBe(0);
    for (let wait = 0; wait < 100 && !app.app.countries.get('NA'); wait++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(app.app.countries.all().map((country) => country.code)).toEqual(['BW', 'MZ', 'NA', 'REGION', 'ZA', 'ZW']);
  });

  it('gives it its profile and its places', async () => {
    const na = app.app.countries.get('NA');
    const { rows } = (await na?.app.query('SELECT code, name_en, name_pt, timezone, case_sharing FROM country')) ?? {
      rows: [],
    };
    expect(rows).toEqual([
      { code: 'NA', name_en: 'Namibia', name_pt: 'Namíbia', timezone: 'Africa/Windhoek', case_sharing: false },
    ]);
    const districts = (await na?.region.query(
      'SELECT count(*) FROM district JOIN province p ON p.id = province_id',
    )) ?? { rows: [] };
    expect(districts.rows[0].count).toBe(
      knownCountry('NA')?.provinces.flatMap((province) => province.districts).length,
    );
  });

  it('changes its settings while it is served, and says what is wrong with others', async () => {
    const set = (...options: string[]) => handsoff(['country', 'set', 'NA', ...options], app.database.env);
    const { code, out } = await set('--draft-days', '10', '--cross-organisation-sharing', 'CODED');
    expect([code, out]).toEqual([0, expect.stringContaining('NA: draftDays 10')]);
    expect(out).toContain('NA: transferDays 7');
    const { rows } = await app.app.countries
      .get('NA')!
      .app.query('SELECT draft_days, cross_organisation_sharing, retention_months FROM country');
    expect(rows).toEqual([{ draft_days: 10, cross_organisation_sharing: 'CODED', retention_months: 60 }]);
    const refused = await set('--draft-days', '2');
    expect(refused.code).not.toBe(0);
    expect(refused.error).toContain('drafts are kept for a number of days, at least 4');
    const longer = await set('--transfer-days', '1', '--high-risk-transfer-hours', '400');
    expect(longer.error).toContain('a transfer at high risk waits no longer than another');
    const unknown = await handsoff(['country', 'set', 'LS', '--draft-days', '9'], app.database.env);
    expect([unknown.code === 0, unknown.error]).toEqual([false, expect.stringContaining('LS')]);
  });

  it('isolates it both ways', async () => {
    for (const [code, schema] of [
      ['NA', 'za'],
      ['ZA', 'na'],
    ] as const) {
      const country = app.app.countries.get(code);
      await expect(country?.app.query(`SELECT FROM ${schema}.province`)).rejects.toThrow(
        `permission denied for schema ${schema}`,
      );
      await expect(country?.region.query(`SELECT FROM ${schema}.province`)).rejects.toThrow(
        `permission denied for schema ${schema}`,
      );
    }
    await asAdmin(app.database.admin, async (client) =>
      expect(await compareGrants(client, 'na')).toEqual({ surplus: [], missing: [] }),
    );
  });

  it('leaves nothing that the doctor would object to', async () => {
    const na = app.app.countries.get('NA');
    const findings = na ? await inspectSchema(na.app, 'na') : [];
    expect(findings.filter(({ level, text }) => level === 'wrong' && !/fsync/.test(text))).toEqual([]);
  });

  it('refuses to add it twice', async () => {
    const { code, error } = await handsoff(['country', 'add', 'na'], app.database.env);
    expect([code, error.trim()]).toEqual([1, 'NA is there already']);
  });

  it('says everything that is wrong with a country at once', async () => {
    const { code, error } = await handsoff(
      ['country', 'add', 'FR', '--name', 'France', '--timezone', 'Mars', '--places', 'seeds/places/NA.json'],
      app.database.env,
    );
    expect(code).toBe(1);
    expect(error).toContain('"FR" is no ISO 3166-1 code of an African country');
    expect(error).toContain('"Mars" is no IANA time zone');
  });

  it.each<[string, object, string]>([
    ['no list of provinces', { provinces: 'Khomas' }, 'at least one province is needed, in a list'],
    ['nothing for a province', { provinces: [null] }, 'every province is an object with a list of districts'],
    ['no list of districts', { provinces: [{ code: 'NA-KH', name: 'Khomas', districts: {} }] }, 'a list of districts'],
    ['nothing for a district', { provinces: [{ code: 'NA-KH', name: 'Khomas', districts: [null] }] }, 'districts'],
    ['months beyond all laws', { retentionMonths: 2_147_483_648 }, 'a number of months, at most 1200'],
    ['hours beyond all laws', { breachHours: 1e20 }, 'a number of hours, at most 8760'],
  ])('refuses %s before anything is made', (_what, change, message) => {
    const { country, provinces } = knownCountry('NA') as CountryDefinition;
    const described = { provinces, ...change, country: { ...country, ...change } };
    expect(() => checkDefinition(described as CountryDefinition)).toThrow(message);
  });

  it('lists the countries', async () => {
    const { out } = await handsoff(['country', 'list'], app.database.env);
    expect(out).toMatch(/^NA {2}Namibia {2}does not share cases with the region; survivors by name$/m);
    expect(out).toMatch(/^MZ {2}Mozambique .* by code only$/m);
  });
});

const keyText = (keys: readonly CountryKey[] = []): string =>
  keys.map(({ id, key }) => `${id}:${key.toString('base64')}`).join(',');

describe('an instance for some of the countries', () => {
  it('opens those alone, and refuses a country that is not there', async () => {
    const some = await startApp({ database: app.database, env: { COUNTRIES: 'ZA,BW' } });
    expect(some.app.countries.all().map(({ code }) => code)).toEqual(['BW', 'ZA']);
    await some.close();
    await expect(startApp({ database: app.database, env: { COUNTRIES: 'ZA,KE' } })).rejects.toThrow(
      'COUNTRIES names what this installation does not have: KE',
    );
  });
});

describe('a country in production', () => {
  it('is added by one command, which brings its key to every instance', async () => {
    const database = await freshDatabase('migrated');
    const { secrets } = loadConfig(database.env);
    const COUNTRY_KEYS_DIR = temporaryDirectory('keys');
    const folder = new KeyFolder(COUNTRY_KEYS_DIR);
    for (const code of ['BW', 'MZ', 'REGION', 'ZA', 'ZW'])
      writeFileSync(folder.file(code), `${keyText(secrets.countryKeys(code))}\n`);
    const env = {
      NODE_ENV: 'production',
      ROLE_SECRET: secrets.role,
      TOKEN_SECRET: secrets.tokens.join(','),
      REGISTRY_SECONDS: '1',
      COUNTRY_KEYS_DIR,
    };
    const instances = [await startApp({ database: database, env }), await startApp({ database: database, env })];
    expect(instances[0]?.app.countries.states().filter(({ because }) => because !== null)).toEqual([]);
    const places = join(COUNTRY_KEYS_DIR, 'places.json');
    const { provinces } = knownCountry('NA')!;
    writeFileSync(places, JSON.stringify({ provinces }).replaceAll('NA-', 'LS-'));
    const add = ['country', 'add', 'LS', '--name', 'Lesotho', '--timezone', 'Africa/Maseru', '--places', places];
    const { code, out, error } = await handsoff(add, { ...database.env, ...env });
    expect([code, error]).toEqual([0, '']);
    expect(out).toContain(`Its key is ${folder.file('LS')}: keep a copy where the backups are not.`);
    for (const { app: instance } of instances)
      while (!instance.countries.get('LS')) await new Promise((resolve) => setTimeout(resolve, 50));
    // It is the key that the country's data are sealed with from now on.
    const key = folder.read('LS');
    expect((await handsoff(add, { ...database.env, ...env })).error).toBe('LS is there already\n');
    expect(folder.read('LS')).toBe(key);
    for (const instance of instances) await instance.close();
    await database.drop();
  });

  it('is not served with a key that is given twice and differs, or is none', () => {
    const COUNTRY_KEYS_DIR = temporaryDirectory('keys');
    writeFileSync(join(COUNTRY_KEYS_DIR, 'COUNTRY_KEY_ZA'), newCountryKey());
    expect(() => loadConfig({ ...app.database.env, COUNTRY_KEYS_DIR, COUNTRY_KEY_ZA: newCountryKey() })).toThrow(
      /COUNTRY_KEY_ZA is not the one in .*: leave one of them out/,
    );
    writeFileSync(join(COUNTRY_KEYS_DIR, 'COUNTRY_KEY_BW'), 'no key');
    expect(() => loadConfig({ ...app.database.env, COUNTRY_KEYS_DIR })).toThrow(/COUNTRY_KEY_BW: expected 32 random/);
  });
});

describe('handsoff country deadline', () => {
  const deadline = (...rest: string[]) => handsoff(['country', 'deadline', 'NA', ...rest], app.database.env);

  it('changes what it is told, leaves the rest, and says both', async () => {
    const { code, out } = await deadline('LEGAL', '--answer-hours', '24');
    expect([code, out]).toEqual([0, expect.stringContaining('NA LEGAL: answerHours 24')]);
    expect(out).toContain('NA LEGAL: expiryHours 168');
    const { rows } = await app.app.countries
      .get('NA')!
      .app.query(`SELECT answer_hours, expiry_hours, service_hours FROM service_deadline WHERE deadline_of = 'LEGAL'`);
    expect(rows).toEqual([{ answer_hours: 24, expiry_hours: 168, service_hours: 168 }]);
  });

  it('refuses what cannot be, and changes nothing', async () => {
    for (const wrong of [
      ['NOTHING', '--answer-hours', '24'],
      ['LEGAL', '--answer-hours', '0'],
      ['LEGAL', '--answer-hours', '9000'],
      ['LEGAL', '--answer-hours', '200'],
    ])
      expect([wrong, (await deadline(...wrong)).code === 0]).toEqual([wrong, false]);
    const { out } = await deadline('LEGAL');
    expect(out).toContain('NA LEGAL: answerHours 24');
  });

  it('the country has its complaint mechanisms from the beginning, none of them confirmed', async () => {
    const { rows } = await app.app.countries
      .get('NA')!
      .app.query('SELECT count(*)::int AS found, bool_or(verified) AS verified FROM complaint_mechanism');
    expect(rows).toEqual([{ found: 7, verified: false }]);
  });
});

describe('a country without its key', () => {
  it('is left out in production, while the others are served', async () => {
    const administration = administrationOf(loadAdminConfig(app.database.env), app.database.admin);
    const namibia = knownCountry('NA');
    if (!namibia) throw new Error('NA is unknown');
    await addCountry(administration, {
      ...namibia,
      country: { ...namibia.country, code: 'ZM', name: { en: 'Zambia', pt: 'Zâmbia' } },
    });
    const { secrets } = loadConfig(app.database.env);
    const keys = Object.fromEntries(
      ['BW', 'MZ', 'NA', 'REGION', 'ZA', 'ZW'].map((code) => [
        `COUNTRY_KEY_${code}`,
        keyText(secrets.countryKeys(code)),
      ]),
    );
    const given = { ROLE_SECRET: administration.roles.secret, TOKEN_SECRET: administration.tokenSecrets.join(',') };
    const api = await startApp({
      database: app.database,
      env: { NODE_ENV: 'production', ...given, ...keys },
    });
    expect(api.app.countries.states().filter(({ because }) => because !== null)).toEqual([
      { code: 'ZM', because: expect.stringContaining('ZM has no key: set COUNTRY_KEY_ZM') as string },
    ]);
    await api.close();
  });

  it('is looked at by itself when it is taken up later: an address with an owner’s rights keeps it out', async () => {
    const named = [{ key: 'DATABASE_URL_ZA', user: app.database.admin.user, country: 'ZA' }];
    const config = { production: true, database: { named } } as unknown as Config;
    const { app: pool } = app.app.countries.get('ZA')!;
    await expect(refuseUnsafeCountry(config, 'ZA', pool)).rejects.toThrow('DATABASE_URL_ZA names the user');
    await expect(refuseUnsafeCountry(config, 'BW', pool)).resolves.toBeUndefined();
  });
});
