/** `handsoff country deadline`: how long referrals wait in a country. */
import { Argument, Option, type Command } from 'commander';
import type { Hours } from '../domain/casework/referral/referral.deadlines';
import { DeadlineOf } from '../domain/casework/referral/service-deadline.codes';
import { registeredCountries } from '../installation/administration';
import { setDeadline } from '../installation/service-deadlines';
import { administratorOf, chosen, withAdministration } from './administration';
import { say } from './terminal';

export function deadlineCommand(country: Command, count: (text: string) => number): void {
  const hours = (flags: string, description: string): Option => new Option(flags, description).argParser(count);
  country
    .command('deadline')
    .argument('<code>', 'such as ZA', (text: string) => text.toUpperCase())
    .addArgument(new Argument('<of>', 'of what').choices(DeadlineOf.codes))
    .description('change how long referrals wait; what is left out stays, what was sent keeps its times')
    .addOption(hours('--answer-hours <hours>', 'hours within which they are to be answered'))
    .addOption(hours('--expiry-hours <hours>', 'hours after which they end unanswered'))
    .addOption(hours('--service-hours <hours>', 'hours within which the service is to be given'))
    .action(change);
}

const change = (code: string, of: DeadlineOf, options: Partial<Hours>): Promise<void> =>
  withAdministration('country deadline', async (administration) => {
    chosen(await registeredCountries(administration.main), [code]);
    const now = await setDeadline(administratorOf(administration, code), code, of, options);
    for (const [name, value] of Object.entries(now)) say(`${code} ${of}: ${name} ${value}`);
  });
