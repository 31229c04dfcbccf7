/** Puts together what serves: databases, identity, vault, schema, server. */
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { runtimeDataSource } from '../ormconfig';
import type { Config } from './base/config';
import type { Countries } from './base/countries';
import { openCountries } from './database/countries';
import { KeyServer } from './database/key-server';
import { openIdentity, type IdentityDatabase } from './database/identity';
import { refuseUnsafe, refuseUnsafeCountry } from './installation/unsafe';
import { meetKeys } from './vault/meet-keys';
import { createVault, type OpenVault } from './vault/vault';
import { createIdentity } from './identity/identity.service';
import { servedSchema } from './schema/served';
import type { App } from './identity/app';
import { answering, createServer } from './server/server';

export interface RunningApp {
  readonly app: App;
  /** As `identity_app`. */
  readonly identityPool: Pool;
  /** Ready to listen. */
  readonly http: FastifyInstance;
  /** Lets the requests in flight finish, then closes every connection. */
  readonly close: () => Promise<void>;
}

/** Throws DatabaseUnready when a database cannot be served from. */
export async function composeApp(config: Config, log: Logger): Promise<RunningApp> {
  const { keys } = config.database;
  const keyServer = keys && new KeyServer(config, keys, log);
  const vault = createVault((code) => config.secrets.countryKeys(code), log, keyServer ?? undefined);
  const databases = await openDatabases(config, log, vault, keyServer);
  const {
    identity: { pool },
    countries,
  } = databases;
  try {
    await refuseUnsafe(config, pool, countries);
    const identity = createIdentity({ pool, config, log });
    await identity.ping();
    const schema = servedSchema();
    const answers = answering(schema, config);
    const { documents } = answers;
    const app: App = { config, countries, identity, accounts: identity.accounts, documents, vault, log };
    const server = await createServer(app, schema, answers);
    const close = async (): Promise<void> => {
      await server.shutdown();
      await databases.close();
    };
    return { app, identityPool: pool, http: server.http, close };
  } catch (error) {
    await databases.close();
    throw error;
  }
}

interface Databases {
  readonly identity: IdentityDatabase;
  readonly countries: Countries;
  close(): Promise<void>;
}

async function openDatabases(
  config: Config,
  log: Logger,
  vault: OpenVault,
  keyServer: KeyServer | null,
): Promise<Databases> {
  const identity = await openIdentity(config, log, runtimeDataSource);
  try {
    const { secrets } = config;
    let isStarting = true;
    const countries = await openCountries(config, identity, log, runtimeDataSource, async (code, pool) => {
      // What is unsafe at the start stops the whole of it; what is taken up later is looked at by itself.
      if (!isStarting) await refuseUnsafeCountry(config, code, pool);
      const met = await meetKeys(pool, code, secrets.countryKeys(code) ?? [], {
        elsewhere: secrets.givenCountryKeys,
        apart: keyServer?.pool(code),
      });
      vault.admit(code, met);
      await keyServer?.look(code);
    });
    isStarting = false;
    const close = async (): Promise<void> => {
      await countries.close();
      await keyServer?.close();
      await identity.close();
    };
    return { identity, countries, close };
  } catch (error) {
    await keyServer?.close();
    await identity.close();
    throw error;
  }
}
