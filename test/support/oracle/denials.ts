/** What the oracle's answer says of denied fields, and in which order errors stand. */
import {
  getDirectiveValues,
  getNamedType,
  GraphQLError,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  Kind,
  type ExecutionResult,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { rulingOf } from '../../../src/policy/coordinate';
import { ForbiddenError, type Denial } from '../../../src/policy/denial';
import { allows, denialOf } from '../../../src/policy/operation-check';
import type { Role } from '../../../src/policy/role';
import { classify } from '../../../src/server/classify';
import type { Contract } from './contract';

export interface Standing {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly role: Role;
}

interface StandingDenial extends Denial {
  readonly path: readonly string[];
  /** Where it stands first without a fragment of another type around it, if it does. */
  readonly applicable?: readonly string[];
  /** The type of which it is asked, where a record of any type may come. */
  readonly byId?: string;
  /** All such places. */
  readonly named?: readonly { readonly type: string; readonly path: readonly string[] }[];
}

/** The denied coordinates of an operation, in the order in which they stand in it when its fragments are written out. */
export function standingDenials(standing: Standing, operation: OperationDefinitionNode): StandingDenial[] {
  const root = standing.schema.getRootType(operation.operation);
  if (!root) return [];
  const found = new Map<string, StandingDenial>();
  for (const denial of below(standing, { type: root, record: root, applies: true, path: [] }, operation.selectionSet)) {
    const first = found.get(denial.coordinate) ?? denial;
    const { byId: type, path } = denial;
    const named = [...(first.named ?? []), ...(type ? [{ type, path }] : [])];
    found.set(denial.coordinate, { ...first, named, ...(!first.applicable && { applicable: denial.applicable }) });
  }
  return [...found.values()];
}

interface Place {
  readonly type: GraphQLNamedType;
  /** The type of the record, where the field alone tells it. */
  readonly record: GraphQLNamedType | undefined;
  /** Whether execution comes here as soon as there is a record. */
  readonly applies: boolean;
  /** The type that a fragment says, where the field does not tell it. */
  readonly byId?: string;
  readonly path: readonly string[];
}

/** What is denied below a field; nothing where a switch has no value, since the whole field is null then. */
function below(standing: Standing, place: Place, set: SelectionSetNode): StandingDenial[] {
  try {
    return walk(standing, place, set);
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
}

function walk(standing: Standing, place: Place, set: SelectionSetNode): StandingDenial[] {
  return set.selections.flatMap((node) => {
    if (!isIncluded(node, standing.variables)) return [];
    if (node.kind === Kind.FIELD) return ofField(standing, place, node);
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? standing.fragments.get(node.name.value) : node;
    if (!fragment) return [];
    return walk(standing, narrowed(standing, place, fragment.typeCondition?.name.value), fragment.selectionSet);
  });
}

function ofField(standing: Standing, { type, applies, byId, path: before }: Place, node: FieldNode): StandingDenial[] {
  const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return [];
  const path = [...before, node.alias?.value ?? node.name.value];
  const ruling = rulingOf(type.name, field);
  if (!allows(ruling, standing.role))
    return [
      {
        ...denialOf(`${type.name}.${field.name}`, ruling),
        path,
        ...(applies && { applicable: path }),
        ...(byId && { byId }),
      },
    ];
  const named = getNamedType(field.type);
  const inside = { type: named, record: isObjectType(named) ? named : undefined, applies, byId, path };
  return node.selectionSet ? below(standing, inside, node.selectionSet) : [];
}

function narrowed({ schema }: Standing, place: Place, condition: string | undefined): Place {
  const type = condition === undefined ? place.type : schema.getType(condition);
  if (!type || type === place.type) return place;
  const { record } = place;
  const fits = type === record || (isAbstractType(type) && isObjectType(record) && schema.isSubType(type, record));
  if (!record && isObjectType(type))
    return { ...place, type, record: type, applies: false, byId: place.byId ?? type.name };
  return { ...place, type, applies: place.applies && fits, ...(!fits && { byId: undefined }) };
}

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

/**
 * The errors of a result in the product's order, each denied coordinate once:
 * 1. errors that deny no coordinate, in the order of the response (depth first);
 * 2. denials that stand nowhere in the document (of filters), in the order of the response;
 * 3. denials of fields, in the order in which the coordinates stand first in the document.
 * A denial that was met several times is told of the place where it stands first in the document, else of the first
 * place in the response. One that was not met is told, if at all, of its place in the document, without locations; of
 * a record that is asked for by an id, the type that the id names is its type, whether there is one or not.
 */
export function inOrder(
  result: ExecutionResult,
  standing: readonly StandingDenial[],
  contract: Contract,
  isAsked: IsAsked,
): GraphQLError[] {
  const met = new Map<string, GraphQLError>();
  const others: GraphQLError[] = [];
  const firstPlace = new Map(standing.map(({ coordinate, path }) => [coordinate, path.join()]));
  for (const error of result.errors ?? []) {
    const coordinate = deniedBy(error);
    const found = coordinate === undefined ? undefined : met.get(coordinate);
    if (coordinate === undefined && !isRepeated(error, others)) others.push(error);
    if (coordinate === undefined) continue;
    if (!found || (namesOf(found) !== firstPlace.get(coordinate) && namesOf(error) === firstPlace.get(coordinate)))
      met.set(coordinate, error);
  }
  const ofFilters = [...met].flatMap(([coordinate, error]) => (firstPlace.has(coordinate) ? [] : [error]));
  const ofFields = standing.flatMap(
    (denial) => met.get(denial.coordinate) ?? unmet(denial, contract, result.data, isAsked),
  );
  return [...others, ...ofFilters, ...ofFields];
}

/** Refused arguments of a link are told of the first record that it hangs on. */
const isRepeated = (error: GraphQLError, told: readonly GraphQLError[]): boolean =>
  namesOf(error).includes(',') &&
  classify(error).code === 'BAD_USER_INPUT' &&
  told.some((other) => other.message === error.message && namesOf(other) === namesOf(error));

/** Whether an id among the arguments of a root field names this type. */
export type IsAsked = (key: string, type: string) => boolean;

const namesOf = ({ path = [] }: GraphQLError): string => path.filter((step) => typeof step === 'string').join();

const deniedBy = ({ originalError }: GraphQLError): string | undefined =>
  originalError instanceof ForbiddenError ? originalError.denial.coordinate : undefined;

function unmet(denial: StandingDenial, { denials }: Contract, data: unknown, isAsked: IsAsked): GraphQLError[] {
  const byId = denial.named?.find(({ type, path: [key = ''] }) => isAsked(key, type))?.path;
  const applicable = denial.applicable ?? byId;
  const path = denials === 'document' ? denial.path : denials === 'applicable' ? applicable : undefined;
  if (!path) return [];
  const originalError = new ForbiddenError(denial);
  // Of a type that the id alone names there is no record in the answer: what stands in its place is of another.
  const first = denial.applicable && firstIn(data, path);
  return [new GraphQLError(originalError.message, { path: first ?? path, originalError })];
}

/** A place of the document as the first such place of the answer; none where the answer ends before. */
function firstIn(data: unknown, path: readonly string[]): (string | number)[] | undefined {
  const place: (string | number)[] = [];
  let value = data;
  for (const step of path) {
    if (Array.isArray(value)) {
      const at = value.findIndex((item) => item !== null);
      place.push(at);
      value = value[at] as unknown;
    }
    if (typeof value !== 'object' || value === null) return undefined;
    place.push(step);
    value = (value as Record<string, unknown>)[step];
  }
  return place;
}
