/** A connection in a document: which rows it takes, whether they are counted, and how its pages are written. */
import { Kind, type FieldNode } from 'graphql';
import { and, column, ident, lookedFor, sql, TRUE, type Sql } from '../base/sql';
import { isVoidable, type Thing } from '../model/thing';
import { isLogged, stands } from '../policy/rights';
import { logReads } from './access-log';
import { isConstant } from './bind';
import { Hole } from './hole';
import { conditionOf, rowsOf, sortColumns, sortNames, tailOf, type BoundList, type ListPlan, type Wants } from './list';
import type { Sorted } from './page';
import { Part, type Count, type Source } from './part';
import { POSITION, type Place } from '../base/path';
import { planObject } from './plan-object';
import type { Planning, Spot } from './planning';
import type { Field } from './argument-set';
import type { ArgumentSet } from './argument-set';
import { selectedFields, type Selected } from './selection';
import {
  connectionWriter,
  cursorWriter,
  edgesWriter,
  nodeWriter,
  pageInfoWriter,
  type Slot,
  type WriteEdge,
  type WritePage,
} from './write-connection';
import type { Write } from './writing';

export interface Connection {
  /** Rows of the list, as far as the actor may read them. */
  readonly target: Source;
  /** Binds its cursors. */
  readonly name: string;
  readonly field: Field;
  readonly nodes: readonly FieldNode[];
  readonly place: Place;
  /** The SQL name of the key that the list hangs on; null for a root field. */
  readonly key: Sql | null;
  /** Where its rows are no records: what its cursors are bound to, how a row is planned, and what else a page has. */
  readonly own?: {
    readonly question: NonNullable<ListPlan['question']>;
    readonly node: (spot: Spot, nodes: readonly FieldNode[]) => Write;
    readonly page: Readonly<Record<string, (part: Part) => WritePage>>;
  };
}

export interface ConnectionPlan {
  readonly list: ListPlan;
  /** Null where no rows, or no total, are selected. */
  readonly part: Part | null;
  readonly count: Count | null;
  /** Null where nobody needs what rows are sorted by. */
  readonly sorted: Sorted | null;
  readonly write: WritePage;
}

export function planConnection(planning: Planning, given: Connection): ConnectionPlan {
  const connection = { ...given, target: standing(given.target) };
  const { target, name, field, nodes, key } = connection;
  const { thing } = target;
  const selected = [...selectedFields(planning.walk, `${thing.name}Connection`, nodes).values()];
  const set = planning.arguments(field, nodes[0] as FieldNode);
  const wants = wantsOf(planning, thing.name, selected, given.own?.page);
  const question = given.own?.question;
  const list = planning.list({ thing, name, question, given: set, wants, isFixed: isFixed(set) });
  const isSorted = list.wants.cursors || (key === null && planning.isRegional);
  const part = list.wants.rows ? partOf(planning, list, target, key, isSorted) : null;
  const sorted = part && isSorted ? sortedOf(part) : null;
  const slots = selected.map((each) => ({
    key: each.key,
    write: slot(planning, connection, { list, part, sorted }, each),
  }));
  if (part) logReads(part, target, planning.purpose(set));
  const purpose = isLogged(thing) ? planning.purpose(set) : null;
  const count = list.wants.totalCount ? countOf(planning, list, target, purpose) : null;
  return { list, part, count, sorted, write: connectionWriter(slots) };
}

/** What was recorded in error stands in no list, nor what says nothing without it. */
export function standing(target: Source): Source {
  const { thing, alias, condition, counted } = target;
  const own = isVoidable(thing) ? [stands(alias)] : [];
  const all = thing.standsWith === undefined ? own : [...own, standsBehind(thing, alias, thing.standsWith)];
  if (all.length === 0) return target;
  const among = (rows: Sql): Sql => and([rows, ...all]);
  return { ...target, condition: among(condition), ...(counted && { counted: among(counted) }) };
}

function standsBehind(thing: Thing, alias: string, name: string): Sql {
  const link = thing.links.get(name);
  const [local, foreign] = [thing.attributes.get(link?.local ?? ''), link?.target().attributes.get(link.foreign)];
  if (!link || !local || !foreign) throw new Error(`${thing.name} stands with ${name}, which is no link of it`);
  const inner = `${alias}w`;
  const same = sql`${column(inner, foreign.column)} = ${column(alias, local.column)}`;
  return lookedFor(sql`SELECT FROM ${ident(link.target().table)} ${ident(inner)} WHERE ${same} AND ${stands(inner)}`);
}

