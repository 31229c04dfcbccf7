/** The identity schema as serving reaches it: accounts, sessions, keys and the registry of countries. */
import type { Logger } from 'pino';
import type { Config } from '../base/config';
import { migrationState, openingOf, openSource, type MakeSource, type Source } from './pool';
import { identitySchema } from './roles';
import { explain, insistOnMigrations } from './unready';

export interface IdentityDatabase extends Source {
  close(): Promise<void>;
}

/** Opens the identity schema as `identity_app`. Throws DatabaseUnready when it cannot be served from. */
export async function openIdentity(config: Config, log: Logger, make: MakeSource): Promise<IdentityDatabase> {
  const opening = openingOf(config, null, identitySchema, log, (because) => {
    if (because === null) log.info('The accounts’ database answers again');
    else log.error({ because }, 'The accounts’ database does not serve');
  });
  try {
    const source = await openSource(opening, make);
    insistOnMigrations(identitySchema, await migrationState(source.pool, identitySchema));
    const close = async (): Promise<void> => {
      opening.watch.stop();
      await source.dataSource.destroy();
    };
    return { ...source, close };
  } catch (error) {
    opening.watch.stop();
    throw explain(identitySchema, error as Error);
  }
}
