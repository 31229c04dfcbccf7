/** Every environment variable that the API knows: what it means, what it may be, and what it is when left out. */
import { codeForm } from '../countries';
import { flag, integer, isOrigin, list, oneOf, secret, text, type Key } from './key';

/** An access token cannot be called back: whoever has a stolen one has it for so long. */
export const longestTokenMinutes = 15;

/** Keys that are read as they stand; those with a country in their name are in `perCountry`. */
export const keys = {
  NODE_ENV: oneOf(
    ['development', 'test', 'production'],
    'development',
    'In `production` the API refuses demo accounts, weak secrets, the embedded PostgreSQL and owner rights.',
  ),
  LOG_LEVEL: oneOf(
    ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
    'info',
    'Least severe log entry written.',
  ),
  COUNTRY_KEYS_DIR: text(
    '',
    'Folder of files named `COUNTRY_KEY_<CC>`, as those settings; a key that is put there reaches running instances. Empty: none.',
  ),
  ENV_FILE: text('.env', 'File of settings, read where it is there; the environment goes before it. Empty: none.'),
  DATA_DIR: text('.data', 'Where the embedded PostgreSQL and the generated development secrets live.'),

  HOST: text('localhost', 'Address that the API listens on; `0.0.0.0` for all.'),
  PORT: integer(4000, 0, 65535, 'Port that the API listens on; 0 takes a free one.'),
  PUBLIC_URL: text(
    '',
    'Address that clients use, also the issuer of tokens. Empty: `http://HOST:PORT`, and `urn:hands-off` as the issuer.',
  ),
  ALLOWED_ORIGINS: list(
    'Origins of browser front ends, matched exactly. Empty: none.',
    'origins such as https://app.example.org',
    isOrigin,
  ),
  TRUSTED_PROXIES: list(
    'Addresses or CIDR ranges of the reverse proxies whose `X-Forwarded-For` is believed. Empty: none.',
    'addresses or CIDR ranges',
    (item) => /^[\da-f.:]+(\/\d{1,3})?$/i.test(item),
  ),
  INTROSPECTION: flag((production) => String(!production), 'Whether the schema can be asked for.'),
  EXPLORER: flag((production) => String(!production), 'Whether `GET /` serves the explorer.'),
  REQUEST_TIMEOUT_MS: integer(30_000, 100, 600_000, 'Longest that a request may take to arrive and be answered.'),
  HEADERS_TIMEOUT_MS: integer(10_000, 100, 600_000, 'Longest that the headers of a request may take to arrive.'),
  KEEP_ALIVE_TIMEOUT_MS: integer(
    65_000,
    100,
    600_000,
    'How long an idle connection is kept; longer than the reverse proxy keeps it.',
  ),
  SHUTDOWN_TIMEOUT_MS: integer(8_000, 100, 600_000, 'Longest that stopping waits for requests in flight.'),
  BODY_LIMIT_BYTES: integer(1_048_576, 1_024, 104_857_600, 'Largest request body.'),
  ATTACHMENT_LIMIT_BYTES: integer(20_971_520, 1_024, 1_073_741_824, 'Largest content of an attachment.'),
  ATTACHMENT_TIMEOUT_MS: integer(
    600_000,
    1_000,
    3_600_000,
    'Longest that the content of an attachment may take to arrive.',
  ),
  ATTACHMENT_STORE: oneOf(
    ['database', 'folder', 's3'],
    'database',
    'Where the contents of new attachments are kept, sealed: in the database of the country, in a folder, or in an S3-compatible store. What is kept already stays where it is.',
  ),
  ATTACHMENT_FOLDER: text('', 'Folder for the contents of attachments. Empty: `attachments` in `DATA_DIR`.'),
  ATTACHMENT_S3_ENDPOINT: text(
    '',
    'Address of the S3-compatible store; `{country}` in it stands for the code of the country, in small letters. Empty: that of AWS in the region.',
  ),
  ATTACHMENT_S3_REGION: text('us-east-1', 'Region that requests to the S3-compatible store are signed for.'),
  ATTACHMENT_S3_BUCKET: text(
    'hands-off-{country}',
    'Bucket, which is there already, unversioned; `{country}` stands for the code of the country, in small letters.',
  ),
  ATTACHMENT_S3_ACCESS_KEY: secret('', 'Id of the access key of the S3-compatible store.'),
  ATTACHMENT_S3_SECRET_KEY: secret('', 'The secret of that access key.'),
  ATTACHMENT_S3_PATH_STYLE: flag(
    'true',
    'Whether the bucket stands in the path of an address, as self-hosted stores have it, or before its host.',
  ),
  EXPORTS_PER_DAY: integer(100, 1, 100_000, 'Exports that an account may make within 24 hours.'),
  EXPORT_TIMEOUT_MS: integer(
    600_000,
    1_000,
    3_600_000,
    'Longest that the file of an export may take to make, and so the longest that a moment of the database is held for it.',
  ),
  RATE_LIMIT_PER_MINUTE: integer(
    (production) => (production ? 6_000 : 0),
    0,
    10_000_000,
    'GraphQL requests per minute from one network address; 0 is no limit.',
  ),
  MAX_EVENT_LOOP_DELAY_MS: integer(
    1_000,
    0,
    60_000,
    'From this delay of the event loop on, requests get `UNAVAILABLE`; 0 is no limit.',
  ),
  METRICS_TOKEN: secret(
    '',
    'Bearer token that `GET /metrics` asks for. Empty: none is asked for, and in production there is no `/metrics`.',
  ),

  MAX_TOKENS: integer(5_000, 100, 1_000_000, 'Most tokens in a GraphQL document.'),
  MAX_DEPTH: integer(10, 1, 100, 'Deepest nesting of a GraphQL document; `edges` and `ofType` are not counted.'),
  MAX_ALIASES: integer(15, 0, 10_000, 'Most aliases in a GraphQL document.'),
  MAX_DIRECTIVES: integer(9, 0, 10_000, 'Most directives in a GraphQL document.'),
  MAX_ROOT_FIELDS: integer(10, 1, 10_000, 'Most root fields of a GraphQL operation.'),
  MAX_MUTATIONS: integer(5, 1, 10_000, 'Most root fields of a mutation.'),
  MAX_DEFINITIONS: integer(100, 1, 10_000, 'Most operations and fragments in a GraphQL document.'),
  MAX_FIELDS: integer(500, 10, 100_000, 'Most fields of a GraphQL document, with its fragments spread.'),
  MAX_INPUT_DEPTH: integer(16, 2, 1_000, 'Deepest nesting of an argument or a variable.'),
  MAX_COST: integer(
    20_000,
    1,
    100_000_000,
    'Highest static cost of a GraphQL operation: the records that it can return at most, and a page for each total.',
  ),
  MAX_PAGE_SIZE: integer(100, 1, 10_000, 'Most records that a page may ask for.'),
  MAX_LIST_LENGTH: integer(100, 1, 10_000, 'Longest list in an argument.'),

  ACCESS_TOKEN_MINUTES: integer(15, 1, longestTokenMinutes, 'How long an access token is good for.'),
  REFRESH_IDLE_DAYS: integer(14, 1, 365, 'A session ends when it was not refreshed for so long.'),
  REFRESH_ABSOLUTE_DAYS: integer(90, 1, 365, 'A session ends at this age, however often it was refreshed.'),
  LOCKOUT_ATTEMPTS: integer(10, 3, 1_000, 'Failed sign-ins in a row that lock an account for a while.'),
  LOCKOUT_ADDRESS_ATTEMPTS: integer(
    100,
    3,
    100_000,
    'Failed sign-ins from one network address that lock it for a while.',
  ),
  LOCKOUT_MINUTES: integer(15, 1, 1_440, 'How long a lock-out lasts.'),
  DEMO_PASSWORD: secret('hands-off-demo', 'Password of the demo accounts.'),
  DEMO_UNTIL: text('', 'Last day of the demonstration data, such as 2026-06-30. Empty: the day before they are made.'),

  COUNTRIES: list(
    'Codes of the countries that this instance serves. Empty: every one of the installation.',
    'country codes such as ZA',
    (item) => new RegExp(`^(?:${codeForm})$`).test(item),
  ),
  DATABASE_URL: secret('', 'Where the database is, `postgresql://host:port/name`. Empty: the embedded PostgreSQL.'),
  DATABASE_TLS: oneOf(
    ['verified', 'unverified', 'off'],
    'verified',
    'What every address of a database that is not on this machine has to ask for: TLS to a server whose certificate is checked (`?sslmode=verify-full`), TLS to any server, or nothing.',
  ),
  DATABASE_KEYS_URL: secret(
    '',
    'Database that wrapped data keys are kept in, on a server of their own. Empty: beside the data of each country, in a schema of their own.',
  ),
  POOL_SIZE: integer(8, 1, 1_000, 'Most connections to each country as `<cc>_app`, and to `identity`.'),
  REGION_POOL_SIZE: integer(
    4,
    1,
    1_000,
    'Most connections to each country as `<cc>_region`, and to its data keys where they have a server of their own.',
  ),
  POOL_WAIT_MS: integer(5_000, 50, 600_000, 'Longest wait for a connection, then the request gets `UNAVAILABLE`.'),
  SILENCE_MS: integer(
    3_000,
    100,
    60_000,
    'A connection in use that is silent for so long has its server asked on another one, which has as long to answer: or else the country is left out until it does.',
  ),
  REGISTRY_SECONDS: integer(3, 1, 3_600, 'How often a running instance looks for countries that were added.'),
  SWEEP_SECONDS: integer(60, 0, 86_400, 'How often a running instance looks for work that has fallen due; 0 is never.'),
} as const satisfies Record<string, Key<unknown>>;

