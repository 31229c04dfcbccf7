/**
 * Records in what graphql-js runs: of a mutation's payload, of the viewer. They are read as planned like any other,
 * and handed on by response key, since that is how they were written.
 */
import DataLoader from 'dataloader';
import { defaultFieldResolver, responsePathAsArray, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Thing } from '../model/thing';
import type { RequestContext } from '../base/context';
import type { Actor } from '../base/actor';
import { Binding } from './bind';
import { fly } from './flight';
import type { Path } from '../base/path';
import { planningFor } from './plan-for';
import { planFirst, planRecord, type RecordPlan } from './plan-read';
import type { Planning } from './planning';
import { Statements } from './statement';
import { kindOf, writingFor } from './reading';
import type { Walk } from './selection';
import { writeRecord } from './root-field';

/** A record that was read, or a part of one. */
export class ReadRecord {
  constructor(readonly value: Readonly<Record<string, unknown>>) {}
}

/** Hands out what a record was written with; whatever else has its fields as properties. */
export const readByKey: GraphQLFieldResolver<unknown, unknown> = (source, args, ctx, info) =>
  source instanceof ReadRecord ? wrapped(source.value[info.path.key]) : defaultFieldResolver(source, args, ctx, info);

function wrapped(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(wrapped);
  return typeof value === 'object' && value !== null ? new ReadRecord(value as Record<string, unknown>) : value;
}

/** A record as the document selects it below this field; null when the actor may not see it. */
export async function readRecord(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  thing: Thing,
  uuid: string,
): Promise<ReadRecord | null> {
  const plan = planFor(ctx, info, thing, 'id');
  return plan && loaderOf(ctx, plan, info).load({ uuid, path: responsePathAsArray(info.path) });
}

/** The first record of a thing: of a table that holds one. */
export async function readFirst(
  ctx: RequestContext,
  info: GraphQLResolveInfo,
  thing: Thing,
): Promise<ReadRecord | null> {
  const plan = planFor(ctx, info, thing, 'first');
  return plan && loaderOf(ctx, plan, info).load({ uuid: null, path: responsePathAsArray(info.path) });
}

interface FieldPlan {
  readonly record: RecordPlan;
  readonly planning: Planning;
  readonly statements: Statements;
}

interface Wanted {
  /** Null for the first there is. */
  readonly uuid: string | null;
  /** Where the record stands in the answer. */
  readonly path: Path;
}

const keptPlans = 32;
const plans = new WeakMap<object, LRUCache<string, FieldPlan>>();

/** Plans are kept with the field of the document; switches and the kind of actor tell them apart. */
function planFor(ctx: RequestContext, info: GraphQLResolveInfo, thing: Thing, by: 'id' | 'first'): FieldPlan | null {
  const [node] = info.fieldNodes;
  if (!ctx.actor || !node) return null;
  let kept = plans.get(node);
  if (!kept) plans.set(node, (kept = new LRUCache({ max: keptPlans })));
  const switches = switchesOf(info.variableValues);
  const key = JSON.stringify([kindOf(ctx.actor), by, switches]);
  const found = kept.get(key) ?? makePlan(ctx.actor, { ...info, variableValues: switches }, thing, by);
  if (found) kept.set(key, found);
  return found;
}

const switchesOf = (variables: Walk['variableValues']): Walk['variableValues'] =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => typeof value === 'boolean'));

function makePlan(actor: Actor, info: GraphQLResolveInfo, thing: Thing, by: 'id' | 'first'): FieldPlan | null {
  const { schema, fragments, variableValues } = info;
  // A plan stays: what else the request brought does not belong in it.
  const planning = planningFor({ schema, fragments, variableValues }, actor);
  const selection = { nodes: info.fieldNodes, place: [] };
  const record = by === 'id' ? planRecord(planning, thing, selection, null) : planFirst(planning, thing, selection);
  return record && { record, planning, statements: new Statements() };
}

type Loader = DataLoader<Wanted, ReadRecord | null>;
const loaders = new WeakMap<RequestContext, Map<FieldPlan, Loader>>();

/** Records that are asked for in one moment by one plan are read together. Lives for one request. */
function loaderOf(ctx: RequestContext, plan: FieldPlan, { variableValues }: GraphQLResolveInfo): Loader {
  let ofRequest = loaders.get(ctx);
  if (!ofRequest) loaders.set(ctx, (ofRequest = new Map<FieldPlan, Loader>()));
  let loader = ofRequest.get(plan);
  if (!loader) {
    loader = new DataLoader((wanted: readonly Wanted[]) => load(ctx, plan, variableValues, wanted), { cache: false });
    ofRequest.set(plan, loader);
  }
  return loader;
}

async function load(
  ctx: RequestContext,
  { record, planning, statements }: FieldPlan,
  variables: GraphQLResolveInfo['variableValues'],
  wanted: readonly Wanted[],
): Promise<(ReadRecord | null)[]> {
  const { actor, scope } = ctx;
  if (!actor) return wanted.map(() => null);
  const binding = new Binding(ctx, actor, planning.viewpoint, variables);
  binding.bind(planning);
  binding.read(
    record.part.number,
    wanted.flatMap(({ uuid }) => (uuid === null ? [] : [{ type: null, country: null, uuid }])),
  );
  const { place } = record.part.main;
  const readers = scope.filter(({ code }) => (place ?? code) === code);
  const asked = new Map(readers.map((reader) => [reader, [{ part: record.part, count: null }]]));
  const answered = await fly(statements, binding, asked, null);
  return wanted.map(({ uuid, path }) => {
    const writing = writingFor(ctx, binding);
    const text = writeRecord(record, uuid === null ? null : { uuid, country: null }, answered, readers, writing);
    ctx.told.take(writing, path);
    return text === undefined || text === 'null' ? null : new ReadRecord(JSON.parse(text) as Record<string, unknown>);
  });
}
