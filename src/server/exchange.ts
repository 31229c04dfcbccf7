/** One GraphQL request on its way through the server: what it runs with, and what is noted of it for log and metrics. */
import type { ErrorCode } from '../graph/errors';
import type { RequestContext } from './context';

export interface Exchange {
  readonly context: RequestContext;
  readonly outcome: Outcome;
}

/** Never a value: no variables, no text of the document, no message. */
export interface Outcome {
  operationName?: string;
  /** SHA-256 of the document. */
  hash?: string;
  type?: string;
  codes: readonly ErrorCode[];
  /** The document itself was at fault, which `application/json` answers with 200 (GraphQL over HTTP, 6.4.1). */
  documentAtFault: boolean;
}

export const openExchange = (context: RequestContext): Exchange => ({
  context,
  outcome: { codes: [], documentAtFault: false },
});
