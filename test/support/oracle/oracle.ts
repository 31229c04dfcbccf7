/**
 * The oracle: what the server must answer, byte for byte. graphql-js executes the document over resolvers that do one
 * thing each; nothing of it is shared with the way in which the server plans and runs reads.
 *
 * It executes twice: first as the records come, then again with every field's outcome at hand, so that nothing waits.
 * The second time graphql-js goes depth first, which gives the errors the one order that does not hang on chance.
 */
import type { GraphQLError } from 'graphql';
import {
  buildSchema,
  execute,
  getOperationAST,
  getVariableValues,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parse,
  printSchema,
  responsePathAsArray,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { type ErrorCode } from '../../../src/graph/errors';
import type { Locale } from '../../../src/locale/locale';
import type { Actor, App } from '../../../src/server/context';
import { formatError, translate } from '../../../src/server/format-error';
import { statusOf } from '../../../src/server/status';
import { unfitVariable } from '../../../src/server/unfit-variable';
import { executableSchema } from '../../../src/schema';
import type { Contract } from './contract';
import { inOrder, standingDenials } from './denials';
import type { Found } from './records';
import { resolve, type Answering, type Arguments } from './resolve';

export interface Question {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

export interface OracleAnswer {
  readonly status: number;
  readonly text: string;
  /** Cursors that the answer shows, by their list: `<type>.<response key>`. */
  readonly cursors: ReadonlyMap<string, readonly string[]>;
}

let schema: GraphQLSchema | undefined;

/** The product's schema without its resolvers. The order of input fields is that of the product: cursors hang on it. */
export function oracleSchema(): GraphQLSchema {
  if (schema) return schema;
  const executable = executableSchema();
  schema = buildSchema(printSchema(executable));
  for (const type of Object.values(schema.getTypeMap())) {
    const known = executable.getType(type.name);
    if (!isScalarType(type) || !isScalarType(known) || isSpecifiedScalarType(type)) continue;
    Object.assign(type, { serialize: known.serialize, parseValue: known.parseValue, parseLiteral: known.parseLiteral });
  }
  return schema;
}

export class Oracle {
  constructor(
    private readonly app: App,
    private readonly contract: Contract,
  ) {}

  /** The answer of the HTTP server to a valid document within its limits. */
  async answer(question: Question, actor: Actor, locale: Locale): Promise<OracleAnswer> {
    const document = parse(question.document);
    const operation = getOperationAST(document, question.operationName);
    if (!operation) throw new Error('the oracle is asked valid questions only');
    const definitions = operation.variableDefinitions ?? [];
    const options = { maxErrors: 1, hideSuggestions: true };
    const { coerced, errors } = getVariableValues(oracleSchema(), definitions, question.variables, options);
    if (!coerced) return textOf({ errors: errors.map(unfitVariable) }, locale, new Map());
    const cursors = new Map<string, string[]>();
    const onCursor = (list: string, cursor: string): void =>
      void cursors.set(list, [...(cursors.get(list) ?? []), cursor]);
    const answering: Answering = { app: this.app, actor, locale, contract: this.contract, onCursor };
    const result = await runTwice(document, question, answering);
    const fragments = new Map(document.definitions.filter(isFragment).map((node) => [node.name.value, node]));
    const standing = { schema: oracleSchema(), fragments, variables: coerced, role: actor.role };
    const told = inOrder(result, standingDenials(standing, operation), this.contract);
    return textOf({ ...(told.length > 0 && { errors: told }), data: result.data }, locale, cursors);
  }
}

const isFragment = (node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode =>
  node.kind === Kind.FRAGMENT_DEFINITION;

type Outcome = { readonly value: unknown } | { readonly error: unknown };

async function runTwice(document: DocumentNode, question: Question, answering: Answering): Promise<ExecutionResult> {
  const outcomes = new Map<string, Outcome>();
  const key = (info: GraphQLResolveInfo): string => JSON.stringify(responsePathAsArray(info.path));
  const run = (
    fieldResolver: (source: unknown, args: Arguments, ctx: Answering, info: GraphQLResolveInfo) => unknown,
  ) =>
    execute({
      schema: oracleSchema(),
      document,
      operationName: question.operationName,
      variableValues: question.variables,
      contextValue: answering,
      fieldResolver,
      typeResolver: (value) => (value as Found).thing.name,
    });
  await run(async (source, args, ctx, info) => {
    try {
      const value = await resolve(source, args, ctx, info);
      outcomes.set(key(info), { value });
      return value;
    } catch (error) {
      outcomes.set(key(info), { error });
      throw error;
    }
  });
  const again = run((_source, _args, _ctx, info) => {
    const outcome = outcomes.get(key(info));
    if (!outcome) throw new Error(`nothing is known of ${key(info)}`);
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  });
  if (again instanceof Promise) throw new Error('the second run waits for nothing');
  return again;
}

function textOf(
  { errors, data }: { errors?: readonly GraphQLError[]; data?: ExecutionResult['data'] },
  locale: Locale,
  cursors: OracleAnswer['cursors'],
): OracleAnswer {
  const told = errors?.map((error) => formatError({ ...error.toJSON(), ...uncoded(error) }, error));
  if (told) translate(told, locale);
  const text = JSON.stringify({ ...(told && { errors: told }), ...(data !== undefined && { data }) });
  return { status: data === undefined ? statusWithout(told ?? []) : 200, text, cursors };
}

/** Apollo's own code for an error that has none. */
const uncoded = ({ extensions }: GraphQLError): { extensions: Record<string, unknown> } => ({
  extensions: { code: 'INTERNAL_SERVER_ERROR', ...extensions },
});

/** `application/json` answers the caller's mistakes with 200 (GraphQL over HTTP, 6.4.1). */
function statusWithout(errors: readonly { extensions?: Record<string, unknown> }[]): number {
  const codes = errors.map(({ extensions }) => extensions?.code as ErrorCode);
  return codes.every((code) => code === 'BAD_USER_INPUT') ? 200 : Math.max(...codes.map((code) => statusOf[code]));
}
