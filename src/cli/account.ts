/** `handsoff account`: people's ways in. Nobody chooses another's password: it is generated, shown once, good once. */
import { REGION } from '../base/countries';
import { sqlState } from '../base/sqlstate';
import { randomUUID } from 'node:crypto';
import { Option, type Command } from 'commander';
import type { Client } from 'pg';
import { registeredCountries, type Administration } from '../installation/administration';
import { asOwner } from '../database/connect';
import { identitySchema, schemaOf } from '../database/roles';
import {
  createAccount,
  disableAccount,
  enableAccount,
  removeSecondFactor,
  resetPassword,
  type OneTimePassword,
} from '../identity/account.service';
import { locales, type Locale } from '../base/locale';
import { roles, type Role } from '../policy/role';
import { scopesOfRole } from '../policy/rights';
import { enrolRegion, worksForRegion } from '../installation/region';
import { administratorOf, withAdministration } from './administration';
import { Failure, nameArgument, say } from './terminal';

interface CreateOptions {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly country?: string;
  readonly organisation?: string;
  readonly locale?: Locale;
}

export function accountCommands(program: Command): void {
  const account = program.command('account').description('accounts of people and services');
  account
    .command('create')
    .description('make an account; prints a password that is good for one sign-in')
    .requiredOption('--email <address>', 'what the person signs in with')
    .requiredOption('--name <name>', 'name that colleagues know', nameArgument)
    .addOption(new Option('--role <role>', 'role').choices(roles.map(spoken)).makeOptionMandatory())
    .option('--country <code>', 'country, unless the role is the region’s', (text: string) => text.toUpperCase())
    .option('--organisation <name>', 'organisation of the country, by name or id')
    .addOption(new Option('--locale <language>', 'language of messages; by default the country’s').choices(locales))
    .action((options: CreateOptions) =>
      create({ ...options, role: roles.find((role) => spoken(role) === options.role) as Role }),
    );
  onAccount(account, 'reset-password', 'a new one-time password; ends the sessions', resetPassword, tell);
  onAccount(account, 'remove-second-factor', 'for somebody who lost device and recovery codes', removeSecondFactor);
  onAccount(account, 'disable', 'end the sessions and let nobody in', disableAccount);
  onAccount(account, 'enable', 'let a disabled account sign in again', enableAccount);
}

const spoken = (role: string): string => role.toLowerCase().replaceAll('_', '-');

function onAccount<T>(
  account: Command,
  name: string,
  description: string,
  work: (client: Client, email: string) => Promise<T>,
  told: (result: T & object) => void = () => say('Done.'),
): void {
  account
    .command(name)
    .argument('<email>')
    .description(description)
    .action((email: string) =>
      withAdministration(`account ${name}`, async ({ main }) => {
        const result = await asOwner(main, identitySchema, (client) => work(client, email));
        if (!result) throw new Failure(`There is no account ${email}.`);
        told(result);
      }),
    );
}

const create = (options: CreateOptions): Promise<void> =>
  withAdministration('account create', async (administration) => {
    const country = await checkCountry(administration, options);
    const id = randomUUID();
    const organisationId = country ? await enrol(administration, country, id, options) : null;
    const { email, name, role } = options;
    const locale = options.locale ?? (country ? await localeOf(administration, country) : 'en');
    try {
      const password = await asOwner(administration.main, identitySchema, (client) =>
        createAccount(client, { id, email, name, role, country, organisationId, locale }),
      );
      await enrolOfRegion(administration, role);
      tell(password);
    } catch (error) {
      if (country)
        await inCountry(administration, country, (client) =>
          client.query('DELETE FROM staff_member WHERE id = $1', [id]),
        );
      throw (error as { code?: string }).code === sqlState.uniqueViolation
        ? new Failure(`${email} has an account already.`)
        : error;
    }
  });

/** Who works for the region itself does so in its own place. */
async function enrolOfRegion(administration: Administration, role: Role): Promise<void> {
  if (worksForRegion(role)) await enrolRegion(administration.main, administratorOf(administration, REGION));
}

/** The language of the country's people. */
async function localeOf(administration: Administration, country: string): Promise<Locale> {
  const { rows } = await inCountry(administration, country, (client) =>
    client.query<{ locale: Locale }>('SELECT lower(default_locale) AS locale FROM country'),
  );
  return rows[0]?.locale ?? 'en';
}

const tell = ({ password, validDays }: OneTimePassword): void => {
  say(`One-time password, shown only now: ${password}`);
  say(`Good for ${validDays} days and one sign-in, at which it is replaced.`);
};

async function checkCountry(
  administration: Administration,
  { role, country, organisation }: CreateOptions,
): Promise<string | null> {
  const scopes = scopesOfRole(role);
  if (scopes.has('region')) {
    if (country || organisation)
      throw new Failure(`${spoken(role)} is a role of the region: leave out country and organisation.`);
    return null;
  }
  const countries = await registeredCountries(administration.main);
  if (!country || !countries.includes(country))
    throw new Failure(`Give a country with --country: ${countries.join(', ')}.`);
  if (!organisation && (scopes.has('organisation') || scopes.has('referred'))) {
    throw new Failure(`${spoken(role)} sees what is their organisation’s: give one with --organisation.`);
  }
  return country;
}

/** The working identity of the account inside its country; returns the organisation's id. */
const enrol = (
  administration: Administration,
  country: string,
  id: string,
  options: CreateOptions,
): Promise<string | null> =>
  inCountry(administration, country, async (client) => {
    const organisationId = options.organisation ? await findOrganisation(client, options.organisation) : null;
    await client.query(
      `INSERT INTO staff_member (id, version, created_at, updated_at, name, role, active, organisation_id)
       VALUES ($1, 1, now(), now(), $2, $3, true, $4)`,
      [id, options.name, options.role, organisationId],
    );
    return organisationId;
  });

async function findOrganisation(client: Client, wanted: string): Promise<string> {
  const { rows } = await client.query<{ id: string; name: string }>('SELECT id, name FROM organisation ORDER BY name');
  const found = rows.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase());
  if (found.length === 1 && found[0]) return found[0].id;
  const names = rows.map(({ id, name }) => `  ${id}  ${name}`).join('\n');
  throw new Failure(
    `"${wanted}" is not one organisation of the country. It has:\n${names || '  none; add one with `handsoff organisation add`'}`,
  );
}

function inCountry<T>(
  administration: Administration,
  country: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const admin = administration.of(country);
  if (!admin) throw new Failure(`${country} is elsewhere: DATABASE_ADMIN_URL_${country} is needed.`);
  return asOwner(admin, schemaOf(country), work);
}
