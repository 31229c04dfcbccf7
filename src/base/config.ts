/** The configuration: one typed object from the environment, validated once. `config/keys.ts` documents every key. */
import { isDeepStrictEqual } from 'node:util';
import { join, resolve } from 'node:path';
import { readAddress, type DatabaseAddress, type Login } from './config/address';
import { ConfigError, Reader, type Environment } from './config/environment';
import { keys, type Values } from './config/keys';
import { readSecrets, type Secrets } from './config/secrets';

export { loadAdminConfig, type AdminConfig, type RoleSettings } from './config/admin';
export { ConfigError, type Environment } from './config/environment';
export type { AdminAddress, DatabaseAddress, Login } from './config/address';
export { longestTokenMinutes } from './config/keys';
export type { CountryKey, Secrets } from './config/secrets';

/** What serving knows. It never holds the credentials of an administrator or an owner. */
export type Config = DeepReadonly<ReturnType<typeof compose>>;

type DeepReadonly<T> = T extends Secrets | ReadonlyMap<string, unknown> | DatabaseAddress
  ? T
  : T extends object
    ? { readonly [K in keyof T]: DeepReadonly<T[K]> }
    : T;

/** Reads what serving needs. Throws a ConfigError that lists everything that is wrong. */
export function loadConfig(environment: Environment): Config {
  const reader = new Reader(environment);
  const production = environment.NODE_ENV === 'production';
  const values = reader.all(keys, production) as Values;
  const needed = ['ROLE_SECRET', 'TOKEN_SECRET'] as const;
  const secrets = readSecrets(reader, production, resolve(values.DATA_DIR), needed, values.COUNTRY_KEYS_DIR);
  const database = readDatabase(reader, values, production);
  if (values.PUBLIC_URL && !URL.canParse(values.PUBLIC_URL)) {
    reader.problems.push(`PUBLIC_URL: expected an address such as https://api.example.org, not "${values.PUBLIC_URL}"`);
  }
  reader.problems.push(...againstStore(values));
  reader.finish();
  return deepFreeze(compose(values, secrets, database, production));
}

/** What is wrong with the settings of the store of contents, where they are used. */
function againstStore(values: Values): string[] {
  if (values.ATTACHMENT_STORE !== 's3') return [];
  const missing = (['ATTACHMENT_S3_ACCESS_KEY', 'ATTACHMENT_S3_SECRET_KEY'] as const)
    .filter((name) => !values[name])
    .map((name) => `${name} is missing: ATTACHMENT_STORE is s3, so set it, or ${name}_FILE`);
  const endpoint = values.ATTACHMENT_S3_ENDPOINT;
  if (!endpoint || /^https?:$/.test(protocolOf(endpoint.replaceAll('{country}', 'za')))) return missing;
  return [...missing, `ATTACHMENT_S3_ENDPOINT: expected an address such as https://s3.example.org, not "${endpoint}"`];
}

const protocolOf = (address: string): string => (URL.canParse(address) ? new URL(address).protocol : '');

/** The same configuration, with the main database at an address that was not known before (the embedded one's). */
export const withDatabase = (config: Config, main: DatabaseAddress): Config =>
  deepFreeze({ ...config, database: { ...config.database, main } });

interface Databases {
  /** Null until the embedded PostgreSQL runs. */
  readonly main: DatabaseAddress | null;
  /** Countries that are elsewhere, by code. */
  readonly countries: ReadonlyMap<string, DatabaseAddress>;
  /** Where data keys are; null: beside the data. */
  readonly keys: DatabaseAddress | null;
  /** Users that the URLs named: not used, but in production they may not have an owner's rights. */
  readonly named: readonly { readonly key: string; readonly user: string; readonly country: string | null }[];
}

function readDatabase(reader: Reader, values: Values, production: boolean): Databases {
  const tls = values.DATABASE_TLS;
  const main = readAddress(reader, 'DATABASE_URL', values.DATABASE_URL, tls);
  const named: { key: string; user: string; country: string | null }[] = [];
  const note = (key: string, login: Login | null, country: string | null): void => {
    if (login) named.push({ key, user: login.user, country });
  };
  note('DATABASE_URL', main?.login ?? null, null);
  const countries = new Map<string, DatabaseAddress>();
  for (const [code, url] of reader.perCountry('DATABASE_URL_')) {
    const found = readAddress(reader, `DATABASE_URL_${code}`, url, tls);
    if (found) countries.set(code, found.address);
    note(`DATABASE_URL_${code}`, found?.login ?? null, code);
  }
  if (production && !values.DATABASE_URL) {
    reader.problems.push('DATABASE_URL is missing: the embedded PostgreSQL is for development only');
  }
  const keys = readAddress(reader, 'DATABASE_KEYS_URL', values.DATABASE_KEYS_URL, tls)?.address ?? null;
  for (const address of [main?.address, ...countries.values()])
    if (keys && address && isSameDatabase(keys, address))
      reader.problems.push('DATABASE_KEYS_URL is a database of data: whoever has a copy of one would have both');
  return { main: main?.address ?? null, countries, keys, named };
}

