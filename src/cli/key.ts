/** `handsoff key`: the keys that sign access tokens, and those that seal the data of a country. */
import type { Command } from 'commander';
import type { Client } from 'pg';
import { asOwner } from '../database/connect';
import { identitySchema, keySchemaOf, schemaOf } from '../database/roles';
import { longestTokenMinutes } from '../base/config';
import { reseal } from '../identity/reseal';
import { FRESH_MS, rotateSigningKey } from '../identity/signing-keys';
import { registeredPlaces, type Administration } from '../installation/administration';
import { moveKeys } from '../installation/key-server';
import { rewrap } from '../installation/rewrap';
import { administratorOf, chosen, keyAdministratorOf, withAdministration } from './administration';
import { Progress } from './progress';
import { Failure, say } from './terminal';

export function keyCommands(program: Command): void {
  const key = program.command('key').description('the keys that sign access tokens, and those that seal data');
  key
    .command('rotate')
    .description('sign with a new key; tokens of the last one stay good until they expire, older ones at once do not')
    .action(rotate);
  key
    .command('rewrap')
    .argument('[countries...]', 'of which countries, such as ZA (default: all)')
    .description(
      'bring what is sealed under the first key of each COUNTRY_KEY_<CC> (and, of all, TOKEN_SECRET), so that the others can be removed',
    )
    .action(rewrapAll);
  key
    .command('move')
    .argument('[countries...]', 'of which countries, such as ZA (default: all)')
    .description('move data keys that stand beside the data to DATABASE_KEYS_URL, once every instance has that setting')
    .action(moveAll);
}

const rotate = (): Promise<void> =>
  withAdministration('key rotate', async ({ main, tokenSecrets }) => {
    const { kid, previous, ended } = await asOwner(main, identitySchema, (client) =>
      rotateSigningKey(client, tokenSecrets),
    );
    say(`New tokens are signed with ${kid}, on running instances within ${FRESH_MS / 1000} seconds.`);
    const last = new Date(Date.now() + FRESH_MS + longestTokenMinutes * 60_000).toISOString();
    if (previous) say(`Those signed with ${previous} stay good until they expire, the last of them before ${last}.`);
    if (ended > 0) say('Those signed with the key before that one have ended: their holders refresh them.');
    if (previous) say('Feared that a key is stolen? Rotate once more: then none of them is good.');
  });

const rewrapAll = (wanted: readonly string[]): Promise<void> =>
  withAdministration('key rewrap', async (administration, { secrets }) => {
    const countries = chosen(await registeredPlaces(administration.main), wanted);
    if (wanted.length === 0) await resealAccounts(administration);
    for (const code of countries) {
      const keys = secrets.countryKeys(code);
      if (!keys) throw new Failure(`COUNTRY_KEY_${code} is missing.`);
      const progress = new Progress(`Rewrapping the keys of ${code}`);
      const count = await asOwners(administration, code, (data, apart) =>
        rewrap(data, code, keys, { apart, progress: progress.show }),
      );
      progress.clear();
      const [first, ...others] = keys.map(({ id }) => id);
      const later = others.find((id) => Number(id) > Number(first));
      if (later !== undefined)
        say(
          `${code}: the key ${first} is given before ${later}, and was taken for the new one. Was ${later} to be that, put it first and run this again.`,
        );
      const spare = others.length > 0 ? `; not needed any more: ${others.join(', ')}` : '';
      say(
        `${code}: ${count} data keys were rewrapped, all are under the key ${first}, the first that is given${spare}.`,
      );
    }
  });

const moveAll = (wanted: readonly string[]): Promise<void> =>
  withAdministration('key move', async (administration) => {
    if (!administration.keysApart)
      throw new Failure('DATABASE_KEYS_URL is missing: it says where the data keys are to be moved to.');
    for (const code of chosen(await registeredPlaces(administration.main), wanted)) {
      const progress = new Progress(`Moving the keys of ${code}`);
      const count = await asOwners(administration, code, (data, apart) =>
        moveKeys(data, apart as Client, progress.show),
      );
      progress.clear();
      say(`${code}: ${count} data keys were moved to their own server.`);
    }
  });

/** As the owner of a country's data, and of its keys where they have a server of their own. */
function asOwners<T>(
  administration: Administration,
  code: string,
  work: (data: Client, apart: Client | undefined) => Promise<T>,
): Promise<T> {
  const [admin, keys] = [administratorOf(administration, code), keyAdministratorOf(administration)];
  return asOwner(admin, schemaOf(code), (data) =>
    keys ? asOwner(keys, keySchemaOf(code), (apart) => work(data, apart)) : work(data, undefined),
  );
}

async function resealAccounts({ main, tokenSecrets }: Administration): Promise<void> {
  const { done, lost } = await asOwner(main, identitySchema, (client) => reseal(client, tokenSecrets));
  say(`identity: ${done} secrets were brought under the first TOKEN_SECRET; another can be removed.`);
  if (lost > 0) say(`identity: ${lost} were sealed under a secret that is not given, and stay as they are.`);
}
