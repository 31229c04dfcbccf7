/** What `npm start` does before serving, as far as it is given an administrator: migrating, and demo data for an empty database. */
import { isVacant, seedDemo } from '../seeds/index';
import { loadAdminConfig, type AdminAddress, type AdminConfig, type Environment } from './config';
import { administrationOf, type Administration } from './database/administration';
import { prepareInstallation } from './database/installation';
import { createVault } from './feature/vault/vault';

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
  await makeDemoData(administration, config, 1, log);
}

/** The demo data, sealed with the countries' keys. `scale` multiplies the volumes. */
export async function makeDemoData(
  administration: Administration,
  config: AdminConfig,
  scale: number,
  log: Log,
): Promise<void> {
  const vault = createVault((country) => config.secrets.countryKeys(country));
  await seedDemo(administration, { scale, vault, demoPassword: config.demoPassword, log });
}
