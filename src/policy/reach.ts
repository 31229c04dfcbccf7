/** Row scopes as SQL: the predicate that says which rows of a table a scope of the policy covers. */
import { and, column, FALSE, ident, or, sql, TRUE, type Sql } from '../database/sql';
import { thingOf, type Constructor, type Thing } from '../graph/thing';
import type { DataClass, Scope } from './table';

/** What of the actor a predicate needs. */
export interface Subject {
  readonly accountId: string;
  readonly organisationId: string | null;
}

/**
 * How the rows of a table belong to somebody. Attributes are named as in the entity. `own` and `organisation` list
 * the attributes that hold an account or an organisation; `through` follows another thing's reach (for `own` only
 * where no attribute says it); `referred` is the condition under which a receiving organisation sees a row.
 */
export interface Reach {
  readonly own?: readonly string[];
  readonly organisation?: readonly string[];
  readonly through?: { readonly thing: () => Constructor; readonly local: string; readonly foreign: string };
  readonly referred?: (alias: string, subject: Subject, dataClass: DataClass) => Sql;
}

/** The rows of `thing` (under `alias`) that `scope` covers for this subject. */
export function reachable(thing: Thing, alias: string, scope: Scope, subject: Subject): Sql {
  switch (scope) {
    case 'country':
    case 'region':
      return TRUE;
    case 'referred':
      return thing.reach.referred?.(alias, subject, thing.dataClass) ?? FALSE;
    case 'organisation':
      return ofOrganisation(thing, alias, subject);
    case 'own':
      return ofAccount(thing, alias, subject);
  }
}

function ofOrganisation(thing: Thing, alias: string, subject: Subject): Sql {
  const { organisationId } = subject;
  if (organisationId === null) return FALSE;
  const ways = holders(thing, alias, thing.reach.organisation, organisationId);
  if (thing.reach.through) ways.push(throughParent(thing, alias, thing.reach.through, 'organisation', subject));
  return or(ways);
}

/** What is mine is mine inside my organisation: a case that moved on takes its maker's access with it. */
function ofAccount(thing: Thing, alias: string, subject: Subject): Sql {
  const { own, organisation, through } = thing.reach;
  if (!own) return through ? throughParent(thing, alias, through, 'own', subject) : FALSE;
  const mine = or(holders(thing, alias, own, subject.accountId));
  return organisation || through ? and([mine, ofOrganisation(thing, alias, subject)]) : mine;
}

const holders = (thing: Thing, alias: string, names: readonly string[] | undefined, holder: string): Sql[] =>
  (names ?? []).map((name) => sql`${attributeColumn(thing, alias, name)} = ${holder}`);

function throughParent(
  thing: Thing,
  alias: string,
  { thing: target, local, foreign }: NonNullable<Reach['through']>,
  scope: Scope,
  subject: Subject,
): Sql {
  const parent = thingOf(target());
  const inner = `${alias}p`;
  const same = sql`${attributeColumn(parent, inner, foreign)} = ${attributeColumn(thing, alias, local)}`;
  const within = reachable(parent, inner, scope, subject);
  return sql`EXISTS (SELECT 1 FROM ${ident(parent.table)} ${ident(inner)} WHERE ${and([same, within])})`;
}

function attributeColumn(thing: Thing, alias: string, name: string): Sql {
  const attribute = thing.attributes.get(name);
  if (!attribute) throw new Error(`${thing.name} has no attribute ${name}`);
  return column(alias, attribute.column);
}
