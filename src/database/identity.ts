/** The identity schema as serving reaches it: accounts, sessions, keys and the registry of countries. */
import type { Logger } from 'pino';
import type { Config } from '../base/config';
import { migrationState, openSource, type MakeSource, type Source } from './pool';
import { appRole, identitySchema } from './roles';
import { explain, insistOnMigrations } from './unready';

export interface IdentityDatabase extends Source {
  close(): Promise<void>;
}

/** Opens the identity schema as `identity_app`. Throws DatabaseUnready when it cannot be served from. */
export async function openIdentity(config: Config, log: Logger, make: MakeSource): Promise<IdentityDatabase> {
  try {
    const source = await openSource(make, config, null, identitySchema, appRole(identitySchema), log);
    insistOnMigrations(identitySchema, await migrationState(source.pool, identitySchema));
    return { ...source, close: () => source.dataSource.destroy() };
  } catch (error) {
    throw explain(identitySchema, error as Error);
  }
}
