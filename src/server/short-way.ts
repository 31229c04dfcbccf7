/** Answers known documents past Apollo, with what Apollo would answer: data, errors, media type, status, log and metrics. */
import { getOperationAST, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Exchange } from './exchange';
import type { Asked, Execution } from './execution';
import { formatError } from './format-error';
import type { KnownDocuments } from './known-documents';
import { finish, note } from './report';
import { stringifyResult } from '../execution/json-text';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export type KnownRequest = Omit<Asked, 'context'>;

type Body = Readonly<Record<string, unknown>>;

export class ShortWay {
  constructor(
    private readonly execution: Execution,
    private readonly known: KnownDocuments,
    private readonly log: Logger,
  ) {}

  /** Null where the request must go through Apollo: an unknown document or operation, or something beside them. */
  find(body: Body): KnownRequest | null {
    const { query, operationName, variables, extensions } = body;
    if (typeof query !== 'string' || hasContent(extensions)) return null;
    const known = this.known.get(query);
    const name = typeof operationName === 'string' ? operationName : undefined;
    const operation = known && getOperationAST(known.document, name);
    return known && operation ? { ...known, operation, variables: variables ?? {} } : null;
  }

  /** @throws SessionChanged */
  async answer(request: KnownRequest, exchange: Exchange): Promise<Answer> {
    const { operation, hash } = request;
    const result = await this.execution.answer({ ...request, context: exchange.context });
    const errors = result.errors?.map((error) => this.format(error, exchange));
    const { data, extensions } = result;
    const about = { operation, queryHash: hash, operationName: operation.name?.value };
    const status = finish(exchange, about, { errors, data });
    return { status: status ?? 200, body: stringifyResult({ errors, data, extensions }) };
  }

  /** As Apollo does before and after our own `formatError`. */
  private format(error: GraphQLError, exchange: Exchange): GraphQLFormattedError {
    note(this.log, error, exchange);
    const extensions = { ...error.extensions, code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' };
    return formatError({ ...error.toJSON(), extensions }, error);
  }
}

const hasContent = (extensions: unknown): boolean =>
  typeof extensions === 'object' && extensions !== null && Object.keys(extensions).length > 0;
