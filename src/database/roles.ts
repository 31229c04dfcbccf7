/** The database roles of an installation: their names, their passwords and what is set on them. */
import { createHmac, hkdfSync, pbkdf2Sync, createHash } from 'node:crypto';
import { codeForm } from '../base/countries';
import type { Login, RoleSettings } from '../base/config';

/** Schema of accounts, sessions, keys and the registry of countries. */
export const identitySchema = 'identity';

/** Schema of a country: its code in lower case. */
export const schemaOf = (country: string): string => country.toLowerCase();

/**
 * Where the data keys of a country stand: apart from its data, so that a dump of these is read by nobody who has no dump
 * of those. The country's own schema has a view of them, with the rights of the owner, who owns both.
 */
export const keySchemaOf = (country: string): string => `${schemaOf(country)}_keys`;

/** The owner of a schema: cannot log in; migrations act as it. */
export const ownerRole = (schema: string): string => `${schema}_owner`;

/** The role that the API reads and writes a schema with. */
export const appRole = (schema: string): string => `${schema}_app`;

/** The role that the region reads a country with: only what the country shares. */
export const regionRole = (schema: string): string => `${schema}_region`;

const ofCountry = new RegExp(`^(?:${codeForm})$`, 'i');
export const isCountry = (schema: string): boolean => ofCountry.test(schema);

/** Roles of a schema that can log in. The region has nothing to do with accounts or with keys. */
export const loginRoles = (schema: string): readonly string[] =>
  isCountry(schema) ? [appRole(schema), regionRole(schema)] : [appRole(schema)];

/** The schemas that a schema's owner owns: a country's keys stand beside its data, where they have no server of their own. */
export const ownSchemas = (schema: string): readonly string[] =>
  isCountry(schema) ? [schema, keySchemaOf(schema)] : [schema];

/** A run-time role with its password, which is derived so that nothing has to be stored or handed around. */
export const roleLogin = (secret: string, role: string): Login => ({
  user: role,
  password: createHmac('sha256', secret).update(role).digest('base64url'),
});

/**
 * What PostgreSQL stores instead of a password (RFC 5803). Sent instead of the password itself, which so
 * appears in no log of the server; the salt is derived, so that setting it twice changes nothing.
 */
export function scramVerifier({ user, password }: Login): string {
  const salt = Buffer.from(hkdfSync('sha256', password, 'hands-off', `scram-salt:${user}`, 16));
  const iterations = 4096;
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

/** Settings of a login role, as `ALTER ROLE … SET` takes them. */
export const roleParameters = (schema: string, settings: RoleSettings): ReadonlyMap<string, string> =>
  new Map([
    ['search_path', schema],
    ['TimeZone', 'UTC'],
    ['DateStyle', 'ISO, MDY'],
    ['jit', 'off'],
    // Requests run beside each other: workers would take from them what they give to one, and cost their start.
    ['max_parallel_workers_per_gather', '0'],
    // Planning a page anew for each request costs as much as reading it; what is planned once fits every value.
    ['plan_cache_mode', 'force_generic_plan'],
    ['statement_timeout', `${settings.statementTimeoutMs}ms`],
    ['lock_timeout', `${settings.lockTimeoutMs}ms`],
    ['idle_in_transaction_session_timeout', `${settings.idleTransactionTimeoutMs}ms`],
  ]);
