/** A variable that does not fit its type, in words that quote nothing of it. */
import { GraphQLError } from 'graphql';
import { ApiError, badInput } from '../base/errors';

/** graphql-js quotes the value that did not fit; of the caller's own it is enough to say where it stands. */
export function unfitVariable(error: GraphQLError): GraphQLError {
  const originalError = textOf(error);
  return new GraphQLError(originalError.message, { nodes: error.nodes, originalError });
}

function textOf({ message, originalError: own }: GraphQLError): ApiError {
  const name = /^Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  const place = new RegExp(` at "(${name}[.[][\\w.[\\]]*)"; `).exec(message)?.[1];
  if (own instanceof ApiError) {
    const named = place ?? name;
    return badInput(`Variable "$${named}": ${own.text.en}`, `Variável "$${named}": ${own.text.pt}`);
  }
  const at = place === undefined ? '' : ` at "${place}"`;
  const text = absent.test(message) ? message : `Variable "$${name}" got an invalid value${at}; ${reasonOf(message)}`;
  return badInput(text, `Uma variável não serve: ${text}`);
}

const absent = /^Variable "\$\w+" of (required|non-null) type "[\w![\]]+" (was not provided|must not be null)\.$/;

/** What graphql-js says of types and fields, which are the schema's; whatever else it says may hold the value. */
const reasons = [
  /; (Expected non-nullable type "[\w![\]]+" not to be null\.)$/,
  /; (Expected type "\w+" to be an object\.)$/,
  /; (Field "\w+" of required type "[\w![\]]+" was not provided\.)$/,
  /; (Field "\w{1,64}" is not defined by type "\w+"\.)$/,
  /; (Exactly one key must be specified for OneOf type "\w+"\.)$/,
  /; (?:Expected type "\w+"\. )?((?:Int|Float|String|Boolean|ID) cannot represent (?:an? )?(?:non[a-z0-9 -]* )?value):/,
] as const;

function reasonOf(message: string): string {
  for (const reason of reasons) {
    const said = reason.exec(message)?.[1];
    if (said !== undefined) return said.endsWith('.') ? said : `${said}.`;
  }
  const list = /(?: does not exist in|; Enum) "(\w+)"/.exec(message)?.[1];
  if (list !== undefined) return `it is no value of the "${list}" enum.`;
  const type = /\b(Date|DateTime|UUID) cannot represent\b/.exec(message)?.[1];
  return type === undefined ? 'it is not of its type.' : `a ${type} is expected.`;
}
