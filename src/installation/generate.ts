/** Writes migrations: what the entities say and a freshly migrated database does not have. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownerDataSource } from '../../ormconfig';
import type { AdminAddress, RoleSettings } from '../base/config';
import { runMigrations } from './administration';
import { asAdmin } from '../database/connect';
import { checkDifference } from './check-difference';
import { erasableDifference } from './erasable-difference';
import { listIndexDifference, namesListIndex, type SchemaDifference } from './list-index-difference';
import { migrationFolder } from '../database/migrations';
import { provision } from './provision';
import { identitySchema } from '../database/roles';
import { inSteps } from './without-downtime';

/** A schema that stands for every country: migrations are the same in all of them. */
const anyCountry = 'xx';

/** One schema per folder of `migrations/`. */
export const schemaFolders = [identitySchema, anyCountry] as const;

/** Migrates a schema of an empty database and compares it with the entities. */
export async function schemaDifference(
  admin: AdminAddress,
  schema: string,
  roles: RoleSettings,
): Promise<SchemaDifference> {
  await asAdmin(admin, (client) => provision(client, schema, roles));
  await runMigrations(admin, schema);
  // The schema builder asks several things at once on its one connection.
  const source = await ownerDataSource(admin, schema, { pipeline: true }).initialize();
  try {
    const { upQueries, downQueries } = await source.driver.createSchemaBuilder().log();
    const indexes = await listIndexDifference(source, schema);
    const checks = await checkDifference(source, schema);
    const views = await erasableDifference(source, schema);
    const own = ({ query }: { query: string }): boolean => !namesListIndex(query);
    const unqualified = ({ query }: { query: string }): string => query.replaceAll(`"${schema}".`, '').trim();
    return {
      up: [...views.dropped, ...upQueries.filter(own).map(unqualified), ...checks.up, ...indexes.up, ...views.made],
      down: [...views.back, ...indexes.down, ...checks.down, ...downQueries.filter(own).map(unqualified).reverse()],
    };
  } finally {
    await source.destroy();
  }
}

/** Writes a migration for each folder that has a difference; returns the paths written. `root` is the project's directory. */
export async function generateMigrations(
  admin: AdminAddress,
  roles: RoleSettings,
  root: string,
  name: string,
  options: { readonly contract: boolean },
): Promise<string[]> {
  const timestamp = Date.now();
  const made: { readonly path: string; readonly source: string }[] = [];
  for (const schema of schemaFolders) {
    const { up, down } = await schemaDifference(admin, schema, roles);
    if (up.length === 0) continue;
    const path = join(root, 'migrations', migrationFolder(schema), `${timestamp}-${name}.ts`);
    made.push({ path, source: await migrationSource(name, timestamp, { up: inSteps(up, options), down }) });
  }
  // All or none: where one is refused, another must not stand there half of a change.
  for (const { path, source } of made) writeFileSync(path, source);
  return made.map(({ path }) => path);
}

async function migrationSource(name: string, timestamp: number, { up, down }: SchemaDifference): Promise<string> {
  const { format, resolveConfig } = await import('prettier');
  const className =
    name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase()) + timestamp;
  const list = (queries: readonly string[]): string =>
    queries.map((query) => `\`${escape(layOut(query))}\`,`).join('\n');
  const text = `/** ${name}: generated from the entities. */
import { SteppedMigration } from '../../src/database/migration-steps';

export class ${className} extends SteppedMigration {
  readonly name = '${className}';

  protected readonly steps = [
    ${list(up)}
  ];

  protected readonly back = [
    ${list(down)}
  ];
}
`;
  return format(text, { ...(await resolveConfig(__filename)), parser: 'typescript' });
}

const escape = (sql: string): string => sql.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

/** A table's columns and constraints stand on lines of their own, so that a change to one is a change of one line. */
function layOut(sql: string): string {
  if (!sql.startsWith('CREATE TABLE')) return sql;
  let depth = 0;
  let quoted = false;
  return [...sql]
    .map((character) => {
      if (character === "'") quoted = !quoted;
      if (quoted) return character;
      if (character === '(') return ++depth === 1 ? '(\n       ' : character;
      if (character === ')') return --depth === 0 ? '\n    )' : character;
      return character === ',' && depth === 1 ? ',\n      ' : character;
    })
    .join('');
}
