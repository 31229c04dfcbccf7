/**
 * A database in which the same work costs the same on every day and every machine, and whose server says what each
 * statement touches: the demo data under fixed keys, without dates that pass, every table and index written anew. On a
 * server of its own: what others do in their databases has a server forget catalogues, and decides what it tidies when.
 */
import { createHash } from 'node:crypto';
import { loadAdminConfig } from '../../src/base/config';
import { administrationOf, registeredCountries } from '../../src/installation/administration';
import { asAdmin, quote } from '../../src/database/connect';
import { schemaOf } from '../../src/database/roles';
import { makeDemoData } from '../../src/cli/prepare';
import { END } from '../../seeds/demo/calendar';
import { startTestCluster } from './cluster';
import { freshDatabase, type TestDatabase } from './database';

export async function measuredDatabase(): Promise<TestDatabase> {
  const cluster = await startTestCluster();
  const empty = await freshDatabase('migrated', cluster);
  const countries = await registeredCountries(empty.admin);
  const database = { ...empty, env: { ...empty.env, ...fixedKeys(countries) }, drop: cluster.stop };
  const config = loadAdminConfig(database.env);
  if (config.main)
    await makeDemoData(administrationOf(config, config.main), config, { scale: 1, log: () => undefined });
  await asAdmin(database.admin, async (client) => {
    for (const country of countries) await client.query(withoutEnd(schemaOf(country)));
    await client.query('VACUUM FULL');
    await client.query('VACUUM ANALYZE');
    for (const [name, value] of explaining)
      await client.query(`ALTER DATABASE ${quote(database.name)} SET ${name} = '${value}'`);
  });
  return database;
}

/** Pseudonyms are made with a country's key, and records of one moment are listed by them. */
const fixedKeys = (countries: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    countries.map((code) => [`COUNTRY_KEY_${code}`, createHash('sha256').update(code).digest('base64')]),
  );

/** What a referral shares is open for as long as the consent to it stands: here, for ever or no longer. */
const withoutEnd = (schema: string): string =>
  `UPDATE ${quote(schema)}.referral SET consent_valid_until = NULL
   WHERE consent_valid_until > '${new Date(END).toISOString()}'`;

/** Each connection is told, as a notice, the plan of every statement that it ran, with what was touched. */
const explaining = Object.entries({
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
  'auto_explain.log_parameter_max_length': '0',
});
