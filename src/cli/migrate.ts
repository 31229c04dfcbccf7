/** `handsoff migrate` and `handsoff migration generate`. */
import { mkdtempSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { AdminAddress, RoleSettings } from '../base/config';
import { asAdmin } from '../database/connect';
import { startCluster } from '../installation/embedded/cluster';
import { generateMigrations, schemaDifference, schemaFolders } from '../installation/generate';
import { prepareInstallation } from '../installation/installation';
import { migrationFolder, type MigrationReport } from '../database/migrations';
import { projectRoot } from '../base/project';
import { again, build, builtAnew } from './sources';
import { withAdministration } from './administration';
import { Failure, say } from './terminal';

export function migrateCommands(program: Command): void {
  program
    .command('migrate')
    .description(
      'bring every schema up to date: roles, rights, migrations, grants; a new installation gets its countries',
    )
    .option(
      '--partial',
      'leave out countries on servers whose administrator (DATABASE_ADMIN_URL_<CC>) is not given',
      false,
    )
    .action(({ partial }: { partial: boolean }) =>
      withAdministration('migrate', async (administration, { wanted }) => {
        for (const report of await prepareInstallation(administration, wanted, partial)) say(line(report));
      }),
    );
  const migration = program.command('migration').description('work on migrations');
  migration
    .command('generate')
    .argument('<name>', 'what it does, such as add-case-priority')
    .option('--contract', 'let it take away what the version before used, which nobody may serve any more', false)
    .description('write the migrations that lead from the last ones to the entities')
    .action(generate);
  migration.command('check').description('fail when entities and migrations differ').action(check);
}

export const line = ({ schema, ran }: MigrationReport): string => {
  if (ran === null) {
    const whose = schema.endsWith('_keys') ? 'KEYS' : schema.toUpperCase();
    return `${schema}: left out, DATABASE_ADMIN_URL_${whose} is missing`;
  }
  return ran.length === 0 ? `${schema}: up to date` : `${schema}: ${ran.join(', ')}`;
};

async function generate(name: string, options: { readonly contract: boolean }): Promise<void> {
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Failure('A name is made of small letters, digits and hyphens.');
  if (builtAnew()) return again();
  const written = await withScratch((admin, roles) => generateMigrations(admin, roles, projectRoot, name, options));
  if (written.length === 0) say('The entities have nothing that the migrations lack.');
  for (const path of written) say(`written: ${relative(process.cwd(), path)}`);
  // So that `handsoff migrate` finds what was written.
  if (written.length > 0) build();
}

async function check(): Promise<void> {
  if (builtAnew()) return again();
  await withScratch(async (admin, roles) => {
    for (const schema of schemaFolders) {
      const { up } = await schemaDifference(admin, schema, roles);
      if (up.length === 0) continue;
      const folder = migrationFolder(schema);
      throw new Failure(
        `migrations/${folder} lacks:\n  ${up.join('\n  ')}\nRun \`npx handsoff migration generate <name>\`.`,
      );
    }
  });
  say('Entities and migrations agree.');
}

/** A server for as long as the work takes: what is generated does not depend on what any database holds. */
async function withScratch<T>(work: (admin: AdminAddress, roles: RoleSettings) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'hands-off-scratch-'));
  chmodSync(home, 0o755);
  const secret = randomBytes(32).toString('base64url');
  const cluster = await startCluster({
    directory: join(home, 'postgres'),
    logFile: join(home, 'postgres.log'),
    password: secret,
    parameters: { fsync: 'off' },
    removeAfter: home,
  });
  try {
    await asAdmin(cluster.admin, (client) => client.query('CREATE DATABASE scratch'));
    const timeouts = { statementTimeoutMs: 10_000, lockTimeoutMs: 10_000, idleTransactionTimeoutMs: 10_000 };
    return await work({ ...cluster.admin, database: 'scratch' }, { secret, connectionLimit: 10, ...timeouts });
  } finally {
    await cluster.stop();
  }
}
