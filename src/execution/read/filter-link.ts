/** Filters on links: what lies behind a link may be asked for only as far as it may be seen. */
import { and, ident, raw, sql, TRUE, type Sql } from '../../base/sql';
import { ForbiddenError } from '../../policy/denial';
import { seesBehind } from '../../policy/reach';
import { actorScopes, rolesThatRead, rowScope, type Viewpoint } from '../../policy/rights';
import { isLinkColumn, type Attribute, type Link, type Thing } from '../../model/thing';

const alias = 'seen';

/** The link that an attribute is the column of. */
export const linkOfColumn = (thing: Thing, { name }: Attribute): Link | undefined =>
  isLinkColumn(thing, name)
    ? [...thing.links.values()].find((link) => link.kind === 'one' && link.local === name)
    : undefined;

/**
 * Whether the record that `value` points at is one that the actor may see; `TRUE` where the policy lets it see all, or
 * all that rows which it sees lead to.
 * @throws ForbiddenError when the actor's role may not follow the link at all
 */
export function visibleBehind(actor: Viewpoint, thing: Thing, link: Link, value: Sql): Sql {
  const target = link.target();
  const { dataClass } = target;
  const asked = actorScopes(actor, dataClass, 'read');
  if (asked.length === 0) {
    const coordinate = `${thing.name}.${link.name}`;
    throw new ForbiddenError({ coordinate, dataClass, readableBy: rolesThatRead(dataClass) });
  }
  if (seesBehind(thing, actorScopes(actor, thing.dataClass, 'read'), link, asked)) return TRUE;
  const within = rowScope(actor, target, 'read', alias);
  if (within === TRUE) return TRUE;
  return sql`EXISTS (SELECT 1 FROM ${ident(target.table)} ${ident(alias)} WHERE ${raw(`${alias}.id`)} = ${value} AND ${within})`;
}

/** A comparison of a link as the actor sees it: one that leads out of sight is one that leads nowhere. */
export function asSeen(seen: Sql, comparison: Sql, operator: string, given: unknown): Sql {
  if (seen === TRUE) return comparison;
  if (operator === 'ne') return sql`(${comparison} OR NOT ${seen})`;
  if (operator === 'isNull') return given === true ? sql`NOT ${seen}` : seen;
  return and([comparison, seen]);
}
