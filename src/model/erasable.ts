/**
 * What is erased for good when its time is over. The roles that serve remove no row of a table themselves: of each there is
 * a view of those rows whose erasure stands in `erased_record`, to which they can only add. So nothing goes without a trace.
 */
import { ident, sql } from '../base/sql';
import { thingOf, type Constructor, type Thing } from './thing';

/** The trail of what was erased: ids of records and of data keys. */
export const erasedTable = 'erased_record';

/** The view of a table's rows that may be removed. */
export const erasableOf = (table: string): string => `erasable_${table}`;

export interface ErasableView {
  readonly name: string;
  /** As `CREATE VIEW … AS` takes it. */
  readonly definition: string;
}

const isErased = (id: string): string => `EXISTS (SELECT FROM ${erasedTable} e WHERE e.id = ${id})`;

/** The view of a thing's rows. */
const viewOf = ({ table }: Thing): ErasableView => ({
  name: erasableOf(table),
  definition: `SELECT id FROM ${ident(table).text} t WHERE ${isErased('t.id')}`,
});

/** What stood in the history of a record goes with it; that something was done, by whom and when, stays. */
const ofHistory: ErasableView = {
  name: erasableOf('record_change'),
  definition: `SELECT id FROM record_change t WHERE EXISTS (SELECT FROM audit_event a WHERE a.id = t.id AND ${isErased('a.record_id')})`,
};

/** Keys stand in a schema of their own. */
const ofKeys: ErasableView = {
  name: erasableOf('data_key'),
  definition: `SELECT id FROM data_key t WHERE ${isErased('t.id')}`,
};

export const erasableViews = (things: Iterable<Thing>): readonly ErasableView[] => [
  ...[...things].filter(({ erased }) => erased).map(viewOf),
  ofHistory,
  ofKeys,
];

/** A DELETE of rows whose erasure was noted before. */
export const erasing = (target: Constructor, ids: readonly string[]) =>
  sql`DELETE FROM ${ident(erasableOf(thingOf(target).table))} WHERE id = ANY(${ids}::uuid[])`;
