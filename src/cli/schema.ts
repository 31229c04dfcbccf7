/** `handsoff schema`: regenerates what is generated and committed, or says that it is stale. */
import type { Command } from 'commander';
import { staleFiles, writeGenerated } from './generated';
import { Failure, say } from './terminal';

export function schemaCommand(program: Command): void {
  program
    .command('schema')
    .description('regenerate the files of schema/ and the table of keys in the README')
    .option('--check', 'write nothing; fail when a file is stale', false)
    .action(({ check }: { check: boolean }) => (check ? refuseStale() : write()));
}

function refuseStale(): void {
  const stale = staleFiles();
  if (stale.length > 0) throw new Failure(`Stale: ${stale.join(', ')}. Run \`npm run schema\`.`);
  say('What is generated is up to date.');
}

function write(): void {
  for (const path of writeGenerated()) say(`written: ${path}`);
}
