/** Fills an installation with demonstration data: the same each time, and as much of it as is asked for. */
import type { Client } from 'pg';
import { registeredCountries, type Administration } from '../src/database/administration';
import { asOwner, inTransaction, quote } from '../src/database/connect';
import { identitySchema, schemaOf } from '../src/database/roles';
import { countryThings } from '../src/domain/entities';
import { thingOf } from '../src/graph/thing';
import { insertDemoAccounts } from '../src/identity/account.service';
import { countryAccounts, regionalAccounts, type DemoAccount } from './accounts';
import { withoutIndexes } from './bulk';
import { Copier } from './copy';
import { tellCountry } from './demo/country';
import { Story } from './demo/story';
import { demoCountries } from './demo/world';
import { SeedError, type SeedOptions, type SeedReport } from './types';

export { SeedError, type SeedOptions, type SeedReport } from './types';
export type { DemoAccount } from './accounts';

/** Whether nobody has an account yet: a new installation, or one whose filling was interrupted. */
export const isVacant = ({ main }: Administration): Promise<boolean> =>
  asOwner(main, identitySchema, async (client) => (await client.query('SELECT FROM account LIMIT 1')).rowCount === 0);

/**
 * Fills the countries, each in one transaction and all at once, and makes the demo accounts last. A country that an
 * interrupted attempt filled stays as it is.
 * @throws SeedError when the installation is in use
 */
export async function seedDemo(administration: Administration, options: SeedOptions): Promise<SeedReport[]> {
  const { main } = administration;
  if (!(await isVacant(administration))) {
    throw new SeedError('This installation has accounts already. Demonstration data are for an empty one.');
  }
  const wanted = options.countries ?? (await registeredCountries(main));
  const countries = wanted.filter((code) => demoCountries.includes(code));
  const results = await Promise.allSettled(countries.map((code) => seedCountry(administration, code, options)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const accounts = demoAccounts(countries);
  await asOwner(main, identitySchema, (client) => insertDemoAccounts(client, accounts, options.demoPassword));
  options.log(`${accounts.length} demo accounts`);
  return results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

/** The accounts that filling these countries makes, those of the region last. */
export const demoAccounts = (countries: readonly string[]): DemoAccount[] => [
  ...countries.flatMap((code) => countryAccounts(new Story(code, (id) => id).world)),
  ...regionalAccounts(),
];

const tables = ['data_key', ...countryThings.map((target) => thingOf(target).table)];

async function seedCountry(administration: Administration, country: string, options: SeedOptions): Promise<SeedReport> {
  const admin = administration.of(country);
  if (!admin)
    throw new SeedError(
      `${country} is elsewhere and its administrator is not known: set DATABASE_ADMIN_URL_${country}`,
    );
  const began = performance.now();
  const rows = await asOwner(admin, schemaOf(country), async (client) => {
    const written = await inTransaction(client, () => fill(client, country, options));
    if (written > 0) await client.query(`ANALYZE ${tables.map(quote).join(', ')}`);
    return written;
  });
  const seconds = (performance.now() - began) / 1000;
  options.log(rows === 0 ? `${country}: filled already` : `${country}: ${rows} rows in ${seconds.toFixed(1)} s`);
  return { country, rows, seconds };
}

/** From this scale on, making indexes afterwards is quicker than keeping them up to date. */
const MUCH = 8;

async function fill(client: Client, country: string, { scale, vault }: SeedOptions): Promise<number> {
  const { rowCount } = await client.query('SELECT FROM organisation LIMIT 1');
  if (rowCount !== 0) return 0;
  const copier = new Copier(client, country, vault);
  const load = async (): Promise<void> => {
    for (const batch of tellCountry(country, scale, (id) => vault.pseudonym(country, id))) await copier.write(batch);
  };
  await (scale < MUCH ? load() : withoutIndexes(client, load));
  return copier.rows;
}
