/** `handsoff organisation`: the first organisations of a country, whose administrators then add the rest. */
import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Client } from 'pg';
import { asOwner } from '../database/connect';
import { schemaOf } from '../database/roles';
import { OrganisationKind, PartnerRole } from '../domain/organisation/organisation.codes';
import { ServiceCategory } from '../domain/casework/referral.codes';
import { registeredCountries } from '../installation/administration';
import { administratorOf, chosen, withAdministration } from './administration';
import { Failure, nameArgument, say } from './terminal';

interface AddOptions {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly partnerRole?: PartnerRole;
  readonly services: ServiceCategory[];
  readonly sexWorkerLed: boolean;
  readonly province?: string;
}

export function organisationCommands(program: Command): void {
  const organisation = program.command('organisation').description('partner organisations and service providers');
  organisation
    .command('add')
    .argument('<country>', 'its country', (text: string) => text.toUpperCase())
    .description('add an organisation to a country; prints its id')
    .requiredOption('--name <name>', 'name', nameArgument)
    .addOption(new Option('--kind <kind>', 'what it is').choices(OrganisationKind.codes).makeOptionMandatory())
    .addOption(new Option('--partner-role <role>', 'its part in the programme').choices(PartnerRole.codes))
    .option('--services <codes>', `what it can be referred to for: ${ServiceCategory.codes.join(', ')}`, services, [])
    .option('--sex-worker-led', 'sex workers lead it', false)
    .option('--province <code>', 'ISO 3166-2 code of where it works from')
    .action(add);
  organisation
    .command('list')
    .argument('<country>', 'its country', (text: string) => text.toUpperCase())
    .description('the organisations of a country: id, kind, name')
    .action(list);
}

const list = (country: string): Promise<void> =>
  inCountry('organisation list', country, async (client) => {
    const { rows } = await client.query<{ id: string; kind: string; name: string }>(
      'SELECT id, kind, name FROM organisation ORDER BY name, id',
    );
    for (const { id, kind, name } of rows) say(`${id}  ${kind}  ${name}`);
  });

/** As the owner of the country's data. */
const inCountry = (command: string, country: string, work: (client: Client) => Promise<void>): Promise<void> =>
  withAdministration(command, async (administration) => {
    chosen(await registeredCountries(administration.main), [country]);
    await asOwner(administratorOf(administration, country), schemaOf(country), work);
  });

const add = (country: string, options: AddOptions): Promise<void> =>
  inCountry('organisation add', country, async (client) => {
    const id = randomUUID();
    const { rows } = await client.query<{ id: string }>('SELECT id FROM province WHERE code = $1', [
      options.province ?? null,
    ]);
    if (options.province && !rows[0]) throw new Failure(`${country} has no province ${options.province}.`);
    await client.query(
      `INSERT INTO organisation (id, version, created_at, updated_at, name, kind, partner_role, sex_worker_led, services, province_id)
       VALUES ($1, 1, now(), now(), $2, $3, $4, $5, $6, $7)`,
      [
        id,
        options.name,
        options.kind,
        options.partnerRole ?? null,
        options.sexWorkerLed,
        options.services,
        rows[0]?.id ?? null,
      ],
    );
    say(id);
  });

function services(text: string): ServiceCategory[] {
  const given = text.split(',').map((code) => code.trim().toUpperCase());
  const wrong = given.find((code) => !ServiceCategory.codes.includes(code as ServiceCategory));
  if (wrong !== undefined) throw new InvalidArgumentError(`${wrong} is none of ${ServiceCategory.codes.join(', ')}`);
  return given as ServiceCategory[];
}
