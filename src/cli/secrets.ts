/** `handsoff secrets`: every secret of a production installation, as lines for an environment file. */
import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Command } from 'commander';
import { keyName, newCountryKey } from '../base/config/key-folder';
import { secretKeys } from '../base/config/keys';
import { REGION } from '../base/countries';
import { programmeCountries } from '../installation/country-definition';
import { say } from './terminal';

export function secretsCommand(program: Command): void {
  program
    .command('secrets')
    .argument('[file]', 'such as .env: gets what it lacks, and keeps what it has (default: print them all)')
    .description('make the secrets of a production installation; keep them, nobody can make them again')
    .option(
      '--countries <codes>',
      'countries that need a key, and the region’s own place',
      [...programmeCountries, REGION].join(','),
    )
    .action((file: string | undefined, { countries }: { countries: string }) => {
      const secrets = newSecrets(countries.split(',').map((code) => code.trim().toUpperCase()));
      if (file === undefined) for (const [name, value] of secrets) say(`${name}=${value}`);
      else complete(file, secrets);
    });
}

function newSecrets(countries: readonly string[]): Map<string, string> {
  const random = ['POSTGRES_PASSWORD', ...Object.keys(secretKeys)].map(
    (name) => [name, randomBytes(36).toString('base64url')] as const,
  );
  return new Map([...random, ...countries.map((code) => [keyName(code), newCountryKey()] as const)]);
}

/** Never in place of another: who loses a secret loses what was sealed with it. */
function complete(file: string, secrets: ReadonlyMap<string, string>): void {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const has = parseEnv(text);
  const lacking = [...secrets].filter(([name]) => !has[name]);
  if (lacking.length === 0) return say(`${file} has every secret already.`);
  const start = text === '' || text.endsWith('\n') ? '' : '\n';
  appendFileSync(file, start + lacking.map(([name, value]) => `${name}=${value}\n`).join(''), { mode: 0o600 });
  say(`${file}: ${lacking.map(([name]) => name).join(', ')} ${lacking.length === 1 ? 'was' : 'were'} added.`);
}
