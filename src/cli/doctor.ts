/** `handsoff doctor`: is the installation as it should be? Looks with the eyes of the run-time roles. */
import type { Command } from 'commander';
import { Client } from 'pg';
import {
  addressOf,
  isBesideAccounts,
  loadAdminConfig,
  loadConfig,
  withDatabase,
  type Config,
  type DatabaseAddress,
} from '../base/config';
import { useEmbedded } from '../installation/embedded/embedded';
import { inspectProfile, inspectSchema, note, ok, wrong, type Finding, type Queryable } from '../installation/inspect';
import { asAdmin } from '../database/connect';
import { inspectPooler } from '../installation/inspect-pooler';
import { inspectSessionCheck } from '../installation/inspect-session-check';
import { appRole, identitySchema, keySchemaOf, regionRole, roleLogin, schemaOf } from '../database/roles';
import { sqlState } from '../base/sqlstate';
import { typeParsers } from '../database/types';
import { explain } from '../database/unready';
import { keyProblems } from '../vault/meet-keys';
import { assertThere } from './administration';
import { Failure, say } from './terminal';

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description(
      'check configuration, secrets, connections, migrations, roles and grants; fails when something is wrong',
    )
    .action(doctor);
}

const marks = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' } as const;

async function doctor(): Promise<void> {
  const config = loadConfig(process.env);
  if (!config.database.main) assertThere(config.dataDir);
  const embedded = config.database.main ? undefined : await useEmbedded(config.dataDir, 'doctor');
  try {
    const findings = await examine(embedded ? withDatabase(config, embedded.address) : config);
    const told = new Map(findings.map((finding) => [`${marks[finding.level]} ${finding.text}`, finding]));
    for (const line of told.keys()) say(line);
    conclude([...told.values()].filter(({ level }) => level === 'wrong'));
  } finally {
    await embedded?.stop();
  }
}

/** @throws Failure where something is wrong */
function conclude(faults: readonly Finding[]): void {
  if (faults.length === 0) return;
  const count = faults.filter(({ migrate }) => migrate).length;
  const which = count === faults.length ? 'mends all of it' : `mends ${count} of them`;
  const how = count > 0 ? ` \`npx handsoff migrate\` ${which}.` : '';
  throw new Failure(`${faults.length} ${faults.length === 1 ? 'thing is' : 'things are'} wrong.${how}`);
}

async function examine(config: Config): Promise<Finding[]> {
  const findings = [ok('the configuration is usable'), ...secretsAtHand()];
  const countries: string[] = [];
  findings.push(
    ...(await asRole(config, addressOf(config, null), appRole(identitySchema), async (db) => {
      countries.push(...(await served(db, config)));
      return [
        ...(await inspectSchema(db, identitySchema)),
        ...(await inspectAccounts(db, config)),
        await inspectBudget(db, config, countries),
      ];
    })),
  );
  // Who does not come in was told why.
  if (countries.length > 0) findings.push(...(await poolerBefore(config, null)));
  for (const country of countries) findings.push(...(await examineCountry(config, country)));
  return findings;
}

const poolerBefore = async (config: Config, country: string | null): Promise<Finding[]> => {
  const role = appRole(country === null ? identitySchema : schemaOf(country));
  try {
    return await inspectPooler(() => connect(config, addressOf(config, country), role));
  } catch (error) {
    return [wrong(explain(role, error as Error).message)];
  }
};

async function examineCountry(config: Config, country: string): Promise<Finding[]> {
  const schema = schemaOf(country);
  const { keys } = config.database;
  const key = config.secrets.countryKeys(country) ? [] : [wrong(`${country}: COUNTRY_KEY_${country} is missing`)];
  return [
    ...key,
    ...(isBesideAccounts(config, country) ? [] : await poolerBefore(config, country)),
    ...(await asRole(config, addressOf(config, country), appRole(schema), async (db) => [
      ...(await inspectSchema(db, schema)),
      ...(await inspectProfile(db, schema)),
      ...(isBesideAccounts(config, country) ? await inspectSessionCheck(db, schema) : []),
    ])),
    ...(await asRole(config, addressOf(config, country), appRole(schema), (db) =>
      keys ? inspectApart(db, config, keys, country) : inspectKeys(db, config, country),
    )),
    ...(await asRole(config, addressOf(config, country), regionRole(schema), () =>
      Promise.resolve([ok(`${schema}: the region's role can connect`)]),
    )),
  ];
}

