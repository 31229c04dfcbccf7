/** `handsoff seed`: the demo data. */
import { InvalidArgumentError, type Command } from 'commander';
import { isVacant } from '../../seeds/index';
import type { AdminConfig } from '../base/config';
import type { Administration } from '../installation/administration';
import { prepareInstallation } from '../installation/installation';
import { makeDemoData } from './prepare';
import { withAdministration } from './administration';
import { Progress } from './progress';
import { Failure, interruptible, say } from './terminal';

export function seedCommand(program: Command): void {
  program
    .command('seed')
    .description('fill an empty installation with the demo data (never in production)')
    .option('--scale <times>', 'so many times as many survivors, cases and activities', scale, 1)
    .option('--if-empty', 'do nothing where there are accounts already, instead of failing', false)
    .action((options: { scale: number; ifEmpty: boolean }) =>
      interruptible((signal) =>
        withAdministration('seed', async (administration, config) => {
          if (config.production)
            throw new Failure('Demo accounts have a published password: they are never made in production.');
          await prepareInstallation(administration, config.wanted);
          if (options.ifEmpty && !(await isVacant(administration)))
            return say('There are accounts already: nothing was made.');
          await seed(administration, config, options.scale, signal);
        }),
      ),
    );
}

async function seed(
  administration: Administration,
  config: AdminConfig,
  scale: number,
  signal: AbortSignal,
): Promise<void> {
  const progress = new Progress('Making the demo data');
  try {
    await makeDemoData(administration, config, { scale, signal, log: progress.say, progress: progress.show });
  } finally {
    progress.clear();
  }
}

function scale(text: string): number {
  const times = Number(text);
  if (Number.isInteger(times) && times >= 1) return times;
  throw new InvalidArgumentError('a whole number from 1 is needed');
}