/** Keys that only migrating and provisioning read: what they set on every login role. */
export const adminKeys = {
  DATABASE_ADMIN_URL: secret(
    '',
    'The administrator, for migrating and provisioning only: `postgresql://user:password@host/name`.',
  ),
  PG_BIN: text('', 'Folder of `pg_dump` and `pg_restore`, for backups. Empty: those of PATH.'),
  DATABASE_ADMIN_URL_KEYS: secret('', 'The administrator of `DATABASE_KEYS_URL`.'),
  DATABASE_ADMIN_URL_STANDBY: secret(
    '',
    'The superuser of the standby of `DATABASE_ADMIN_URL`, for `handsoff failover`.',
  ),
  STATEMENT_TIMEOUT_MS: integer(10_000, 100, 3_600_000, 'Longest SQL statement of the run-time roles.'),
  LOCK_TIMEOUT_MS: integer(3_000, 50, 3_600_000, 'Longest wait for a lock of the run-time roles.'),
  IDLE_TRANSACTION_TIMEOUT_MS: integer(15_000, 100, 3_600_000, 'Longest that a transaction may stand idle.'),
  ROLE_CONNECTION_LIMIT: integer(60, 1, 10_000, 'Most connections of one run-time role, over all instances.'),
} as const satisfies Record<string, Key<unknown>>;

/** Secrets. Outside production those that are missing are generated into `DATA_DIR/secrets.json`. */
export const secretKeys = {
  ROLE_SECRET: 'The passwords of the run-time database roles are derived from it. At least 32 characters.',
  TOKEN_SECRET:
    'Seals the token signing keys and second factors at rest and signs cursors. At least 32 characters. While it is turned two, separated by a comma: the first seals and signs, both are accepted.',
} as const;

/** Keys that end in a country's code. */
export const perCountry = {
  'DATABASE_URL_<CC>': 'Where this country’s database is, when it is not in `DATABASE_URL`.',
  'DATABASE_ADMIN_URL_<CC>': 'The administrator of this country’s database.',
  'COUNTRY_KEY_<CC>':
    'Key of this country, `id:` and 32 bytes as base64 (without an id it is called 1); several, separated by commas, while it is turned. The first wraps what is new.',
} as const;

type Parsed<K> = { -readonly [N in keyof K]: K[N] extends Key<infer T> ? T : never };
export type Values = Parsed<typeof keys>;
export type AdminValues = Parsed<typeof adminKeys>;
