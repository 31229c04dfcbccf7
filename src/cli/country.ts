/** `handsoff country`: adding a country is data. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { registeredCountries, type Administration } from '../installation/administration';
import { asOwner } from '../database/connect';
import {
  knownCountry,
  readDefinition,
  type CountryDefinition,
  type CountryProfile,
  type CountrySettings,
} from '../installation/country-definition';
import { setCountry } from '../installation/country-settings';
import { addCountry } from '../installation/installation';
import { schemaOf } from '../database/roles';
import { CrossBorderRule, CrossOrganisationSharing } from '../model/country.codes';
import { ReleasePeriod, ReleasePlace } from '../domain/country/release-profile.codes';
import { locales, type Locale } from '../base/locale';
import { keyName } from '../base/config/key-folder';
import { administratorOf, chosen, withAdministration } from './administration';
import { deadlineCommand } from './country-deadline';
import { Failure, say } from './terminal';

interface AddOptions extends Partial<CountrySettings> {
  readonly name?: string;
  readonly namePt?: string;
  readonly locale?: Locale;
  readonly timezone?: string;
  readonly crossBorderRule?: CrossBorderRule;
  readonly identityVault: boolean;
  readonly caseSharing?: boolean;
  readonly releasePeriod?: ReleasePeriod;
  readonly releasePlace?: ReleasePlace;
  readonly releaseK?: number;
  readonly releaseL?: number;
  readonly places?: string;
}

export function countryCommands(program: Command): void {
  const country = program.command('country').description('the countries of the installation');
  const added = country
    .command('add')
    .argument('<code>', 'ISO 3166-1 alpha-2, such as NA', (text: string) => text.toUpperCase())
    .description('add a country: schema, roles, rights, migrations, places; running instances take it up by themselves')
    .option('--name <name>', 'name in English')
    .option('--name-pt <name>', 'name in Portuguese (default: the English one)')
    .addOption(new Option('--locale <language>', 'language of its people').choices(locales))
    .option('--timezone <name>', 'IANA name, such as Africa/Windhoek')
    .addOption(
      new Option('--cross-border-rule <rule>', 'what its law asks of transfers').choices(CrossBorderRule.codes),
    )
    .option('--no-identity-vault', 'survivors are recorded by code only')
    .option('--case-sharing', 'share de-identified cases with the region')
    .addOption(
      new Option('--release-period <period>', 'the finest period of which it gives the region anything').choices(
        ReleasePeriod.codes,
      ),
    )
    .addOption(new Option('--release-place <place>', 'the smallest place of which it does').choices(ReleasePlace.codes))
    .option('--release-k <people>', 'people who look alike in what it gives, at least', count)
    .option('--release-l <kinds>', 'kinds of violence and of perpetrators among them, at least', count)
    .option('--places <file>', 'JSON with provinces and districts (default: what seeds/places knows)')
    .action(add);
  const set = country
    .command('set')
    .argument('<code>', 'such as ZA', (text: string) => text.toUpperCase())
    .description('change settings of a country that is there; what is left out stays, what has begun keeps its time')
    .action(change);
  [added, set].forEach(settings);
  deadlineCommand(country, count);
  country.command('list').description('list the countries').action(list);
}

/** What is set when a country is added, and can be changed later. Where it is added: what seeds/places knows, else what is most careful. */
const settings = (command: Command): Command =>
  command
    .option('--breach-hours <hours>', 'hours to notify a breach', count)
    .option('--retention-months <months>', 'months that a closed case is kept', count)
    .addOption(
      new Option('--cross-organisation-sharing <what>', 'what of a case one organisation lets another know').choices(
        CrossOrganisationSharing.codes,
      ),
    )
    .option('--draft-days <days>', 'days that a draft is kept unless it is registered', count)
    .option('--imported-draft-days <days>', 'days that an imported draft is kept', count)
    .option('--transfer-days <days>', 'days that a transfer of a case waits for an answer', count)
    .option('--high-risk-transfer-hours <hours>', 'hours that it waits where the risk is high', count)
    .option('--high-risk-follow-up-hours <hours>', 'hours between follow-ups of a case at high risk', count)
    .option('--medium-risk-follow-up-days <days>', 'days between follow-ups at medium risk', count)
    .option('--low-risk-follow-up-days <days>', 'days between follow-ups at low risk', count)
    .option(
      '--psychosocial-follow-up-days <days>',
      'days to follow psychosocial care up after its first session',
      count,
    )
    .option('--psychosocial-repeat-days <days>', 'days between later follow-ups of it', count)
    .option('--directory-days <days>', 'days that an entry of the service directory holds unconfirmed', count)
    .option('--emergency-directory-days <days>', 'days that one of emergency response does', count)
    .option('--alert-acknowledge-minutes <minutes>', 'minutes to acknowledge an emergency alert', count)
    .option('--alert-town-minutes <minutes>', 'minutes from then until somebody is on site, in towns', count)
    .option('--alert-elsewhere-minutes <minutes>', 'the same elsewhere', count)
    .option('--alert-place-hours <hours>', 'hours that the place of an alert is kept after its end', count)
    .option('--alert-place-most-hours <hours>', 'hours that it is kept at most', count)
    .option('--alert-number-hours <hours>', 'hours that its telephone number is kept without a case', count)
    .option('--participant-months <months>', 'months that named participants of trainings are kept', count)
    .option(
      '--conduct-months <months>',
      'months that breaches of a code of conduct are kept after the decision',
      count,
    );

const change = (code: string, options: Partial<CountrySettings>): Promise<void> =>
  withAdministration('country set', async (administration) => {
    chosen(await registeredCountries(administration.main), [code]);
    const now = await setCountry(administratorOf(administration, code), code, options);
    for (const [name, value] of Object.entries(now)) say(`${code}: ${name} ${value ?? 'none'}`);
  });

