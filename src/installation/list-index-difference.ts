/** Indexes behind lists, as statements: what is declared and not there, and the other way round. */
import type { DataSource } from 'typeorm';
import { isListIndex, listIndexes, type ListIndex } from '../model/list-index';
import { allThings } from '../model/thing';
import { identitySchema } from '../database/roles';

/** The statements that lead from the migrations to the entities, and back. */
export interface SchemaDifference {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Whether a statement of TypeORM's makes or drops one: it sees the names, and not what such an index holds. */
export const namesListIndex = (statement: string): boolean => {
  const name = /\bINDEX "?(?:[^".]+"?\."?)?([^" ]+)"?/.exec(statement)?.[1];
  return name !== undefined && isListIndex(name);
};

export async function listIndexDifference(source: DataSource, schema: string): Promise<SchemaDifference> {
  const declared = schema === identitySchema ? [] : [...allThings.values()].flatMap(listIndexes);
  const there = await indexesOf(source, schema);
  const without = (some: readonly ListIndex[], others: readonly ListIndex[]): ListIndex[] =>
    some.filter(({ name }) => !others.some((other) => other.name === name));
  const added = without(declared, there);
  const removed = without(there, declared);
  return {
    up: [...removed.map(drop), ...added.map(create)],
    down: [...added.map(drop), ...removed.map(create)],
  };
}

async function indexesOf(source: DataSource, schema: string): Promise<ListIndex[]> {
  const rows = await source.query<{ name: string; definition: string }[]>(
    'SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = $1 ORDER BY indexname',
    [schema],
  );
  return rows
    .filter(({ name }) => isListIndex(name))
    .map(({ name, definition }) => ({
      name,
      definition: definition.replace(/^.*? ON (?:[^ .]+\.)?("?\w+"?) (?:USING btree )?/, '$1 '),
    }));
}

const create = ({ name, definition }: ListIndex): string => `CREATE INDEX "${name}" ON ${definition}`;

const drop = ({ name }: ListIndex): string => `DROP INDEX "${name}"`;
