/** The operation check: before anything runs, every coordinate that a document selects is held against the policy. */
import {
  getNamedType,
  GraphQLObjectType,
  isAbstractType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { rulingOf, type Ruling } from './coordinate';
import type { Denial } from './denial';
import type { Thing } from '../model/thing';
import type { Role } from './role';
import { dataClasses } from './table';

interface Check {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly role: Role | null;
  readonly denials: Map<string, Denial>;
  /** Fragments already walked for a type: a document may spread one many times. */
  readonly walked: Set<string>;
}

/**
 * The coordinates that the role may not read, each once, with the path where it was met first. What lies below a
 * denied field is not looked at. Depends on nothing but its arguments, so the answer can be kept for each role.
 */
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  role: Role | null,
): readonly Denial[] {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  const root = schema.getRootType(operation.operation);
  const check: Check = { schema, fragments, role, denials: new Map(), walked: new Set() };
  if (root) walk(check, root, operation.selectionSet, { path: [], record: root, narrowed: null });
  return [...check.denials.values()];
}

interface Place {
  readonly path: readonly string[];
  /** The type of the record that stands here, as far as it is known: a fragment on another one never applies. */
  readonly record: GraphQLObjectType | null;
  /** The type is a fragment's word: another may come. */
  readonly narrowed: string | null;
}

function walk(check: Check, type: GraphQLNamedType, set: SelectionSetNode, place: Place): void {
  for (const node of set.selections) {
    if (node.kind === Kind.FIELD) {
      walkField(check, type, node, place);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? check.fragments.get(node.name.value) : node;
    if (!fragment) continue;
    const condition = fragment.typeCondition?.name.value;
    const narrowed = (condition ? check.schema.getType(condition) : type) ?? type;
    if (node.kind === Kind.FRAGMENT_SPREAD && !firstTime(check, `${node.name.value} on ${type.name}`)) continue;
    const inside = within(place, narrowed);
    if (inside) walk(check, narrowed, fragment.selectionSet, inside);
  }
}

/** A place inside a fragment on a type; null where the fragment never applies. */
function within(place: Place, type: GraphQLNamedType): Place | null {
  if (!isObjectType(type) || place.record === type) return place;
  return place.record === null ? { ...place, record: type, narrowed: place.narrowed ?? type.name } : null;
}

function firstTime(check: Check, key: string): boolean {
  if (check.walked.has(key)) return false;
  check.walked.add(key);
  return true;
}

function walkField(check: Check, type: GraphQLNamedType, node: FieldNode, { path, narrowed }: Place): void {
  const name = node.name.value;
  if (name.startsWith('__') || isAbstractType(type) || !isObjectType(type)) return;
  const field = type.getFields()[name];
  if (!field) return;
  const of = getNamedType(field.type);
  const here = { path: [...path, node.alias?.value ?? name], record: isObjectType(of) ? of : null, narrowed };
  const ruling = rulingOf(type.name, field);
  if (!allows(ruling, check.role)) return deny(check, `${type.name}.${name}`, ruling, here);
  // Somebody who is just signing in: what is read below is read, and checked, with the rights of that account.
  if (ruling?.kind === 'own' && check.role === null) return;
  if (node.selectionSet) walk(check, of, node.selectionSet, here);
}

export function allows(ruling: Ruling | undefined, role: Role | null): boolean {
  if (!ruling) return false;
  if (ruling.kind === 'open' || ruling.kind === 'own') return true;
  return role !== null && (!('dataClass' in ruling) || ruling.allows(role));
}

/** One place that counts in any case is enough; of others each counts with a record of its type. */
function deny(check: Check, coordinate: string, ruling: Ruling | undefined, { path, narrowed }: Place): void {
  const denial = check.denials.get(coordinate) ?? denialOf(coordinate, ruling);
  const places = denial.narrowed ?? [];
  if (denial.path) return;
  const added = narrowed === null ? { path } : { narrowed: [...places, { type: narrowed, path }] };
  check.denials.set(coordinate, { ...denial, ...added });
}

export function denialOf(coordinate: string, ruling: Ruling | undefined): Denial {
  const known = ruling?.kind === 'read' || ruling?.kind === 'write' ? ruling : undefined;
  return { coordinate, dataClass: known?.dataClass ?? 'NONE', readableBy: known?.roles() ?? [] };
}

/** Stops the start when what is sealed can be read without a trace, or when it, or what is logged, does not say whom it is about. */
export function assertSubjects(things: Iterable<Thing>): void {
  for (const { name, dataClass, sealed, subject } of things) {
    if (sealed && !dataClasses[dataClass].logged)
      throw new Error(`${name} is sealed, and reads of ${dataClass} are not logged: say so in src/policy/table.ts`);
    if ((sealed || dataClasses[dataClass].logged) && subject === undefined) {
      throw new Error(`${name} is sealed or logged: say in @Thing by which links its subject is found, or null`);
    }
  }
}

/** Stops the start when any root field, type or data class is without a policy. */
export function assertPolicyComplete(schema: GraphQLSchema): void {
  const missing: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!rulingOf(type.name, field)) missing.push(`${type.name}.${field.name}`);
    }
  }
  if (missing.length > 0) throw new Error(`No policy for ${missing.join(', ')}: add them to src/policy/table.ts`);
}