function compose(values: Values, secrets: Secrets, database: Databases, production: boolean) {
  return {
    production,
    environment: values.NODE_ENV,
    logLevel: values.LOG_LEVEL,
    dataDir: resolve(values.DATA_DIR),
    secrets,
    demoPassword: values.DEMO_PASSWORD,
    server: serverOf(values),
    attachments: attachmentsOf(values),
    limits: limitsOf(values),
    signIn: signInOf(values),
    database: { ...database, ...poolsOf(values) },
  };
}

const attachmentsOf = (values: Values) => ({
  maxBytes: values.ATTACHMENT_LIMIT_BYTES,
  timeoutMs: values.ATTACHMENT_TIMEOUT_MS,
  store: values.ATTACHMENT_STORE,
  folder: resolve(values.ATTACHMENT_FOLDER || join(values.DATA_DIR, 'attachments')),
  s3: {
    endpoint: values.ATTACHMENT_S3_ENDPOINT,
    region: values.ATTACHMENT_S3_REGION,
    bucket: values.ATTACHMENT_S3_BUCKET,
    accessKey: values.ATTACHMENT_S3_ACCESS_KEY,
    secretKey: values.ATTACHMENT_S3_SECRET_KEY,
    pathStyle: values.ATTACHMENT_S3_PATH_STYLE,
  },
});

const serverOf = (values: Values) => ({
  host: values.HOST,
  port: values.PORT,
  publicUrl: values.PUBLIC_URL || `http://${values.HOST}:${values.PORT}`,
  allowedOrigins: values.ALLOWED_ORIGINS,
  trustedProxies: values.TRUSTED_PROXIES,
  introspection: values.INTROSPECTION,
  explorer: values.EXPLORER,
  requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
  headersTimeoutMs: values.HEADERS_TIMEOUT_MS,
  keepAliveTimeoutMs: values.KEEP_ALIVE_TIMEOUT_MS,
  shutdownTimeoutMs: values.SHUTDOWN_TIMEOUT_MS,
  bodyLimitBytes: values.BODY_LIMIT_BYTES,
  rateLimitPerMinute: values.RATE_LIMIT_PER_MINUTE,
  maxEventLoopDelayMs: values.MAX_EVENT_LOOP_DELAY_MS,
  metricsToken: values.METRICS_TOKEN,
});

const limitsOf = (values: Values) => ({
  tokens: values.MAX_TOKENS,
  depth: values.MAX_DEPTH,
  aliases: values.MAX_ALIASES,
  directives: values.MAX_DIRECTIVES,
  rootFields: values.MAX_ROOT_FIELDS,
  mutations: values.MAX_MUTATIONS,
  definitions: values.MAX_DEFINITIONS,
  fields: values.MAX_FIELDS,
  inputDepth: values.MAX_INPUT_DEPTH,
  cost: values.MAX_COST,
  pageSize: values.MAX_PAGE_SIZE,
  listLength: values.MAX_LIST_LENGTH,
  exportsPerDay: values.EXPORTS_PER_DAY,
  exportTimeoutMs: values.EXPORT_TIMEOUT_MS,
});

const signInOf = (values: Values) => ({
  issuer: values.PUBLIC_URL || 'urn:hands-off',
  accessTokenMinutes: values.ACCESS_TOKEN_MINUTES,
  refreshIdleDays: values.REFRESH_IDLE_DAYS,
  refreshAbsoluteDays: values.REFRESH_ABSOLUTE_DAYS,
  lockoutAttempts: values.LOCKOUT_ATTEMPTS,
  lockoutAddressAttempts: values.LOCKOUT_ADDRESS_ATTEMPTS,
  lockoutMinutes: values.LOCKOUT_MINUTES,
});

const poolsOf = (values: Values) => ({
  /** Countries that this instance serves; empty: every one. */
  served: values.COUNTRIES,
  poolSize: values.POOL_SIZE,
  regionPoolSize: values.REGION_POOL_SIZE,
  poolWaitMs: values.POOL_WAIT_MS,
  silenceMs: values.SILENCE_MS,
  registrySeconds: values.REGISTRY_SECONDS,
  sweepSeconds: values.SWEEP_SECONDS,
});

function deepFreeze<T extends object>(value: T): T {
  for (const part of Object.values(value) as unknown[]) {
    const plain = Array.isArray(part) || (part !== null && Object.getPrototypeOf(part) === Object.prototype);
    if (plain) deepFreeze(part as object);
  }
  return Object.freeze(value);
}

/** Where a country's database is. Throws when that is not known yet. */
export function addressOf(config: Config, country: string | null): DatabaseAddress {
  const address = (country && config.database.countries.get(country)) ?? config.database.main;
  if (!address) throw new ConfigError(['DATABASE_URL is missing and the embedded PostgreSQL does not run']);
  return address;
}

const isSameDatabase = (a: DatabaseAddress, b: DatabaseAddress): boolean =>
  a.host === b.host && a.port === b.port && a.database === b.database;

/** Whether a country is in the database of the accounts. */
export const isBesideAccounts = (config: Config, country: string): boolean =>
  isDeepStrictEqual(addressOf(config, country), addressOf(config, null));