async function add(code: string, options: AddOptions): Promise<void> {
  const definition = describe(code, options);
  await withAdministration('country add', async (administration, { secrets: { folder }, production }) => {
    let made = false;
    // A country without its key is left out: it has one before anybody looks for it.
    const { ran } = await addCountry(administration, definition, () => (made = folder?.make(code) ?? false));
    say(`${code}: added (${definition.provinces.length} provinces, ${ran?.length ?? 0} migrations).`);
    if (made) say(`Its key is ${folder?.file(code)}: keep a copy where the backups are not.`);
    say(
      production && !folder
        ? `Give the API its key, ${keyName(code)}, and start it again; or put keys into a folder (COUNTRY_KEYS_DIR).`
        : `Running instances serve ${code} within seconds.`,
    );
  });
}

/** What the options say, then what the project knows of the country, then what is most careful. */
function describe(code: string, options: AddOptions): CountryDefinition {
  const known = knownCountry(code);
  const places = options.places ? readDefinition(options.places) : known;
  if (!places)
    throw new Failure(
      `Nothing is known of the places of ${code}: give them with --places (seeds/places has examples).`,
    );
  const name = options.name ?? known?.country.name.en;
  if (!name) throw new Failure('Give a name with --name.');
  const country: CountryProfile = {
    code,
    name: { en: name, pt: options.namePt ?? known?.country.name.pt ?? name },
    defaultLocale: options.locale ?? known?.country.defaultLocale ?? 'en',
    timezone: options.timezone ?? known?.country.timezone ?? '',
    breachHours: options.breachHours ?? known?.country.breachHours ?? null,
    retentionMonths: options.retentionMonths ?? known?.country.retentionMonths ?? 60,
    crossBorderRule: options.crossBorderRule ?? known?.country.crossBorderRule ?? 'PROHIBITED',
    identityVault: options.identityVault && (known?.country.identityVault ?? true),
    caseSharing: options.caseSharing ?? known?.country.caseSharing ?? false,
    releasePeriod: options.releasePeriod ?? known?.country.releasePeriod ?? 'HALF_YEAR',
    releasePlace: options.releasePlace ?? known?.country.releasePlace ?? 'PROVINCE',
    ...usual(carefulRelease, options, known?.country),
    crossOrganisationSharing: options.crossOrganisationSharing ?? known?.country.crossOrganisationSharing ?? 'NONE',
    draftDays: options.draftDays ?? known?.country.draftDays ?? 14,
    importedDraftDays: options.importedDraftDays ?? known?.country.importedDraftDays ?? 90,
    transferDays: options.transferDays ?? known?.country.transferDays ?? 7,
    highRiskTransferHours: options.highRiskTransferHours ?? known?.country.highRiskTransferHours ?? 48,
    ...usual(usualFollowUpTimes, options, known?.country),
    directoryDays: options.directoryDays ?? known?.country.directoryDays ?? 90,
    emergencyDirectoryDays: options.emergencyDirectoryDays ?? known?.country.emergencyDirectoryDays ?? 30,
    ...usual(carefulAlertTimes, options, known?.country),
    participantMonths: options.participantMonths ?? known?.country.participantMonths ?? 24,
    conductMonths: options.conductMonths ?? known?.country.conductMonths ?? 24,
  };
  return { country, provinces: places.provinces };
}

const usualFollowUpTimes = {
  highRiskFollowUpHours: 48,
  mediumRiskFollowUpDays: 7,
  lowRiskFollowUpDays: 30,
  psychosocialFollowUpDays: 14,
  psychosocialRepeatDays: 30,
  psychosocialSessions: 6,
} as const;

/** Where somebody was in danger is kept no longer than where the rules are strictest. */
const carefulAlertTimes = {
  alertAcknowledgeMinutes: 15,
  alertTownMinutes: 60,
  alertElsewhereMinutes: 180,
  alertPlaceHours: 72,
  alertPlaceMostHours: 72,
  alertNumberHours: 24,
} as const;

/** As many have to look alike as where few people are seen. */
const carefulRelease = { releaseK: 10, releaseL: 2 } as const;

type Times<T> = { readonly [K in keyof T]: number };

function usual<T extends Readonly<Record<string, number>>>(
  times: T,
  options: Partial<Times<T>>,
  known: Partial<Times<T>> = {},
): Times<T> {
  const names = Object.keys(times) as (keyof T)[];
  return Object.fromEntries(names.map((name) => [name, options[name] ?? known[name] ?? times[name]])) as Times<T>;
}

const list = (): Promise<void> =>
  withAdministration('country list', async (administration) => {
    for (const code of await registeredCountries(administration.main)) say(await describeLine(administration, code));
  });

async function describeLine(administration: Administration, code: string): Promise<string> {
  const admin = administration.of(code);
  if (!admin) return `${code}  elsewhere (DATABASE_ADMIN_URL_${code} is missing)`;
  const { rows } = await asOwner(admin, schemaOf(code), (client) =>
    client.query<{ name: string; sharing: boolean; vault: boolean }>(
      'SELECT name_en AS name, case_sharing AS sharing, identity_vault AS vault FROM country',
    ),
  );
  const [{ name, sharing, vault } = { name: '', sharing: false, vault: false }] = rows;
  return `${code}  ${name}  ${sharing ? 'shares' : 'does not share'} cases with the region; survivors ${vault ? 'by name' : 'by code only'}`;
}

function count(text: string): number {
  const number = Number(text);
  if (/^[0-9]+$/.test(text) && Number.isSafeInteger(number) && number >= 1) return number;
  throw new InvalidArgumentError('a whole number from 1 is needed');
}
