/** Pools of the run-time roles: small, lazy, in pipeline mode, and not to be killed by a database that restarts. */
import { Pool, type ClientBase, type PoolConfig } from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { addressOf, type Config, type DatabaseAddress, type Login } from '../base/config';
import { compareMigrations, migrationsTable, type MigrationState } from './migrations';
import { roleLogin } from './roles';
import { typeParsers } from './types';

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

const shared = (config: Config, max: number): PoolConfig => ({
  max,
  application_name: 'hands-off',
  connectionTimeoutMillis: config.database.poolWaitMs,
  idleTimeoutMillis: 30_000,
  // What has nothing left to do ends, without waiting for connections that nobody uses.
  allowExitOnIdle: true,
  keepAlive: true,
});

/** Opens the TypeORM source of a schema's run-time role. Throws when the database does not let it in. */
export async function openSource(
  make: MakeSource,
  config: Config,
  country: string | null,
  schema: string,
  role: string,
  log: Logger,
): Promise<Source> {
  const login = roleLogin(config.secrets.role, role);
  const pool = shared(config, config.database.poolSize);
  const opened: { pool?: Pool } = {};
  const lost = connectionLost(log, role, () => opened.pool);
  const dataSource = await make(addressOf(config, country), login, schema, pool, lost).initialize();
  const { master } = dataSource.driver as unknown as { master: Pool };
  opened.pool = master;
  guard(master, lost);
  return { dataSource, pool: master };
}

/** A pool without TypeORM; it connects when it is first used. */
export function openPool(config: Config, country: string, role: string, log: Logger): Pool {
  const login = roleLogin(config.secrets.role, role);
  const pool = new Pool({
    ...shared(config, config.database.regionPoolSize),
    ...addressOf(config, country),
    ...login,
    pipeline: true,
    types: typeParsers,
  });
  const lost = connectionLost(log, role, () => pool);
  pool.on('error', lost);
  guard(pool, lost);
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

/** A connection that is being closed may be lost before it says so: that is no news. */
const connectionLost =
  (log: Logger, role: string, pool: () => Pool | undefined) =>
  (error: Error & { code?: string }): void => {
    if (!pool()?.ending) log.warn({ role, code: error.code }, 'A connection to the database was lost');
  };

/** Which migrations the database of a run-time role lacks, or has beyond what this version knows. */
export async function migrationState(pool: Pool, schema: string): Promise<MigrationState> {
  const { rows } = await pool.query<{ name: string }>(`SELECT name FROM ${migrationsTable} ORDER BY id`);
  return compareMigrations(
    schema,
    rows.map(({ name }) => name),
  );
}
