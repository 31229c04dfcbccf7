/**
 * A list that leaves as a file: every row of it that the actor may read, in the order that was asked for. What is logged
 * record by record never leaves so.
 */
import type { FieldNode } from 'graphql';
import { and, column, raw, sql, TRUE, type Sql } from '../../base/sql';
import type { Thing } from '../../model/thing';
import type { Place } from '../../base/path';
import type { Field } from '../argument-set';
import { Hole, type Bound } from '../hole';
import { alias, type ListPlan } from '../list';
import { Part, type Count } from '../part';
import { countOf, standing } from '../plan-connection';
import { planObject } from '../plan-object';
import { rootSource } from '../plan-read';
import type { Planning } from '../planning';
import { orderBy } from '../read/order';
import type { Write } from '../writing';

export interface RowsPlan {
  readonly list: ListPlan;
  readonly part: Part;
  readonly count: Count;
  /** A row as JSON. */
  readonly write: Write;
}

export interface Listed {
  readonly thing: Thing;
  readonly field: Field;
  /** The field as it stands in the document, with its arguments. */
  readonly node: FieldNode;
  /** What is selected of each row. */
  readonly rows: readonly FieldNode[];
  readonly place: Place;
}

/** Null where the actor may read none. */
export function planRows(planning: Planning, { thing, field, node, rows, place }: Listed): RowsPlan | null {
  const source = rootSource(planning, thing);
  if (!source) return null;
  const target = standing(source);
  const given = planning.arguments(field, node);
  const wants = { rows: true, cursors: false, more: false, totalCount: true };
  const list = planning.list({ thing, name: thing.plural, question: undefined, given, wants, isFixed: true });
  const number = planning.partNumber();
  const tail = new Hole((request) => tailOf(list, number, request));
  const part = new Part(number, target, null, { tail, length: null, order: null, shown: null });
  const write = planObject(planning, { part, source: target, place }, rows);
  const count = countOf(planning, list, target, null);
  return { list, part, count, write };
}

/** All rows; or, where others begin from them, those of these ids, in the same order. */
function tailOf({ number }: ListPlan, part: number, request: Bound): Sql {
  const { condition, terms } = request.list(number);
  const ids = request.ids(part);
  const among = ids.length === 0 ? TRUE : sql`${column(alias, 'id')} = ANY(${ids}::uuid[])`;
  const all = and([condition, among]);
  const where = all === TRUE ? raw('') : sql` AND ${all}`;
  return sql`${where} ORDER BY ${orderBy(alias, terms, false)}`;
}
