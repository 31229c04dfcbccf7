/** What to read: the columns and links that a document selects and the actor may see, level by level. */
import { getArgumentValues, GraphQLObjectType, type FieldNode } from 'graphql';
import { actorScope } from '../../policy/rights';
import type { Actor } from '../../server/context';
import type { Attribute, Link, Thing } from '../thing';
import { planList, type ListArguments, type ListPlan } from './list';
import { selectedFields, type Walk } from './selection';

export interface Plan {
  readonly thing: Thing;
  /** What is selected from the table; keys that links need are among them. */
  readonly columns: ReadonlySet<Attribute>;
  readonly labels: readonly { readonly name: string; readonly attribute: Attribute }[];
  readonly wantsId: boolean;
  readonly links: readonly LinkPlan[];
  /** Goes into the access log where the class is logged. */
  readonly purpose: string;
}

export interface LinkPlan {
  /** Property of the row that the link's resolver reads. */
  readonly slot: string;
  readonly link: Link;
  readonly plan: Plan;
  /** Null for a link to one record. */
  readonly list: ListPlan | null;
}

export interface Planning {
  readonly actor: Actor;
  readonly cursorSecret: string;
  readonly maxPageSize: number;
  readonly walk: Walk;
}

const defaultPurpose = 'CASE_WORK';

/** The property of a row under which a link's result waits for its resolver: one for each response key. */
export const slotOf = (key: string): string => `@${key}`;

/** Plans one object of a thing from the field nodes that select it. */
export function planObject(planning: Planning, thing: Thing, nodes: readonly FieldNode[], purpose?: unknown): Plan {
  const columns = new Set<Attribute>();
  const labels: { name: string; attribute: Attribute }[] = [];
  const links: LinkPlan[] = [];
  let wantsId = false;
  for (const { key, name, nodes: fieldNodes } of selectedFields(planning.walk, thing.name, nodes).values()) {
    if (name === 'id') wantsId = true;
    const attribute = thing.attributes.get(name);
    const link = thing.links.get(name);
    if (attribute && !attribute.hidden && name !== 'id') columns.add(attribute);
    else if (link) addLink(planning, thing, link, key, fieldNodes, columns, links);
    else addLabel(thing, name, columns, labels);
  }
  return { thing, columns, labels, wantsId, links, purpose: (purpose as string | undefined) ?? defaultPurpose };
}

function addLabel(
  thing: Thing,
  name: string,
  columns: Set<Attribute>,
  labels: { name: string; attribute: Attribute }[],
): void {
  const attribute = name.endsWith('Label') ? thing.attributes.get(name.slice(0, -'Label'.length)) : undefined;
  if (!attribute) return;
  columns.add(attribute);
  labels.push({ name, attribute });
}

function addLink(
  planning: Planning,
  thing: Thing,
  link: Link,
  key: string,
  nodes: readonly FieldNode[],
  columns: Set<Attribute>,
  links: LinkPlan[],
): void {
  const target = link.target();
  if (actorScope(planning.actor, target.dataClass, 'read') === null) return;
  const local = thing.attributes.get(link.local);
  if (local && local.name !== 'id') columns.add(local);
  const given = argumentsOf(planning.walk, thing.name, nodes[0]);
  const list = link.kind === 'many' ? planList(planning, target, `${thing.name}.${link.name}`, given, nodes) : null;
  const plan = list?.plan ?? planObject(planning, target, nodes, given.purpose);
  const foreign = target.attributes.get(link.foreign);
  if (foreign && foreign.name !== 'id') (plan.columns as Set<Attribute>).add(foreign);
  links.push({ slot: slotOf(key), link, plan, list });
}

function argumentsOf(walk: Walk, typeName: string, node: FieldNode | undefined): ListArguments {
  const type = walk.schema.getType(typeName);
  const field = type instanceof GraphQLObjectType && node ? type.getFields()[node.name.value] : undefined;
  return node && field?.args.length ? getArgumentValues(field, node, walk.variableValues) : {};
}
