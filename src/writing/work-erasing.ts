/** Erasing for good: each record and key is noted first, since nothing else can be removed; what its history held goes along. */
import { raw, sql, type Sql } from '../base/sql';
import { erasableOf, erasedTable, erasing } from '../model/erasable';
import type { Thing } from '../model/thing';

/** What a data key is called in the trail. */
export const DATA_KEY = 'DataKey';

const note = (ids: readonly string[], entity: string): Sql => sql`
  INSERT INTO ${raw(erasedTable)} (id, entity, erased_at)
  SELECT id, ${entity}, now() FROM unnest(${ids}::uuid[]) AS v(id) ON CONFLICT (id) DO NOTHING`;

/** The statements that erase records of a thing, in their order. */
export const erasure = ({ target, name }: Thing, ids: readonly string[]): readonly Sql[] => [
  note(ids, name),
  erasedHistory(ids),
  erasing(target, ids),
];

const erasedHistory = (ids: readonly string[]): Sql => sql`
  DELETE FROM ${raw(erasableOf('record_change'))}
  WHERE id IN (SELECT a.id FROM audit_event a WHERE a.record_id = ANY(${ids}::uuid[]))`;

/** Which of these ids were those of records that are erased. */
export const erasedAmong = (ids: readonly string[]): Sql =>
  sql`SELECT id FROM ${raw(erasedTable)} WHERE id = ANY(${ids}::uuid[])`;

/** The statements that destroy data keys which stand beside the data. */
export const destruction = (ids: readonly string[]): readonly Sql[] => [
  note(ids, DATA_KEY),
  sql`DELETE FROM ${raw(erasableOf('data_key'))} WHERE id = ANY(${ids}::uuid[])`,
];
