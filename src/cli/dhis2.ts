/** `handsoff dhis2`: published tables for a DHIS2, by a mapping that is checked, as files or sent. */
import { Option, type Command } from 'commander';
import { dayIn } from '../base/calendar';
import { REGION_ZONE } from '../base/countries';
import { locales, type Locale } from '../base/locale';
import { periodAt, periodOf, previous } from '../base/period/period';
import { periodTypeCodes, periodTypes } from '../base/period/type';
import '../domain/all';
import { codesOf, declaredIndicators } from '../domain/indicator/dhis2/known';
import { checkMapping, type Findings } from '../exchange/dhis2/check';
import type { Mapping } from '../exchange/dhis2/mapping';
import { formats, type Format } from '../exchange/dhis2/payloads';
import { uncountedPeriod } from '../exchange/dhis2/texts';
import { openClient, type ApiClient } from './api-client';
import { mappingIn, sentPath } from './dhis2-files';
import { look, tell } from './dhis2-look';
import { push } from './dhis2-push';
import { releaseFor, type Release } from './dhis2-release';
import { addressOf, credentials, Dhis2Server } from './dhis2-server';
import { write } from './dhis2-write';
import * as words from './dhis2-words';
import { terminalLocale } from './import-words';
import { Failure, say } from './terminal';

interface Options {
  readonly url: string;
  readonly email?: string;
  readonly language?: Locale;
  readonly period?: readonly string[];
  readonly release?: string;
}

interface Written extends Options {
  readonly period: readonly string[];
  readonly format: Format;
  readonly sent?: string;
}

/** Before it is known who somebody is, the terminal's language counts. */
const before = terminalLocale() ?? 'en';
const about = (of: keyof typeof words.help): string => words.help[of][before];

export function dhis2Commands(program: Command): void {
  const command = program.command('dhis2').description(about('command'));
  const added = (name: 'check' | 'write' | 'push'): Command =>
    command
      .command(name)
      .argument('<mapping>', about('mapping'))
      .description(about(name))
      .option('--url <url>', about('url'), process.env.HANDSOFF_URL ?? 'http://localhost:4000')
      .option('--email <address>', about('email'), process.env.HANDSOFF_EMAIL)
      .option('--release <id>', about('release'))
      .addOption(new Option('--language <language>', about('language')).choices(locales));
  const format = new Option('--format <format>', about('format')).choices(formats).default('json');
  added('check')
    .option('--period <names...>', about('period'))
    .option('--offline', about('offline'), false)
    .action(check);
  added('write')
    .requiredOption('--period <names...>', about('period'))
    .addOption(format)
    .requiredOption('--out <folder>', about('out'))
    .option('--sent <file>', about('sent'))
    .action(writeFiles);
  added('push')
    .requiredOption('--period <names...>', about('period'))
    .requiredOption('--to <url>', about('to'))
    .addOption(format)
    .option('--dry-run', about('dryRun'), false)
    .option('--sent <file>', about('sent'))
    .action(send);
}

const spoken = ({ language }: Options): Locale => language ?? before;

const clientOf = ({ url, email, language }: Options): Promise<ApiClient> =>
  openClient(url, email, { asked: language, before });

const releaseOf = async (
  client: ApiClient,
  mapping: Mapping,
  { release: id }: Options,
  to: string | null,
): Promise<Release | null> => (id === undefined ? null : releaseFor(client, mapping, { id, to }));

/** @throws Failure for what is no period here; whether a data set takes it is checked later */
function named(periods: readonly string[], locale: Locale): readonly string[] {
  const wrong = periods.find((name) => !periodOf(name));
  if (wrong !== undefined) throw new Failure(uncountedPeriod(wrong)[locale]);
  return [...new Set(periods)];
}

async function check(path: string, options: Options & { readonly offline: boolean }): Promise<void> {
  const mapping = await mappingIn(path, spoken(options));
  if (options.offline) {
    const known = { indicators: declaredIndicators(), codesOf, published: null };
    return report(path, checkMapping(mapping, known), spoken(options), true);
  }
  const client = await clientOf(options);
  const periods = options.period ? named(options.period, client.locale) : lastOf(mapping);
  const release = await releaseOf(client, mapping, options, null);
  report(path, (await look(client, mapping, { periods, release })).findings, client.locale, false);
}

function report(path: string, findings: Findings, locale: Locale, isOffline: boolean): void {
  tell(findings, locale);
  if (isOffline) say(words.notAsked[locale]);
  say((findings.faults.length === 0 ? words.whole(path) : words.faulty(findings.faults.length))[locale]);
  if (findings.faults.length > 0) process.exitCode = 2;
}

/** The last period of each kind that is over. */
function lastOf({ dataSets }: Mapping): readonly string[] {
  const types = new Set(dataSets.map(({ periodType }) => periodType));
  return periodTypeCodes
    .filter((code) => types.has(periodTypes[code].dhis2))
    .flatMap((code) => {
      const running = periodAt(dayIn(REGION_ZONE), code);
      return (running && previous(running)?.name) ?? [];
    });
}

async function writeFiles(path: string, options: Written & { readonly out: string }): Promise<void> {
  const mapping = await mappingIn(path, spoken(options));
  const client = await clientOf(options);
  const periods = named(options.period, client.locale);
  await write(client, mapping, { ...options, periods, release: await releaseOf(client, mapping, options, null) });
}

async function send(path: string, options: Written & { readonly to: string; readonly dryRun: boolean }): Promise<void> {
  const locale = spoken(options);
  const mapping = await mappingIn(path, locale);
  const [address, authorization] = [addressOf(options.to, locale), credentials(locale)];
  const client = await clientOf(options);
  const server = new Dhis2Server(address, authorization, client.locale);
  const periods = named(options.period, client.locale);
  const release = await releaseOf(client, mapping, options, address);
  const asked = { ...options, periods, release, sentPath: sentPath(path, options.sent, release) };
  if (!(await push(client, server, mapping, asked))) process.exitCode = 2;
}