async function inspectKeys(db: Queryable, { secrets }: Config, country: string, apart?: Queryable): Promise<Finding[]> {
  const given = secrets.countryKeys(country);
  if (!given) return [];
  const problems = await keyProblems(db, country, given, { elsewhere: secrets.givenCountryKeys, apart });
  if (problems.length > 0) return problems.map((problem) => wrong(`${country}: ${problem}`));
  return [ok(`${schemaOf(country)}: its keys are those that its data were sealed with`)];
}

/** Keys that have a server of their own, and whether some still stand beside the data. */
const inspectApart = (db: Queryable, config: Config, keys: DatabaseAddress, country: string): Promise<Finding[]> =>
  asRole(config, keys, appRole(keySchemaOf(country)), async (apart) => {
    await apart.query('SELECT FROM data_key LIMIT 0');
    const { rows } = await db.query<{ beside: number }>('SELECT count(*)::int AS beside FROM data_key');
    const beside = rows[0]?.beside ?? 0;
    const left = `${schemaOf(country)}: ${beside} data keys stand beside the data: \`npx handsoff key move ${country}\` moves them`;
    return [...(await inspectKeys(db, config, country, apart)), ...(beside > 0 ? [note(left)] : [])];
  });

/** What serving has no use for and should not be given. */
function secretsAtHand(): Finding[] {
  const { main, countries, production } = loadAdminConfig(process.env);
  if (!production || (!main && countries.size === 0)) return [];
  return [
    note(
      'an administrator (DATABASE_ADMIN_URL) is in the environment: give it to `handsoff migrate` only, not to what serves',
    ),
  ];
}

async function asRole(
  config: Config,
  address: DatabaseAddress,
  role: string,
  work: (db: Queryable) => Promise<Finding[]>,
): Promise<Finding[]> {
  try {
    const client = await connect(config, address, role);
    return await work(client).finally(() => client.end().catch(() => undefined));
  } catch (error) {
    return [
      wrong((await whyRefused(error as Error, role).catch(() => undefined)) ?? explain(role, error as Error).message),
    ];
  }
}

/** To whoever may not come in the server says no more than that; the administrator of the main one, where it is at hand, knows why. */
async function whyRefused({ code }: Error & { readonly code?: string }, role: string): Promise<string | undefined> {
  const { main, countries } = loadAdminConfig(process.env);
  if (code !== sqlState.wrongPassword || !main || countries.size > 0) return undefined;
  const { rows } = await asAdmin(main, (client) => client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]));
  return rows.length === 0
    ? `${role} is not there: this server was never migrated; run \`npx handsoff migrate\``
    : `${role} has another password: ROLE_SECRET is not the one that \`handsoff migrate\` ran with`;
}

async function connect(config: Config, address: DatabaseAddress, role: string): Promise<Client> {
  const options = { connectionTimeoutMillis: config.database.poolWaitMs, types: typeParsers };
  const client = new Client({ ...address, ...roleLogin(config.secrets.role, role), ...options });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function served(db: Queryable, config: Config): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>('SELECT code FROM country ORDER BY code');
  const wanted = config.database.served;
  return rows.map(({ code }) => code).filter((code) => wanted.length === 0 || wanted.includes(code));
}

async function inspectAccounts(db: Queryable, { production }: Config): Promise<Finding[]> {
  const { rows } = await db.query<{ demo: number }>('SELECT count(*)::int AS demo FROM account WHERE demo');
  if (!rows[0]?.demo) return [];
  return [
    production
      ? wrong('there are demo accounts, whose password is published')
      : note('this is a demo installation: its accounts have a published password'),
  ];
}

/** Pools are lazy, so this is what instances can come to need, of what the server and each role have for all of them. */
async function inspectBudget(db: Queryable, { database }: Config, countries: readonly string[]): Promise<Finding> {
  const { rows } = await db.query<{ max: number; role: number }>(
    `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS max,
            (SELECT rolconnlimit FROM pg_roles WHERE rolname = current_user) AS role`,
  );
  const { max = 0, role = -1 } = rows[0] ?? {};
  const { poolSize, regionPoolSize } = database;
  const here = countries.filter((country) => !database.countries.has(country)).length;
  const needed = poolSize + here * (poolSize + regionPoolSize);
  const fit = Math.floor(Math.min(max / needed, role < 0 ? Infinity : role / Math.max(poolSize, regionPoolSize)));
  const text =
    `an instance opens at most ${needed} connections to the main server, which has ${max}, and ${poolSize} as one role, ` +
    `which may have ${role}: ${fit} can serve beside each other`;
  if (fit >= 2) return ok(text);
  const how = `${text}: raise max_connections and ROLE_CONNECTION_LIMIT, or lower POOL_SIZE and REGION_POOL_SIZE`;
  return fit === 1 ? note(how) : wrong(how);
}
