/** `handsoff restore`: copies of the accounts and of countries, back into a database that does not have them. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { identitySchema, isCountry, keySchemaOf } from '../database/roles';
import { isFounded, prepareKeysOf, prepareSchema, type Administration } from '../installation/administration';
import { newestCopies } from '../installation/backup/folder';
import { readManifest, told } from '../installation/backup/manifest';
import { isThere, lookAt, putBack, type Copy, type Target } from '../installation/backup/restore';
import type { Means } from '../installation/backup/tools';
import { makeKeyTable } from '../installation/key-server';
import { administratorOf, keyAdministratorOf, withAdministration } from './administration';
import { Failure, interruptible, say } from './terminal';

interface RestoreOptions {
  readonly keys?: string;
  readonly from?: string;
  readonly keysFrom?: string;
  readonly withoutKeys: boolean;
}

export function restoreCommand(program: Command): void {
  program
    .command('restore')
    .argument('[file]', 'one copy, of the accounts or of a country')
    .option('--keys <file>', 'the copy of its data keys')
    .option('--from <folder>', 'instead of a file: the newest copy of everything that is in the folder')
    .option('--keys-from <folder>', 'the newest copies of its data keys')
    .option('--without-keys', 'restore no data keys: what is sealed stays unreadable', false)
    .description('put copies back into a database that does not have them, on any server, with pg_restore')
    .action(restore);
}

/** The accounts, or a country with its keys. */
interface Part {
  readonly data: Copy;
  readonly keys: Copy | null;
}

const restore = (file: string | undefined, options: RestoreOptions): Promise<void> =>
  interruptible((signal) =>
    withAdministration('restore', async (administration, { pgBin: bin }) => {
      const work = new Restoring(administration, { bin, signal });
      if (file !== undefined) return work.one(await partOf(file, options.keys, options), false);
      // All of them are looked at before any is put back.
      for (const part of await partsIn(options)) await work.one(part, true);
      say('Run `npx handsoff doctor`: it looks at all of it.');
    }),
  );

async function partsIn(options: RestoreOptions): Promise<Part[]> {
  const { from, keysFrom } = options;
  if (!from) throw new Failure('Say what to restore: a file, or --from <folder> with everything that is in it.');
  if (options.keys) throw new Failure('--keys belongs to one file; with --from give --keys-from <folder>.');
  const copies = newestCopies(from);
  const keys = keysFrom ? newestCopies(keysFrom) : new Map<string, string>();
  const places = [...copies.keys()].filter((schema) => !schema.endsWith('_keys')).sort();
  const parts: Part[] = [];
  for (const schema of [identitySchema, ...places.filter((place) => place !== identitySchema)]) {
    const file = copies.get(schema);
    if (file) parts.push(await partOf(file, keys.get(keySchemaOf(schema)), options));
  }
  return parts;
}

async function partOf(
  file: string,
  keysFile: string | undefined,
  { withoutKeys, keysFrom }: RestoreOptions,
): Promise<Part> {
  for (const each of [file, keysFile])
    if (each !== undefined && !existsSync(each)) throw new Failure(`There is no file ${each}.`);
  const { schema } = readManifest(file);
  const data = (): Promise<Copy> => lookAt(file, schema);
  if (schema === identitySchema) return { data: await data(), keys: null };
  if (!isCountry(schema)) throw new Failure(`${file} holds keys: give it as --keys, beside the data.`);
  if (!keysFile && !withoutKeys)
    throw new Failure(
      keysFrom
        ? `${keysFrom} has no keys of ${schema}: give the folder that has them, or say --without-keys.`
        : 'Give the copy of its data keys with --keys <file> (or all, with --keys-from <folder>), or say --without-keys.',
    );
  const part = { data: await data(), keys: keysFile ? await lookAt(keysFile, keySchemaOf(schema)) : null };
  if (part.keys && part.keys.manifest.takenAt < part.data.manifest.takenAt)
    throw new Failure(
      `The keys are as of ${part.keys.manifest.takenAt}, before the data (${part.data.manifest.takenAt}): what was sealed in between would be lost. Give a copy of the same moment, or a later one.`,
    );
  return part;
}

class Restoring {
  constructor(
    private readonly administration: Administration,
    private readonly means: Means,
  ) {}

  /** @param goesOn what is there already, as it is in the copy, is left as it is: an earlier run was interrupted */
  async one(part: Part, goesOn: boolean): Promise<void> {
    const { schema } = part.data.manifest;
    if (schema === identitySchema) await this.accounts(part.data, goesOn);
    else await this.country(part, schema.toUpperCase(), goesOn);
  }

  private async accounts(copy: Copy, goesOn: boolean): Promise<void> {
    const { main, roles } = this.administration;
    await this.put(copy, { admin: main, ownedBy: identitySchema, roles }, goesOn);
    await prepareSchema(main, identitySchema, roles);
    say(goesOn ? 'The accounts are restored.' : 'The accounts are restored. Restore every country too.');
  }

  /** Keys first: the data's view of them needs them, or their place, to be there. */
  private async country({ data, keys }: Part, country: string, goesOn: boolean): Promise<void> {
    const { main, roles } = this.administration;
    const { schema } = data.manifest;
    const target = { admin: administratorOf(this.administration, country), ownedBy: schema, roles };
    const keyServer = keyAdministratorOf(this.administration);
    if (!(await isFounded(main)))
      throw new Failure(
        'Restore the accounts first (the copy whose name begins with identity): reads of a country ask them.',
      );
    const isWhole = goesOn && (await isThere(data, target));
    const apart = keyServer && { admin: keyServer, ownedBy: keySchemaOf(country), roles };
    if (keys && apart) await this.put(keys, apart, true);
    await prepareKeysOf(this.administration, country);
    if (isWhole) say(`${schema}: is there already`);
    else {
      if (keys && !apart) await this.put(keys, target, true);
      else await makeKeyTable(target.admin, country, roles);
      await this.put(data, target, false);
    }
    await prepareSchema(target.admin, schema, roles);
    say(`${country} is restored${keys ? '' : ', without its data keys: what is sealed cannot be read'}.`);
  }

  private async put(copy: Copy, target: Target, goesOn: boolean): Promise<void> {
    if (goesOn && (await isThere(copy, target)))
      return say(`${copy.manifest.schema}: is there already, from a restore that was interrupted`);
    await putBack(copy, target, this.means);
    say(told(copy.manifest));
  }
}
