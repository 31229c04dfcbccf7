/** Pools of the run-time roles: small, lazy, in pipeline mode, and not to be killed by a database that restarts. */
import { Pool, type ClientBase, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { addressOf, type Config, type DatabaseAddress, type Login } from '../base/config';
import { compareMigrations, migrationsTable, type MigrationState } from './migrations';
import { appRole, roleLogin } from './roles';
import { typeParsers } from './types';
import { Watch } from './watch';

/** Makes the TypeORM source of a run-time role: it knows the entities, which stand above. */
export type MakeSource = (
  address: DatabaseAddress,
  login: Login,
  schema: string,
  pool: PoolConfig,
  onPoolError: (error: Error) => void,
) => DataSource;

/** A run-time role's TypeORM source and the pool that it shares with plain SQL. */
export interface Source {
  readonly dataSource: DataSource;
  readonly pool: Pool;
}

/** A schema that is opened, and who watches over the connections to it. */
export interface Opening {
  readonly config: Config;
  readonly address: DatabaseAddress;
  readonly schema: string;
  readonly log: Logger;
  readonly watch: Watch;
}

/** A country's schema, or that of accounts (null), where the configuration says that it is. */
export const openingOf = (
  config: Config,
  country: string | null,
  schema: string,
  log: Logger,
  hear: (because: string | null) => void,
): Opening => openingAt(addressOf(config, country), config, country ?? schema, schema, log, hear);

/**
 * @param who what a reason begins with
 * @param hear is told why the server does not serve; null when it does again
 */
export function openingAt(
  address: DatabaseAddress,
  config: Config,
  who: string,
  schema: string,
  log: Logger,
  hear: (because: string | null) => void,
): Opening {
  const login = { ...address, ...roleLogin(config.secrets.role, appRole(schema)) };
  return { config, address, schema, log, watch: new Watch(who, login, config.database.silenceMs, hear) };
}

const shared = ({ config, watch }: Opening, max: number): PoolConfig => ({
  max,
  Client: watch.client,
  application_name: 'hands-off',
  connectionTimeoutMillis: config.database.poolWaitMs,
  idleTimeoutMillis: 30_000,
  // What has nothing left to do ends, without waiting for connections that nobody uses.
  allowExitOnIdle: true,
  keepAlive: true,
});

/** Opens the TypeORM source of a schema's run-time role. Throws when the database does not let it in. */
export async function openSource(opening: Opening, make: MakeSource): Promise<Source> {
  const { config, address, schema, log, watch } = opening;
  const role = appRole(schema);
  const pool = shared(opening, config.database.poolSize);
  const opened: { pool?: Pool } = {};
  const lost = connectionLost(log, role, watch, () => opened.pool);
  const login = roleLogin(config.secrets.role, role);
  const dataSource = make(address, login, schema, pool, lost);
  await dataSource.initialize();
  const { master } = dataSource.driver as unknown as { master: Pool };
  opened.pool = master;
  guard(master, lost);
  watch.over(master);
  await watch.learnBound(master);
  return { dataSource, pool: master };
}

/** A pool of a role, without TypeORM; it connects when it is first used. */
export function openPool(opening: Opening, role: string, max: number): Pool {
  const { config, address, log, watch } = opening;
  const pool = new Pool({
    ...shared(opening, max),
    ...address,
    ...roleLogin(config.secrets.role, role),
    pipeline: true,
    types: typeParsers,
  });
  const lost = connectionLost(log, role, watch, () => pool);
  pool.on('error', lost);
  guard(pool, lost);
  watch.over(pool);
  return pool;
}

/** The pool listens only to clients that are idle; one that is in use would end the process with an unheard error. */
export function guard(pool: Pool, lost: (error: Error) => void): void {
  const heard = new WeakSet<ClientBase>();
  pool.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('error', lost);
  });
}

/** A connection that is being closed may be lost before it says so: that is no news; nor is one of a server that is down. */
const connectionLost =
  (log: Logger, role: string, watch: Watch, pool: () => Pool | undefined) =>
  (error: Error & { code?: string }): void => {
    if (pool()?.ending || watch.isDown) return;
    log.warn({ role, code: error.code }, 'A connection to the database was lost');
    watch.suspect();
  };

/** Which migrations the database of a run-time role lacks, or has beyond what this version knows. */
export async function migrationState(pool: Pool, schema: string): Promise<MigrationState> {
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM ${migrationsTable} ORDER BY id`);
  return compareMigrations(
    schema,
    rows.map(({ name }) => name),
  );
}
