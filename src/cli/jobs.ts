/** `handsoff jobs`: what is done by itself when it falls due, in each country, and how that went. */
import type { Command } from 'commander';
import '../domain/all';
import { asOwner } from '../database/connect';
import { schemaOf } from '../database/roles';
import { registeredCountries } from '../installation/administration';
import { allSweeps } from '../writing/sweep';
import { administratorOf, chosen, withAdministration } from './administration';
import { say } from './terminal';

export function jobsCommand(program: Command): void {
  program
    .command('jobs')
    .argument('[countries...]', 'of which countries, such as ZA (default: all)')
    .description('what running instances do by themselves when it falls due, when they last looked, and what failed')
    .action(jobs);
}

interface Run {
  readonly name: string;
  readonly ran: string;
  readonly did: string | null;
  readonly done: string;
  readonly error: string | null;
}

const jobs = (wanted: readonly string[]): Promise<void> =>
  withAdministration('jobs', async (administration) => {
    for (const { name, description } of allSweeps.values()) say(`${name}: ${description}`);
    for (const country of chosen(await registeredCountries(administration.main), wanted)) {
      const runs = await asOwner(administratorOf(administration, country), schemaOf(country), async (client) => {
        const at = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
        const { rows } = await client.query<Run>(
          `SELECT name, ${at('ran_at')} AS ran, ${at('did_at')} AS did, done::text, error FROM job_run ORDER BY name`,
        );
        return new Map(rows.map((row) => [row.name, row]));
      });
      for (const name of allSweeps.keys()) say(`${country} ${name}: ${told(runs.get(name))}`);
    }
  });

function told(run: Run | undefined): string {
  if (!run) return 'never looked: is an instance running, and SWEEP_SECONDS not 0?';
  const did = run.did ? `${run.done} done, the last at ${run.did}` : 'nothing done yet';
  return `looked at ${run.ran}, ${did}${run.error ? `; FAILED: ${run.error}` : ''}`;
}
