/** What an answer says of what was denied: one error per coordinate, and no empty data beside a refusal of the whole. */
import {
  Kind,
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ApiError, ErrorCode } from '../graph/errors';
import { ForbiddenError, type Denial } from '../policy/denial';
import { classify } from './classify';
import type { RequestContext } from './context';
import { unauthenticated } from './refusals';

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
 * The errors of a result with each denied coordinate once, whether the check, the guards or both denied it. The order
 * is the document's, and so is the place that each speaks of: guards run side by side, and which is first is chance.
 */
export function withDenials(result: ExecutionResult, context: RequestContext): ExecutionResult {
  if (!result.errors?.length && context.denials.size === 0) return result;
  const { denials } = context;
  const told = new Map<string, GraphQLError>();
  const others: GraphQLError[] = [];
  for (const error of result.errors ?? []) {
    const coordinate = coordinateOf(error);
    const found = coordinate === undefined ? undefined : told.get(coordinate);
    if (coordinate === undefined) others.push(error);
    else if (!found || (!isAt(found, denials.get(coordinate)) && isAt(error, denials.get(coordinate))))
      told.set(coordinate, error);
  }
  const untold = [...denials.values()].filter(({ coordinate }) => !told.has(coordinate));
  if (!context.actor && untold[0]) others.push(atPath(unauthenticated(), untold[0].path)); // once: signing in is what helps
  const ofCheck = [...denials.values()].flatMap((denial) => {
    const error = told.get(denial.coordinate) ?? (context.actor && forbidden(denial, result.data));
    return error ? [error] : [];
  });
  const ofGuards = [...told].flatMap(([coordinate, error]) => (denials.has(coordinate) ? [] : [error]));
  return { ...result, errors: [...others, ...ofGuards, ...ofCheck] };
}

/** Whether an error is about the place where a denied coordinate stands first in the document. */
const isAt = ({ path = [] }: GraphQLError, denial: Denial | undefined): boolean =>
  path.filter((step) => typeof step === 'string').join() === denial?.path?.join();

const forbidden = (denial: Denial, data: unknown): GraphQLError =>
  atPath(new ForbiddenError(denial), placeIn(data, denial.path) ?? denial.path);

/** A place in the document as the first such place in the answer, list indices and all; none where the answer ends before. */
function placeIn(data: unknown, path: Denial['path'] = []): (string | number)[] | undefined {
  const place: (string | number)[] = [];
  let value = data;
  for (const step of path) {
    if (Array.isArray(value)) {
      const first = value.findIndex((item) => item !== null);
      place.push(first);
      value = (value as unknown[])[first];
    }
    if (typeof value !== 'object' || value === null) return undefined;
    place.push(step);
    value = (value as Record<string, unknown>)[step];
  }
  return place;
}

const atPath = (error: ApiError, path: Denial['path']): GraphQLError =>
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
export function withoutEmptyData(result: ExecutionResult): ExecutionResult {
  if (!result.errors?.length || (result.data && Object.values(result.data).some((value) => value !== null)))
    return result;
  const reason = result.errors.find((error) => ofTheWhole.has(classify(error).code));
  return reason ? { errors: [reason] } : result;
}
