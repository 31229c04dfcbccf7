/** Fills an installation with demonstration data: the same each time, and as much of it as is asked for. */
import { registeredCountries, type Administration } from '../src/installation/administration';
import { REGION } from '../src/base/countries';
import { enrolRegion, worksForRegion } from '../src/installation/region';
import { fillRegion } from './region';
import { asOwner } from '../src/database/connect';
import { identitySchema } from '../src/database/roles';
import { insertDemoAccounts } from '../src/identity/account.service';
import { countryAccounts, regionalAccounts, type DemoAccount } from './accounts';
import { Story } from './demo/story';
import { demoCountries } from './demo/world';
import type { Report } from './fill';
import { fill, inLanes } from './threads';
import { SeedError, type SeedOptions, type SeedReport } from './types';

export { SeedError, type SeedOptions, type SeedReport } from './types';
export type { DemoAccount } from './accounts';

/** Whether nobody has an account yet: a new installation, or one whose filling was interrupted. */
export const isVacant = ({ main }: Administration): Promise<boolean> =>
  asOwner(main, identitySchema, async (client) => (await client.query('SELECT FROM account LIMIT 1')).rowCount === 0);

/**
 * Fills the countries, each in one transaction and as many at once as there are processors, and makes the demo accounts
 * last. A country that an interrupted attempt filled stays as it is.
 * @throws SeedError when the installation is in use; the reason of `options.signal` when that is given meanwhile, and
 * then no country is half filled
 */
export async function seedDemo(administration: Administration, options: SeedOptions): Promise<SeedReport[]> {
  const { main } = administration;
  if (!(await isVacant(administration))) {
    throw new SeedError('This installation has accounts already. Demonstration data are for an empty one.');
  }
  const wanted = options.countries ?? (await registeredCountries(main));
  const countries = wanted.filter((code) => demoCountries.includes(code));
  options.signal?.throwIfAborted();
  const report = reports(countries, options.progress);
  const filled = await inLanes(countries, (code, nth) =>
    seedCountry(administration, code, options, report[nth] as Report),
  );
  const accounts = demoAccounts(countries);
  await asOwner(main, identitySchema, (client) => insertDemoAccounts(client, accounts, options.demoPassword));
  const region = administration.of(REGION);
  const secretariat = accounts.find(({ role }) => worksForRegion(role));
  if (region) await enrolRegion(main, region);
  if (region && secretariat) await fillRegion(region, secretariat.id);
  options.log(`${accounts.length} demo accounts`);
  return filled;
}

/** The accounts that filling these countries makes, those of the region last. */
export const demoAccounts = (countries: readonly string[]): DemoAccount[] => [
  ...countries.flatMap((code) => countryAccounts(new Story(code).world)),
  ...regionalAccounts(),
];

async function seedCountry(
  administration: Administration,
  country: string,
  options: SeedOptions,
  report: Report,
): Promise<SeedReport> {
  const admin = administration.of(country);
  if (!admin)
    throw new SeedError(
      `${country} is elsewhere and its administrator is not known: set DATABASE_ADMIN_URL_${country}`,
    );
  const began = performance.now();
  const { scale, countryKeys, signal } = options;
  const rows = await fill({ country, scale, admin, keys: countryKeys(country) ?? [] }, report, signal);
  const seconds = (performance.now() - began) / 1000;
  report(1);
  options.log(rows === 0 ? `${country}: filled already` : `${country}: ${rows} rows in ${seconds.toFixed(1)} s`);
  return { country, rows, seconds };
}

/** For each country how to report its share of the work; what is told on is the share of the whole. */
function reports(countries: readonly string[], progress: Report = () => undefined): Report[] {
  const shares = countries.map(() => 0);
  return countries.map((_, nth) => (share) => {
    shares[nth] = share;
    progress(shares.reduce((sum, one) => sum + one, 0) / shares.length);
  });
}
