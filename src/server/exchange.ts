/** One GraphQL request on its way through the server: what it runs with, and what is noted of it for log and metrics. */
import type { ErrorCode } from '../base/errors';
import type { RequestContext } from '../base/context';

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
  /** All that is wrong is what GraphQL finds wrong with the request (`status.ts`). */
  ofGraphql: boolean;
}

export const openExchange = (context: RequestContext): Exchange => ({
  context,
  outcome: { codes: [], ofGraphql: false },
});
