/** A list that leaves as a file: every row of it that the actor may read, a page after the other. */
import type { FieldNode } from 'graphql';
import type { Thing } from '../../model/thing';
import { isLogged } from '../../policy/rights';
import type { Place } from '../../base/path';
import { logReads } from '../access-log';
import type { Field } from '../argument-set';
import type { ListPlan } from '../list';
import type { Sorted } from '../page';
import type { Count, Part } from '../part';
import { countOf, partOf, sortedOf, standing } from '../plan-connection';
import { planObject } from '../plan-object';
import { rootSource } from '../plan-read';
import type { Planning } from '../planning';
import type { Write } from '../writing';

export interface RowsPlan {
  readonly list: ListPlan;
  readonly part: Part;
  readonly count: Count;
  readonly sorted: Sorted;
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
  const wants = { rows: true, cursors: true, more: false, totalCount: true };
  const list = planning.list({ thing, name: thing.plural, question: undefined, given, wants, isFixed: true });
  const part = partOf(planning, list, target, null, true);
  const sorted = sortedOf(part);
  const write = planObject(planning, { part, source: target, place }, rows);
  const purpose = planning.purpose(given);
  logReads(part, target, purpose);
  const count = countOf(planning, list, target, isLogged(thing) ? purpose : null);
  return { list, part, count, sorted, write };
}
