/**
 * Indexes behind lists, and the functions that they call, as statements: what is declared and not there, and the other way
 * round.
 */
import type { DataSource } from 'typeorm';
import { textFunctions, type TextFunction } from '../model/text-function';
import { isListIndex, listIndexes, type ListIndex } from '../model/list-index';
import { searchTextIndexes } from '../model/search-text';
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
  const declared =
    schema === identitySchema ? [] : [...[...allThings.values()].flatMap(listIndexes), ...searchTextIndexes()];
  const there = await indexesOf(source, schema);
  const without = (some: readonly ListIndex[], others: readonly ListIndex[]): ListIndex[] =>
    some.filter(({ name }) => !others.some((other) => other.name === name));
  const added = without(declared, there);
  const removed = without(there, declared);
  const functions = await missingFunctions(source, schema);
  return {
    // The new ones first: whoever reads meanwhile has the one or the other.
    up: [...functions.map(makeFunction), ...added.map(create), ...removed.map(drop)],
    down: [...removed.map(create), ...added.map(drop), ...functions.map(({ name }) => `DROP FUNCTION "${name}"(text)`)],
  };
}

/** Those of a version before stay: whoever still serves it calls them. */
async function missingFunctions(source: DataSource, schema: string): Promise<readonly TextFunction[]> {
  if (schema === identitySchema) return [];
  const rows = await source.query<{ name: string }[]>(
    'SELECT proname AS name FROM pg_proc WHERE pronamespace = to_regnamespace($1)',
    [schema],
  );
  return textFunctions.filter(({ name }) => !rows.some((row) => row.name === name));
}

/** Whoever writes a row calls it for the index, in the version before as well, which nobody grants anything more. */
const makeFunction = ({ definition, signature }: TextFunction): string =>
  `${definition}; GRANT EXECUTE ON FUNCTION ${signature} TO PUBLIC`;

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
