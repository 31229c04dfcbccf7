/** Runs plans: in every country in scope, level by level, and makes the rows ready for the serializer. */
import type { Lane, Row } from '../../database/query';
import type { Sql } from '../../database/sql';
import { dataClasses } from '../../policy/table';
import type { RequestContext } from '../../server/context';
import { label } from '../codelist';
import { globalId } from '../global-id';
import { codesOf, type Thing } from '../thing';
import { logged } from './access-log';
import { connectionOf, emptyConnection, pagesByParent, type Connection } from './connection';
import type { ListPlan } from './list';
import type { LinkPlan, Plan } from './plan';
import { allShown, shownOfPages, type Shown } from './shown';
import { countsStatement, keyedStatement, pagesStatement } from './statement';
import { unseal } from './unseal';

export type { Row } from '../../database/query';

/** Reads rows of a plan in one country (a lane) and finishes them, links included. */
export async function read(
  ctx: RequestContext,
  lane: Lane,
  plan: Plan,
  statement: Sql,
  shown: Shown = allShown,
): Promise<Row[]> {
  const isLogged = dataClasses[plan.thing.dataClass].logged;
  const found = await lane.rows(isLogged ? logged(ctx, plan, statement, shown) : statement);
  if (found.length === 0) return found;
  for (const row of found) finish(ctx, plan, row, lane.code);
  const visible = shown.of(found);
  if (plan.thing.sealed) unseal(ctx, lane.code, plan, visible);
  await Promise.all(plan.links.map((link) => attach(ctx, lane, plan.thing, link, visible)));
  return found;
}

/** Gives a row what is not a column: its type, country, global id and labels. */
function finish(ctx: RequestContext, { thing, wantsId, labels }: Plan, row: Row, country: string): void {
  row.$type = thing.name;
  row.country = country;
  if (wantsId) row.id = globalId(thing.name, country, row.$id as string);
  for (const { name, attribute } of labels) {
    const codes = codesOf(attribute.type);
    const value = row[attribute.name];
    if (!codes || value === null) row[name] = null;
    else if (Array.isArray(value)) row[name] = value.map((code: string) => label(codes, code, ctx.locale));
    else row[name] = label(codes, value as string, ctx.locale);
  }
}

const keyOf = (row: Row, attribute: string): string | null =>
  row[attribute === 'id' ? '$id' : attribute] as string | null;

/** The attribute of a thing that links are followed by; every thing has its id. */
function attributeOf(thing: Thing, name: string) {
  const attribute = thing.attributes.get(name);
  if (!attribute) throw new Error(`${thing.name} has no attribute ${name}`);
  return attribute;
}

/** Reads what a link leads to, for all rows at once, and puts it where the link's resolver looks. */
async function attach(ctx: RequestContext, lane: Lane, thing: Thing, link: LinkPlan, parents: Row[]): Promise<void> {
  const local = attributeOf(thing, link.link.local).name;
  const keys = [...new Set(parents.map((row) => keyOf(row, local)).filter((key) => key !== null))];
  if (link.list) {
    const connections = await connectionsFor(ctx, lane, link, link.list, keys);
    for (const row of parents) row[link.slot] = connections.get(keyOf(row, local) ?? '') ?? emptyConnection(link.list);
    return;
  }
  const foreign = attributeOf(link.plan.thing, link.link.foreign);
  const found = keys.length
    ? await read(ctx, lane, link.plan, keyedStatement(actorOf(ctx), link.plan, foreign, keys))
    : [];
  const byKey = new Map(found.map((row) => [keyOf(row, foreign.name), row]));
  for (const row of parents) row[link.slot] = byKey.get(keyOf(row, local)) ?? null;
}

async function connectionsFor(
  ctx: RequestContext,
  lane: Lane,
  { link, plan }: LinkPlan,
  list: ListPlan,
  keys: readonly string[],
): Promise<Map<string, Connection>> {
  if (keys.length === 0) return new Map();
  const foreign = attributeOf(plan.thing, link.foreign);
  const actor = actorOf(ctx);
  const [found, counts] = await Promise.all([
    list.wants.rows
      ? read(ctx, lane, plan, pagesStatement(actor, list, foreign, keys, lane.code), shownOfPages(list))
      : [],
    list.wants.totalCount ? lane.rows(countsStatement(actor, list, foreign, keys)) : [],
  ]);
  const totals = new Map(counts.map((row) => [row.parent as string, row.count as number]));
  const pages = pagesByParent(found);
  return new Map(keys.map((key) => [key, connectionOf(list, pages.get(key) ?? [], totals.get(key) ?? 0)]));
}

/** Reads are only ever planned for somebody. */
export function actorOf(ctx: RequestContext) {
  if (!ctx.actor) throw new Error('a read without an actor');
  return ctx.actor;
}
