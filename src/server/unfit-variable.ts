/** A variable that does not fit its type, in words that quote nothing of it. */
import { GraphQLError } from 'graphql';
import { ApiError, badInput } from '../graph/errors';

/** graphql-js quotes the value that did not fit; of the caller's own it is enough to say where it stands. */
export function unfitVariable(error: GraphQLError): GraphQLError {
  const originalError = textOf(error);
  return new GraphQLError(originalError.message, { nodes: error.nodes, originalError });
}

function textOf(error: GraphQLError): ApiError {
  const { originalError: own } = error;
  if (own instanceof ApiError) {
    const place = (/ at "([^"]+)"; /.exec(error.message) ?? /^Variable "\$(\w+)"/.exec(error.message))?.[1];
    return badInput(`Variable "$${place}": ${own.text.en}`, `Variável "$${place}": ${own.text.pt}`);
  }
  const message = error.message
    .replace(/ got invalid value [^]*?(?=(?: at "[^"]*")?; )/, ' got an invalid value')
    .replace(/(: |found )("|\{|\[)[^]*$/, (_, before: string) => (before === ': ' ? '.' : 'found another.'))
    .slice(0, 300);
  return badInput(message, `Uma variável não serve: ${message}`);
}
