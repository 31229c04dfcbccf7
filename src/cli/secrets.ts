/** `handsoff secrets`: every secret of a new production installation, as lines for an environment file. */
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { keyName, newCountryKey } from '../base/config/key-folder';
import { secretKeys } from '../base/config/keys';
import { programmeCountries } from '../installation/country-definition';
import { say } from './terminal';

export function secretsCommand(program: Command): void {
  program
    .command('secrets')
    .description(
      'print new secrets for a production installation, such as for `.env`; keep them, nobody can make them again',
    )
    .option('--countries <codes>', 'countries that need a key', programmeCountries.join(','))
    .action(({ countries }: { countries: string }) => {
      for (const name of ['POSTGRES_PASSWORD', ...Object.keys(secretKeys)])
        say(`${name}=${randomBytes(36).toString('base64url')}`);
      for (const code of countries.split(',')) say(`${keyName(code.trim().toUpperCase())}=${newCountryKey()}`);
    });
}
