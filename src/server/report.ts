/** The last look at a GraphQL response: its language and its HTTP status, and what is noted for log and metrics. */
import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import type { FormattedExecutionResult, GraphQLError, OperationDefinitionNode } from 'graphql';
import type { Logger } from 'pino';
import { classify } from './classify';
import type { Exchange } from './exchange';
import { translate } from './format-error';
import { codeOf, gravest, isOfGraphql } from './status';

type Context = Exchange & BaseContext;

export function report(log: Logger): ApolloServerPlugin<Context> {
  const listener: GraphQLRequestListener<Context> = {
    didEncounterErrors({ errors, contextValue }) {
      for (const error of errors) note(log, error, contextValue);
      return Promise.resolve();
    },
    willSendResponse({ response, contextValue, ...about }) {
      const { body, http } = response;
      const status = finish(contextValue, about, body.kind === 'single' ? body.singleResult : {});
      if (status !== undefined) http.status = status;
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}

interface About {
  readonly operation?: OperationDefinitionNode;
  readonly operationName?: string | null;
  readonly queryHash?: string;
}

/** Notes what a response is about, and puts its errors into the caller's language. @returns its status, if it has no data */
export function finish(
  { outcome, context }: Exchange,
  about: About,
  result: FormattedExecutionResult,
): number | undefined {
  const { operation, operationName, queryHash } = about;
  const { errors, data } = result;
  if (operationName) outcome.operationName = operationName;
  if (queryHash) outcome.hash = queryHash;
  if (operation) outcome.type = operation.operation;
  if (!errors?.length) return undefined;
  translate(errors, context.locale);
  outcome.codes = [...new Set(errors.map(codeOf))];
  if (data !== undefined) return undefined;
  outcome.ofGraphql = errors.every(isOfGraphql);
  return gravest(outcome.codes);
}

/** What is ours to mend is logged with its cause; what is the caller's is not, because it may quote what was sent. */
export function note(log: Logger, error: GraphQLError, { context }: Exchange): void {
  if (typeof error.extensions['code'] === 'string' && error.extensions['code'] !== 'INTERNAL_SERVER_ERROR') return;
  const { code } = classify(error);
  const { requestId } = context;
  const path = error.path?.filter((part) => typeof part === 'string').join('.');
  if (code === 'INTERNAL_SERVER_ERROR') log.error({ requestId, path, ...causeOf(error) }, 'request failed');
  else if (code === 'UNAVAILABLE') log.warn({ requestId, path, ...causeOf(error) }, 'database not available');
}

/** Class, SQLSTATE and stack of a cause. A database's own message and detail quote rows, so they stay out. */
export function causeOf(error: unknown): Record<string, unknown> {
  let cause = error as { originalError?: unknown; name?: string; code?: unknown; message?: string; stack?: string };
  while (cause.originalError) cause = cause.originalError;
  const ofDatabase = 'severity' in cause || 'driverError' in cause;
  const stack = cause.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12);
  return { cause: cause.name, code: cause.code, ...(!ofDatabase && { message: cause.message }), stack };
}
