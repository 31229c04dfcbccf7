/** What an error looks like outside: a stable code, a text in the caller's language, and nothing of ours. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ApiError, type ErrorCode } from '../base/errors';
import type { Locale, Text } from '../base/locale';
import { classify } from './classify';
import { wordsOf } from './document-words';
import { beyondLimit, nestedTooDeeply, unknownOperation } from '../base/refusals';

/** Where a formatted error keeps its texts until the language is known; JSON does not see symbols. */
const texts = Symbol('texts');
type Formatted = GraphQLFormattedError & { [texts]?: Text };

/** Apollo's own codes, as the contract names them. */
const codeOfApollo: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
};

/** Apollo's hook: `formatted` is what Apollo would send, `error` what was thrown. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const api = findApiError(error) ?? ofParser(formatted.message);
  if (api) return present(api, formatted);
  const code = codeOfApollo[String(formatted.extensions?.['code'])];
  if (code === undefined) return present(classify(error), formatted);
  // Apollo leaves the text to its gateway, of which we have none.
  if (formatted.message === '') return present(unknownOperation(), formatted);
  const text = wordsOf(formatted);
  const told: Formatted = {
    message: text.en,
    ...located(formatted),
    extensions: { code, detail: text.en },
    [texts]: text,
  };
  return told;
}

/** Puts the texts of a response's errors into the caller's language. */
export function translate(errors: readonly GraphQLFormattedError[], locale: Locale): void {
  for (const error of errors as readonly (Formatted & { message: string })[]) {
    const text = error[texts];
    if (text) error.message = text[locale];
  }
}

/** The one error of a response that never got as far as GraphQL. */
export const presentAlone = (error: ApiError, locale: Locale): GraphQLFormattedError => ({
  message: error.in(locale),
  extensions: error.extensions,
});

function findApiError(error: unknown): ApiError | undefined {
  let cause = error;
  while (cause instanceof GraphQLError) {
    if (cause instanceof ApiError) return cause;
    cause = cause.originalError;
  }
  return undefined;
}

function present(api: ApiError, formatted: GraphQLFormattedError): Formatted {
  const { http: _, ...extensions } = api.extensions;
  return { message: api.text.en, ...located(formatted), extensions, [texts]: api.text };
}

const located = ({ locations, path }: GraphQLFormattedError): Partial<GraphQLFormattedError> => ({
  ...(locations && { locations }),
  ...(path && { path }),
});

/** The parser meets two limits before ours do, and says so in words only: its own of tokens, and that of the stack. */
function ofParser(message: string): ApiError | undefined {
  if (/(^|: )Maximum call stack/.test(message)) return nestedTooDeeply();
  const tokens = Number(/^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(message)?.[1]);
  if (!tokens) return undefined;
  return beyondLimit(
    'tokens',
    tokens + 1,
    tokens,
    'The document has too many tokens',
    'O documento tem demasiados elementos léxicos',
  );
}
