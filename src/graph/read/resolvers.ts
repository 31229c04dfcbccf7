/** The only resolvers of reads: root fields, which read everything below them, and links, which hand it out. */
import DataLoader from 'dataloader';
import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import { inLane, type Lane, type Row } from '../../database/query';
import { actorScope } from '../../policy/rights';
import type { CountryReader, RequestContext } from '../../server/context';
import { parseId, type GlobalId } from '../global-id';
import { allThings, type Thing } from '../thing';
import { connectionOf, merge, type Connection } from './connection';
import { actorOf, read } from './execute';
import { planList, type ListArguments, type ListPlan } from './list';
import { planObject, slotOf, type Plan, type Planning } from './plan';
import { shownOfPage } from './shown';
import { countStatement, keyedStatement, pageStatement } from './statement';

type Resolver<Arguments, Answer> = GraphQLFieldResolver<unknown, RequestContext, Arguments, Promise<Answer>>;

function planningOf(ctx: RequestContext, info: GraphQLResolveInfo): Planning {
  const { secrets, limits } = ctx.app.config;
  return { actor: actorOf(ctx), cursorSecret: secrets.token, maxPageSize: limits.pageSize, walk: info };
}

const mayRead = (ctx: RequestContext, thing: Thing): boolean =>
  ctx.actor !== null && actorScope(ctx.actor, thing.dataClass, 'read') !== null;

/** Countries that a list is read in: all in scope, or the one that it is narrowed to. */
const narrowed = (ctx: RequestContext, country: string | null | undefined): readonly CountryReader[] =>
  country ? ctx.scope.filter((reader) => reader.code === country) : ctx.scope;

/** `cases(…)`: one connection over every country in scope. */
export const connectionResolver =
  (thing: Thing): Resolver<ListArguments, Connection | null> =>
  async (_root, given, ctx, info) => {
    if (!mayRead(ctx, thing)) return null;
    const list = planList(planningOf(ctx, info), thing, thing.plural, given, info.fieldNodes);
    return readList(ctx, list, narrowed(ctx, given.country));
  };

async function readList(ctx: RequestContext, list: ListPlan, readers: readonly CountryReader[]): Promise<Connection> {
  const parts = await Promise.all(
    readers.map(({ code, pool }) => inLane(code, pool, (lane) => readCountry(ctx, list, lane))),
  );
  const total = parts.reduce((sum, { count }) => sum + count, 0);
  return connectionOf(
    list,
    merge(
      list,
      parts.map(({ page }) => page),
    ),
    total,
  );
}

/** A country's page of a list and its count, as far as they are wanted. */
async function readCountry(ctx: RequestContext, list: ListPlan, lane: Lane): Promise<{ page: Row[]; count: number }> {
  const actor = actorOf(ctx);
  const [page, counted] = await Promise.all([
    list.wants.rows ? read(ctx, lane, list.plan, pageStatement(actor, list, lane.code), shownOfPage(list)) : [],
    list.wants.totalCount ? lane.rows(countStatement(actor, list)) : [],
  ]);
  return { page, count: (counted[0]?.count as number | undefined) ?? 0 };
}

/** `case(id:)`. */
export const singularResolver =
  (thing: Thing): Resolver<{ id: string; purpose?: string | null }, Row | null> =>
  async (_root, { id, purpose }, ctx, info) => {
    if (!mayRead(ctx, thing)) return null;
    const wanted = parseId(id);
    const plan = planObject(planningOf(ctx, info), thing, info.fieldNodes, purpose);
    return loadersOf(ctx).load(plan, wanted);
  };

/** `node(id:)`: the type is in the id; a type that the account may not see is a record that does not exist. */
export const nodeResolver: Resolver<{ id: string }, Row | null> = async (_root, { id }, ctx, info) =>
  (await readNodes(ctx, info, [id]))[0] ?? null;

export const nodesResolver: Resolver<{ ids: string[] }, (Row | null)[]> = async (_root, { ids }, ctx, info) =>
  readNodes(ctx, info, ids);

