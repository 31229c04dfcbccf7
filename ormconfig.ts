/** The TypeORM data sources: the owner of a schema for migrations; the run-time roles for serving. */
import 'reflect-metadata';
import { DataSource, type DataSourceOptions, type MixedList } from 'typeorm';
import type { PoolConfig } from 'pg';
import type { AdminAddress, DatabaseAddress, Login } from './src/base/config';
import { loadMigrations, migrationsTable } from './src/database/migrations';
import { NamingStrategy } from './src/database/naming-strategy';
import { identitySchema, ownerRole } from './src/database/roles';
import { typeParsers } from './src/database/types';
import { countryEntities } from './src/domain/all';
import { identityEntities } from './src/identity/entities';

type Postgres = Extract<DataSourceOptions, { type: 'postgres' }>;

const entitiesOf = (schema: string): MixedList<new () => object> =>
  [...(schema === identitySchema ? identityEntities : countryEntities)] as (new () => object)[];

/** What both kinds of source share. PostgreSQL makes UUIDs by itself; no extension is installed. */
const common = (address: DatabaseAddress, login: Login, schema: string) =>
  ({
    type: 'postgres',
    host: address.host,
    port: address.port,
    database: address.database,
    username: login.user,
    password: login.password,
    ssl: address.ssl as Postgres['ssl'],
    entities: entitiesOf(schema),
    migrationsTableName: migrationsTable,
    namingStrategy: new NamingStrategy(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    synchronize: false,
    logging: false,
  }) as const;

/** The administrator acting as the owner of a schema: what migrations create is the owner's. */
export const ownerDataSource = (admin: AdminAddress, schema: string, pool: PoolConfig = {}): DataSource =>
  new DataSource({
    ...common(admin, admin, schema),
    migrations: loadMigrations(schema),
    migrationsTransactionMode: 'each',
    poolSize: 1,
    extra: { options: `-c search_path=${schema} -c role=${ownerRole(schema)}`, ...pool },
  });

/** A run-time role of a schema. Its search path is set on the role, so that the SQL is the same in every country. */
export const runtimeDataSource = (
  address: DatabaseAddress,
  login: Login,
  schema: string,
  pool: PoolConfig,
  onPoolError: (error: Error) => void,
): DataSource =>
  new DataSource({
    ...common(address, login, schema),
    migrations: [],
    poolErrorHandler: (error: unknown) => onPoolError(error as Error),
    extra: { pipeline: true, types: typeParsers, ...pool },
  });
