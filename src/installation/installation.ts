/** An installation as a whole: the identity schema, its first signing key, its countries. Repeating it is harmless. */
import { ensureSigningKey } from '../identity/signing-keys';
import {
  prepareAll,
  prepareSchema,
  registeredCountries,
  type Administration,
  type MigrationReport,
} from './administration';
import { asOwner } from '../database/connect';
import {
  checkDefinition,
  DefinitionError,
  knownCountry,
  programmeCountries,
  type CountryDefinition,
} from './country-definition';
import { writeReferenceData } from './reference-data';
import { identitySchema, schemaOf } from '../database/roles';

/** Migrates everything. A new installation begins with the programme's countries, or with those of `wanted`. */
export async function prepareInstallation(
  administration: Administration,
  wanted: readonly string[] = [],
): Promise<MigrationReport[]> {
  const reports = await prepareAll(administration);
  await asOwner(administration.main, identitySchema, (client) => ensureSigningKey(client, administration.tokenSecrets));
  if ((await registeredCountries(administration.main)).length > 0) return reports;
  for (const code of wanted.length > 0 ? wanted : programmeCountries) {
    const known = knownCountry(code);
    if (!known)
      throw new DefinitionError(`Nothing is known of ${code}: add it with \`handsoff country add ${code} …\``);
    reports.push(await addCountry(administration, known));
  }
  return reports;
}

/** Adds a country: roles, schema, migrations, grants, its profile and places; at last the entry that running instances see. */
export async function addCountry(
  administration: Administration,
  definition: CountryDefinition,
): Promise<MigrationReport> {
  checkDefinition(definition);
  const { code, name } = definition.country;
  if ((await registeredCountries(administration.main)).includes(code))
    throw new DefinitionError(`${code} is there already`);
  const admin = administration.of(code);
  if (!admin)
    throw new DefinitionError(
      `${code} has a DATABASE_URL_${code}: its administrator is needed too, as DATABASE_ADMIN_URL_${code}`,
    );
  const report = await prepareSchema(admin, schemaOf(code), administration.roles);
  await writeReferenceData(admin, definition);
  await asOwner(administration.main, identitySchema, (client) =>
    client.query('INSERT INTO country (code, name_en, name_pt) VALUES ($1, $2, $3)', [code, name.en, name.pt]),
  );
  return report;
}
