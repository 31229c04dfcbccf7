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

/** The errors of a result with each denied coordinate once, whether the check, the guards or both denied it. */
export function withDenials(result: ExecutionResult, context: RequestContext): ExecutionResult {
  if (!result.errors?.length && context.denials.size === 0) return result;
  const errors: GraphQLError[] = [];
  const told = new Set<string>();
  for (const error of result.errors ?? []) {
    const denied = coordinateOf(error);
    if (denied !== undefined && told.has(denied)) continue;
    if (denied !== undefined) told.add(denied);
    errors.push(error);
  }
  const untold = [...context.denials.values()].filter(({ coordinate }) => !told.has(coordinate));
  if (context.actor) errors.push(...untold.map((denial) => atPath(new ForbiddenError(denial), denial.path)));
  else if (untold[0]) errors.push(atPath(unauthenticated(), untold[0].path)); // once: signing in is what helps
  return { ...result, errors };
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