function partOf(planning: Planning, list: ListPlan, target: Source, key: Sql | null, isSorted: boolean): Part {
  const hole = (fill: (bound: BoundList, country: string) => Sql): Hole => listHole(list, fill);
  const tail = hole((bound, country) => tailOf(list, bound, country));
  const { kept } = target;
  const main = kept ? { ...target, rows: kept.page(tail), condition: TRUE } : target;
  return new Part(planning.partNumber(), main, key, {
    tail,
    length: list.isFixed ? null : hole((bound) => sql`${rowsOf(list, bound)}`),
    order: isSorted ? hole((bound) => sortColumns(target.thing, bound)) : null,
    shown: list.wants.more ? hole(({ limit }) => sql`${limit}`) : null,
  });
}

/**
 * What a list decides is made once where its arguments are the same in every request, and kept for those only: nothing
 * of a request may stay behind in a plan. Cursors mean another thing in each country.
 */
function listHole({ number, given }: ListPlan, fill: (bound: BoundList, country: string) => Sql): Hole {
  if (!isConstant(given)) return new Hole((request) => fill(request.list(number), request.country));
  let last: BoundList | undefined;
  let filling: Sql;
  return new Hole((request) => {
    const bound = request.list(number);
    if (bound === last) return filling;
    const made = fill(bound, request.country);
    if (!bound.after && !bound.before) [last, filling] = [bound, made];
    return made;
  });
}

const isFixed = ({ node }: ArgumentSet): boolean =>
  !node.arguments?.some(({ name, value }) => /^(first|last)$/.test(name.value) && value.kind === Kind.VARIABLE);

/** The rows of a source where they are not read, but counted. */
export const countedIn = (source: Source): Source => {
  const { kept, counted = source.condition } = source;
  return kept ? { ...source, rows: kept.all, condition: kept.open } : { ...source, condition: counted };
};

/** How many rows the list has. */
export const countOf = (planning: Planning, { number }: ListPlan, source: Source, purpose: Hole | null): Count => ({
  purpose,
  number: planning.partNumber(),
  source: countedIn(source),
  condition: new Hole((request) => conditionOf(request.list(number))),
});

const sortedOf = (part: Part): Sorted => ({
  values: sortNames(part.main.thing).map((name) => part.cell(column(part.main.alias, name))),
  id: part.id(part.main),
});

const has = (fields: readonly Selected[], ...names: readonly string[]): boolean =>
  fields.some(({ name }) => names.includes(name));

function wantsOf({ walk }: Planning, thing: string, selected: readonly Selected[], own: object = {}): Wants {
  const inside = (name: string, type: string): Selected[] =>
    selected
      .filter((field) => field.name === name)
      .flatMap(({ nodes }) => [...selectedFields(walk, type, nodes).values()]);
  const edges = inside('edges', `${thing}Edge`);
  const pageInfo = inside('pageInfo', 'PageInfo');
  return {
    rows: has(selected, 'edges', 'pageInfo', ...Object.keys(own)),
    cursors: has(edges, 'cursor') || has(pageInfo, 'startCursor', 'endCursor'),
    more: has(pageInfo, 'hasNextPage', 'hasPreviousPage'),
    totalCount: has(selected, 'totalCount'),
  };
}

type Planned = Pick<ConnectionPlan, 'list' | 'part' | 'sorted'>;

function slot(planning: Planning, connection: Connection, planned: Planned, selected: Selected): WritePage {
  const { name, nodes } = selected;
  if (name === 'totalCount') return ({ total }) => String(total);
  if (name === '__typename') return () => `"${connection.target.thing.name}Connection"`;
  const own = connection.own?.page[name];
  if (own && planned.part) return own(planned.part);
  if (name === 'edges') return edges(planning, connection, planned, selected);
  const fields = [...selectedFields(planning.walk, 'PageInfo', nodes).values()];
  return pageInfoWriter(fields, planned.list, planned.sorted);
}

function edges(
  planning: Planning,
  { target, place, own }: Connection,
  planned: Planned,
  { key, nodes }: Selected,
): WritePage {
  const { list, part, sorted } = planned;
  const here: Place = [...place, key, POSITION];
  const fields = [...selectedFields(planning.walk, `${target.thing.name}Edge`, nodes).values()];
  const slots = fields.map((field): Slot<WriteEdge> => {
    if (field.name === '__typename') return { key: field.key, write: () => `"${target.thing.name}Edge"` };
    if (field.name === 'cursor' && sorted) return { key: field.key, write: cursorWriter(list, sorted) };
    if (!part) throw new Error('edges without rows');
    const spot: Spot = { part, source: target, place: [...here, field.key] };
    return {
      key: field.key,
      write: nodeWriter(own ? own.node(spot, field.nodes) : planObject(planning, spot, field.nodes)),
    };
  });
  return edgesWriter(slots, here);
}
