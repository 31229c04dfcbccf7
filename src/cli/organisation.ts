/** `handsoff organisation`: the first organisations of a country, whose administrators then add the rest. */
import { randomUUID } from 'node:crypto';
import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Client } from 'pg';
import { asOwner } from '../database/connect';
import { schemaOf } from '../database/roles';
import { OrganisationKind, PartnerRole } from '../domain/organisation/organisation.codes';
import { tellingAsWritten } from '../domain/casework/letter/referral-letter.words';
import { ServiceCategory } from '../domain/casework/referral/referral.codes';
import { registeredCountries } from '../installation/administration';
import { administratorOf, chosen, withAdministration } from './administration';
import { storedText } from '../writing/input';
import { Failure, nameArgument, say } from './terminal';

interface AddOptions {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly partnerRole?: PartnerRole;
  readonly services: ServiceCategory[];
  readonly sexWorkerLed: boolean;
  readonly province?: string;
}

/** What letters say of an organisation, by its column. */
const letterColumns = {
  letterName: 'letter_name',
  place: 'place',
  hours: 'hours',
  workTelephone: 'work_telephone',
} as const;
type LetterOptions = { readonly [K in keyof typeof letterColumns]?: string };

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
    .option('--province <code>', 'ISO 3166-2 code of where it works from');
  withLetterOptions(organisation.commands.at(-1) as Command).action(add);
  const set = organisation
    .command('set')
    .argument('<country>', 'its country', (text: string) => text.toUpperCase())
    .argument('<id>', 'its id, as `list` prints it')
    .description('what letters of referral say of an organisation; an empty text takes it away');
  withLetterOptions(set).action(setLetter);
  organisation
    .command('list')
    .argument('<country>', 'its country', (text: string) => text.toUpperCase())
    .description('the organisations of a country: id, kind, name')
    .action(list);
}

const withLetterOptions = (command: Command): Command =>
  command
    .option('--letter-name <name>', 'name in letters, where its own tells what it does or for whom', letterText)
    .option('--place <text>', 'where to go', letterText)
    .option('--hours <text>', 'when somebody is there', letterText)
    .option('--work-telephone <number>', 'telephone of its office', letterText);

function letterText(given: string): string {
  const text = storedText(given);
  const word = tellingAsWritten(text);
  if (word !== undefined) throw new InvalidArgumentError(`“${word}” tells whoever finds a letter too much.`);
  if (text.length > 200) throw new InvalidArgumentError('At most 200 characters are allowed.');
  return text;
}

const setLetter = (country: string, id: string, options: LetterOptions): Promise<void> =>
  inCountry('organisation set', country, (client) => putLetter(client, country, id, options));

/** Leaves what is not told as it is. */
async function putLetter(client: Client, country: string, id: string, options: LetterOptions): Promise<void> {
  const given = Object.entries(letterColumns).filter(([name]) => options[name as keyof LetterOptions] !== undefined);
  if (given.length === 0) return;
  const set = given.map(([, column], at) => `${column} = nullif($${at + 2}, '')`).join(', ');
  const values = given.map(([name]) => options[name as keyof LetterOptions]);
  const { rowCount } = await client.query(
    `UPDATE organisation SET ${set}, version = version + 1, updated_at = now() WHERE id::text = $1`,
    [id, ...values],
  );
  if (rowCount === 0) throw new Failure(`${country} has no organisation ${id}.`);
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

const add = (country: string, options: AddOptions & LetterOptions): Promise<void> =>
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
    await putLetter(client, country, id, options);
    say(id);
  });

function services(text: string): ServiceCategory[] {
  const given = text.split(',').map((code) => code.trim().toUpperCase());
  const wrong = given.find((code) => !ServiceCategory.codes.includes(code as ServiceCategory));
  if (wrong !== undefined) throw new InvalidArgumentError(`${wrong} is none of ${ServiceCategory.codes.join(', ')}`);
  return given as ServiceCategory[];
}
