/** Options of every command that goes through the API: where it is, who asks, in which language. */
import { Option, type Command } from 'commander';
import { locales, type Locale } from '../base/locale';
import { help } from './import-words';

const surroundings = (): { readonly url: string; readonly email?: string } => ({
  url: process.env.HANDSOFF_URL ?? 'http://localhost:4000',
  email: process.env.HANDSOFF_EMAIL,
});

/** What a command was given and another one in the same terminal has to be given again, as its arguments. */
export function repeated({ url, email }: { readonly url: string; readonly email?: string }): string[] {
  const known = surroundings();
  return [
    ...(email === undefined || email === known.email ? [] : ['--email', email]),
    ...(url === known.url ? [] : ['--url', url]),
  ];
}

/** @param email what is said of the account */
export const connected = (command: Command, email: string, before: Locale): Command =>
  command
    .option('--url <url>', help.url[before], surroundings().url)
    .option('--email <address>', email, surroundings().email)
    .addOption(new Option('--language <language>', help.language[before]).choices(locales))
    .addOption(new Option('--locale <language>').choices(locales).hideHelp());
