/** Migrating an installation: looked at before anything is changed, and gone on with where it was interrupted. */
import { loadAdminConfig } from '../../src/base/config';
import { asAdmin, asOwner } from '../../src/database/connect';
import { administrationOf, registeredCountries, type Administration } from '../../src/installation/administration';
import { inspectProfile, type Finding } from '../../src/installation/inspect';
import { prepareInstallation } from '../../src/installation/installation';
import { handsoff } from '../support/command';
import { freshDatabase, type TestDatabase } from '../support/database';

const made: TestDatabase[] = [];
async function empty(): Promise<TestDatabase> {
  const database = await freshDatabase('empty');
  made.push(database);
  return database;
}
afterAll(() => Promise.all(made.map((database) => database.drop())));

const administrationIn = ({ env, admin }: TestDatabase): Administration =>
  administrationOf(loadAdminConfig(env), admin);
const schemas = async ({ admin }: TestDatabase): Promise<string[]> => {
  const { rows } = await asAdmin(admin, (client) =>
    client.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^(identity|..)$' ORDER BY 1`,
    ),
  );
  return rows.map(({ name }) => name);
};

it('goes on in the middle of the countries of a new installation, and registers them together', async () => {
  const database = await empty();
  const whole = administrationIn(database);
  // The third country cannot be done any more, as when the process is killed.
  let asked = 0;
  const killed = {
    ...whole,
    of: (country: string) => (country === 'MZ' && ++asked > 1 ? unreachable() : whole.of(country)),
  };
  const unreachable = (): never => {
    throw new Error('killed');
  };
  await expect(prepareInstallation(killed, ['ZA', 'BW', 'MZ', 'ZW'])).rejects.toThrow('killed');
  expect(await schemas(database)).toEqual(['bw', 'identity', 'za']);
  expect(await registeredCountries(database.admin)).toEqual([]);
  const reports = await prepareInstallation(whole, ['ZA', 'BW', 'MZ', 'ZW']);
  expect(reports.map(({ schema, ran }) => [schema, (ran ?? []).length > 0])).toEqual([
    ['identity', false],
    ['za', false],
    ['bw', false],
    ['mz', true],
    ['zw', true],
    ['region', true],
  ]);
  expect(await registeredCountries(database.admin)).toEqual(['BW', 'MZ', 'ZA', 'ZW']);
});

it('of a country that is not whole is named by the doctor', async () => {
  const database = await freshDatabase('migrated');
  made.push(database);
  const inspect = (undo: string): Promise<Finding[]> =>
    asOwner(database.admin, 'zw', async (client) => {
      await client.query('BEGIN');
      await client.query(undo);
      const findings = await inspectProfile(client, 'zw');
      await client.query('ROLLBACK');
      return findings;
    });
  expect(await inspect('SELECT')).toEqual([]);
  expect(await inspect('DELETE FROM country')).toEqual([
    {
      level: 'wrong',
      text: expect.stringMatching(/^zw: has 0 profiles and \d+ provinces: it is not whole$/) as string,
    },
  ]);
});

it('changes nothing where an administrator is missing, cannot connect or may not, and names all of them', async () => {
  const database = await empty();
  await asAdmin(database.admin, (client) => client.query(`CREATE ROLE weak_${database.name} LOGIN PASSWORD 'weak'`));
  const at = new URL(database.adminUrl);
  const weak = Object.assign(new URL(at), { username: `weak_${database.name}`, password: 'weak' });
  const nowhere = Object.assign(new URL(at), { port: '1' });
  const env = {
    ...database.env,
    DATABASE_URL_MZ: database.url,
    DATABASE_ADMIN_URL_BW: String(weak),
    DATABASE_ADMIN_URL_ZW: String(nowhere),
  };
  const { code, error } = await handsoff(['migrate'], env);
  expect(code).toBe(1);
  expect(error).toMatch(/^Nothing was changed:\n/);
  expect(error).toMatch(/^ {2}bw: The administrator "weak_\w+" must own the database and be allowed to create roles/m);
  expect(error).toMatch(/^ {2}mz: DATABASE_ADMIN_URL_MZ is missing; with --partial the country is left out$/m);
  expect(error).toMatch(/^ {2}zw: The administrator .* cannot connect .*ECONNREFUSED/m);
  expect(await schemas(database)).toEqual([]);
  await asAdmin(database.admin, (client) => client.query(`DROP ROLE weak_${database.name}`));
});

it('is refused on a server whose roles are those of another installation', async () => {
  const database = await empty();
  const { code, error } = await handsoff(['migrate'], {
    ...database.env,
    ROLE_SECRET: 'kL5tQ9wZ2xV7bN4mR1pF8sD3gH6jY0cA',
  });
  expect(code).toBe(1);
  expect(error).toMatch(/^ {2}za: the role za_app of this server belongs to another installation, in the database/m);
  expect(await schemas(database)).toEqual([]);
});
