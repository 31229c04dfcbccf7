/** `handsoff indicators`: whether what is counted is what follows from the records; and counting all of it anew. */
import type { Command } from 'commander';
import { checkCounts, recount } from '../installation/indicators';
import { registeredPlaces } from '../installation/administration';
import { administratorOf, chosen, withAdministration } from './administration';
import { complain, say } from './terminal';

export function indicatorCommands(program: Command): void {
  const indicators = program.command('indicators').description('what is counted for the indicators of each country');
  indicators
    .command('check')
    .argument('[countries...]', 'of which countries, such as ZA (default: all)')
    .description('counts everything beside what is kept, and says where they differ; changes nothing')
    .action(check);
  indicators
    .command('rebuild')
    .argument('[countries...]', 'of which countries, such as ZA (default: all)')
    .description('counts everything anew, while those who read see what was kept before')
    .action(rebuild);
}

/** Of so many differences each is told. */
const MOST_TOLD = 20;

const check = (wanted: readonly string[]): Promise<void> =>
  withAdministration('indicators check', async (administration) => {
    for (const country of chosen(await registeredPlaces(administration.main), wanted)) {
      const differences = await checkCounts(administratorOf(administration, country), country);
      say(
        `${country}: ${differences.length === 0 ? 'what is kept is what follows from the records' : told(differences.length)}`,
      );
      for (const { counting, month, kept, counted } of differences.slice(0, MOST_TOLD))
        say(`  ${counting} of ${month.slice(0, 7)}: ${kept ?? 'nothing'} kept, ${counted ?? 'nothing'} counted`);
      if (differences.length === 0) continue;
      complain(new Error(`${country}: count anew with "handsoff indicators rebuild ${country}"`));
      process.exitCode = 1;
    }
  });

const told = (cells: number): string => `${cells} ${cells === 1 ? 'cell differs' : 'cells differ'}`;

const rebuild = (wanted: readonly string[]): Promise<void> =>
  withAdministration('indicators rebuild', async (administration) => {
    for (const country of chosen(await registeredPlaces(administration.main), wanted)) {
      await recount(administratorOf(administration, country), country);
      say(`${country}: counted anew`);
    }
  });
