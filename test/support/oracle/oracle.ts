/**
 * The oracle: what the server must answer, byte for byte. graphql-js executes the document over resolvers that do one
 * thing each; nothing of it is shared with the way in which the server plans and runs reads.
 */
import {
  getOperationAST,
  getVariableValues,
  Kind,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLError,
} from 'graphql';
import type { ErrorCode } from '../../../src/base/errors';
import type { Locale } from '../../../src/base/locale';
import type { App } from '../../../src/identity/app';
import type { Actor } from '../../../src/base/actor';
import { formatError, translate } from '../../../src/server/format-error';
import { statusOf } from '../../../src/server/status';
import { MAX_MISTAKES, UnfitVariables } from '../../../src/server/unfit-variable';
import type { Contract } from './contract';
import { inOrder, standingDenials } from './denials';
import type { Answering } from './resolve';
import { oracleSchema } from './schema';
import { TwoRuns } from './two-runs';

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
    const options = { maxErrors: MAX_MISTAKES, hideSuggestions: true };
    const { coerced, errors } = getVariableValues(oracleSchema(), definitions, question.variables, options);
    if (!coerced) return textOf({ errors: new UnfitVariables(errors).errors }, locale, new Map());
    const cursors = new Map<string, string[]>();
    const onCursor = (list: string, cursor: string): void =>
      void cursors.set(list, [...(cursors.get(list) ?? []), cursor]);
    const asked = new Set<string>();
    const onId = (key: string, type: string): void => void asked.add(`${key}/${type}`);
    const answering: Answering = { app: this.app, actor, locale, contract: this.contract, onCursor, onId };
    const result = await new TwoRuns(document, question, answering).result();
    const fragments = new Map(document.definitions.filter(isFragment).map((node) => [node.name.value, node]));
    const standing = { schema: oracleSchema(), fragments, variables: coerced, role: actor.role };
    const isAsked = (key: string, type: string): boolean => asked.has(`${key}/${type}`);
    const told = inOrder(result, standingDenials(standing, operation), this.contract, isAsked);
    return textOf({ ...(told.length > 0 && { errors: told }), data: result.data }, locale, cursors);
  }
}

const isFragment = (node: DocumentNode['definitions'][number]): node is FragmentDefinitionNode =>
  node.kind === Kind.FRAGMENT_DEFINITION;

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
