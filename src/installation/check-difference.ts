/** Checks whose condition changed: TypeORM tells them apart by their names alone, and would not see a code that is new to a list. */
import type { DataSource } from 'typeorm';
import type { SchemaDifference } from './list-index-difference';

interface Check {
  readonly table: string;
  readonly name: string;
  /** `CHECK (…)`, as the database writes it. */
  readonly definition: string;
}

/** Compares what the conditions name, since the database writes them in its own way: codes, and numbers. */
export async function checkDifference(source: DataSource, schema: string): Promise<SchemaDifference> {
  const held = await source.query<Check[]>(
    `SELECT t.relname AS "table", c.conname AS name, pg_get_constraintdef(c.oid) AS definition
       FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
      WHERE c.contype = 'c' AND c.connamespace = to_regnamespace($1)`,
    [schema],
  );
  const up: string[] = [];
  const down: string[] = [];
  for (const { tableName, checks } of source.entityMetadatas) {
    for (const { name, expression } of checks) {
      const found = held.find((check) => check.table === tableName && check.name === name);
      if (!found || namedIn(found.definition) === namedIn(expression)) continue;
      const drop = `ALTER TABLE "${tableName}" DROP CONSTRAINT "${name}"`;
      const add = (condition: string): string => `ALTER TABLE "${tableName}" ADD CONSTRAINT "${name}" ${condition}`;
      up.push(drop, add(`CHECK (${expression})`));
      down.push(drop, add(found.definition));
    }
  }
  return { up, down };
}

const namedIn = (condition: string): string =>
  (condition.match(/'[^']*'|(?<![\w.])-?\d+\b/g) ?? [])
    .map((each) => each.replaceAll("'", ''))
    .sort()
    .join();
