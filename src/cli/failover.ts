/** `handsoff failover`: from the primary to its standby. */
import type { Command } from 'commander';
import { ConfigError } from '../base/config';
import { failOver } from '../installation/failover';
import { withAdministration } from './administration';
import { say } from './terminal';

export function failoverCommand(program: Command): void {
  program
    .command('failover')
    .option('--primary-is-off', 'the primary does not answer, was switched off and stays so', false)
    .description(
      'close the primary (DATABASE_ADMIN_URL) to writing, wait until its standby (DATABASE_ADMIN_URL_STANDBY) has everything, and open that; as superusers',
    )
    .action(({ primaryIsOff }: { primaryIsOff: boolean }) =>
      withAdministration('failover', async ({ main }, { standby }) => {
        if (!standby) throw new ConfigError(['DATABASE_ADMIN_URL_STANDBY is missing: it says who takes over']);
        await failOver(main, standby, primaryIsOff, say);
      }),
    );
}
