/** `handsoff key`: the keys that sign access tokens. */
import type { Command } from 'commander';
import { asOwner } from '../database/connect';
import { identitySchema } from '../database/roles';
import { rotateSigningKey } from '../identity/signing-keys';
import { withAdministration } from './administration';
import { say } from './terminal';

export function keyCommands(program: Command): void {
  program
    .command('key')
    .description('the keys that sign access tokens')
    .command('rotate')
    .description('sign with a new key; tokens of the last one stay good until they expire, older ones at once do not')
    .action(() =>
      withAdministration('key rotate', async ({ main, tokenSecret }) => {
        const id = await asOwner(main, identitySchema, (client) => rotateSigningKey(client, tokenSecret));
        say(`New tokens are signed with ${id}.`);
      }),
    );
}
