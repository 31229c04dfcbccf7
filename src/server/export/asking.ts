/** The server asks itself, as somebody who is signed in: with their rights, and what the API would say. */
import { createHash } from 'node:crypto';
import { getOperationAST, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { Api } from '../../base/api';
import type { RequestContext } from '../../base/context';
import { ApiError } from '../../base/errors';
import { Told } from '../../base/told';
import { stringifyResult } from '../../execution/json-text';
import type { Execution } from '../execution';
import type { Variables } from '../flatten';

interface Asked {
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Variables as they were given. */
  readonly given: Variables;
}

/** The data of an answer. @throws the first error that it has */
export async function answered<T>(
  execution: Execution,
  context: RequestContext,
  { text, document, operation, given: variables }: Asked,
): Promise<T> {
  const hash = createHash('sha256').update(text).digest('hex');
  const result = await execution.answer({ operation, document, hash, length: text.length, variables, context });
  const [error] = result.errors ?? [];
  if (error) throw error.originalError instanceof ApiError ? error.originalError : error;
  return (JSON.parse(stringifyResult(result)) as { readonly data: T }).data;
}

/** For documents of the project’s own: whether they are valid is not asked. What is told beside data is told to nobody. */
export const apiOf = (execution: Execution, ctx: RequestContext): Api => ({
  query: <T>(text: string, given: Variables = {}): Promise<T> => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (!operation) throw new Error('a document without an operation');
    return answered<T>(
      execution,
      { ...ctx, requiresAll: true, told: new Told() },
      { text, document, operation, given },
    );
  },
});
