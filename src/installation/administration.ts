/** Migrating and provisioning: what needs an administrator. Nothing here is reached by what serves. */
import type { AdminAddress, AdminConfig, RoleSettings } from '../base/config';
import { REGION } from '../base/countries';
import { ownerDataSource } from '../../ormconfig';
import { migrationsTable, type MigrationReport } from '../database/migrations';
import { asAdmin, asOwner, takeMigrationLock } from '../database/connect';
import { applyGrants } from './grants';
import { ensureSessionCheck } from './install-session-check';
import { checkServer, provision, ProvisionError } from './provision';
import { identitySchema, keySchemaOf, schemaOf } from '../database/roles';
import { prepareKeys } from './key-server';
import { writeMechanisms } from './mechanisms';
import { writeProgrammePhases } from './programme-phases';
import { markTowns } from './towns';
import { countAfterMigration } from './indicators';
import { deriveSearched } from './search-texts';
import { deriveWorkList } from './work-list';

/** The administrators of an installation's databases. */
export interface Administration {
  readonly main: AdminAddress;
  readonly roles: RoleSettings;
  /** Seals the token signing keys. */
  readonly tokenSecrets: readonly string[];
  /** Of the server of data keys; null when that is not known, or they stand beside the data. */
  readonly keys: AdminAddress | null;
  readonly keysApart: boolean;
  /** Null when the country is elsewhere and its administrator is not known. */
  of(country: string): AdminAddress | null;
}

/** The administrators that a configuration names; `main` stands for it when it names none. */
export function administrationOf(config: AdminConfig, main: AdminAddress): Administration {
  return {
    main,
    keys: config.keysApart ? config.keys : null,
    keysApart: config.keysApart,
    roles: config.roles,
    tokenSecrets: config.secrets.tokens,
    of: (country) => config.countries.get(country) ?? (config.elsewhere.has(country) ? null : main),
  };
}

/** Provisions, migrates and grants one schema. Repeating it is harmless. */
export async function prepareSchema(
  admin: AdminAddress,
  schema: string,
  roles: RoleSettings,
): Promise<MigrationReport> {
  await asAdmin(admin, (client) => provision(client, schema, roles));
  const ran = await asOwner(admin, schema, async (client) => {
    await takeMigrationLock(client, schema);
    const names = await runMigrations(admin, schema);
    await applyGrants(client, schema);
    return names;
  });
  if (schema !== identitySchema) await asAdmin(admin, (client) => ensureSessionCheck(client, schema));
  return { schema, ran };
}

/**
 * Every administrator of what is to be prepared can do it: looked at before anything is changed. Throws a ProvisionError.
 * @param mayLack whether countries are left out whose administrator is not known
 */
export async function checkAdministrators(
  administration: Administration,
  countries: readonly string[],
  mayLack: boolean,
): Promise<void> {
  const problems: string[] = [];
  for (const country of [null, ...countries]) {
    const admin = country === null ? administration.main : administration.of(country);
    const schema = country === null ? identitySchema : schemaOf(country);
    if (!admin && !mayLack)
      problems.push(`${schema}: DATABASE_ADMIN_URL_${country} is missing; with --partial the country is left out`);
    if (!admin) continue;
    try {
      await asAdmin(admin, (client) => checkServer(client, schema, administration.roles, admin));
    } catch (error) {
      problems.push(`${schema}: ${(error as Error).message}`);
    }
  }
  problems.push(...(await keyServerProblems(administration, countries, mayLack)));
  if (problems.length > 0) throw new ProvisionError(`Nothing was changed:\n  ${problems.join('\n  ')}`);
}

async function keyServerProblems(
  { keys, keysApart, roles }: Administration,
  countries: readonly string[],
  mayLack: boolean,
): Promise<string[]> {
  if (!keys)
    return keysApart && !mayLack
      ? ['data keys: DATABASE_ADMIN_URL_KEYS is missing; with --partial they are left out']
      : [];
  const problems: string[] = [];
  for (const schema of countries.map(keySchemaOf)) {
    try {
      await asAdmin(keys, (client) => checkServer(client, schema, roles, keys));
    } catch (error) {
      problems.push(`${schema}: ${(error as Error).message}`);
    }
  }
  return problems;
}

/** The data keys of a country, where they have a server of their own. */
export async function prepareKeysOf(
  { keys, keysApart, roles }: Administration,
  country: string,
): Promise<MigrationReport[]> {
  if (!keysApart) return [];
  return [keys ? await prepareKeys(keys, country, roles) : { schema: keySchemaOf(country), ran: null }];
}

/** Whether there is a registry of countries; an administrator who is no superuser may not look into the schema to tell. */
export const isFounded = (main: AdminAddress): Promise<boolean> =>
  asAdmin(main, async (client) => {
    const { rows } = await client.query(
      `SELECT FROM pg_class WHERE relnamespace = to_regnamespace('${identitySchema}') AND relname = 'country'`,
    );
    return rows.length > 0;
  });

/** Prepares the identity schema and every country of the registry. */
export async function prepareAll(administration: Administration): Promise<MigrationReport[]> {
  const { main, roles } = administration;
  const reports = [await prepareSchema(main, identitySchema, roles)];
  for (const country of await registeredPlaces(main)) {
    const admin = administration.of(country);
    const schema = schemaOf(country);
    reports.push(...(await prepareKeysOf(administration, country)));
    reports.push(admin ? await prepareSchema(admin, schema, roles) : { schema, ran: null });
    // A country that was there before the directory was, or before phases were data.
    if (admin && country !== REGION) await writeMechanisms(admin, country);
    if (admin) await writeProgrammePhases(admin, country);
    if (admin && country !== REGION) await markTowns(admin, country);
    if (admin) await deriveWorkList(admin, country);
    if (admin) await deriveSearched(admin, country);
    if (admin) await countAfterMigration(admin, country);
  }
  return reports;
}

/** Codes of the countries of an installation, sorted; none before its first migration. */
export const registeredCountries = async (main: AdminAddress): Promise<string[]> =>
  (await registeredPlaces(main)).filter((code) => code !== REGION);

/** The same, and the region's own place, which is kept like theirs. */
export const registeredPlaces = (main: AdminAddress): Promise<string[]> =>
  asOwner(main, identitySchema, async (client) => {
    const { rows } = await client.query<{ code: string }>('SELECT code FROM country ORDER BY code');
    return rows.map(({ code }) => code);
  });

/** Runs what a schema lacks, as its owner; returns the names. */
export async function runMigrations(admin: AdminAddress, schema: string): Promise<string[]> {
  const source = await ownerDataSource(admin, schema).initialize();
  try {
    const ran = await source.runMigrations();
    await source.query(`SELECT FROM ${migrationsTable} LIMIT 0`);
    return ran.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
