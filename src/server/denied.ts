/** What an answer says of what was denied: one error per coordinate, and no empty data beside a refusal of the whole. */
import {
  Kind,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  locatedError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Path } from '../base/path';
import type { ApiError, ErrorCode } from '../base/errors';
import { ForbiddenError, type Denial } from '../policy/denial';
import { classify } from './classify';
import type { RequestContext } from '../base/context';
import { unauthenticated } from '../base/refusals';

/**
 * Nobody is signed in and no root field may be used: the whole request is refused, and nothing runs.
 * @throws ApiError UNAUTHENTICATED
 */
export function refuseStrangers(schema: GraphQLSchema, denials: readonly Denial[], document: DocumentNode): void {
  if (denials.length === 0) return;
  const { operation, selectionSet } = document.definitions[0] as OperationDefinitionNode;
  const root = schema.getRootType(operation)?.name;
  const denied = new Set(denials.map(({ coordinate }) => coordinate));
  const fields = fieldsOf(selectionSet);
  if (fields.length > 0 && fields.every((field) => denied.has(`${root}.${field}`))) throw unauthenticated();
}

const fieldsOf = (set: SelectionSetNode): readonly string[] =>
  set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node.name.value];
    return node.kind === Kind.INLINE_FRAGMENT ? fieldsOf(node.selectionSet) : [];
  });

/**
 * The errors of an answer with each denied coordinate once, whether the check, a guard or a filter denied it. First
 * come the errors that are about something else, then what the check did not foresee, then what it did, in the order of
 * the document. The place is the first in the answer; where the answer ends before, it is the place in the document,
 * unless only a record of a type that nobody asked for would have had the field.
 */
export function withDenials(
  errors: readonly GraphQLError[],
  denials: readonly Denial[],
  { actor, told }: RequestContext,
): readonly GraphQLError[] {
  if (errors.length === 0 && denials.length === 0) return errors;
  const thrown = new Map<string, GraphQLError>();
  const others: GraphQLError[] = [];
  for (const error of errors) {
    const coordinate = coordinateOf(error);
    if (coordinate === undefined) others.push(error);
    else if (!thrown.has(coordinate)) thrown.set(coordinate, error);
  }
  const [untold] = denials.filter(({ coordinate }) => !thrown.has(coordinate));
  if (!actor && untold) others.push(atPath(unauthenticated(), untold.path)); // once: signing in is what helps
  const foreseen = new Set(denials.map(({ coordinate }) => coordinate));
  const unforeseen = [...thrown].flatMap(([coordinate, error]) => (foreseen.has(coordinate) ? [] : [error]));
  const ofCheck = denials.flatMap((denial) => {
    const { coordinate } = denial;
    const met = told.denied.get(coordinate);
    const error = thrown.get(coordinate);
    if (error) return [error];
    if (!actor) return [];
    if (met) return [locatedError(new ForbiddenError(denial), met.nodes, met.path)];
    const path = denial.path ?? denial.narrowed?.find((place) => told.isAsked(place))?.path;
    return path ? [atPath(new ForbiddenError(denial), path)] : [];
  });
  return [...others, ...unforeseen, ...ofCheck];
}

const atPath = (error: ApiError, path: Path | undefined): GraphQLError =>
  path ? new GraphQLError(error.message, { path, originalError: error }) : error;

function coordinateOf(error: GraphQLError): string | undefined {
  const { code, coordinate } = error.extensions;
  return code === ('FORBIDDEN' satisfies ErrorCode) && typeof coordinate === 'string' ? coordinate : undefined;
}

/** Codes that say the same of a whole request as of its only field. */
const ofTheWhole: ReadonlySet<ErrorCode> = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'UNAUTHENTICATED']);

/**
 * Takes the data away when no root field has any and the reason is not of a single field: the answer is then a
 * request error, with the HTTP status that clients and proxies understand.
 */
export function withoutEmptyData(result: ExecutionResult, hasData: boolean): ExecutionResult {
  if (!result.errors?.length || hasData) return result;
  const reason = result.errors.find((error) => ofTheWhole.has(classify(error).code));
  return reason ? { errors: [reason] } : result;
}
