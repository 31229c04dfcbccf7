import { GraphQLError } from 'graphql';
import type { Locale, Text } from './locale';

/** The stable codes of top-level errors. Messages may change and are translated; these never. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'COST_EXCEEDED'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR';

/** An error for the caller: a stable code and a message in every language; the language is chosen when it is sent. */
export class ApiError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly text: Text,
    extensions: Readonly<Record<string, unknown>> = {},
  ) {
    super(text.en, { extensions: { ...extensions, code } });
  }

  in(locale: Locale): string {
    return this.text[locale];
  }
}

/** The caller's mistake: says what is wrong and how to mend it. */
export const badInput = (en: string, pt: string, extensions?: Readonly<Record<string, unknown>>): ApiError =>
  new ApiError('BAD_USER_INPUT', { en, pt }, extensions);
