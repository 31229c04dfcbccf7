/** What is kept of a period that is locked, and which locks a table meets. */
import { join, raw, sql, type Sql } from '../../../base/sql';
import { periodOf, type Period } from '../../../base/period/period';
import {
  columnOfMeasure,
  countings,
  dimensionColumns,
  type Counting,
  type Kept,
  type Live,
} from '../counting/counting';
import { allIndicators, type Indicator } from '../indicator';
import { notYet } from '../maturity';

export interface Lock {
  readonly id: string;
  readonly period: string;
  readonly lockedOn: string;
  readonly versions: readonly string[];
}

/** Locks that stand, of periods between two days. */
export const locksBetween = (from: string, to: string): Sql => sql`
  SELECT id, period, locked_on::text AS "lockedOn", versions FROM reporting_period_lock
  WHERE voided_at IS NULL AND starts_on <= ${to}::date AND ends_on >= ${from}::date ORDER BY starts_on`;

/** Those by whose day the indicator had a value for the period: it is locked with no other. */
export const locksOf = (indicator: Indicator, locks: readonly Lock[]): readonly Lock[] =>
  locks.filter((lock) => notYet(indicator, periodOfLock(lock), lock.lockedOn) === null);

export function periodOfLock({ period }: Pick<Lock, 'period'>): Period {
  const found = periodOf(period);
  if (!found) throw new RangeError(`No period is named ${period}`);
  return found;
}

/** What a lock keeps of the versions of indicators. */
export const versionsNow = (): string[] => allIndicators().map(({ code, version }) => `${code} ${version}`);

/** By which version an indicator was counted that is locked; one that came later is counted as it is declared. */
export const versionIn = ({ versions }: Lock, { code, version }: Indicator): number =>
  Number(versions.find((one) => one.startsWith(`${code} `))?.slice(code.length + 1) ?? version);

const measuresOf = (counting: Counting): Sql => {
  const named = Object.keys(counting.measures).map((name) => `'${name}', sum(c.${columnOfMeasure(counting, name)})`);
  return raw(`jsonb_build_object(${named.join(', ')})`);
};

const columns = raw(dimensionColumns.map((name) => `c.${name}`).join(', '));

const ofKept = (one: Kept, lockId: string, { from, to }: Period): Sql => sql`
  SELECT ${lockId}::uuid, c.counting, c.month, ${columns}, c.amount, ${measuresOf(one)} FROM indicator_cell c
  WHERE c.counting = ${raw(`'${one.name}'`)} AND c.month BETWEEN ${from}::date AND ${to}::date
  GROUP BY c.id`;

const ofLive = (one: Live, lockId: string, { from, to }: Period): Sql => sql`
  SELECT ${lockId}::uuid, ${raw(`'${one.name}'`)}, ${from}::date, ${columns}, c.amount, ${measuresOf(one)}
  FROM (${one.rows(sql`${from}::date`, sql`${to}::date`)}) c GROUP BY ${columns}, c.amount`;

/** Keeps every cell of a period, in one statement: all of them of one moment. */
export function lockedNow(lockId: string, period: Period): Sql {
  const all = [...countings.values()].flatMap((one) => {
    if (one.kind === 'kept') return [ofKept(one, lockId, period)];
    return one.kind === 'live' ? [ofLive(one, lockId, period)] : [];
  });
  const named = raw(`lock_id, counting, month, ${dimensionColumns.join(', ')}, amount`);
  // What is read together lies together, and the same whenever it is locked.
  return sql`INSERT INTO locked_cell (${named}, measures)
    SELECT * FROM (${join(all, ' UNION ALL ')}) l (${named}, measures)
    ORDER BY counting, month, ${raw(dimensionColumns.toReversed().join(', '))}, amount, measures`;
}
