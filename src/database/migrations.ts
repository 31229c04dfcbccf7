/** The migrations of the project: which there are for a schema, and which of them a database lacks. */
import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { MigrationInterface } from 'typeorm';
import { identitySchema } from './roles';

export type MigrationClass = new () => MigrationInterface;

/** Where TypeORM keeps what it ran, in each schema. */
export const migrationsTable = 'migrations';

/** What a database lacks of the project's migrations, and what it has that the project does not know. */
export interface MigrationState {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

/** What migrating did to a schema. */
export interface MigrationReport {
  readonly schema: string;
  /** Names of the migrations that ran; null when the schema's administrator is not known. */
  readonly ran: readonly string[] | null;
}

/** `identity` or `country`: the folder that the migrations of a schema stand in. */
export const migrationFolder = (schema: string): string => (schema === identitySchema ? identitySchema : 'country');

/** Beside the compiled sources in `dist`, beside the sources themselves in tests. */
const root = resolve(__dirname, '../../migrations');

const load = createRequire(__filename);

/** The migrations of a schema, oldest first. */
export function loadMigrations(schema: string): MigrationClass[] {
  const folder = join(root, migrationFolder(schema));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d+-.*\.(js|ts)$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => Object.values(load(join(folder, name)) as Record<string, MigrationClass>));
}

/** Compares the project's migrations with the names that a database has run. */
export function compareMigrations(schema: string, run: readonly string[]): MigrationState {
  const known = loadMigrations(schema).map(({ name }) => name);
  return {
    missing: known.filter((name) => !run.includes(name)),
    unknown: run.filter((name) => !known.includes(name)),
  };
}
