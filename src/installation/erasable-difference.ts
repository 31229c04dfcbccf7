/** The views through which rows are erased, as statements: what is declared and not there, and the other way round. */
import type { DataSource } from 'typeorm';
import { erasableOf, erasableViews, type ErasableView } from '../model/erasable';
import { allThings } from '../model/thing';
import { identitySchema } from '../database/roles';

export interface ViewDifference {
  /** First, so that nothing leans on what is to go. */
  readonly dropped: readonly string[];
  readonly made: readonly string[];
  readonly back: readonly string[];
}

export async function erasableDifference(source: DataSource, schema: string): Promise<ViewDifference> {
  if (schema === identitySchema) return { dropped: [], made: [], back: [] };
  const declared = erasableViews(allThings.values());
  const there = await source.query<ErasableView[]>(
    `SELECT viewname AS name, definition FROM pg_views WHERE schemaname = $1 AND viewname LIKE $2 ORDER BY viewname`,
    [schema, `${erasableOf('').replaceAll('_', '\\_')}%`],
  );
  const without = (some: readonly ErasableView[], others: readonly ErasableView[]): readonly ErasableView[] =>
    some.filter(({ name }) => !others.some((other) => other.name === name));
  const [added, removed] = [without(declared, there), without(there, declared)];
  return {
    dropped: removed.map(drop),
    made: added.map(create),
    back: [...added.map(drop), ...removed.map(create)],
  };
}

const create = ({ name, definition }: ErasableView): string =>
  `CREATE VIEW "${name}" AS ${definition.replace(/;\s*$/, '')}`;
const drop = ({ name }: ErasableView): string => `DROP VIEW "${name}"`;
