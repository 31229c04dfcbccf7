/** `handsoff backup` and `handsoff restore`: copies of the accounts and of each country, and back. */
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AdminConfig } from '../base/config';
import { identitySchema, keySchemaOf, schemaOf } from '../database/roles';
import {
  isFounded,
  prepareKeysOf,
  prepareSchema,
  registeredCountries,
  type Administration,
} from '../installation/administration';
import { backUp, type Source } from '../installation/backup/backup';
import { areThere, lookAt, putBack, type Copy, type Target } from '../installation/backup/restore';
import { readManifest } from '../installation/backup/manifest';
import { makeKeyTable } from '../installation/key-server';
import { administratorOf, chosen, keyAdministratorOf, withAdministration } from './administration';
import { Failure, say } from './terminal';

interface BackupOptions {
  readonly to: string;
  readonly keysTo?: string;
  readonly withoutKeys: boolean;
}

export function backupCommands(program: Command): void {
  program
    .command('backup')
    .argument('[places...]', '`identity` (the accounts) or countries such as ZA (default: all)')
    .requiredOption('--to <folder>', 'where the copies of the data go')
    .option('--keys-to <folder>', 'where those of the data keys go: another place, kept for less long')
    .option('--without-keys', 'copy no data keys: what is sealed cannot be read without them', false)
    .description('copy the accounts and each country into files, each as it is in one moment, with pg_dump')
    .action(backup);
  program
    .command('restore')
    .argument('<file>', 'a copy of the accounts or of a country')
    .option('--keys <file>', 'the copy of its data keys')
    .option('--without-keys', 'restore no data keys: what is sealed stays unreadable', false)
    .description('put a copy back into a database that does not have it, on any server, with pg_restore')
    .action(restore);
}

const backup = (places: readonly string[], options: BackupOptions): Promise<void> =>
  withAdministration('backup', async (administration, { pgBin }) => {
    checkFolders(options);
    for (const place of chosen([identitySchema, ...(await registeredCountries(administration.main))], places)) {
      for (const sources of sourcesOf(administration, place, options)) {
        for (const { file, manifest } of await backUp(sources, pgBin))
          say(
            `${manifest.schema}: ${sum(manifest.rows)} rows as of ${manifest.takenAt}, ${manifest.bytes} bytes in ${file}`,
          );
      }
    }
  });

function checkFolders({ to, keysTo, withoutKeys }: BackupOptions): void {
  if (!keysTo && !withoutKeys)
    throw new Failure(
      'Say where the data keys go, with --keys-to <folder>: not where the data go, since one without the other is read by nobody. (--without-keys leaves them out.)',
    );
  if (keysTo && placeOf(keysTo) === placeOf(to))
    throw new Failure('--keys-to and --to are the same folder: whoever gets hold of it would have both.');
}

const placeOf = (folder: string): string => (existsSync(folder) ? realpathSync(folder) : resolve(folder));

type Sources = readonly [Source, ...Source[]];

/** What is in one database is copied as of one moment; keys on a server of their own after the data that they open. */
function sourcesOf(administration: Administration, place: string, { to, keysTo }: BackupOptions): Sources[] {
  if (place === identitySchema)
    return [[{ schema: identitySchema, admin: administration.main, ownedBy: identitySchema, folder: to }]];
  const keys = keyAdministratorOf(administration);
  const admin = administratorOf(administration, place);
  const data = { schema: schemaOf(place), admin, ownedBy: schemaOf(place), folder: to };
  if (!keysTo) return [[data]];
  const beside = { ...data, schema: keySchemaOf(place), folder: keysTo };
  if (!keys) return [[data, beside]];
  return [[data], [{ schema: keySchemaOf(place), admin: keys, ownedBy: keySchemaOf(place), folder: keysTo }]];
}

const restore = (file: string, options: { readonly keys?: string; readonly withoutKeys: boolean }): Promise<void> =>
  withAdministration('restore', async (administration, config) => {
    for (const each of [file, options.keys])
      if (each !== undefined && !existsSync(each)) throw new Failure(`There is no file ${each}.`);
    const { schema } = readManifest(file);
    const { main, roles } = administration;
    if (schema === identitySchema) {
      await put(await lookAt(file, schema), { admin: main, ownedBy: schema, roles }, config);
      await prepareSchema(main, schema, roles);
      return say('The accounts are restored. Restore every country too, then run `npx handsoff doctor`.');
    }
    if (!/^[a-z]{2}$/.test(schema)) throw new Failure(`${file} holds keys: give it as --keys, beside the data.`);
    if (!options.keys && !options.withoutKeys)
      throw new Failure('Give the copy of its data keys with --keys <file>, or say --without-keys.');
    const copy = await lookAt(file, schema);
    const keys = options.keys ? await lookAt(options.keys, keySchemaOf(schema)) : null;
    if (keys && keys.manifest.takenAt < copy.manifest.takenAt)
      throw new Failure(
        `The keys are as of ${keys.manifest.takenAt}, before the data (${copy.manifest.takenAt}): what was sealed in between would be lost. Give a copy of the same moment, or a later one.`,
      );
    await restoreCountry(administration, config, copy, keys);
  });

/** Keys first: the data's view of them needs them, or their place, to be there. */
async function restoreCountry(
  administration: Administration,
  config: AdminConfig,
  copy: Copy,
  keysCopy: Copy | null,
): Promise<void> {
  const { schema } = copy.manifest;
  const country = schema.toUpperCase();
  const { roles } = administration;
  const keys = keyAdministratorOf(administration);
  const data = { admin: administratorOf(administration, country), ownedBy: schema, roles };
  if (!(await isFounded(administration.main)))
    throw new Failure(
      'Restore the accounts first (the copy whose name begins with identity): reads of a country ask them.',
    );
  if (keys && keysCopy) await put(keysCopy, { admin: keys, ownedBy: keySchemaOf(country), roles }, config);
  await prepareKeysOf(administration, country);
  if (keysCopy && !keys) await put(keysCopy, data, config);
  else await makeKeyTable(data.admin, country, roles);
  await put(copy, data, config);
  await prepareSchema(data.admin, schema, roles);
  say(`${country} is restored${keysCopy ? '' : ', without its data keys: what is sealed cannot be read'}.`);
}

async function put(copy: Copy, target: Target, { pgBin }: AdminConfig): Promise<void> {
  if (copy.manifest.schema.endsWith('_keys') && (await areThere(copy, target)))
    return say(`${copy.manifest.schema}: is there already, from a restore that was interrupted`);
  await putBack(copy, target, pgBin);
  const { schema, takenAt, rows } = copy.manifest;
  say(`${schema}: ${sum(rows)} rows as of ${takenAt}`);
}

const sum = (rows: Readonly<Record<string, number>>): number =>
  Object.values(rows).reduce((all, count) => all + count, 0);
