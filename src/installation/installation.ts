/** An installation as a whole: the identity schema, its first signing key, its countries. Repeating it is harmless. */
import { ensureSigningKey } from '../identity/signing-keys';
import type { AdminAddress } from '../base/config';
import {
  checkAdministrators,
  isFounded,
  prepareAll,
  prepareKeysOf,
  prepareSchema,
  registeredCountries,
  registeredPlaces,
  type Administration,
} from './administration';
import { asOwner } from '../database/connect';
import type { MigrationReport } from '../database/migrations';
import {
  checkDefinition,
  DefinitionError,
  knownCountry,
  programmeCountries,
  type CountryDefinition,
} from './country-definition';
import { writeMechanisms } from './mechanisms';
import { writeProgrammePhases } from './programme-phases';
import { writeReferenceData } from './reference-data';
import { prepareRegion } from './region';
import { REGION } from '../base/countries';
import { identitySchema, schemaOf } from '../database/roles';

/**
 * Migrates everything, once all administrators were found to be able to. A new installation begins with the programme's
 * countries, or with those of `wanted`; interrupted, it goes on where it stopped.
 * @param mayLack whether countries are left out whose administrator is not known
 */
export async function prepareInstallation(
  administration: Administration,
  wanted: readonly string[] = [],
  mayLack = true,
): Promise<MigrationReport[]> {
  const { main } = administration;
  const registered = (await isFounded(main)) ? await registeredPlaces(main) : [];
  const definitions = registered.length > 0 ? [] : (wanted.length > 0 ? wanted : programmeCountries).map(definitionOf);
  await checkAdministrators(
    administration,
    [...new Set([...registered, ...definitions.map(({ country: { code } }) => code), REGION])],
    mayLack,
  );
  const reports = await prepareAll(administration);
  await asOwner(main, identitySchema, (client) => ensureSigningKey(client, administration.tokenSecrets));
  for (const definition of definitions) reports.push(await prepareCountry(administration, definition));
  // All at once: what is registered is there, and what is not is made when this is run again.
  if (definitions.length > 0) await register(main, definitions);
  const region = registered.includes(REGION) ? null : await prepareRegion(administration);
  return region ? [...reports, region] : reports;
}

function definitionOf(code: string): CountryDefinition {
  const known = knownCountry(code);
  if (known) return known;
  throw new DefinitionError(`Nothing is known of ${code}: add it with \`handsoff country add ${code} …\``);
}

/** Adds a country: roles, schema, migrations, grants, its profile and places; at last the entry that running instances see. */
export async function addCountry(
  administration: Administration,
  definition: CountryDefinition,
  beforeItIsSeen: () => void = () => undefined,
): Promise<MigrationReport> {
  checkDefinition(definition);
  const { code } = definition.country;
  if ((await registeredCountries(administration.main)).includes(code))
    throw new DefinitionError(`${code} is there already`);
  const report = await prepareCountry(administration, definition);
  beforeItIsSeen();
  await register(administration.main, [definition]);
  return report;
}

async function prepareCountry(administration: Administration, definition: CountryDefinition): Promise<MigrationReport> {
  const { code } = definition.country;
  const admin = administration.of(code);
  if (!admin)
    throw new DefinitionError(
      `${code} has a DATABASE_URL_${code}: its administrator is needed too, as DATABASE_ADMIN_URL_${code}`,
    );
  await prepareKeysOf(administration, code);
  const report = await prepareSchema(admin, schemaOf(code), administration.roles);
  await writeReferenceData(admin, definition);
  await writeMechanisms(admin, code);
  await writeProgrammePhases(admin, code);
  return report;
}

const register = (main: AdminAddress, definitions: readonly CountryDefinition[]): Promise<void> =>
  asOwner(main, identitySchema, async (client) => {
    const countries = definitions.map(({ country }) => country);
    await client.query(
      'INSERT INTO country (code, name_en, name_pt) SELECT * FROM unnest($1::text[], $2::text[], $3::text[])',
      [countries.map(({ code }) => code), countries.map(({ name }) => name.en), countries.map(({ name }) => name.pt)],
    );
  });
