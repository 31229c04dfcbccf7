/** What `npm start` does before serving, as far as it is given an administrator: migrating, and demo data for an empty database. */
import { isVacant, seedDemo, type SeedOptions } from '../../seeds/index';
import { loadAdminConfig, type AdminAddress, type AdminConfig, type Environment } from '../base/config';
import { administrationOf, type Administration } from '../installation/administration';
import { prepareInstallation } from '../installation/installation';

type Log = (line: string) => void;

/**
 * Migrates, and outside production fills a database that has no accounts. `embedded` is the administrator of the
 * embedded PostgreSQL; without it and without DATABASE_ADMIN_URL nothing is done, and opening the databases checks.
 */
export async function prepare(environment: Environment, embedded: AdminAddress | null, log: Log): Promise<void> {
  const config = loadAdminConfig(environment);
  const admin = embedded ?? config.main;
  if (!admin) return;
  const administration = administrationOf(config, admin);
  const reports = await prepareInstallation(administration, config.wanted);
  for (const { schema, ran } of reports) if (ran?.length) log(`${schema}: migrated (${ran.join(', ')})`);
  if (config.production || !(await isVacant(administration))) return;
  log('The database is empty: making the demo data …');
  await makeDemoData(administration, config, { scale: 1, log });
}

/** The demo data, sealed with the countries' keys. */
export async function makeDemoData(
  administration: Administration,
  { secrets, demoPassword }: AdminConfig,
  options: Omit<SeedOptions, 'countryKeys' | 'demoPassword'>,
): Promise<void> {
  const countryKeys = (country: string): ReturnType<typeof secrets.countryKeys> => secrets.countryKeys(country);
  await seedDemo(administration, { ...options, countryKeys, demoPassword });
}
