/**
 * Lists of what is mine for several reasons, where an organisation has many rows and few of them are mine: joined by OR
 * they are found by going through all that the organisation has. Under one key each, a list begins at mine.
 */
import { and, column, ident, sql, TRUE, type Sql } from '../base/sql';
import { isVoidable, type Thing } from '../model/thing';
import { actorScopes, seerOf, type Viewpoint } from './rights';

export interface KeptRows {
  /** Rows of each key by `tail` (` AND … ORDER BY … LIMIT …`), which is asked once more of them together. */
  readonly page: (tail: unknown) => Sql;
  /** All rows under my keys, whether they are open to me or not. */
  readonly all: Sql;
  /** Which of these are. */
  readonly open: Sql;
}

/** @returns null where the actor sees more than what is its own, or it is found in another way */
export function keptRows(actor: Viewpoint, thing: Thing, alias: string): KeptRows | null {
  const { kept, organisation: [name = ''] = [] } = thing.reach;
  const scopes = actorScopes(actor, thing.dataClass, 'read');
  const holder = thing.attributes.get(name);
  if (!kept || !holder || scopes.length !== 1 || scopes[0] !== 'own' || actor.organisationId === null) return null;
  if (isVoidable(thing) || thing.standsWith) throw new Error(`${thing.name} is kept under keys, and may not stand`);
  const subject = seerOf(actor);
  const open = (lists: 'read' | 'counted'): Sql => thing.reach.open?.(alias, { ...subject, lists }) ?? TRUE;
  const [key, mine] = [kept.key((of) => column(alias, of)), kept.mine(subject)];
  const ours = sql`${column(alias, holder.column)} = ${actor.organisationId}`;
  const [table, row] = [ident(thing.table), ident(alias)];
  // OFFSET 0: else they are looked for among all that the organisation has.
  const few = sql`(SELECT ${row}.* FROM ${table} ${row} WHERE ${kept.beside(alias, subject)} OFFSET 0) ${row}`;
  const beside = sql`SELECT ${row}.* FROM ${few} WHERE ${ours} AND ${key} <> ALL(${mine})`;
  const under = (keys: Sql): Sql =>
    sql`SELECT ${row}.* FROM ${table} ${row} WHERE ${and([ours, sql`${key} = ${keys}`])}`;
  return {
    page: (tail) => {
      const each = sql`${under(sql`k.key`)} AND ${open('read')}${tail}`;
      const first = sql`SELECT ${row}.* FROM unnest(${mine}) k(key) CROSS JOIN LATERAL (${each}) ${row}`;
      return sql`${first} UNION ALL (${beside} AND ${open('read')}${tail})`;
    },
    all: sql`${under(sql`ANY(${mine})`)} UNION ALL ${beside}`,
    open: open('counted'),
  };
}
