/** How a command comes to its administrator: by DATABASE_ADMIN_URL, or of the embedded PostgreSQL. */
import { ConfigError, loadAdminConfig, type AdminConfig } from '../base/config';
import { administrationOf, type Administration } from '../installation/administration';
import { useEmbedded } from '../installation/embedded/embedded';

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
  const embedded = await useEmbedded(config.dataDir, command);
  try {
    return await work(administrationOf(config, embedded.admin), config);
  } finally {
    await embedded.stop();
  }
}
