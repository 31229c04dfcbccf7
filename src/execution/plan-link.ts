/** Links in a document: to one record, which is joined to the row, or to a list, which is a part of its own. */
import type { FieldNode } from 'graphql';
import { column, FALSE, ident, raw, sql, TRUE, type Sql } from '../base/sql';
import type { Attribute, Link, Thing } from '../model/thing';
import { ForbiddenError } from '../policy/denial';
import { isJoint } from '../policy/reach';
import { actorScopes, readerOf, rolesThatRead, rowScope, scopesOf } from '../policy/rights';
import { HistoryEntry } from '../writing/history-entry.entity';
import { logCounts, logReads } from './access-log';
import { alias } from './list';
import { entriesOf, shownPage } from './page';
import { source, type Source } from './part';
import { planConnection } from './plan-connection';
import { planObject } from './plan-object';
import type { Planning, Spot } from './planning';
import type { Field } from './argument-set';
import type { Write } from './writing';

const nothing: Write = () => 'null';

export function planLink(planning: Planning, spot: Spot, link: Link, field: Field, nodes: readonly FieldNode[]): Write {
  return (link.kind === 'one' ? one : many)(planning, spot, link, field, nodes);
}

function one(planning: Planning, spot: Spot, link: Link, field: Field, nodes: readonly FieldNode[]): Write {
  const { part, source: from } = spot;
  const { column: name } = keyAttribute(from.thing, link.local);
  const key = part.export(from, name, column(from.alias, name));
  const target = targetOf(planning, from, link, planning.alias(), key);
  if (!target || target.place) return nothing;
  part.ones.push(target);
  const write = planObject(planning, { ...spot, source: target }, nodes);
  logReads(part, target, planning.purpose(planning.arguments(field, nodes[0] as FieldNode)));
  return write;
}

function many(planning: Planning, spot: Spot, link: Link, field: Field, nodes: readonly FieldNode[]): Write {
  const { part: parent, source: from } = spot;
  const target = targetOf(planning, from, link, alias, raw('p.key'));
  if (!target) return nothing;
  const key = parent.attribute(from, keyAttribute(from.thing, link.local));
  const unique = from === parent.main && link.local === 'id';
  const name = `${from.thing.name}.${link.name}`;
  const place = { place: spot.place, key: raw('p.key') };
  const { list, part, count, write } = planConnection(planning, { target, name, field, nodes, ...place });
  for (const each of [part, count]) if (each) parent.children.push({ part: each, key, unique });
  if (count) logCounts(parent, from, count);
  const elsewhere = target.place && notOfCountries(from.thing.name, link.name, target.thing);
  return (cells, at, writing) => {
    if (elsewhere && writing.here.country !== target.place) {
      writing.refuse(list, elsewhere, spot.place, nodes);
      return 'null';
    }
    const refusal = writing.refusal(list.given);
    if (refusal) return (writing.refuse(list, refusal, spot.place, nodes), 'null');
    const under = cells[at + key] ?? null;
    const { here } = writing;
    const entries = part && under !== null ? entriesOf(here, here.under(part, under)) : [];
    const total = count && under !== null ? here.count(count, under) : 0;
    return write(shownPage(writing.list(list.number), entries, total), writing);
  };
}

/**
 * Whoever sees a record only because it was shared, and writes none that were, sees it as it was shared and not what it
 * was before: of which records somebody sees the history, where that is not all. FALSE: of none.
 */
function withHistory({ viewpoint }: Planning, { scopes, thing }: Source, target: Thing, key: Sql): Sql {
  if (target.target !== HistoryEntry || !scopes.includes('referred')) return TRUE;
  if (scopesOf(viewpoint.role, thing.dataClass, 'write').includes('referred')) return TRUE;
  if (scopes.every((scope) => scope === 'referred')) return FALSE;
  const [record, own] = [raw('h'), rowScope(viewpoint, thing, 'read', 'h', { side: 'sent' })];
  return sql`EXISTS (SELECT 1 FROM ${ident(thing.table)} ${record} WHERE ${column('h', 'id')} = ${key} AND ${own})`;
}

/** What the region reads of its own doing it does not read of a country's: to answer that there is nothing would be a lie. */
export const notOfCountries = (type: string, field: string, { dataClass }: Thing): ForbiddenError =>
  new ForbiddenError({ coordinate: `${type}.${field}`, dataClass, readableBy: rolesThatRead(dataClass) });

/** What a link leads to: rows that belong to the record whose key `key` names, and that the actor may read. */
function targetOf(planning: Planning, from: Source, link: Link, name: string, key: Sql): Source | null {
  const thing = link.target();
  const { viewpoint, place } = readerOf(planning.viewpoint, thing.dataClass);
  const scopes = actorScopes(viewpoint, thing.dataClass, 'read');
  const told = withHistory(planning, from, thing, key);
  if (scopes.length === 0 || told === FALSE) return null;
  const foreign = column(name, keyAttribute(thing, link.foreign).column);
  const hangs = link.kind === 'many' && !isJoint(from.thing);
  const within = rowScope({ ...viewpoint, hangs }, thing, 'read', name, {
    known: { thing: from.thing, link, scopes: from.scopes },
  });
  const theirs = sql`${foreign} = ${key} AND ${within}`;
  const condition = told === TRUE ? theirs : sql`${theirs} AND ${told}`;
  return { ...source(thing, name, condition, scopes, from.thing), ...(place && { place }) };
}

/** The attribute of a thing that links are followed by. */
function keyAttribute(thing: Thing, name: string): Attribute {
  const attribute = thing.attributes.get(name);
  if (!attribute) throw new Error(`${thing.name} has no attribute ${name}`);
  return attribute;
}
