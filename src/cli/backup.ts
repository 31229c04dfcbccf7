/** `handsoff backup`: copies of the accounts and of each country. */
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { identitySchema, keySchemaOf, schemaOf } from '../database/roles';
import { registeredPlaces, type Administration } from '../installation/administration';
import { backUp, type Source } from '../installation/backup/backup';
import { told } from '../installation/backup/manifest';
import { administratorOf, chosen, keyAdministratorOf, withAdministration } from './administration';
import { Failure, interruptible, say } from './terminal';

interface BackupOptions {
  readonly to: string;
  readonly keysTo?: string;
  readonly withoutKeys: boolean;
}

export function backupCommand(program: Command): void {
  program
    .command('backup')
    .argument('[places...]', '`identity` (the accounts) or countries such as ZA (default: all)')
    .requiredOption('--to <folder>', 'where the copies of the data go')
    .option('--keys-to <folder>', 'where those of the data keys go: another place, kept for less long')
    .option('--without-keys', 'copy no data keys: what is sealed cannot be read without them', false)
    .description('copy the accounts and each country into files, each as it is in one moment, with pg_dump')
    .action(backup);
}

const backup = (places: readonly string[], options: BackupOptions): Promise<void> =>
  interruptible((signal) =>
    withAdministration('backup', async (administration, { pgBin: bin }) => {
      checkFolders(options);
      for (const place of chosen([identitySchema, ...(await registeredPlaces(administration.main))], places)) {
        for (const sources of sourcesOf(administration, place, options)) {
          for (const { file, manifest } of await backUp(sources, { bin, signal }))
            say(`${told(manifest)}, ${manifest.bytes} bytes in ${file}`);
        }
      }
    }),
  );

function checkFolders({ to, keysTo, withoutKeys }: BackupOptions): void {
  if (!keysTo && !withoutKeys)
    throw new Failure(
      'Say where the data keys go, with --keys-to <folder>: not where the data go, since one without the other is read by nobody. (--without-keys leaves them out.)',
    );
  if (keysTo && (isWithin(keysTo, to) || isWithin(to, keysTo)))
    throw new Failure(
      '--keys-to and --to are the same folder, or one is in the other: whoever gets hold of it would have both.',
    );
}

const isWithin = (folder: string, other: string): boolean =>
  `${placeOf(folder)}${sep}`.startsWith(`${placeOf(other)}${sep}`);

/** Also of a folder that is still to be made. */
function placeOf(folder: string): string {
  const path = resolve(folder);
  return existsSync(path) ? realpathSync(path) : join(placeOf(dirname(path)), basename(path));
}

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