/** One plan for each type, so that records of one type are read together. */
function readNodes(ctx: RequestContext, info: GraphQLResolveInfo, ids: readonly string[]): Promise<(Row | null)[]> {
  const plans = new Map<Thing, Plan>();
  const wanted = ids.map(parseId);
  return Promise.all(
    wanted.map((id) => {
      const thing = id.type === null ? undefined : allThings.get(id.type);
      if (!thing || !mayRead(ctx, thing)) return Promise.resolve(null);
      const plan = plans.get(thing) ?? planObject(planningOf(ctx, info), thing, info.fieldNodes);
      plans.set(thing, plan);
      return loadersOf(ctx).load(plan, id);
    }),
  );
}

/** Reads one record for a payload or a personal field, with what the document selects of it. */
export async function readOne(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  thing: Thing,
  uuid: string,
  nodes: GraphQLResolveInfo['fieldNodes'],
): Promise<Row | null> {
  if (!mayRead(ctx, thing)) return null;
  const plan = planObject(planningOf(ctx, info), thing, nodes);
  return loadersOf(ctx).load(plan, { type: null, country: null, uuid });
}

/** Reads the first record of a thing in its own order: for tables that hold one row. */
export async function readFirst(ctx: RequestContext, info: GraphQLResolveInfo, thing: Thing): Promise<Row | null> {
  const list = planList(planningOf(ctx, info), thing, thing.plural, { first: 1 }, []);
  const plan = planObject(planningOf(ctx, info), thing, info.fieldNodes);
  const [reader] = ctx.scope;
  if (!reader || !mayRead(ctx, thing)) return null;
  const statement = pageStatement(actorOf(ctx), { ...list, plan }, reader.code);
  const [row] = await inLane(reader.code, reader.pool, (lane) => read(ctx, lane, plan, statement));
  return row ?? null;
}

/** Records by id: those asked for by one plan are read in one statement for each country. Lives for one request. */
class RecordLoaders {
  readonly #byThing = new Map<Thing, DataLoader<{ plan: Plan; id: GlobalId }, Row | null>>();

  constructor(private readonly ctx: RequestContext) {}

  load(plan: Plan, id: GlobalId): Promise<Row | null> {
    let loader = this.#byThing.get(plan.thing);
    if (!loader) {
      loader = new DataLoader((wanted) => this.#batch(wanted), { cache: false });
      this.#byThing.set(plan.thing, loader);
    }
    return loader.load({ plan, id });
  }

  async #batch(wanted: readonly { plan: Plan; id: GlobalId }[]): Promise<(Row | null)[]> {
    const groups = groupByPlan(wanted);
    const found = await Promise.all(
      groups.map(async ({ plan, ids }) => {
        const pages = await Promise.all(this.ctx.scope.map((reader) => this.#read(reader, plan, ids)));
        return { plan, byId: new Map(pages.flat().map((row) => [row.$id as string, row])) };
      }),
    );
    return wanted.map(({ plan, id }) => {
      const row = found.find((group) => group.plan === plan)?.byId.get(id.uuid);
      return row && matches(plan.thing, row, id) ? row : null;
    });
  }

  #read(reader: CountryReader, plan: Plan, ids: readonly string[]): Promise<Row[]> {
    const id = plan.thing.attributes.get('id');
    if (!id) throw new Error(`${plan.thing.name} has no id`);
    const statement = keyedStatement(actorOf(this.ctx), plan, id, ids);
    return inLane(reader.code, reader.pool, (lane) => read(this.ctx, lane, plan, statement));
  }
}

/** An id that names another type or country than the record's is the id of no record. */
const matches = (thing: Thing, row: Row, { type, country }: GlobalId): boolean =>
  (type === null || type === thing.name) && (country === null || country === row.country);

function groupByPlan(wanted: readonly { plan: Plan; id: GlobalId }[]): { plan: Plan; ids: string[] }[] {
  const groups = new Map<Plan, string[]>();
  for (const { plan, id } of wanted) groups.set(plan, [...(groups.get(plan) ?? []), id.uuid]);
  return [...groups].map(([plan, ids]) => ({ plan, ids }));
}

const loaders = new WeakMap<RequestContext, RecordLoaders>();

function loadersOf(ctx: RequestContext): RecordLoaders {
  let found = loaders.get(ctx);
  if (!found) loaders.set(ctx, (found = new RecordLoaders(ctx)));
  return found;
}

/** Links were read with their parents: no promise for a row. */
export const linkResolver: GraphQLFieldResolver<Row, RequestContext> = (row, _args, _ctx, info) =>
  row[slotOf(info.fieldNodes[0]?.alias?.value ?? info.fieldName)] ?? null;
