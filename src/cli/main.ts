#!/usr/bin/env node
/** The `handsoff` command: administration of an installation. */
import 'reflect-metadata';
import { Command } from 'commander';
import { readEnvFile } from '../base/env-file';
import { version } from '../base/project';
import { accountCommands } from './account';
import { backupCommand } from './backup';
import { countryCommands } from './country';
import { dhis2Commands } from './dhis2';
import { doctorCommand } from './doctor';
import { failoverCommand } from './failover';
import { exportCommand } from './export';
import { importCommands } from './import';
import { indicatorCommands } from './indicators';
import { jobsCommand } from './jobs';
import { keyCommands } from './key';
import { migrateCommands } from './migrate';
import { organisationCommands } from './organisation';
import { restoreCommand } from './restore';
import { schemaCommand } from './schema';
import { secretsCommand } from './secrets';
import { seedCommand } from './seed';
import { complain } from './terminal';

readEnvFile();

const program = new Command('handsoff')
  .description(
    'Administration of a Hands Off API installation. Configuration comes from the environment, as for the API.',
  )
  .version(version)
  .showHelpAfterError();

for (const add of [
  migrateCommands,
  seedCommand,
  countryCommands,
  organisationCommands,
  accountCommands,
  keyCommands,
  exportCommand,
  importCommands,
  dhis2Commands,
  indicatorCommands,
  jobsCommand,
  secretsCommand,
  backupCommand,
  restoreCommand,
  failoverCommand,
  doctorCommand,
  schemaCommand,
]) {
  add(program);
}

program.parseAsync().catch((error: unknown) => {
  complain(error);
  process.exitCode ??= 1;
});
