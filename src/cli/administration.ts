/** How a command comes to its administrator: by DATABASE_ADMIN_URL, or of the embedded PostgreSQL. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError, loadAdminConfig, type AdminAddress, type AdminConfig } from '../base/config';
import { administrationOf, type Administration } from '../installation/administration';
import { useEmbedded } from '../installation/embedded/embedded';
import { Failure } from './terminal';

/** Runs `work` with the administrators; an embedded PostgreSQL that was started for it is stopped again. */
export async function withAdministration<T>(
  command: string,
  work: (administration: Administration, config: AdminConfig) => Promise<T>,
): Promise<T> {
  const config = loadAdminConfig(process.env);
  if (config.main) return work(administrationOf(config, config.main), config);
  if (config.external || config.production) {
    throw new ConfigError(['DATABASE_ADMIN_URL is missing: this command needs the administrator of the database']);
  }
  if (!founding.includes(command)) assertThere(config.dataDir);
  const embedded = await useEmbedded(config.dataDir, command);
  try {
    return await work(administrationOf(config, embedded.admin), config);
  } finally {
    await embedded.stop();
  }
}

/** Commands that begin an installation. */
const founding: readonly string[] = ['migrate', 'seed', 'restore'];

/** A command that looks at an installation makes none. @throws Failure where there is no embedded PostgreSQL */
export function assertThere(dataDir: string): void {
  if (existsSync(join(dataDir, 'postgres'))) return;
  throw new Failure(
    `There is no installation in ${dataDir}. Begin one with "npm start" or "handsoff migrate", or say with DATA_DIR or DATABASE_ADMIN_URL where yours is.`,
  );
}

/** Of what there is, what was asked for by name; everything where nothing was. @throws Failure */
export function chosen(all: readonly string[], names: readonly string[]): readonly string[] {
  const wanted = names.map((name) => all.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name);
  const unknown = wanted.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new Failure(`There is no ${unknown.join(', ')} here; there are ${all.join(', ')}.`);
  return wanted.length > 0 ? wanted : all;
}

/** @throws Failure where the country is elsewhere and its administrator is not given */
export function administratorOf(administration: Administration, country: string): AdminAddress {
  const admin = administration.of(country);
  if (!admin) throw new Failure(`${country} is elsewhere: DATABASE_ADMIN_URL_${country} is missing.`);
  return admin;
}

/** Null where data keys stand beside the data. @throws Failure where their administrator is not given */
export function keyAdministratorOf({ keys, keysApart }: Administration): AdminAddress | null {
  if (keysApart && !keys)
    throw new Failure('Data keys have a server of their own: DATABASE_ADMIN_URL_KEYS is missing.');
  return keys;
}
