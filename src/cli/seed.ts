/** `handsoff seed`: the demo data. */
import { InvalidArgumentError, type Command } from 'commander';
import { prepareInstallation } from '../database/installation';
import { makeDemoData } from '../prepare';
import { withAdministration } from './administration';
import { Failure, say } from './terminal';

export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('fill an empty installation with the demo data (never in production)')
    .option('--scale <times>', 'so many times as many survivors, cases and activities', scale, 1)
    .action((options: { scale: number }) =>
      withAdministration('seed', async (administration, config) => {
        if (config.production)
          throw new Failure('Demo accounts have a published password: they are never made in production.');
        await prepareInstallation(administration, config.wanted);
        await makeDemoData(administration, config, options.scale, say);
      }),
    );
}

function scale(text: string): number {
  const times = Number(text);
  if (Number.isInteger(times) && times >= 1) return times;
  throw new InvalidArgumentError('a whole number from 1 is needed');
}
