/** Options of every command that goes through the API: where it is, who asks, in which language. */
import { Option, type Command } from 'commander';
import { locales, type Locale } from '../base/locale';
import { help } from './import-words';

/** @param email what is said of the account */
export const connected = (command: Command, email: string, before: Locale): Command =>
  command
    .option('--url <url>', help.url[before], process.env.HANDSOFF_URL ?? 'http://localhost:4000')
    .option('--email <address>', email, process.env.HANDSOFF_EMAIL)
    .addOption(new Option('--language <language>', help.language[before]).choices(locales))
    .addOption(new Option('--locale <language>').choices(locales).hideHelp());
