/** What migrating and provisioning know, and serving never does. */
import { resolve } from 'node:path';
import { readAddress, type AdminAddress, type Tls } from './address';
import { Reader, type Environment } from './environment';
import { adminKeys, keys } from './keys';
import { readSecrets, type Secrets } from './secrets';

export interface AdminConfig {
  /** Administrator of the main database; null when DATABASE_ADMIN_URL is not given. */
  readonly main: AdminAddress | null;
  /** Administrators of countries that are elsewhere, by code. */
  readonly countries: ReadonlyMap<string, AdminAddress>;
  /** Administrator of the server of data keys; null when it is not given. */
  readonly keys: AdminAddress | null;
  /** Superuser of the standby of the main database; null when it is not given. */
  readonly standby: AdminAddress | null;
  /** Whether data keys have a server of their own. */
  readonly keysApart: boolean;
  /** Countries that are not in the main database. */
  readonly elsewhere: ReadonlySet<string>;
  /** Whether DATABASE_URL is given, so that there is no embedded PostgreSQL. */
  readonly external: boolean;
  readonly roles: RoleSettings;
  /** They seal signing keys and demo data. */
  readonly secrets: Secrets;
  /** Countries that a new installation begins with; empty: those of the programme. */
  readonly wanted: readonly string[];
  /** Folder of the client programs of PostgreSQL; empty: PATH. */
  readonly pgBin: string;
  readonly dataDir: string;
  readonly production: boolean;
  readonly demoPassword: string;
}

/** What provisioning sets on every run-time role. */
export interface RoleSettings {
  readonly secret: string;
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleTransactionTimeoutMs: number;
  readonly connectionLimit: number;
}

const sharedNames = [
  'NODE_ENV',
  'DATA_DIR',
  'COUNTRY_KEYS_DIR',
  'COUNTRIES',
  'DEMO_PASSWORD',
  'DATABASE_URL',
  'DATABASE_KEYS_URL',
  'DATABASE_TLS',
] as const;
/** What serving reads too. */
const shared = Object.fromEntries(sharedNames.map((name) => [name, keys[name]])) as Pick<
  typeof keys,
  (typeof sharedNames)[number]
>;

/** Reads what migrating needs. Throws a ConfigError that lists everything that is wrong. */
export function loadAdminConfig(environment: Environment): AdminConfig {
  const reader = new Reader(environment);
  const production = environment.NODE_ENV === 'production';
  const values = reader.all({ ...adminKeys, ...shared }, production);
  const tls = values.DATABASE_TLS;
  const dataDir = resolve(values.DATA_DIR);
  const secrets = readSecrets(reader, production, dataDir, ['ROLE_SECRET', 'TOKEN_SECRET'], values.COUNTRY_KEYS_DIR);
  const main = readAdmin(reader, 'DATABASE_ADMIN_URL', values.DATABASE_ADMIN_URL, tls);
  const keys = readAdmin(reader, 'DATABASE_ADMIN_URL_KEYS', values.DATABASE_ADMIN_URL_KEYS, tls);
  const standby = readAdmin(reader, 'DATABASE_ADMIN_URL_STANDBY', values.DATABASE_ADMIN_URL_STANDBY, tls);
  const countries = new Map<string, AdminAddress>();
  for (const [code, url] of reader.perCountry('DATABASE_ADMIN_URL_')) {
    const admin = readAdmin(reader, `DATABASE_ADMIN_URL_${code}`, url, tls);
    if (admin) countries.set(code, admin);
  }
  const elsewhere = new Set([...reader.perCountry('DATABASE_URL_').keys(), ...countries.keys()]);
  reader.finish();
  return {
    main,
    countries,
    keys,
    standby,
    keysApart: values.DATABASE_KEYS_URL !== '',
    elsewhere,
    external: values.DATABASE_URL !== '',
    roles: {
      secret: secrets.role,
      statementTimeoutMs: values.STATEMENT_TIMEOUT_MS,
      lockTimeoutMs: values.LOCK_TIMEOUT_MS,
      idleTransactionTimeoutMs: values.IDLE_TRANSACTION_TIMEOUT_MS,
      connectionLimit: values.ROLE_CONNECTION_LIMIT,
    },
    secrets,
    wanted: values.COUNTRIES,
    pgBin: values.PG_BIN,
    dataDir,
    production,
    demoPassword: values.DEMO_PASSWORD,
  };
}

function readAdmin(reader: Reader, name: string, text: string | undefined, tls: Tls): AdminAddress | null {
  const found = readAddress(reader, name, text, tls);
  if (found && !found.login) reader.problems.push(`${name}: expected the administrator's user and password in the URL`);
  return found?.login ? { ...found.address, ...found.login } : null;
}
