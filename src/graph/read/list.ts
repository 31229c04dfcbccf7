/** A list as asked for: page, order, filter, and which parts of the connection are wanted. */
import type { FieldNode } from 'graphql';
import { badInput } from '../errors';
import type { Attribute, Thing } from '../thing';
import { CursorSeal } from './cursor';
import { filterCondition, type Filter } from './filter';
import { orderTerms, type OrderInput, type OrderTerm, type Place } from './order';
import { planObject, type Plan, type Planning } from './plan';
import { selectedFields, type Selected } from './selection';
import type { Sql } from '../../database/sql';

export interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderInput[] | null;
  readonly country?: string | null;
  readonly purpose?: string | null;
}

export interface ListPlan {
  readonly plan: Plan;
  readonly terms: readonly OrderTerm[];
  readonly condition: Sql;
  readonly limit: number;
  /** Read from the back: SQL runs in reverse order, the page is turned round afterwards. */
  readonly reversed: boolean;
  readonly after: Place | null;
  readonly before: Place | null;
  readonly seal: CursorSeal;
  readonly wants: {
    readonly rows: boolean;
    readonly cursor: boolean;
    readonly pageInfo: boolean;
    readonly totalCount: boolean;
  };
}

export const defaultPageSize = 20;

/** Plans a list from its arguments and the field nodes that select its connection. `name` binds its cursors. */
export function planList(
  planning: Planning,
  thing: Thing,
  name: string,
  given: ListArguments,
  nodes: readonly FieldNode[],
): ListPlan {
  const { limit, reversed } = pageOf(given, planning.maxPageSize);
  const terms = orderTerms(thing, given.orderBy);
  const seal = new CursorSeal(planning.cursorSecret, name, given.orderBy, given.filter, planning.actor);
  const parts = [...selectedFields(planning.walk, `${thing.name}Connection`, nodes).values()];
  const inEdges = edgeFields(planning, thing, parts);
  const plan = planObject(planning, thing, nodesOf(inEdges, 'node'), given.purpose);
  for (const { attribute } of terms) (plan.columns as Set<Attribute>).add(attribute);
  const wants = {
    rows: has(parts, 'edges') || has(parts, 'pageInfo'),
    cursor: has(inEdges, 'cursor'),
    pageInfo: has(parts, 'pageInfo'),
    totalCount: has(parts, 'totalCount'),
  };
  const after = given.after ? seal.open(given.after) : null;
  const before = given.before ? seal.open(given.before) : null;
  const condition = filterCondition(planning.actor, thing, 't', given.filter);
  return { plan, terms, condition, limit, reversed, after, before, seal, wants };
}

function edgeFields(planning: Planning, thing: Thing, parts: readonly Selected[]): Selected[] {
  const edges = nodesOf(parts, 'edges');
  return edges.length ? [...selectedFields(planning.walk, `${thing.name}Edge`, edges).values()] : [];
}

const has = (fields: readonly Selected[], name: string): boolean => fields.some((field) => field.name === name);

const nodesOf = (fields: readonly Selected[], name: string): FieldNode[] =>
  fields.filter((field) => field.name === name).flatMap((field) => field.nodes);

function pageOf({ first, last }: ListArguments, maxPageSize: number): { limit: number; reversed: boolean } {
  const reversed = last !== null && last !== undefined;
  const asked = last ?? first ?? Math.min(defaultPageSize, maxPageSize);
  if (reversed && first !== null && first !== undefined) {
    throw badInput('Ask for `first` or for `last`, not for both.', 'Peça `first` ou `last`, não ambos.');
  }
  if (asked < 0 || asked > maxPageSize) {
    throw badInput(
      `A page has between 0 and ${maxPageSize} records; ${asked} were asked for.`,
      `Uma página tem entre 0 e ${maxPageSize} registos; foram pedidos ${asked}.`,
    );
  }
  return { limit: asked, reversed };
}
