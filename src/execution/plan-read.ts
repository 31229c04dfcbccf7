/** Plans of root fields: a list, a record by its id, the first record of a thing. */
import type { FieldNode } from 'graphql';
import { raw, sql, type Sql } from '../base/sql';
import type { Thing } from '../model/thing';
import { keptRows } from '../policy/kept';
import { actorScopes, readerOf, rowScope, type Viewpoint } from '../policy/rights';
import { logReads } from './access-log';
import { Hole } from './hole';
import { alias } from './list';
import { Part, source, type Page, type Source } from './part';
import type { Place } from '../base/path';
import { planConnection, type ConnectionPlan } from './plan-connection';
import { planObject } from './plan-object';
import type { Planning } from './planning';
import type { Field } from './argument-set';
import type { ArgumentSet } from './argument-set';
import type { Write } from './writing';

/** Records of a thing, each on a row. */
export interface RecordPlan {
  readonly part: Part;
  /** Place of the id in a row. */
  readonly id: number;
  readonly write: Write;
}

export interface Selection {
  readonly nodes: readonly FieldNode[];
  readonly place: Place;
}

/** `cases(…)`; null where the actor may read none. */
export function planRootList(
  planning: Planning,
  thing: Thing,
  { field, nodes, place }: Selection & { readonly field: Field },
): ConnectionPlan | null {
  const target = rootSource(planning, thing);
  return target && planConnection(planning, { target, name: thing.plural, field, nodes, place, key: null });
}

/** `case(id:)`; null where the actor may read none. */
export function planRecord(
  planning: Planning,
  thing: Thing,
  selection: Selection,
  given: ArgumentSet | null,
): RecordPlan | null {
  const number = planning.partNumber();
  const ids = new Hole((request) => sql`${request.ids(number)}::uuid[]`);
  const main = rootSource(planning, thing, sql`${raw(`${alias}.id`)} = ANY(${ids}) AND `);
  return main && planRows(planning, new Part(number, main, null, null), selection, given);
}

/** The first record: of a table that holds one. */
export function planFirst(planning: Planning, thing: Thing, selection: Selection): RecordPlan | null {
  const main = rootSource(planning, thing);
  return main && planRows(planning, new Part(planning.partNumber(), main, null, onlyOne), selection, null);
}

const onlyOne: Page = { tail: new Hole(() => raw(' LIMIT 1')), length: null, order: null, shown: null };

function planRows(planning: Planning, part: Part, { nodes, place }: Selection, given: ArgumentSet | null): RecordPlan {
  const { main } = part;
  const write = planObject(planning, { part, source: main, place }, nodes);
  logReads(part, main, planning.purpose(given));
  return { part, id: part.id(main), write };
}

/** The rows of a thing that the actor may read; null where it may read none. */
export function rootSource(planning: Planning, thing: Thing, condition: Sql | null = null): Source | null {
  const { viewpoint, place } = readerOf(planning.viewpoint, thing.dataClass);
  const scopes = actorScopes(viewpoint, thing.dataClass, 'read');
  if (scopes.length === 0) return null;
  const within = (lists?: Viewpoint['lists']): Sql =>
    rowScope({ ...viewpoint, ...(lists && { lists }) }, thing, 'read', alias);
  const elsewhere = place && { place };
  const kept = !condition && keptRows(viewpoint, thing, alias);
  if (condition) return { ...source(thing, alias, sql`${condition}${within()}`, scopes), ...elsewhere };
  return {
    ...source(thing, alias, within('read'), scopes),
    counted: within('counted'),
    ...(kept && { kept }),
    ...elsewhere,
  };
}
